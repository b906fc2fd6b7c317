// Who offers evidence: a practitioner, her own records, to a portfolio of her own.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Those who are assessed on their support work. */
export function mayOffer(actor: Actor): boolean {
  return hasRole(actor, 'practitioner')
}

/** All of the records are the actor's own, and there is at least one. */
export function canOffer(actor: Actor, facts: { readonly authors: readonly Id[] }): boolean {
  return mayOffer(actor) && facts.authors.length > 0 && facts.authors.every((author) => author === actor.personId)
}
