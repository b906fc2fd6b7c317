// What a practitioner sees of her own work: examples are their author's alone, a session's check is for practitioners of the group.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { isClassroomStaff } from '../groups/policy.ts'

export function canTakeExampleBack(actor: Actor, facts: { keptBy: string }): boolean {
  return isClassroomStaff(actor) && facts.keptBy === actor.personId
}

/** Never teacher, SENCO or head: it is for thinking about one's own lesson, not for being looked at. */
export function canCheckSession(actor: Actor, facts: { part: StaffPart | undefined; isOfGroup: boolean }): boolean {
  return hasRole(actor, 'practitioner') && facts.part === 'practitioner' && facts.isOfGroup
}
