// Who may read results in and take them back, and who sees them.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeRecord, isTeacherOf } from '../groups/policy.ts'

/** A first, cheap question: teachers for their learners, the data lead for all. */
export function canReadSomeResultsIn(actor: Actor): boolean {
  return hasRole(actor, 'teacher', 'data_lead')
}

export function canReadResultsIn(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return hasRole(actor, 'data_lead') || isTeacherOf(actor, facts)
}

/** What one read in oneself; the data lead what anybody did. */
export function canWithdrawImport(actor: Actor, facts: { importedBy: string }): boolean {
  return hasRole(actor, 'data_lead') || (hasRole(actor, 'teacher') && facts.importedBy === actor.personId)
}

/** Whoever sees the record. Who reads results in for a school sees none of them as such. */
export function canSeeResults(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}
