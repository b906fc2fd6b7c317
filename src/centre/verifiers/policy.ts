// Who opens and ends a verifier's account and reads its log, and who is one.
import { type Actor, hasRole } from '../../core/actor.ts'

export function canOpen(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}

export function isVerifier(actor: Actor): boolean {
  return hasRole(actor, 'eqa')
}
