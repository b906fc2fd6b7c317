// Who writes a candidate's introduction, who notes prior learning, and who publishes and reads notices.
import { type Actor, hasRole } from '../../core/actor.ts'
import { isCandidate, isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'

/** Her own, alone. */
export function canIntroduce(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties)
}

export function mayNotePriorLearning(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor')
}

/** The candidate, or her assessor when they talk about it. */
export function canNotePriorLearning(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || isItsAssessor(actor, parties)
}

export function canPublish(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}

export function canReadNotices(actor: Actor): boolean {
  return isCandidate(actor) || canPublish(actor)
}
