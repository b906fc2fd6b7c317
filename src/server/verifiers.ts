// External verifiers: the one command that they may send, and a line for every answer that they are given.
import { type Actor, hasRole } from '../core/actor.ts'
import { isId, newId } from '../core/ids.ts'
import type { Tx } from './database.ts'

/** R17: an external verifier reads. He changes nothing but his own signature. */
const commandsOfVerifiers: ReadonlySet<string> = new Set(['signature.sign'])

/** Whether this actor may send the command at all, whatever its own policy says. */
export function maySend(actor: Actor, command: string): boolean {
  return !hasRole(actor, 'eqa') || commandsOfVerifiers.has(command)
}

/** Keeps that an external verifier was given an answer; of anybody else nothing. */
export async function logVerifierRead(tx: Tx, actor: Actor, view: string, registrationId: unknown): Promise<void> {
  if (!hasRole(actor, 'eqa')) return
  const { organisationId, now: lookedAt } = tx
  const about = isId(registrationId) ? registrationId : null
  await tx.db
    .insertInto('verifierReads')
    .values({ organisationId, id: newId(), personId: actor.personId, registrationId: about, view, lookedAt })
    .execute()
}
