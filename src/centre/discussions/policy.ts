// Who proposes and agrees agendas: candidate and assessor, between whom the discussion is.
import { type Actor, hasRole } from '../../core/actor.ts'
import { isItsAssessor, isItsCandidate, type Parties } from '../registrations/policy.ts'

export function mayDiscuss(actor: Actor): boolean {
  return hasRole(actor, 'candidate', 'assessor')
}

export function canDiscuss(actor: Actor, parties: Parties): boolean {
  return isItsCandidate(actor, parties) || isItsAssessor(actor, parties)
}
