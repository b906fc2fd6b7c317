// Who may ask a subject lead, write the advice down, give it, and read it.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff } from '../groups/policy.ts'
import { belongedAt, type Stay } from '../groups/rules.ts'

/** Who worked with the group when they asked. */
export function canAskLead(actor: Actor, facts: { stays: readonly Stay[]; at: string }): boolean {
  return isClassroomStaff(actor) && facts.stays.some((stay) => belongedAt(stay, facts.at))
}

/** A lead whose advice an adult of the group waits for. */
export function canAdvise(actor: Actor, facts: { isAsked: boolean }): boolean {
  return isSubjectLead(actor) && facts.isAsked
}

/** Who may have to do with advice at all. */
export function canWriteSomeAdvice(actor: Actor): boolean {
  return isClassroomStaff(actor) || isSubjectLead(actor)
}

export function isSubjectLead(actor: Actor): boolean {
  return hasRole(actor, 'subject_lead')
}

export function canSeeAdvice(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
