// Who claims, who decides, who countersigns, and who publishes how soon. Who reads a unit is said once, in the policy of registrations.
import type { Actor } from '../../core/actor.ts'
import {
  canRegister,
  isAssessor,
  isCandidate,
  isItsAssessor,
  isItsCandidate,
  isItsCountersigner,
  type Parties,
} from '../registrations/policy.ts'

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

/** Countersigning is a part that an assessor has in a registration, not a role. */
export function mayCountersign(actor: Actor): boolean {
  return isAssessor(actor)
}

export function canCountersign(actor: Actor, parties: Parties): boolean {
  return isItsCountersigner(actor, parties)
}

export function canSetTarget(actor: Actor): boolean {
  return canRegister(actor)
}

/** What is published is for everyone in the centre. */
export function canSeeTarget(actor: Actor): boolean {
  return actor.kind === 'centre'
}
