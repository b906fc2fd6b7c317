// Writes examples and their withdrawals.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { NewExample } from './contract.ts'

export async function insertExample(tx: Tx, example: NewExample & { groupId: Id }, keptBy: Id): Promise<void> {
  await tx.db
    .insertInto('lookedExamples')
    .values({ organisationId: tx.organisationId, ...example, keptAt: new Date(example.keptAt), keptBy, recordedAt: tx.now })
    .execute()
}

export async function insertExampleWithdrawal(tx: Tx, withdrawal: { id: Id; exampleId: Id; learnerId: Id | null }): Promise<void> {
  await tx.db
    .insertInto('lookedExampleWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'exampleId']).doNothing())
    .execute()
}

/** @throws OperationError not_found */
export async function getExample(tx: Tx, id: Id): Promise<{ learnerId: Id | null; keptBy: Id }> {
  const row = await tx.db
    .selectFrom('lookedExamples')
    .select(['learnerId', 'keptBy'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('exampleId')
  return row
}
