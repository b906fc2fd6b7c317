// People: adults of an organisation, the roles they hold from when until when, and the one-time links that let them in.
import * as z from 'zod/mini'
import { Role } from '../../core/actor.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Email, Name, Password } from '../organisations/contract.ts'

/** SHA-256 of a one-time token, in hexadecimal. The browser makes the token; the server never sees it before it is used. */
export const TokenHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** 32 random bytes in base64url, the secret part of a one-time link. */
export const Token = z.string().check(z.regex(/^[\w-]{43}$/))

export const RoleHolding = z.object({ id: Id, role: Role, fromOn: Day, untilOn: z.nullable(Day) })
export type RoleHolding = z.infer<typeof RoleHolding>

export const Person = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  /** `invited`: the link is not used yet; `shut`: the account was recovered elsewhere and waits to be let back in. */
  state: z.enum(['invited', 'active', 'shut']),
  roles: z.array(RoleHolding),
})
export type Person = z.infer<typeof Person>

/** Invites an adult: the person and their roles are there at once, the account when the link is used (within seven days). Refused: `email_in_use`, `role_of_other_kind`, `eqa_by_account`. */
export const invitationCreate = command('invitation.create', {
  where: 'both',
  summary: 'Invite an adult by a one-time link.',
  input: z.object({
    linkId: Id,
    tokenHash: TokenHash,
    personId: Id,
    name: Name,
    email: Email,
    roles: z.array(z.object({ id: Id, role: Role, fromOn: Day, untilOn: z.nullable(Day) })).check(z.minLength(1), z.maxLength(11)),
  }),
  output: z.object({ expiresAt: Moment }),
})

/** Makes a fresh invitation link for a person who has not used the first one; earlier links stop working. */
export const invitationRenew = command('invitation.renew', {
  where: 'both',
  summary: 'Make a fresh invitation link for someone who has not come in yet.',
  input: z.object({ linkId: Id, tokenHash: TokenHash, personId: Id }),
  output: z.object({ expiresAt: Moment }),
})

/** Refused: `link_used_or_old`; `wrong_password` when the address has an account with another password. */
export const invitationAccept = command('invitation.accept', {
  where: 'both',
  who: 'visitor',
  summary: 'Accept an invitation: choose a password, or give that of the account one has.',
  input: z.object({ token: Token, password: Password }),
  output: z.object({ email: z.string() }),
})

/** An administrator's one-time link for someone who forgot their password; it works for a day. */
export const recoveryCreate = command('recovery.create', {
  where: 'both',
  summary: 'Make a one-time link with which a person sets a new password.',
  input: z.object({ linkId: Id, tokenHash: TokenHash, personId: Id }),
  output: z.object({ expiresAt: Moment }),
})

/** Sets a new password and signs the person out everywhere. Their other organisations stay shut until those let them back in. Refused: `link_used_or_old`. */
export const recoveryAccept = command('recovery.accept', {
  where: 'both',
  who: 'visitor',
  summary: 'Set a new password with a recovery link.',
  input: z.object({ token: Token, password: Password }),
  output: z.object({ email: z.string() }),
})

/** Lets a person whose account was recovered in another organisation back into this one. */
export const personReadmit = command('person.readmit', {
  where: 'both',
  summary: 'Let a person back in whose account was recovered elsewhere.',
  input: z.object({ personId: Id }),
  output: z.object({}),
})

export const personSignOut = command('person.signOut', {
  where: 'both',
  summary: 'Sign a person out everywhere.',
  input: z.object({ personId: Id }),
  output: z.object({}),
})

/** Refused: `role_of_other_kind`, `ends_before_it_begins`. */
export const roleGrant = command('role.grant', {
  where: 'both',
  summary: 'Give a person a role, from one day until another or until further notice.',
  input: z.object({ id: Id, personId: Id, role: Role, fromOn: Day, untilOn: z.nullable(Day) }),
  output: z.object({}),
})

/** The last day on which the role holds. Refused: `last_administrator`. */
export const roleEnd = command('role.end', {
  where: 'both',
  summary: 'End a role on a day.',
  input: z.object({ id: Id, untilOn: Day }),
  output: z.object({}),
})

export const personList = query('person.list', {
  where: 'both',
  summary: 'All people of the organisation with their roles, for its administrators.',
  input: z.object({}),
  output: z.object({ people: z.array(Person) }),
})

/** Names alone, to choose whom to work with; without addresses. */
export const personColleagues = query('person.colleagues', {
  where: 'both',
  summary: 'Names and roles of those who hold a role today.',
  input: z.object({}),
  output: z.object({ people: z.array(z.object({ id: Id, name: z.string(), roles: z.array(Role) })) }),
})
