// Who may manage people: administrators of the organisation; everyone may see their colleagues' names.
import { type Actor, hasRole } from '../../core/actor.ts'

/** Invites, grants, recovers, signs out. */
export function canManagePeople(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'centre_administrator')
}

/** Names of those one works with. A candidate sees the staff of the centre, and no other candidate (the view leaves them out). */
export function canSeeColleagues(actor: Actor): boolean {
  return actor.roles.length > 0
}

/** The link decides who may use it, not the actor. */
export function canUseLink(): boolean {
  return true
}
