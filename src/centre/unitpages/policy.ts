// Who writes a unit's page, who suggests reading to a candidate, and who writes in her notes and planning.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { isItsAssessor, isItsCandidate, isItsTutor, type Parties } from '../registrations/policy.ts'

/** The page is the centre's: everybody there reads it. */
export function canReadPages(actor: Actor): boolean {
  return actor.kind === 'centre' && actor.roles.length > 0
}

export function canEditPages(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator', 'assessor', 'tutor')
}

export function maySuggest(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'tutor')
}

export function canSuggest(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties) || isItsTutor(actor, parties)
}

export function mayWriteNotes(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'tutor')
}

export function canWriteNotes(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || canSuggest(actor, parties)
}

/** Whoever suggested it, while she has still a part. */
export function canTakeReadingBack(actor: Actor, { registration, suggestedById }: { registration: Parties; suggestedById: Id }): boolean {
  return canSuggest(actor, registration) && actor.personId === suggestedById
}

/** Whether it was read only the candidate can say. */
export function canMarkReading(actor: Actor, { registration }: { registration: Parties }): boolean {
  return isItsCandidate(actor, registration)
}

export function canTakeNoteBack(actor: Actor, { registration, writtenById }: { registration: Parties; writtenById: Id }): boolean {
  return canWriteNotes(actor, registration) && actor.personId === writtenById
}
