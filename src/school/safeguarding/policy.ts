// Who says whom to tell, and who may know it.
import { type Actor, hasRole, schoolRoles } from '../../core/actor.ts'

/** Administrator and head. */
export function canSetContacts(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'head')
}

/** Everybody who works in the school. */
export function canSeeContacts(actor: Actor): boolean {
  return hasRole(actor, ...schoolRoles)
}
