// Writes next actions and their marks, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { ActionOutcome, NewAction } from './contract.ts'

export async function insertAction(tx: Tx, action: NewAction & { groupId: Id }, notedBy: Id): Promise<void> {
  await tx.db
    .insertInto('nextActions')
    .values({ organisationId: tx.organisationId, ...action, notedAt: new Date(action.notedAt), notedBy, recordedAt: tx.now })
    .execute()
}

interface NewMark {
  readonly id: Id
  readonly actionId: Id
  readonly learnerId: Id | null
  readonly outcome: ActionOutcome
  readonly sessionId: Id | null
  readonly markedAt: Moment
}

export async function insertMark(tx: Tx, mark: NewMark, markedBy: Id): Promise<void> {
  await tx.db
    .insertInto('nextActionMarks')
    .values({ organisationId: tx.organisationId, ...mark, markedAt: new Date(mark.markedAt), markedBy, recordedAt: tx.now })
    .execute()
}

export interface ActionFacts {
  readonly groupId: Id
  readonly sessionId: Id
  readonly learnerId: Id | null
  readonly notedBy: Id
  readonly seenGroupId: Id | undefined
}

/** An action, and the group of the session in which it was seen. @throws OperationError not_found */
export async function getAction(tx: Tx, actionId: Id, seenIn: Id | null): Promise<ActionFacts> {
  const organisation = tx.organisationId
  const { rows } = await sql<Omit<ActionFacts, 'seenGroupId'> & { seenGroupId: Id | null }>`
    select group_id, session_id, learner_id, noted_by,
      (select group_id from sessions where organisation_id = ${organisation} and id = ${seenIn}) as seen_group_id
    from next_actions where organisation_id = ${organisation} and id = ${actionId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('actionId')
  return { ...row, seenGroupId: row.seenGroupId ?? undefined }
}
