// Verifiers on screen: accounts and their log for the administrator, open units for the verifier, and words for what was read.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { newLink, peopleReasons } from '../../common/people/client.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import { useMember } from '../../web/member.ts'
import type { Reasons } from '../../web/messages.ts'
import { linkFor } from '../../web/visiting.ts'
import { registrationReasons } from '../registrations/client.ts'
import { type EqaAccount, eqaEnd, eqaList, eqaMine, eqaOpen, eqaReads, type VerifierRead } from './contract.ts'

export const verifierReasons: Reasons = {
  ...peopleReasons,
  ...registrationReasons,
  ends_in_past: msg`That moment is over.`,
  ends_too_late: msg`An account lasts sixty days at most.`,
  not_a_verifier: msg`This person has another role here. A verifier from outside has none.`,
  ended_already: msg`The account has ended already.`,
}

export function useAccounts(): Asked<readonly EqaAccount[]> {
  return useAsked(eqaList, {})
}

export function useReads(accountId: Id): Asked<readonly VerifierRead[]> {
  return useAsked(eqaReads, { accountId })
}

/** The units that are open to whoever is here, and until when. */
export function useOpenUnits() {
  return useAsked(eqaMine, {})
}

export function useEndAccount() {
  return useSending(eqaEnd)
}

export interface Opening {
  readonly name: string
  readonly email: string
  readonly registrationIds: readonly Id[]
  /** The last day on which it is open, in the time of this device. */
  readonly lastDay: string
}

/** Opens an account to somebody new; answers with the link to give them. */
export function useOpenAccount() {
  const { organisationId } = useMember()
  const open = useActing(eqaOpen)
  return async ({ name, email, registrationIds, lastDay }: Opening) => {
    const { linkId, token, tokenHash } = await newLink()
    const reply = await open({
      id: newId(),
      personId: newId(),
      invitation: { linkId, tokenHash, name, email },
      roleId: newId(),
      registrationIds: [...registrationIds],
      endsAt: endOf(lastDay),
    })
    return { reply, link: linkFor(location.origin, 'invitation', { organisationId, token }) }
  }
}

/** Opens further units, or the same again, to somebody who was here before. */
export function useOpenAgain() {
  const open = useActing(eqaOpen)
  return (personId: Id, registrationIds: readonly Id[], lastDay: string) =>
    open({ id: newId(), personId, invitation: null, roleId: newId(), registrationIds: [...registrationIds], endsAt: endOf(lastDay) })
}

/** What a look was at, by what was asked for before its dot. */
const viewWords: Readonly<Record<string, MessageDescriptor>> = {
  unit: msg`criteria and evidence`,
  evidence: msg`evidence`,
  upload: msg`files`,
  file: msg`a file`,
  assignment: msg`assignment`,
  officialWording: msg`official wording`,
  discussion: msg`agendas`,
  itemFeedback: msg`feedback`,
  plan: msg`plan`,
  visit: msg`visits`,
  matrix: msg`matrix`,
  testimony: msg`witnesses’ statements`,
  witness: msg`register of witnesses`,
  signOff: msg`sign-off`,
  sample: msg`sampling`,
  unitPage: msg`about the unit`,
  portfolio: msg`taken out as a file`,
  eqa: msg`own list of units`,
  registration: msg`list of units`,
}

/** One line of what was read: a minute, a unit, and all that was looked at in it. */
export interface ReadLine {
  readonly at: Moment
  readonly unit: string | null
  /** In words where there are some, else as it was asked for; each once. */
  readonly seen: readonly (MessageDescriptor | string)[]
}

/** Look after look, those of one minute and one unit together. */
export function readLines(reads: readonly VerifierRead[]): readonly ReadLine[] {
  const lines = Map.groupBy(reads, ({ at, candidateName, unitNumber }) => `${at.slice(0, 16)} ${candidateName ?? ''} ${unitNumber ?? ''}`)
  return [...lines.values()].flatMap((looks) => {
    const [first] = looks
    if (first === undefined) return []
    const seen = new Set(looks.map(({ view }) => viewWords[view.split('.')[0] ?? ''] ?? view))
    return [
      { at: first.at, unit: first.candidateName === null ? null : `${first.candidateName}, ${first.unitNumber ?? ''}`, seen: [...seen] },
    ]
  })
}

const endOf = (day: string): Moment => moment(new Date(`${day}T23:59:00`))
