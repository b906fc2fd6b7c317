// Who may read standards: everyone who is signed in, because they are public knowledge and hold nobody's data. Official wording is the centre's: its administrator loads it.
import { type Actor, hasRole } from '../../core/actor.ts'

export function canReadStandards(actor: Actor): boolean {
  return actor.roles.length > 0
}

/** The wording is licensed to the centre: its people read it, and nobody else. */
export function canReadWording(actor: Actor): boolean {
  return actor.kind === 'centre' && actor.roles.length > 0
}

export function canLoadWording(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}
