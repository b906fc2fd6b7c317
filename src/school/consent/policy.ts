// Who may keep what a family said, and who may read it.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeRecord, isOffice, isTeacherOf } from '../groups/policy.ts'

/** A first, cheap question by role. */
export function canSetSomeConsent(actor: Actor): boolean {
  return isOffice(actor) || hasRole(actor, 'teacher')
}

/** Data lead, administrator, and a teacher of the learner. */
export function canSetConsent(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isOffice(actor) || isTeacherOf(actor, facts)
}

/** Whoever sets it, and whoever must heed it. */
export function canSeeConsent(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isOffice(actor) || canSeeRecord(actor, { worksWith: facts.part !== undefined })
}
