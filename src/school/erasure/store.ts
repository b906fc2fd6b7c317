// The one place that deletes: a learner's rows, as the role that may, between noting the erasure and going on as before.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { becomeApplication, becomeEraser, raiseErasures, type Tx } from '../../server/database.ts'
import { learnersTables } from './views.ts'

/**
 * Holds the learner's row until the transaction ends: who is recording for them has finished, and who begins waits and then finds nobody.
 * @throws OperationError not_found
 */
export async function holdLearner(tx: Tx, learnerId: Id): Promise<{ givenName: string; familyInitial: string | null }> {
  const row = await tx.db
    .selectFrom('learners')
    .select(['givenName', 'familyInitial'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', learnerId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('learnerId')
  return row
}

/** Lists the erasure and raises the number at which every device drops its caches. */
export async function insertErasure(
  tx: Tx,
  erasure: { id: Id; learnerId: Id; reason: string; erasedBy: Id; records: number },
): Promise<void> {
  const { organisationId, now } = tx
  await tx.db
    .insertInto('erasures')
    .values({ organisationId, ...erasure, erasedAt: now })
    .execute()
  await raiseErasures(tx)
}

/** Works as the role that may delete, and goes on as the application afterwards. */
export async function asEraser(tx: Tx, work: () => Promise<void>): Promise<void> {
  await becomeEraser(tx)
  await work()
  await becomeApplication(tx)
}

/** Deletes whatever names the learner, the learner, and what these events said. Access log, list of erasures and the events' learners keep ids alone. */
export async function deleteRecords(tx: Tx, learnerId: Id, eventIds: readonly Id[]): Promise<void> {
  const { organisationId } = tx
  for (const table of learnersTables) {
    await tx.db.deleteFrom(table).where('organisationId', '=', organisationId).where('learnerId', '=', learnerId).execute()
  }
  const goals = await tx.db
    .selectFrom('learningGoals')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('learnerId', '=', learnerId)
    .execute()
  const goalIds = sql<Id>`any(${goals.map(({ id }) => id)}::uuid[])`
  await tx.db
    .deleteFrom('goalExampleWithdrawals')
    .where('organisationId', '=', organisationId)
    .where('exampleId', 'in', (select) =>
      select.selectFrom('goalExamples').select('id').where('organisationId', '=', organisationId).where('goalId', '=', goalIds),
    )
    .execute()
  for (const table of ['goalExamples', 'goalTravels', 'successCriteria'] as const) {
    await tx.db.deleteFrom(table).where('organisationId', '=', organisationId).where('goalId', '=', goalIds).execute()
  }
  for (const table of ['learningGoals', 'consents', 'groupMembers'] as const) {
    await tx.db.deleteFrom(table).where('organisationId', '=', organisationId).where('learnerId', '=', learnerId).execute()
  }
  await tx.db.deleteFrom('learners').where('organisationId', '=', organisationId).where('id', '=', learnerId).execute()
  await tx.db
    .deleteFrom('eventContents')
    .where('organisationId', '=', organisationId)
    .where('eventId', '=', sql<Id>`any(${eventIds}::uuid[])`)
    .execute()
}
