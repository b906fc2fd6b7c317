// Everyone of a school may read the statements: they hold nothing of anybody.
import type { Actor } from '../../core/actor.ts'

export function canReadStatements(actor: Actor): boolean {
  return actor.roles.length > 0
}
