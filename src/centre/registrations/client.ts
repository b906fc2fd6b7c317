// Registrations on screen: one's own, one's candidates, registering, and the portfolio's address.
import { msg } from '@lingui/core/macro'
import { personList } from '../../common/people/contract.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Registration, registrationAddress, registrationCreate, registrationList, registrationMine } from './contract.ts'

export function useMyRegistrations(): Asked<readonly Registration[]> {
  return useAsked(registrationMine, {})
}

export function useRegistrations(): Asked<readonly Registration[]> {
  return useAsked(registrationList, {})
}

/** The address of one portfolio, when it is wanted. */
export function useAddress(registrationId: Id | undefined): Asked<{ readonly address: string }> {
  return useAsked(registrationAddress, registrationId === undefined ? undefined : { registrationId })
}

export interface Choice {
  readonly id: Id
  readonly name: string
}

/** Who can be registered, and who can assess, from today on. */
export function usePeopleToRegister(): Asked<{ readonly candidates: readonly Choice[]; readonly assessors: readonly Choice[] }> {
  const asked = useAsked(personList, {})
  if (asked.state !== 'answered') return asked
  const today = dayOf(new Date())
  const holding = (role: string) =>
    asked.answer.people
      .filter(({ roles }) => roles.some((one) => one.role === role && (one.untilOn === null || one.untilOn >= today)))
      .map(({ id, name }) => ({ id, name }))
  return { ...asked, answer: { candidates: holding('candidate'), assessors: holding('assessor') } }
}

export function useRegister() {
  return useActing(registrationCreate)
}

/** What every command that changes a unit's content says once its certificate is claimed. */
export const claimedReasons: Reasons = {
  unit_claimed: msg`The certificate of this unit is claimed. Nothing in it changes any more.`,
}

export const registrationReasons: Reasons = {
  ...claimedReasons,
  not_a_tutor: msg`This person is not a tutor here.`,
  not_an_iqa: msg`This person is not an IQA here.`,
  tutors_herself: msg`Nobody is their own tutor. Choose another.`,
  countersigns_herself: msg`Nobody countersigns decisions on their own work. Choose another countersigner.`,
  verifies_herself: msg`Nobody verifies their own unit. Choose another IQA.`,
  countersigns_own: msg`A countersigner checks another assessor’s decisions. Choose somebody else than the assessor.`,
  verifies_own: msg`An IQA never verifies their own decisions. Choose somebody else than the assessor.`,
  verifies_countersigned: msg`An IQA never verifies decisions that they countersigned. Choose somebody else than the countersigner.`,
  verifies_taught: msg`Whoever teaches the candidate has a stake in the result. Choose somebody else than the tutor.`,
  not_a_candidate: msg`This person is not a candidate here.`,
  not_an_assessor: msg`This person is not an assessor here.`,
  assesses_herself: msg`Nobody assesses themselves. Choose another assessor.`,
  registered_already: msg`This candidate is registered on this unit already.`,
  ends_before_it_begins: msg`The last day is before the first.`,
}
