// The audit trail's writer: an event first, its content and hash last, both in the command's own transaction.
import { createHash, randomBytes } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Actor } from '../core/actor.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import type { Command } from '../core/contract.ts'
import { OperationError } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'
import { moment } from '../core/time.ts'
import type { Tx } from './database.ts'

/** What an event says. Its canonical JSON is what is hashed and kept, byte for byte. */
interface Content {
  readonly who: Id
  readonly as: readonly string[]
  readonly sentOnBy?: Id
  readonly command: string
  readonly version: number
  readonly recordedAt: string
  readonly input: Plain
  readonly output: Plain
}

// Every command runs these two, so they are written out: nothing is built anew, and the database plans them once.
const insertEvent = `
  insert into events (organisation_id, id, command, version, person_id, sent_on_by, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing returning id`
const insertContent = `
  with hashed as (update events set content_hash = $3 where organisation_id = $1 and id = $2),
    about as (
      insert into event_learners (organisation_id, event_id, learner_id)
      select $1, $2, unnest($4::uuid[])
      on conflict do nothing
    )
  insert into event_contents (organisation_id, event_id, content, salt) values ($1, $2, $5, $6)`

/** Inserts the event's row. `false` when a command of this id was accepted before. */
export async function openEvent(tx: Tx, actor: Actor, command: Command, id: Id): Promise<boolean> {
  const { organisationId, now } = tx
  const values = [organisationId, id, command.name, command.version, actor.personId, actor.sentOnBy ?? null, now]
  const { rows } = await tx.db.executeQuery(CompiledQuery.raw(insertEvent, values))
  return rows.length === 1
}

/** Writes what the event said and its hash, in one statement. The event can't be changed afterwards. */
export async function closeEvent(
  tx: Tx,
  actor: Actor,
  event: { command: Command; id: Id; input: Plain; output: Plain; learnerIds: readonly Id[] },
): Promise<void> {
  const { command, id, input, output } = event
  const said: Content = {
    who: actor.personId,
    as: actor.service === undefined ? actor.roles : [actor.service],
    ...(actor.sentOnBy === undefined ? {} : { sentOnBy: actor.sentOnBy }),
    command: command.name,
    version: command.version,
    recordedAt: moment(tx.now),
    input,
    output,
  }
  const content = canonical(said as unknown as Plain)
  const salt = randomBytes(16)
  const values = [tx.organisationId, id, contentHash(salt, content), [...new Set(event.learnerIds)], content, salt]
  await tx.db.executeQuery(CompiledQuery.raw(insertContent, values))
}

/** SHA-256 over the salt and the content's bytes. The salt goes with the content: without both, the hash tells nothing. */
export function contentHash(salt: Uint8Array, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest()
}

/**
 * The output that an accepted command gave, for a second copy of it.
 * @throws OperationError id_in_use when the id belongs to another person's or another command; learner_erased when the content is gone
 */
export async function storedOutput(tx: Tx, actor: Actor, command: Command, id: Id): Promise<unknown> {
  const row = await tx.db
    .selectFrom('events')
    .leftJoin('eventContents', (join) =>
      join
        .onRef('eventContents.organisationId', '=', 'events.organisationId')
        .onRef('eventContents.eventId', '=', 'events.id')
        .on('eventContents.organisationId', '=', tx.organisationId),
    )
    .select(['events.command', 'events.personId', 'eventContents.content'])
    .where('events.organisationId', '=', tx.organisationId)
    .where('events.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.command !== command.name || row.personId !== actor.personId)
    throw new OperationError({ code: 'id_in_use', field: 'id' })
  if (row.content === null) throw new OperationError({ code: 'learner_erased' })
  return (JSON.parse(row.content) as Content).output
}
