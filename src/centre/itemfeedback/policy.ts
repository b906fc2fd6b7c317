// Who gives feedback on a candidate's items, who answers it, and who reads both.
import type { Actor } from '../../core/actor.ts'
import { isAssessor, isCandidate, isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'

export function mayGive(actor: Actor): boolean {
  return isAssessor(actor)
}

/** Only the assessor of this registration. */
export function canGive(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties)
}

export function mayAnswer(actor: Actor): boolean {
  return isCandidate(actor)
}

/** Only the candidate whom it was given to. */
export function canAnswer(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties)
}
