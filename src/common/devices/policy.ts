// Who may make a device known, end one, and send a colleague's waiting entries on.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Everyone, for themselves, after a full sign-in. A session that a PIN opened can't lengthen itself. */
export function canEnrol(actor: Actor): boolean {
  return actor.byDevice === undefined
}

/** Sees and ends devices of the organisation. */
export function canManageDevices(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'centre_administrator')
}

/** Opens the keys of their own entries, after a full sign-in; which entries those are, the rules say. */
export function canReopen(actor: Actor): boolean {
  return actor.byDevice === undefined
}

/** Sends entries of their own organisation on, for colleagues who can't. */
export function canSendOn(actor: Actor, _facts: unknown, { header }: { header: { organisationId: Id } }): boolean {
  return canManageDevices(actor) && header.organisationId === actor.organisationId
}
