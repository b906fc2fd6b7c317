// Who enters qualifications, who checks them, who writes CPD, and who sees both.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Whose qualifications matter. */
export function isStaff(actor: Actor): boolean {
  return hasRole(actor, 'assessor', 'tutor', 'iqa')
}

export function canCheck(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}

export function mayEnter(actor: Actor): boolean {
  return isStaff(actor) || canCheck(actor)
}

/** One's own; the centre administrator for any of the staff. */
export function canEnter(actor: Actor, { personId }: { readonly personId: Id }): boolean {
  return canCheck(actor) || isOwn(actor, { personId })
}

export function isOwn(actor: Actor, { personId }: { readonly personId: Id }): boolean {
  return isStaff(actor) && actor.personId === personId
}

export function canSeeStaff(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator', 'iqa')
}
