// Who may set and close goals, and who alone may say that a success criterion is met.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff, isTeacherOf } from '../groups/policy.ts'

/** `part`: the actor's in the goal's group, or in a group of the goal's learner. */
export function canSetGoal(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isClassroomStaff(actor) && facts.part !== undefined
}

/** Met is a teacher's judgement: a teacher, as teacher of a group that the learner is in. */
export function canMarkMet(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isTeacherOf(actor, facts)
}

export function canSeeGoals(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
