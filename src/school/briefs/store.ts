// Writes briefs, and loads what their handlers decide on.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { BriefStep, NewBriefEntry, NewLearnerNote } from './contract.ts'
import type { ReplacedEntry } from './rules.ts'

/** Which group a session is of. @throws OperationError not_found */
export async function getSessionGroup(tx: Tx, sessionId: Id): Promise<Id> {
  const row = await tx.db
    .selectFrom('sessions')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('sessionId')
  return row.groupId
}

/** The entry that is to be replaced, if one is. @throws OperationError not_found */
export async function getReplacedEntry(tx: Tx, id: Id | null): Promise<ReplacedEntry | undefined> {
  if (id === null) return undefined
  const row = await tx.db
    .selectFrom('briefEntries')
    .select(['sessionId', 'part'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('replacesId')
  return row
}

/** The note that is to be replaced, if one is. @throws OperationError not_found */
export async function getReplacedNote(tx: Tx, id: Id | null): Promise<{ sessionId: Id; learnerId: Id; kind: string } | undefined> {
  if (id === null) return undefined
  const row = await tx.db
    .selectFrom('briefLearnerNotes')
    .select(['sessionId', 'learnerId', 'kind'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('replacesId')
  return row
}

export async function insertEntry(tx: Tx, entry: NewBriefEntry & { groupId: Id; writtenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('briefEntries')
    .values({ organisationId: tx.organisationId, ...entry, writtenAt: new Date(entry.writtenAt), recordedAt: tx.now })
    .execute()
}

export async function insertLearnerNote(tx: Tx, note: NewLearnerNote & { writtenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('briefLearnerNotes')
    .values({ organisationId: tx.organisationId, ...note, writtenAt: new Date(note.writtenAt), recordedAt: tx.now })
    .execute()
}

export async function insertStep(
  tx: Tx,
  step: { id: Id; sessionId: Id; groupId: Id; step: BriefStep; takenBy: Id; takenAt: Moment },
): Promise<void> {
  await tx.db
    .insertInto('briefSteps')
    .values({ organisationId: tx.organisationId, ...step, takenAt: new Date(step.takenAt), recordedAt: tx.now })
    .execute()
}
