// Writes learners, and loads what their handlers decide on.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { LearnerName } from './rules.ts'

export async function insertLearner(tx: Tx, learner: LearnerName & { id: Id; createdBy: Id }): Promise<void> {
  await tx.db
    .insertInto('learners')
    .values({ organisationId: tx.organisationId, ...learner, createdAt: tx.now })
    .execute()
}

export async function updateLearner(
  tx: Tx,
  id: Id,
  change: Partial<LearnerName & { symbol: string; whatHelps: string | null }>,
): Promise<void> {
  await tx.db.updateTable('learners').set(change).where('organisationId', '=', tx.organisationId).where('id', '=', id).execute()
}

/** Whether the learner was registered by this person and is in no group so far. @throws OperationError not_found */
export async function loadIsFresh(tx: Tx, id: Id, personId: Id): Promise<boolean> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('learners')
    .leftJoin('groupMembers', (join) =>
      join.onRef('groupMembers.learnerId', '=', 'learners.id').on('groupMembers.organisationId', '=', organisationId),
    )
    .select((select) => ['learners.createdBy', select.fn.count<number>('groupMembers.id').as('stays')])
    .where('learners.organisationId', '=', organisationId)
    .where('learners.id', '=', id)
    .groupBy('learners.createdBy')
    .executeTakeFirst()
  if (row === undefined) throw notFound('learnerId')
  return row.createdBy === personId && row.stays === 0
}
