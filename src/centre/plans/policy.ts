// Who plans: the candidate and the assessor of every unit in the plan. Who reads: those who may read the unit.
import type { Actor } from '../../core/actor.ts'
import { canReadPortfolio, isAssessor, isCandidate, isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'
import type { PlanPart } from './contract.ts'

type Planners = Pick<Parties, 'candidateId' | 'assessorId'>

/** The parts whose act planning is. */
export function mayPlan(actor: Actor): boolean {
  return isCandidate(actor) || isAssessor(actor)
}

/** As what the actor acts in a plan over these units, if as anything: the same in each of them. */
export function partIn(actor: Actor, units: readonly Planners[]): PlanPart | undefined {
  if (units.length === 0) return undefined
  if (units.every((unit) => isItsCandidate(actor, unit))) return 'candidate'
  return units.every((unit) => isItsAssessor(actor, unit)) ? 'assessor' : undefined
}

export function canPlan(actor: Actor, units: readonly Planners[]): boolean {
  return partIn(actor, units) !== undefined
}

/** Feedback is the assessor's; a review is either's. */
export function canAddEntry(actor: Actor, units: readonly Planners[], kind: 'review' | 'feedback'): boolean {
  const part = partIn(actor, units)
  return kind === 'feedback' ? part === 'assessor' : part !== undefined
}

export function canReadPlans(actor: Actor, unit: Parties): boolean {
  return canReadPortfolio(actor, unit)
}
