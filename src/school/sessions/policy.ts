// Who may begin or open a session, and who may see which there were.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff, isOffice, worksWithGroup } from '../groups/policy.ts'
import { belongedAt, belongsNow, type Stay } from '../groups/rules.ts'

/** Who worked with the group when the session began, so that one begun offline is not lost by a change of groups since. */
export function canStart(actor: Actor, facts: { stays: readonly Stay[]; startedAt: string }): boolean {
  return isClassroomStaff(actor) && facts.stays.some((stay) => belongedAt(stay, facts.startedAt))
}

/** Who works with the group now, to prepare it, and who did when it took place. */
export function canOpen(actor: Actor, facts: { stays: readonly Stay[]; startsAt: string; now: Date }): boolean {
  return (
    canStart(actor, { stays: facts.stays, startedAt: facts.startsAt }) ||
    (isClassroomStaff(actor) && facts.stays.some((stay) => belongsNow(stay, facts.now)))
  )
}

export function canSeeSessions(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}

/** Moving, cancelling, handing to a colleague: who works with the group, but for a colleague who takes one session; and the office, when the teacher is ill. */
export function canArrange(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isOffice(actor) || worksWithGroup(actor, facts)
}

export function canArrangeSome(actor: Actor): boolean {
  return isOffice(actor) || isClassroomStaff(actor)
}
