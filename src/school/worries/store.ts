// Writes what was shown and answered, and takes a note out of everything that holds its words.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { noteRemovedContents, raiseErasures, type Tx } from '../../server/database.ts'
import type { ShownNoteState } from './contract.ts'
import { getShownNote, saysItsWords, wholeNote } from './views.ts'

interface NewShownNote {
  readonly id: Id
  readonly learnerId: Id
  readonly observationId: Id
  readonly observedAt: Date
  readonly recordedBy: Id
  readonly shownBy: Id
  readonly shownAt: Date
}

export async function insertShownNote(tx: Tx, note: NewShownNote): Promise<void> {
  await tx.db
    .insertInto('shownNotes')
    .values({ organisationId: tx.organisationId, ...note })
    .execute()
}

export async function insertAnswer(
  tx: Tx,
  answer: { shownNoteId: Id; learnerId: Id; answer: 'removed' | 'kept'; answeredBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('shownNoteAnswers')
    .values({ organisationId: tx.organisationId, ...answer, answeredAt: tx.now })
    .execute()
}

/** @throws OperationError not_found */
export async function getNote(tx: Tx, observationId: Id, learnerId: Id): Promise<{ observedAt: Date; recordedBy: Id }> {
  const row = await tx.db
    .selectFrom('learnerObservations')
    .select(['observedAt', 'recordedBy'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', observationId)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('observationId')
  return row
}

/** Held until the transaction ends: two leads give one answer. @throws OperationError not_found */
export async function holdShownNote(tx: Tx, id: Id, learnerId: Id): Promise<{ observationId: Id; state: ShownNoteState }> {
  const { organisationId } = tx
  const { observationId } = await getShownNote(tx, id, learnerId)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`shown note ${id}`}, 0))`.execute(tx.db)
  const answer = await tx.db
    .selectFrom('shownNoteAnswers')
    .select('answer')
    .where('organisationId', '=', organisationId)
    .where('shownNoteId', '=', id)
    .executeTakeFirst()
  return { observationId, state: (answer?.answer ?? 'open') as ShownNoteState }
}

/** A note with what it corrects and what corrects it, what repeats its words or rests on it, their photos, and the events that told of them. */
export interface WholeNote {
  readonly observationIds: Id[]
  /** By the first row of each. */
  readonly improvementIds: Id[]
  /** Quotations of its words. */
  readonly achievementIds: Id[]
  /** Lines of handovers about the learner that repeat its words. */
  readonly lineIds: Id[]
  readonly photoIds: Id[]
  readonly fileHashes: string[]
  readonly eventIds: Id[]
}

export async function findWholeNote(tx: Tx, observationId: Id, learnerId: Id): Promise<WholeNote> {
  const of = sql`organisation_id = ${tx.organisationId} and learner_id = ${learnerId}`
  const { rows } = await sql<WholeNote>`with recursive ${wholeNote(tx, observationId, learnerId)}, better as (
      select distinct first_id as id from improvements where ${of} and (first_observation_id in (select id from whole) or second_observation_id in (select id from whole))
    ), quoted as (
      select id from achievements where ${of} and (source = 'quote' and source_id in (select id from whole) or source = 'improvement' and source_id in (select id from better))
    ), told as (
      select id from handover_lines where ${of} and ${saysItsWords}
    ), shown as (
      select id, file_hash from photos where ${of} and id in (select photo_id from whole)
        and not exists (select from learner_observations o where o.organisation_id = ${tx.organisationId} and o.photo_id = photos.id and o.id not in (select id from whole))
    )
    select array(select id from whole) as observation_ids, array(select id from better) as improvement_ids, array(select id from quoted) as achievement_ids, array(select id from told) as line_ids, array(select id from shown) as photo_ids, array(select file_hash from shown) as file_hashes,
      array(select event_id from event_contents where organisation_id = ${tx.organisationId}
        and event_id in (select event_id from event_learners where ${of})
        and content::jsonb -> 'input' ->> 'id' in (select id::text from whole union select id::text from shown union select id::text from quoted union select id::text from told
          union select i.id::text from improvements i where i.organisation_id = ${tx.organisationId} and i.first_id in (select id from better))) as event_ids`.execute(
    tx.db,
  )
  const [found] = rows
  if (found === undefined) throw new Error('looking for a note gave no row')
  return found
}

/** Says why the contents are missing, and raises the number at which every device drops what it keeps. Before {@link deleteNote}. */
export async function insertRemoval(tx: Tx, eventIds: readonly Id[]): Promise<void> {
  await noteRemovedContents(tx, eventIds)
  await raiseErasures(tx)
}

/** Deletes the note, its photos and what the events said. For the role that may delete. */
export async function deleteNote(
  tx: Tx,
  { observationIds, improvementIds, achievementIds, lineIds, photoIds, eventIds }: WholeNote,
): Promise<void> {
  const { organisationId } = tx
  for (const [table, column, ids] of [
    ['achievementWithdrawals', 'achievementId', achievementIds],
    ['achievements', 'id', achievementIds],
    ['handoverLines', 'id', lineIds],
    ['improvementWithdrawals', 'improvementId', improvementIds],
    ['improvements', 'firstId', improvementIds],
    ['observationWithdrawals', 'observationId', observationIds],
    ['learnerObservations', 'id', observationIds],
    ['photos', 'id', photoIds],
    ['eventContents', 'eventId', eventIds],
  ] as const) {
    await tx.db
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where(sql.ref(column), '=', sql<Id>`any(${ids}::uuid[])`)
      .execute()
  }
}
