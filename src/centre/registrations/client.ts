// Registrations on screen: one's own, one's candidates, registering, and the portfolio's address.
import { msg } from '@lingui/core/macro'
import { personList } from '../../common/people/contract.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import { useActor } from '../../web/member.ts'
import type { Reasons } from '../../web/messages.ts'
import { useStaff } from '../staff/client.ts'
import {
  type Registration,
  type RegistrationChange,
  registrationAddress,
  registrationChange,
  registrationChanges,
  registrationCreate,
  registrationList,
  registrationMine,
} from './contract.ts'
import { isItsCandidate } from './policy.ts'
import { independenceRefusal, type Parts } from './rules.ts'

export function useMyRegistrations(): Asked<readonly Registration[]> {
  return useAsked(registrationMine, {})
}

export function useRegistrations(): Asked<readonly Registration[]> {
  return useAsked(registrationList, {})
}

/** The candidate's other units that are not claimed and that the same assessor assesses: for either of the two. */
export function useOtherUnits(registration: Registration): readonly Registration[] {
  const isCandidate = isItsCandidate(useActor(), registration)
  const mine = useAsked(registrationMine, isCandidate ? {} : undefined)
  const list = useAsked(registrationList, isCandidate ? undefined : {})
  const asked = isCandidate ? mine : list
  const all = asked.state === 'answered' ? asked.answer : []
  const { id, candidateId, assessorId } = registration
  return all.filter((one) => one.id !== id && one.claimedAt === null && one.candidateId === candidateId && one.assessorId === assessorId)
}

/** The address of one portfolio, when it is wanted. */
export function useAddress(registrationId: Id | undefined): Asked<{ readonly address: string }> {
  return useAsked(registrationAddress, registrationId === undefined ? undefined : { registrationId })
}

export interface Choice {
  readonly id: Id
  readonly name: string
}

export interface PeopleToRegister {
  readonly candidates: readonly Choice[]
  readonly assessors: readonly Choice[]
  readonly tutors: readonly Choice[]
  readonly iqas: readonly Choice[]
  /** Ids of assessors who need a countersigner. */
  readonly trainees: ReadonlySet<Id>
}

const nobody: PeopleToRegister = { candidates: [], assessors: [], tutors: [], iqas: [], trainees: new Set() }

/** Who can have which part from today on; nobody until it is known. */
export function usePeopleToRegister(): PeopleToRegister {
  const asked = useAsked(personList, {})
  const staff = useStaff()
  if (asked.state !== 'answered' || staff.state !== 'answered') return nobody
  const today = dayOf(new Date())
  const holding = (role: string) =>
    asked.answer.people
      .filter(({ roles }) => roles.some((one) => one.role === role && (one.untilOn === null || one.untilOn >= today)))
      .map(({ id, name }) => ({ id, name }))
  return {
    candidates: holding('candidate'),
    assessors: holding('assessor'),
    tutors: holding('tutor'),
    iqas: holding('iqa'),
    trainees: new Set(staff.answer.filter(({ isTrainee }) => isTrainee).map(({ personId }) => personId)),
  }
}

export function useRegister() {
  return useActing(registrationCreate)
}

export function useChangeRegistration() {
  return useActing(registrationChange)
}

export function useRegistrationChanges(registrationId: Id): Asked<readonly RegistrationChange[]> {
  return useAsked(registrationChanges, { registrationId })
}

const noParts = { candidateId: null, assessorId: null, tutorId: null, countersignerId: null, iqaId: null }

/** Who of the choices can have the part beside the others, and whom independence keeps out, each with the reason. */
export function choicesFor(
  part: 'assessorId' | 'tutorId' | 'countersignerId' | 'iqaId',
  choices: readonly Choice[],
  others: { readonly [Name in keyof Parts]?: string | null | undefined },
) {
  const judged = choices.map((choice) => {
    const all: Record<keyof Parts, string | null | undefined> = { ...noParts, ...others, [part]: choice.id }
    const { candidateId, assessorId, tutorId, countersignerId, iqaId } = all
    const parts = { candidateId: candidateId || 'nobody', assessorId: assessorId || 'not chosen', tutorId: tutorId || null }
    return { choice, refusal: independenceRefusal({ ...parts, countersignerId: countersignerId || null, iqaId: iqaId || null }) }
  })
  return {
    possible: judged.filter(({ refusal }) => refusal === undefined).map(({ choice }) => choice),
    impossible: judged.flatMap(({ choice, refusal }) => (refusal === undefined ? [] : [{ choice, refusal }])),
  }
}

/** What every command that brings something new into a unit says after the registration’s last day. */
export const endedReasons: Reasons = {
  registration_ended: msg`The registration has ended, and takes in nothing new. Ask the centre for another last day.`,
}

/** What every command that changes a unit's content says once its certificate is claimed. */
export const claimedReasons: Reasons = {
  unit_claimed: msg`The certificate of this unit is claimed. Nothing in it changes any more.`,
  ...endedReasons,
}

export const registrationReasons: Reasons = {
  ...claimedReasons,
  nothing_changed: msg`Nothing is other than before.`,
  countersigner_missing: msg`This assessor has no checked assessor qualification yet, so a qualified assessor countersigns. Choose one.`,
  countersigner_is_trainee: msg`This person has no checked assessor qualification yet. Choose a qualified assessor.`,
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
