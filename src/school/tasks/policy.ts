// Who may keep a task for a learner and note what was seen: who worked with the session's group at that moment, as for an observation.
import type { Actor } from '../../core/actor.ts'
import type { Moment } from '../../core/time.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, canSeeRecord, isClassroomStaff } from '../groups/policy.ts'
import { type Stay, wereTogether } from '../groups/rules.ts'

export interface SessionTogether {
  readonly groupId: string
  /** The actor's stays in the session's group. */
  readonly staff: readonly Stay[]
  /** The learner's stays in it. */
  readonly members: readonly Stay[]
}

/** What waited on a device counts after its author left the group. */
export function canKeepForSession(actor: Actor, facts: SessionTogether, at: Moment): boolean {
  return isClassroomStaff(actor) && wereTogether(facts.staff, facts.members, facts.groupId, at)
}

export function canSeeTasksOfGroup(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}

export function canSeeTasksOfLearner(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}
