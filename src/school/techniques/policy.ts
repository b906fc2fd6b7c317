// Who sets the school's quick phrases, and who reads them.
import { type Actor, hasRole } from '../../core/actor.ts'
import { isClassroomStaff } from '../groups/policy.ts'

/** Whoever uses them. */
export function canSetPhrases(actor: Actor): boolean {
  return isClassroomStaff(actor)
}

export function canReadPhrases(actor: Actor): boolean {
  return isClassroomStaff(actor) || hasRole(actor, 'senco', 'head')
}
