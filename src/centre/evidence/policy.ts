// Who brings letters, who adds evidence, and who may say that she saw a record in place.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'

/** The post alone delivers; no person can claim to be it. */
export function canDeliver(actor: Actor): boolean {
  return actor.service === 'post'
}

export function mayImport(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'centre_administrator')
}

/** The candidate for her own portfolio; the centre administrator for any. */
export function canImport(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || hasRole(actor, 'centre_administrator')
}

export function mayAdd(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor')
}

export function canAdd(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || isItsAssessor(actor, parties)
}

/** Who added it, while she still is a party of it. */
export function canChange(actor: Actor, parties: Parties, addedById: Id): boolean {
  return canAdd(actor, parties) && actor.personId === addedById
}

export function maySee(actor: Actor): boolean {
  return hasRole(actor, 'assessor')
}

/** Only the assessor of this registration. */
export function canSayWhereSeen(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties)
}
