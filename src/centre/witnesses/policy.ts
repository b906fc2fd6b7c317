// Who proposes, checks, approves and sees witnesses: a candidate proposes and sees her own, her assessor and the centre check, her assessor alone approves.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Parties } from '../registrations/policy.ts'
import { canRegister, canSeeRegistration, isItsAssessor, isItsCandidate } from '../registrations/policy.ts'

/** A candidate, with the registrations of theirs. */
export interface OfCandidate {
  readonly parties: readonly Parties[]
}

const isTheirAssessor = (actor: Actor, { parties }: OfCandidate) => parties.some((one) => isItsAssessor(actor, one))
const isThemselves = (actor: Actor, { parties }: OfCandidate) => parties.some((one) => isItsCandidate(actor, one))

export function mayAddWitness(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor', 'centre_administrator')
}

export function mayCheckWitness(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'centre_administrator')
}

export function mayApproveWitness(actor: Actor): boolean {
  return hasRole(actor, 'assessor')
}

export function canAddWitness(actor: Actor, candidate: OfCandidate): boolean {
  return isThemselves(actor, candidate) || canCheckWitness(actor, candidate)
}

/** Enters and checks the contact, inducts, corrects, makes links, ends: never the candidate. */
export function canCheckWitness(actor: Actor, candidate: OfCandidate): boolean {
  return !isThemselves(actor, candidate) && (isTheirAssessor(actor, candidate) || (candidate.parties.length > 0 && canRegister(actor)))
}

/** The assessor determines who is an expert witness. */
export function canApproveWitness(actor: Actor, candidate: OfCandidate): boolean {
  return isTheirAssessor(actor, candidate)
}

export function canSetCategories(actor: Actor): boolean {
  return canRegister(actor)
}

/** All who see a registration of theirs. */
export function canSeeWitnesses(actor: Actor, { parties }: OfCandidate): boolean {
  return parties.some((one) => canSeeRegistration(actor, one))
}

/** Contact, and what is shared with the candidate: for those who check it. */
export function canSeeContact(actor: Actor, candidate: OfCandidate): boolean {
  return canCheckWitness(actor, candidate)
}
