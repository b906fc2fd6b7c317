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

export const registrationReasons: Reasons = {
  not_a_candidate: msg`This person is not a candidate here.`,
  not_an_assessor: msg`This person is not an assessor here.`,
  assesses_herself: msg`Nobody assesses themselves. Choose another assessor.`,
  registered_already: msg`This candidate is registered on this unit already.`,
  ends_before_it_begins: msg`The last day is before the first.`,
}
