// Who may register candidates, and who may see a registration: its candidate, its assessor, the centre administrator.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Those between whom a registration stands. */
export interface Parties {
  readonly candidateId: Id
  readonly assessorId: Id
}

export function canRegister(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}

export function isCandidate(actor: Actor): boolean {
  return hasRole(actor, 'candidate')
}

export function isAssessor(actor: Actor): boolean {
  return hasRole(actor, 'assessor')
}

export function canList(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'centre_administrator')
}

/** The candidate whose registration this is. */
export function isItsCandidate(actor: Actor, parties: Parties): boolean {
  return isCandidate(actor) && actor.personId === parties.candidateId
}

/** The assessor whose candidate this is. */
export function isItsAssessor(actor: Actor, parties: Parties): boolean {
  return isAssessor(actor) && actor.personId === parties.assessorId
}

export function canSeeRegistration(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || isItsAssessor(actor, parties) || canRegister(actor)
}

/** The address is handed on by the candidate, or for her by the centre. */
export function canSeeAddress(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || canRegister(actor)
}
