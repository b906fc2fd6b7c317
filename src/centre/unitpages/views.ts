// Reads a unit's page in all its sections, and what of it belongs to one candidate.
import type { Plain } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { PageEntry, PageSection, Reading, ShownSection, UnitNote } from './contract.ts'
import { sections } from './rules.ts'

/** Each section: the centre's last words, or ours. */
export async function showPage(tx: ReadTx, packCode: string): Promise<ShownSection[]> {
  const { organisationId } = tx
  const ours = await tx.db
    .selectFrom('pageTexts')
    .select(['section', 'about', 'title', 'text'])
    .where('packCode', '=', packCode)
    .orderBy('section')
    .orderBy('position')
    .execute()
  const edits = await tx.db
    .selectFrom('pageEdits')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'pageEdits.writtenBy').on('people.organisationId', '=', organisationId))
    .select(['pageEdits.section', 'pageEdits.entries', 'pageEdits.writtenAt', 'people.name as byName'])
    .distinctOn('pageEdits.section')
    .where('pageEdits.organisationId', '=', organisationId)
    .where('pageEdits.packCode', '=', packCode)
    .orderBy('pageEdits.section')
    .orderBy('pageEdits.number', 'desc')
    .execute()
  return sections.map((section) => {
    const edit = edits.find((one) => one.section === section)
    // Written by this program from entries of the contract's shape.
    if (edit !== undefined && edit.entries !== null)
      return { section, entries: JSON.parse(edit.entries) as PageEntry[], edited: { byName: edit.byName, at: moment(edit.writtenAt) } }
    return { section, entries: ours.filter((one) => one.section === section).map(asEntry), edited: null }
  })
}

function asEntry({ about, title, text }: { section: string; about: string; title: string; text: string }): PageEntry {
  return { about, title, text, link: '', kind: null }
}

/** How often the centre has written a section, or gone back. */
export async function countEdits(tx: ReadTx, packCode: string, section: PageSection): Promise<number> {
  const { count } = await tx.db
    .selectFrom('pageEdits')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organisationId', '=', tx.organisationId)
    .where('packCode', '=', packCode)
    .where('section', '=', section)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function listReadings(tx: ReadTx, registrationId: Id): Promise<Reading[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('suggestedReadings as reading')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'reading.suggestedBy').on('people.organisationId', '=', organisationId))
    .select(['reading.id', 'reading.title', 'reading.detail', 'reading.link', 'reading.suggestedBy as suggestedById'])
    .select(['reading.suggestedAt', 'reading.readAt', 'people.name as suggestedByName'])
    .where('reading.organisationId', '=', organisationId)
    .where('reading.registrationId', '=', registrationId)
    .where('reading.takenBackAt', 'is', null)
    .orderBy('reading.suggestedAt')
    .orderBy('reading.id')
    .execute()
  return rows.map(({ suggestedAt, readAt, ...row }) => ({
    ...row,
    suggestedAt: moment(suggestedAt),
    readAt: readAt === null ? null : moment(readAt),
  }))
}

export async function listNotes(tx: ReadTx, registrationId: Id): Promise<UnitNote[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('unitNotes as note')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'note.writtenBy').on('people.organisationId', '=', organisationId))
    .select(['note.id', 'note.text', 'note.writtenBy as writtenById', 'note.writtenAt', 'people.name as writtenByName'])
    .where('note.organisationId', '=', organisationId)
    .where('note.registrationId', '=', registrationId)
    .where('note.takenBackAt', 'is', null)
    .orderBy('note.writtenAt')
    .orderBy('note.id')
    .execute()
  return rows.map(({ writtenAt, ...row }) => ({ ...row, writtenAt: moment(writtenAt) }))
}

/** What of the page is content of the unit and so is signed: its notes and planning. */
export async function contentForUnit(tx: ReadTx, { id }: { readonly id: Id }): Promise<Plain> {
  const notes = await listNotes(tx, id)
  return { notes: notes.map(({ text, writtenByName, writtenAt }) => ({ text, writtenByName, writtenAt })) }
}
