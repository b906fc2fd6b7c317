// Who brings letters: the post, the candidate for her own portfolio, the centre administrator for any.
import { type Actor, hasRole } from '../../core/actor.ts'
import { isItsCandidate, type Parties } from '../registrations/policy.ts'

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
