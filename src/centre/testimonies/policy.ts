// Who asks a witness for a statement and confirms it: the candidate's assessor. Nobody writes or changes one (R5); a witness acts by a link, without a session.
import { type Actor, hasRole } from '../../core/actor.ts'
import { canReadPortfolio, isItsAssessor, type Parties } from '../registrations/policy.ts'

interface OfUnits {
  readonly units: readonly Parties[]
}

export function mayAskForTestimony(actor: Actor): boolean {
  return hasRole(actor, 'assessor')
}

/** The assessor of every unit that the statement is to be claimed for. */
export function canAskForTestimony(actor: Actor, { units }: OfUnits): boolean {
  return units.length > 0 && units.every((parties) => isItsAssessor(actor, parties))
}

/** The assessor of one of them renews, cancels, confirms. */
export function canTendTestimony(actor: Actor, { units }: OfUnits): boolean {
  return units.some((parties) => isItsAssessor(actor, parties))
}

export function canSeeTestimonies(actor: Actor, parties: Parties): boolean {
  return canReadPortfolio(actor, parties)
}
