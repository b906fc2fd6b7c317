// People in the browser: the list for administrators, one-time links made here, and the words for roles and refusals.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { centreRoles, type OrganisationKind, type Role, schoolRoles } from '../../core/actor.ts'
import { toBase64url } from '../../core/bytes.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Day, isWithin } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Person, personColleagues, personList, type RoleHolding } from './contract.ts'

export const roleWords: Readonly<Record<Role, MessageDescriptor>> = {
  practitioner: msg`Practitioner`,
  teacher: msg`Teacher`,
  subject_lead: msg`Subject lead`,
  senco: msg`SENCO`,
  safeguarding_lead: msg`Safeguarding lead`,
  head: msg`Head`,
  data_lead: msg`Data lead`,
  administrator: msg`Administrator`,
  candidate: msg`Candidate`,
  assessor: msg`Assessor`,
  tutor: msg`Tutor`,
  iqa: msg`IQA (internal verifier)`,
  eqa: msg`EQA (external verifier)`,
  centre_administrator: msg`Centre administrator`,
}

/** Roles that an administrator gives one by one, by kind of organisation. */
export const rolesToGive: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  school: schoolRoles,
  centre: centreRoles.filter((role) => role !== 'eqa'),
}

/** What the screen says when a rule on people refuses. */
export const peopleReasons: Reasons = {
  email_in_use: msg`Somebody here has this address already.`,
  role_of_other_kind: msg`This kind of organisation has no such role.`,
  eqa_by_account: msg`A verifier from outside gets an account for chosen units, under External verifiers.`,
  ends_before_it_begins: msg`The last day is before the first.`,
  last_administrator: msg`Somebody must stay administrator. Give the role to another person first.`,
  link_used_or_old: msg`This link was used, or is too old. Ask your administrator for a new one.`,
  wrong_password: msg`This address has an account already. Enter the password of that account.`,
  already_in: msg`This person has come in already. Make a link for a new password instead.`,
  not_in_yet: msg`This person has not come in yet. Make a new invitation instead.`,
  wrong_code: msg`That is not the code that the terminal printed.`,
  sample_installation: msg`This installation holds the sample. Start another one for a real organisation.`,
}

export function usePeople(): Asked<{ people: readonly Person[] }> {
  return useAsked(personList, {})
}

export function useColleagues(): Asked<{ people: readonly { id: Id; name: string; roles: readonly Role[] }[] }> {
  return useAsked(personColleagues, {})
}

export interface NewLink {
  readonly linkId: Id
  /** Goes into the link alone. */
  readonly token: string
  /** Goes to the server: it can tell the link, and can't make it. */
  readonly tokenHash: string
}

/** Makes the secret of a one-time link on this device, so that only whoever is given the link can use it. */
export async function newLink(): Promise<NewLink> {
  const token = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  return { linkId: newId(), token, tokenHash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}

/** Whether a role holds, is still to come, or is over. */
export function timeOf({ fromOn, untilOn }: Pick<RoleHolding, 'fromOn' | 'untilOn'>, today: Day): 'now' | 'later' | 'over' {
  if (isWithin(today, fromOn, untilOn)) return 'now'
  return fromOn > today ? 'later' : 'over'
}
