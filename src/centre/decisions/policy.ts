// Who claims, and who decides. Who reads a unit is said once, in the policy of registrations.
import type { Actor } from '../../core/actor.ts'
import { isAssessor, isCandidate, isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'

export function mayClaim(actor: Actor): boolean {
  return isCandidate(actor)
}

/** The candidate, in her own portfolio. */
export function canClaim(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties)
}

export function mayDecide(actor: Actor): boolean {
  return isAssessor(actor)
}

/** Only the assessor of this registration decides. */
export function canDecide(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties)
}
