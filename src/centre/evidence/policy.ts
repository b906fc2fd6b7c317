// Who adds evidence, and who may say that she saw a record in place.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { isItsAssessor, isItsCandidate, isItsIqa, type Parties } from '../registrations/policy.ts'

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
  return hasRole(actor, 'assessor', 'iqa')
}

/** The assessor of this registration, and its IQA, who looks where the unit was sampled. */
export function canSayWhereSeen(actor: Actor, parties: Parties): boolean {
  return isItsAssessor(actor, parties) || isItsIqa(actor, parties)
}
