// Writes improvements and withdrawals, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { NewImprovement } from './contract.ts'
import type { AttemptFacts, ImprovementFacts } from './rules.ts'

export interface ImprovementRow extends NewImprovement {
  readonly correctsId: Id | null
  readonly firstId: Id
  readonly recordedBy: Id
}

export async function insertImprovement(tx: Tx, row: ImprovementRow): Promise<void> {
  await tx.db
    .insertInto('improvements')
    .values({
      organisationId: tx.organisationId,
      ...row,
      secondDrawing: row.secondDrawing === null ? null : JSON.stringify(row.secondDrawing),
      observedAt: new Date(row.observedAt),
      recordedAt: tx.now,
    })
    .execute()
}

/** Takes the improvement back; what was taken back before stays as it was. */
export async function insertImprovementWithdrawal(
  tx: Tx,
  made: { id: Id; improvementId: Id; learnerId: Id; withdrawnBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('improvementWithdrawals')
    .values({ organisationId: tx.organisationId, ...made, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'improvementId']).doNothing())
    .execute()
}

type NamedFacts = Pick<ImprovementFacts, 'first' | 'second' | 'feedback'>

/** What the attempts and the feedback say that an improvement names. */
export async function loadNamed(tx: Tx, made: NewImprovement): Promise<NamedFacts> {
  const organisation = tx.organisationId
  const attempts = await sql<
    AttemptFacts & { id: Id }
  >`select seen.id, seen.learner_id, seen.criterion_id, seen.help_level, seen.photo_id, seen.child_words,
      exists (select from observation_withdrawals where organisation_id = ${organisation} and observation_id = seen.id) as is_withdrawn
    from learner_observations seen
    where seen.organisation_id = ${organisation} and seen.id in (${made.firstObservationId}, ${made.secondObservationId})`.execute(tx.db)
  const feedback = await tx.db
    .selectFrom('feedbackGiven')
    .select(['learnerId', 'criterionId'])
    .where('organisationId', '=', organisation)
    .where('id', '=', made.feedbackId)
    .whereRef('id', '=', 'firstId')
    .executeTakeFirst()
  const attempt = (wanted: Id | null) => attempts.rows.find(({ id }) => id === wanted)
  return { first: attempt(made.firstObservationId), second: attempt(made.secondObservationId), feedback }
}

export interface RecordedFacts {
  readonly firstId: Id
  readonly learnerId: Id
  readonly recordedBy: Id
  readonly isWithdrawn: boolean
  readonly isCorrected: boolean
}

/** A row of an improvement, and whether it still stands. @throws OperationError not_found */
export async function getImprovement(tx: Tx, id: Id): Promise<RecordedFacts> {
  const organisation = tx.organisationId
  const { rows } = await sql<RecordedFacts>`select made.first_id, made.learner_id, made.recorded_by,
      exists (select from improvement_withdrawals where organisation_id = ${organisation} and improvement_id = made.first_id) as is_withdrawn,
      exists (select from improvements where organisation_id = ${organisation} and corrects_id = ${id}) as is_corrected
    from improvements made where made.organisation_id = ${organisation} and made.id = ${id}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('improvementId')
  return row
}

/** What was said first and all that corrected it. */
export async function listImprovementVersions(tx: Tx, firstId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('improvements')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('firstId', '=', firstId)
    .execute()
  return rows.map(({ id }) => id)
}
