// Writes feedback, responses and withdrawals, and loads what their handlers decide on.
import { sql } from 'kysely'
import type { Parsed } from '../../core/contract.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { FeedbackResponse, feedbackCorrect, feedbackNoteResponse } from './contract.ts'

type Corrected = Parsed<typeof feedbackCorrect.input>

/** A row of feedback, the first of its line or a correction. */
export type FeedbackRow = Omit<Corrected, 'goalId' | 'criterionId' | 'correctsId'> & {
  readonly goalId: Id
  readonly criterionId: Id
  readonly correctsId: Id | null
  readonly firstId: Id
  readonly recordedBy: Id
}

export async function insertFeedback(tx: Tx, row: FeedbackRow): Promise<void> {
  await tx.db
    .insertInto('feedbackGiven')
    .values({ organisationId: tx.organisationId, ...row, observedAt: new Date(row.observedAt), recordedAt: tx.now })
    .execute()
}

type NewResponse = Omit<Parsed<typeof feedbackNoteResponse.input>, 'groupId'> & { readonly recordedBy: Id }

/** A response to the feedback, or the taking back of one. */
export async function insertResponse(tx: Tx, made: NewResponse & { readonly response: FeedbackResponse | null }): Promise<void> {
  await tx.db
    .insertInto('feedbackResponses')
    .values({ organisationId: tx.organisationId, ...made, observedAt: new Date(made.observedAt), recordedAt: tx.now })
    .execute()
}

/** Takes the feedback back; what was taken back before stays as it was. */
export async function insertFeedbackWithdrawal(tx: Tx, made: { id: Id; feedbackId: Id; learnerId: Id; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('feedbackWithdrawals')
    .values({ organisationId: tx.organisationId, ...made, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'feedbackId']).doNothing())
    .execute()
}

export interface FeedbackFacts {
  readonly firstId: Id
  readonly learnerId: Id
  readonly criterionId: Id
  readonly recordedBy: Id
  readonly isWithdrawn: boolean
  readonly isCorrected: boolean
}

/** A row of feedback, and whether it still stands. @throws OperationError not_found */
export async function getFeedback(tx: Tx, id: Id): Promise<FeedbackFacts> {
  const organisation = tx.organisationId
  const { rows } = await sql<FeedbackFacts>`select given.first_id, given.learner_id, given.criterion_id, given.recorded_by,
      exists (select from feedback_withdrawals where organisation_id = ${organisation} and feedback_id = given.first_id) as is_withdrawn,
      exists (select from feedback_given where organisation_id = ${organisation} and corrects_id = ${id}) as is_corrected
    from feedback_given given where given.organisation_id = ${organisation} and given.id = ${id}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('feedbackId')
  return row
}

/** What was said first and all that corrected it. */
export async function listFeedbackVersions(tx: Tx, firstId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('feedbackGiven')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('firstId', '=', firstId)
    .execute()
  return rows.map(({ id }) => id)
}
