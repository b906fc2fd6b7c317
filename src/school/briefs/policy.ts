// Who may write a brief, answer its questions, and read it. A brief is the two adults': heads, data leads and administrators read none.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff, isTeacherOf } from '../groups/policy.ts'
import { belongedAt, type Stay } from '../groups/rules.ts'

/** Who worked with the group at the moment of writing: what was written offline is not lost by a change of groups since. */
export function canWriteBrief(actor: Actor, facts: { stays: readonly Stay[]; writtenAt: string }): boolean {
  return isClassroomStaff(actor) && facts.stays.some((stay) => belongedAt(stay, facts.writtenAt))
}

/** The four questions are answered by a teacher of the group. */
export function canAnswerBrief(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isTeacherOf(actor, facts)
}

/** The adults who work with the group, and the SENCO. */
export function canSeeBrief(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
