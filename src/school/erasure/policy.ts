// Who may erase a learner, see beforehand what that takes, and read the list of erasures.
import { type Actor, hasRole } from '../../core/actor.ts'

/** The data lead alone: answers for the school's records and reads no notes. */
export function canErase(actor: Actor): boolean {
  return hasRole(actor, 'data_lead')
}
