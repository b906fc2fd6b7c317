// Who shows a note to the safeguarding lead, and who answers.
import { type Actor, hasRole } from '../../core/actor.ts'
import { canSeeRecord } from '../groups/policy.ts'

/** Whoever sees the note. */
export function canShowNote(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}

/** The safeguarding lead alone reads and answers what was shown: no other note of any learner. */
export function canAnswerNote(actor: Actor): boolean {
  return hasRole(actor, 'safeguarding_lead')
}
