// Who may record, correct and withdraw an observation.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { isClassroomStaff, isTeacherOf } from '../groups/policy.ts'
import { type Stay, wereTogether } from '../groups/rules.ts'

export interface Together {
  /** The actor's stays in the group of the observation. */
  readonly staff: readonly Stay[]
  /** The learner's stays in it. */
  readonly members: readonly Stay[]
}

/** Practitioner or teacher, who was in that group with the learner at the moment: an entry that waited on a device counts after she left. */
export function canRecord(actor: Actor, facts: Together, made: { groupId: string; observedAt: string }): boolean {
  return isClassroomStaff(actor) && wereTogether(facts.staff, facts.members, made.groupId, made.observedAt)
}

/** One's own, whenever; anybody's, as teacher of a group that the learner is in now. */
export function canWithdraw(actor: Actor, facts: { recordedBy: string; part: StaffPart | undefined }): boolean {
  return (isClassroomStaff(actor) && facts.recordedBy === actor.personId) || isTeacherOf(actor, facts)
}

/** One's own alone: nobody changes what another saw. */
export function canCorrect(
  actor: Actor,
  facts: Together & { recordedBy: string | undefined },
  made: { groupId: string; observedAt: string },
): boolean {
  return facts.recordedBy === actor.personId && canRecord(actor, facts, made)
}
