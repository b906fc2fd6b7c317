// Who may begin a session, and who may see which there were.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff } from '../groups/policy.ts'
import { belongedOn, type Stay } from '../groups/rules.ts'

/** Who worked with the group on the day on which the session began, so that one begun offline is not lost by a change of groups since. */
export function canStart(actor: Actor, facts: { stays: readonly Stay[]; startedOn: string }): boolean {
  return isClassroomStaff(actor) && facts.stays.some((stay) => belongedOn(stay, facts.startedOn))
}

export function canSeeSessions(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
