// Who has which part in a registration, who may read the portfolio behind it, and who registers. Every feature of the centre asks here.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Those between whom a registration stands; every `Registration` is one. */
export interface Parties {
  readonly candidateId: Id
  readonly assessorId: Id
  readonly tutorId: Id | null
  readonly countersignerId: Id | null
  readonly iqaId: Id | null
  /** External verifiers whose account opens the unit now. */
  readonly eqaIds?: readonly Id[] | undefined
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

/** Whoever can have a part in somebody else's registration, and whoever registers. */
export function canList(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'tutor', 'iqa', 'eqa', 'centre_administrator')
}

/** Whoever can have a part in any registration: the cheap question before it is known which. */
export function mayReadPortfolios(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'tutor', 'iqa', 'eqa')
}

/** The candidate whose registration this is. */
export function isItsCandidate(actor: Actor, { candidateId }: Pick<Parties, 'candidateId'>): boolean {
  return isCandidate(actor) && actor.personId === candidateId
}

/** The assessor whose candidate this is. */
export function isItsAssessor(actor: Actor, { assessorId }: Pick<Parties, 'assessorId'>): boolean {
  return isAssessor(actor) && actor.personId === assessorId
}

/** The tutor who teaches the candidate for this unit. */
export function isItsTutor(actor: Actor, { tutorId }: Pick<Parties, 'tutorId'>): boolean {
  return hasRole(actor, 'tutor') && actor.personId === tutorId
}

/** The assessor who countersigns a trainee's decisions here. It is a part, not a role of its own. */
export function isItsCountersigner(actor: Actor, { countersignerId }: Pick<Parties, 'countersignerId'>): boolean {
  return isAssessor(actor) && actor.personId === countersignerId
}

/** The internal quality assurer of this registration. */
export function isItsIqa(actor: Actor, { iqaId }: Pick<Parties, 'iqaId'>): boolean {
  return hasRole(actor, 'iqa') && actor.personId === iqaId
}

/** An external verifier whose account opens this unit, until it ends. */
export function isItsEqa(actor: Actor, { eqaIds = [] }: Pick<Parties, 'eqaIds'>): boolean {
  return hasRole(actor, 'eqa') && eqaIds.includes(actor.personId)
}

/** Whoever has a part in it, and an external verifier while an account opens it, reads all that the unit of a portfolio shows. The centre administrator has none: she sees the registration alone. */
export function canReadPortfolio(actor: Actor, parties: Parties): boolean {
  return (
    isItsCandidate(actor, parties) ||
    isItsAssessor(actor, parties) ||
    isItsTutor(actor, parties) ||
    isItsCountersigner(actor, parties) ||
    isItsIqa(actor, parties) ||
    isItsEqa(actor, parties)
  )
}

export function canSeeRegistration(actor: Actor, parties: Parties): boolean {
  return canReadPortfolio(actor, parties) || canRegister(actor)
}

/** The address is handed on by the candidate, or for her by the centre. */
export function canSeeAddress(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || canRegister(actor)
}
