// Who samples, who answers an action, and who reads samples.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { canReadPortfolio, isItsIqa, type Parties } from '../registrations/policy.ts'

export function maySample(actor: Actor): boolean {
  return hasRole(actor, 'iqa')
}

/** The IQA of this registration alone. */
export function canSample(actor: Actor, parties: Parties): boolean {
  return isItsIqa(actor, parties)
}

/** Whoever can have a part in somebody's unit, or is the candidate. */
export function mayOweActions(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'tutor')
}

/** Whoever owes the action, while she still reads the unit. */
export function canAnswer(actor: Actor, facts: Parties & { readonly ownerId: Id }): boolean {
  return actor.personId === facts.ownerId && canReadPortfolio(actor, facts)
}
