// Shown notes: for the lead with their words, for everybody else without.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listLearners } from '../learners/views.ts'
import { stands } from '../observations/views.ts'
import type { NoteToRead, ShownNote, ShownNoteState } from './contract.ts'

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
