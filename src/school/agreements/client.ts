// Agreements of a group on screen: by the two people whom each is between.
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import type { GroupStaff } from '../groups/contract.ts'
import { type Agreement, agreementForGroup } from './contract.ts'
import { type Pair, pairOf } from './rules.ts'

/** Two adults of a group and what they have agreed on. */
export interface AgreementPair extends Pair<Agreement> {
  readonly teacherId: Id
  readonly teacherName: string
  readonly practitionerId: Id
  readonly practitionerName: string
}

/**
 * Each teacher with each practitioner of the group; whoever is here first. Pairs of whom one works here no longer are left out.
 * @param self whoever is here
 */
export function pairsOf(agreements: readonly Agreement[], staff: readonly GroupStaff[], self: Id): readonly AgreementPair[] {
  const always = staff.filter(({ sessionId }) => sessionId === null)
  const practitioners = always.filter(({ part }) => part === 'practitioner')
  const pairs = always
    .filter(({ part }) => part === 'teacher')
    .flatMap((teacher) => practitioners.map((practitioner) => pairBetween(agreements, teacher, practitioner)))
  const isOwn = ({ teacherId, practitionerId }: AgreementPair) => teacherId === self || practitionerId === self
  return [...pairs.filter(isOwn), ...pairs.filter((pair) => !isOwn(pair))]
}

function pairBetween(agreements: readonly Agreement[], teacher: GroupStaff, practitioner: GroupStaff): AgreementPair {
  const between = agreements.filter((one) => one.teacherId === teacher.personId && one.practitionerId === practitioner.personId)
  return {
    ...pairOf(between),
    teacherId: teacher.personId,
    teacherName: teacher.name,
    practitionerId: practitioner.personId,
    practitionerName: practitioner.name,
  }
}

/** The agreements of a group, the last proposed first. */
export function useAgreements(groupId: Id): Asked<readonly Agreement[]> {
  const asked = useAsked(agreementForGroup, { groupId })
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.agreements } : asked
}
