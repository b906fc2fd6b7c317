// Who enters term dates, and who says when a group meets.
import { type Actor, hasRole, schoolRoles } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff, isOffice, worksWithGroup } from '../groups/policy.ts'

/** The office and the head. */
export function canSetTermDates(actor: Actor): boolean {
  return isOffice(actor) || hasRole(actor, 'head')
}

/** Everybody in the school. */
export function canSeeTermDates(actor: Actor): boolean {
  return hasRole(actor, ...schoolRoles)
}

export function canSetSomeTimes(actor: Actor): boolean {
  return isClassroomStaff(actor) || isOffice(actor)
}

/** Who works with the group, but for a colleague who takes one session; and the office. */
export function canSetTimes(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isOffice(actor) || worksWithGroup(actor, facts)
}

/** When a group meets, without anything of its learners: office and head too. */
export function canSeeTimes(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts) || isOffice(actor) || hasRole(actor, 'head')
}
