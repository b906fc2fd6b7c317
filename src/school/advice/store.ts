// Writes advice and questions, and loads what their handlers decide on.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { NewAdvice } from './contract.ts'

export async function insertAdvice(tx: Tx, advice: NewAdvice & { writtenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('advice')
    .values({ organisationId: tx.organisationId, ...advice, writtenAt: new Date(advice.writtenAt), recordedAt: tx.now })
    .execute()
}

export async function insertQuestion(
  tx: Tx,
  question: { id: Id; groupId: Id; leadId: Id; isAsked: boolean; askedBy: Id; askedAt: Moment },
): Promise<void> {
  await tx.db
    .insertInto('adviceQuestions')
    .values({ organisationId: tx.organisationId, ...question, askedAt: new Date(question.askedAt), recordedAt: tx.now })
    .execute()
}

/** The group of the advice that is to be replaced, if some is. @throws OperationError not_found */
export async function getReplacedGroup(tx: Tx, id: Id | null): Promise<Id | undefined> {
  if (id === null) return undefined
  const row = await tx.db
    .selectFrom('advice')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('replacesId')
  return row.groupId
}
