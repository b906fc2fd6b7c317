// Shown notes: for the lead with their words, for everybody else without.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listLearners } from '../learners/views.ts'
import { stands } from '../observations/views.ts'
import type { LineThatGoes, NoteToRead, ShownNote, ShownNoteState } from './contract.ts'

/** A learner's notes that were shown, newest first. */
export async function listShownNotes(tx: ReadTx, learnerId: Id): Promise<ShownNote[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('shownNotes')
    .innerJoin('people as author', (join) =>
      join.onRef('author.id', '=', 'shownNotes.recordedBy').on('author.organisationId', '=', organisationId),
    )
    .innerJoin('people as shower', (join) =>
      join.onRef('shower.id', '=', 'shownNotes.shownBy').on('shower.organisationId', '=', organisationId),
    )
    .leftJoin('shownNoteAnswers', (join) =>
      join.onRef('shownNoteAnswers.shownNoteId', '=', 'shownNotes.id').on('shownNoteAnswers.organisationId', '=', organisationId),
    )
    .leftJoin('people as lead', (join) =>
      join.onRef('lead.id', '=', 'shownNoteAnswers.answeredBy').on('lead.organisationId', '=', organisationId),
    )
    .select(['shownNotes.id', 'observationId', 'observedAt', 'shownAt', 'answer', 'answeredAt'])
    .select(['author.name as recordedByName', 'shower.name as shownByName', 'lead.name as answeredByName'])
    .where('shownNotes.organisationId', '=', organisationId)
    .where('shownNotes.learnerId', '=', learnerId)
    .orderBy('shownAt', 'desc')
    .execute()
  return rows.map(({ answer, ...row }) => ({
    ...row,
    state: (answer ?? 'open') as ShownNoteState,
    observedAt: moment(row.observedAt),
    shownAt: moment(row.shownAt),
    answeredAt: row.answeredAt === null ? null : moment(row.answeredAt),
  }))
}

/** What waits for the safeguarding lead, the oldest first; also what its author withdrew meanwhile, for its words are here still. */
export async function listNotesToRead(tx: ReadTx): Promise<NoteToRead[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('shownNotes')
    .innerJoin('learnerObservations as note', (join) =>
      join.onRef('note.id', '=', 'shownNotes.observationId').on('note.organisationId', '=', organisationId),
    )
    .innerJoin('people as author', (join) =>
      join.onRef('author.id', '=', 'note.recordedBy').on('author.organisationId', '=', organisationId),
    )
    .innerJoin('people as shower', (join) =>
      join.onRef('shower.id', '=', 'shownNotes.shownBy').on('shower.organisationId', '=', organisationId),
    )
    .select([
      'shownNotes.id',
      'shownNotes.learnerId',
      'note.observedAt',
      'shownNotes.shownAt',
      'note.whatSeen',
      'note.childWords',
      'note.myView',
    ])
    .select(['note.photoId', 'author.name as recordedByName', 'shower.name as shownByName'])
    .where('shownNotes.organisationId', '=', organisationId)
    .where(isUnanswered(tx))
    .orderBy('shownNotes.shownAt')
    .execute()
  const learners = await listLearners(tx, [...new Set(rows.map(({ learnerId }) => learnerId))])
  return rows.map(({ photoId, ...row }) => ({
    ...row,
    learnerName: learners.find(({ id }) => id === row.learnerId)?.name ?? '',
    observedAt: moment(row.observedAt),
    shownAt: moment(row.shownAt),
    hasPhoto: photoId !== null,
  }))
}

/** Which note was shown. @throws OperationError not_found */
export async function getShownNote(tx: ReadTx, id: Id, learnerId: Id): Promise<{ observationId: Id }> {
  const row = await tx.db
    .selectFrom('shownNotes')
    .select('observationId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('shownNoteId')
  return row
}

/** `whole` for a `with recursive`: the note, what it corrects and what corrects it. */
export function wholeNote(tx: ReadTx, observationId: Id, learnerId: Id) {
  return sql`whole as (
      select id, corrects_id, photo_id, child_words, what_seen from learner_observations
        where organisation_id = ${tx.organisationId} and learner_id = ${learnerId} and id = ${observationId}
      union
      select o.id, o.corrects_id, o.photo_id, o.child_words, o.what_seen from learner_observations o join whole on o.id = whole.corrects_id or o.corrects_id = whole.id
      where o.organisation_id = ${tx.organisationId} and o.learner_id = ${learnerId}
    )`
}

/** The condition that a line of a handover repeats words of the `whole` note: it goes with the note, and the lead reads it before. */
export const saysItsWords = sql<boolean>`exists (select from whole, lateral (values (btrim(child_words, ' “”"')), (btrim(what_seen, ' '))) as said (words)
        where length(words) > 3 and position(lower(words) in lower(handover_lines.wording)) > 0)`

/** The lines of handovers that go with a note, newest first. */
export async function listLinesThatGo(tx: ReadTx, observationId: Id, learnerId: Id): Promise<LineThatGoes[]> {
  const { organisationId } = tx
  const { rows } = await sql<LineRow>`with recursive ${wholeNote(tx, observationId, learnerId)}
    select handover_lines.id, handover_lines.wording, handover_lines.recorded_at, p.name as written_by_name, h.sent_at, g.name as group_name
    from handover_lines
    join people p on p.organisation_id = ${organisationId} and p.id = handover_lines.written_by
    left join handovers h on h.organisation_id = ${organisationId} and h.id = handover_lines.handover_id
    left join groups g on g.organisation_id = ${organisationId} and g.id = h.group_id
    where handover_lines.organisation_id = ${organisationId} and handover_lines.learner_id = ${learnerId} and ${saysItsWords}
    order by handover_lines.recorded_at desc, handover_lines.id`.execute(tx.db)
  return rows.map(({ id, wording, recordedAt, writtenByName, sentAt, groupName }) => ({
    ...{ id, wording, writtenByName, writtenAt: moment(recordedAt) },
    handedOver: sentAt === null || groupName === null ? null : { groupName, sentAt: moment(sentAt) },
  }))
}

interface LineRow {
  readonly id: Id
  readonly wording: string
  readonly recordedAt: Date
  readonly writtenByName: string
  readonly sentAt: Date | null
  readonly groupName: string | null
}

function isUnanswered(tx: ReadTx) {
  return sql<boolean>`not exists (select from shown_note_answers said where said.organisation_id = ${tx.organisationId} and said.shown_note_id = shown_notes.id)`
}

/** Whether a note is in sight, and whether it waits for the lead already. */
export async function noteFacts(tx: ReadTx, observationId: Id): Promise<{ isStanding: boolean; isWaiting: boolean }> {
  const { organisationId } = tx
  const standing = await tx.db
    .selectFrom('learnerObservations')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('id', '=', observationId)
    .where(stands(tx, 'learnerObservations'))
    .executeTakeFirst()
  const waiting = await tx.db
    .selectFrom('shownNotes')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('observationId', '=', observationId)
    .where(isUnanswered(tx))
    .executeTakeFirst()
  return { isStanding: standing !== undefined, isWaiting: waiting !== undefined }
}
