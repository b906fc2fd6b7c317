// Who observes: the assessor of every unit that the visit may serve. Who comments: the candidate. Both sign; who may read the unit reads it.
import type { Actor } from '../../core/actor.ts'
import { mayPlan, partIn } from '../plans/policy.ts'
import { canReadPortfolio, isAssessor, isCandidate, type Parties } from '../registrations/policy.ts'

type Observers = Pick<Parties, 'candidateId' | 'assessorId'>

export function mayObserve(actor: Actor): boolean {
  return isAssessor(actor)
}

export function canObserve(actor: Actor, units: readonly Observers[]): boolean {
  return partIn(actor, units) === 'assessor'
}

export function mayComment(actor: Actor): boolean {
  return isCandidate(actor)
}

export function canComment(actor: Actor, units: readonly Observers[]): boolean {
  return partIn(actor, units) === 'candidate'
}

export function maySign(actor: Actor): boolean {
  return mayPlan(actor)
}

export function canSign(actor: Actor, units: readonly Observers[]): boolean {
  return partIn(actor, units) !== undefined
}

export function canReadVisits(actor: Actor, unit: Parties): boolean {
  return canReadPortfolio(actor, unit)
}
