// Organisations: setting one up, with its first administrator.
import * as z from 'zod/mini'
import { OrganisationKind } from '../../core/actor.ts'
import { command } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'

/** A name that a person reads: 1 to 120 characters, not only spaces. */
export const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))

/** An e-mail address, kept in lower case. */
export const Email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(200), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))

/** 12 characters at least (three words make a good one); there are no other rules, after the advice of the National Cyber Security Centre. */
export const Password = z.string().check(z.minLength(12), z.maxLength(200))

/** `ABCD-2345`: what the terminal prints at the first start. */
export const SetupCode = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z2-7]{4}-?[A-Z2-7]{4}$/))

/**
 * Sets up an organisation whose id the browser made (it is the one that the request names), and its first administrator.
 * Refused: `wrong_code`; `sample_installation` on an installation that holds the sample; `wrong_password` when the address has an account with another one.
 */
export const organisationSetUp = command('organisation.setUp', {
  where: 'both',
  who: 'visitor',
  summary: 'Set up a school or a centre with the code that the terminal printed.',
  input: z.object({
    code: SetupCode,
    kind: OrganisationKind,
    name: Name,
    administrator: z.object({ personId: Id, name: Name, email: Email, password: Password }),
  }),
  output: z.object({}),
})
