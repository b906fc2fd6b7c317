// Who may talk about goals with learners, show examples, and take a goal along when a class moves up.
import type { Actor } from '../../core/actor.ts'
import { canSeeGoals, canSetGoal } from '../goals/policy.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeRecord, isClassroomStaff } from '../groups/policy.ts'

/** `part`: the actor's with the learner. */
export function canTalkAboutGoal(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSetGoal(actor, facts)
}

/** `part`: the actor's where the goal belongs. */
export function canShowExample(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSetGoal(actor, facts)
}

/** Both ends must be the actor's: a goal tells what a group works at, and the new group gets it without asking. */
export function canTakeAlong(actor: Actor, facts: { part: StaffPart | undefined; targetPart: StaffPart | undefined }): boolean {
  return isClassroomStaff(actor) && facts.part !== undefined && facts.targetPart !== undefined
}

export function canSeeGoalTalks(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGoals(actor, facts)
}

/** How one learner says goals: part of the record. */
export function canSeeOwnWordings(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}
