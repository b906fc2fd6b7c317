// Everybody in the school has a today; what stands in it follows from their roles and groups.
import { type Actor, hasRole, schoolRoles } from '../../core/actor.ts'
import type { SharedWith } from '../handovers/contract.ts'
import { canReadSome } from '../handovers/policy.ts'

export function canSeeToday(actor: Actor): boolean {
  return hasRole(actor, ...schoolRoles)
}

/** Roles of the actor that a handover may be shared with. */
export function rolesSharedWith(actor: Actor): readonly SharedWith[] {
  return (['senco', 'subject_lead'] as const).filter((role) => hasRole(actor, role))
}

/** Whether something can wait for the actor at all; others are shown the places of their role alone. */
export function canHaveWaiting(actor: Actor): boolean {
  return canReadSome(actor)
}
