// Who claims, who decides, and who sees a unit: its candidate and its assessor, nobody else.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Those between whom the registration stands. */
export interface Parties {
  readonly candidateId: Id
  readonly assessorId: Id
}

export function mayClaim(actor: Actor): boolean {
  return hasRole(actor, 'candidate')
}

/** The candidate, in her own portfolio. */
export function canClaim(actor: Actor, parties: Parties): boolean {
  return mayClaim(actor) && actor.personId === parties.candidateId
}

export function mayDecide(actor: Actor): boolean {
  return hasRole(actor, 'assessor')
}

/** Only the assessor of this registration decides. */
export function canDecide(actor: Actor, parties: Parties): boolean {
  return mayDecide(actor) && actor.personId === parties.assessorId
}
