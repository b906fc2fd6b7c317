// Writes a centre's texts for a unit's page, and a candidate's readings and notes.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { PageEntry, PageSection } from './contract.ts'

interface Edit {
  readonly id: Id
  readonly packCode: string
  readonly section: PageSection
  /** Null: back to ours. */
  readonly entries: readonly PageEntry[] | null
  readonly writtenBy: Id
}

/** A section as it is from now on, under its next number. */
export async function insertEdit(tx: Tx, { entries, ...edit }: Edit): Promise<void> {
  const { organisationId } = tx
  const { last } = await tx.db
    .selectFrom('pageEdits')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisationId', '=', organisationId)
    .where('packCode', '=', edit.packCode)
    .where('section', '=', edit.section)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('pageEdits')
    .values({
      organisationId,
      ...edit,
      number: (last ?? 0) + 1,
      entries: entries === null ? null : JSON.stringify(entries),
      writtenAt: tx.now,
    })
    .execute()
}

interface NewReading {
  readonly id: Id
  readonly registrationId: Id
  readonly title: string
  readonly detail: string
  readonly link: string
  readonly suggestedBy: Id
}

export async function insertReading(tx: Tx, reading: NewReading): Promise<void> {
  await tx.db
    .insertInto('suggestedReadings')
    .values({ organisationId: tx.organisationId, ...reading, suggestedAt: tx.now })
    .execute()
}

/** Whose reading it is and who suggested it. @throws OperationError not_found also when it was taken back */
export async function loadReading(tx: Tx, id: Id): Promise<{ registrationId: Id; suggestedById: Id }> {
  const row = await tx.db
    .selectFrom('suggestedReadings')
    .select(['registrationId', 'suggestedBy as suggestedById'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw notFound('readingId')
  return row
}

export async function setReading(tx: Tx, id: Id, change: { readAt: Date | null } | { takenBackAt: Date }): Promise<void> {
  await tx.db.updateTable('suggestedReadings').set(change).where('organisationId', '=', tx.organisationId).where('id', '=', id).execute()
}

export async function insertNote(tx: Tx, note: { id: Id; registrationId: Id; text: string; writtenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('unitNotes')
    .values({ organisationId: tx.organisationId, ...note, writtenAt: tx.now })
    .execute()
}

/** Of which unit a note is and who wrote it. @throws OperationError not_found also when it was taken back */
export async function loadNote(tx: Tx, id: Id): Promise<{ registrationId: Id; writtenById: Id }> {
  const row = await tx.db
    .selectFrom('unitNotes')
    .select(['registrationId', 'writtenBy as writtenById'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw notFound('noteId')
  return row
}

export async function takeNoteBack(tx: Tx, id: Id): Promise<void> {
  await tx.db
    .updateTable('unitNotes')
    .set({ takenBackAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}
