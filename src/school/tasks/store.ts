// Writes tasks and notes on motivation, and loads what decides about them.
import { sql } from 'kysely'
import type { Parsed } from '../../core/contract.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { Stay } from '../groups/rules.ts'
import type { motivationNote, taskKeep } from './contract.ts'

export async function insertTask(tx: Tx, task: Parsed<typeof taskKeep.input> & { keptBy: Id }): Promise<void> {
  await tx.db
    .insertInto('taskIdeas')
    .values({ organisationId: tx.organisationId, ...task, keptAt: new Date(task.keptAt), recordedAt: tx.now })
    .execute()
}

export async function insertMotivation(tx: Tx, note: Parsed<typeof motivationNote.input> & { notedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('motivationNotes')
    .values({ organisationId: tx.organisationId, ...note, notedAt: new Date(note.notedAt), recordedAt: tx.now })
    .execute()
}

export interface SessionFacts {
  readonly isErased: boolean
  readonly groupId: Id
  readonly staff: readonly Stay[]
  readonly members: readonly Stay[]
}

interface SessionRow {
  readonly isErased: boolean
  readonly groupId: Id | null
  readonly staff: Stay[] | null
  readonly members: Stay[] | null
}

/** Who was in the session's group when, and whether the learner was erased. @throws OperationError not_found */
export async function loadSession(tx: Tx, input: { sessionId: Id; learnerId: Id }, personId: Id): Promise<SessionFacts> {
  const organisation = tx.organisationId
  const days = sql`'groupId', group_id, 'fromOn', from_on, 'untilOn', until_on`
  const { rows } = await sql<SessionRow>`with session as materialized
      (select group_id from sessions where organisation_id = ${organisation} and id = ${input.sessionId})
    select exists (select from erasures where organisation_id = ${organisation} and learner_id = ${input.learnerId}) as is_erased,
    (select group_id from session) as group_id,
    (select json_agg(json_build_object(${days}, 'fromAt', from_at, 'untilAt', until_at)) from group_staff where organisation_id = ${organisation} and group_id = (select group_id from session) and person_id = ${personId}) as staff,
    (select json_agg(json_build_object(${days})) from group_members where organisation_id = ${organisation} and group_id = (select group_id from session) and learner_id = ${input.learnerId}) as members`.execute(
    tx.db,
  )
  const [row] = rows
  if (row?.isErased === true) return { isErased: true, groupId: '', staff: [], members: [] }
  if (row === undefined || row.groupId === null) throw notFound('sessionId')
  return { isErased: false, groupId: row.groupId, staff: row.staff ?? [], members: row.members ?? [] }
}
