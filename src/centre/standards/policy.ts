// Who may read standards: everyone who is signed in, because they are public knowledge and hold nobody's data.
import type { Actor } from '../../core/actor.ts'

export function canReadStandards(actor: Actor): boolean {
  return actor.roles.length > 0
}
