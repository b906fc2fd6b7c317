// External verifiers: read-only accounts on chosen units that end by themselves, and the log of all that they read.
import * as z from 'zod/mini'
import { Email, Name } from '../../common/organisations/contract.ts'
import { TokenHash } from '../../common/people/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { Registration } from '../registrations/contract.ts'

/** Refused: `ends_in_past`, `ends_too_late`, `email_in_use`, `not_a_verifier`, `unit_claimed`. */
export const eqaOpen = command('eqa.open', {
  where: 'centre',
  summary: 'Opens chosen units to an awarding body’s verifier until a moment: to read, and to sign. Centre administrator.',
  input: z.object({
    id: Id,
    personId: Id,
    /** How they come in, when they were never here before. */
    invitation: z.nullable(z.object({ linkId: Id, tokenHash: TokenHash, name: Name, email: Email })),
    roleId: Id,
    registrationIds: z.array(Id).check(z.minLength(1), z.maxLength(40)),
    endsAt: Moment,
  }),
  output: z.object({ linkExpiresAt: z.nullable(Moment) }),
})

/** Refused: `ended_already`. */
export const eqaEnd = command('eqa.end', {
  where: 'centre',
  summary: 'Ends a verifier’s account at once.',
  input: z.object({ accountId: Id }),
  output: z.object({}),
})

export const EqaAccount = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  openedByName: z.string(),
  openedAt: Moment,
  endsAt: Moment,
  endedAt: z.nullable(Moment),
  units: z.array(z.object({ registrationId: Id, candidateName: z.string(), unitNumber: z.string() })),
})
export type EqaAccount = z.infer<typeof EqaAccount>

export const eqaList = query('eqa.list', {
  where: 'centre',
  summary: 'All verifiers’ accounts, the last opened first. Centre administrator.',
  input: z.object({}),
  output: z.array(EqaAccount),
})

export const VerifierRead = z.object({
  at: Moment,
  view: z.string(),
  candidateName: z.nullable(z.string()),
  unitNumber: z.nullable(z.string()),
})
export type VerifierRead = z.infer<typeof VerifierRead>

export const eqaReads = query('eqa.reads', {
  where: 'centre',
  summary: 'What a verifier was shown while the account was open, the last first: at most 500 lines.',
  input: z.object({ accountId: Id }),
  output: z.array(VerifierRead),
})

export const eqaMine = query('eqa.mine', {
  where: 'centre',
  summary: 'For a verifier: the units that are open now, and until when; and when the last account ended.',
  input: z.object({}),
  output: z.object({ units: z.array(z.object({ registration: Registration, endsAt: Moment })), lastEndedAt: z.nullable(Moment) }),
})
