// Writes a learner's log, and loads what decides about an entry.
import { sql } from 'kysely'
import type { Parsed } from '../../core/contract.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { achievementDecline, achievementKeep } from './contract.ts'

export async function insertAchievement(tx: Tx, made: Parsed<typeof achievementKeep.input> & { keptBy: Id }): Promise<void> {
  const { offer, keptAt, ...entry } = made
  await tx.db
    .insertInto('achievements')
    .values({
      organisationId: tx.organisationId,
      ...entry,
      source: offer?.source ?? 'own',
      sourceId: offer?.sourceId ?? null,
      keptAt: new Date(keptAt),
      recordedAt: tx.now,
    })
    .execute()
}

export async function insertDecline(tx: Tx, made: Parsed<typeof achievementDecline.input> & { declinedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('achievementDeclines')
    .values({ organisationId: tx.organisationId, ...made, declinedAt: new Date(made.declinedAt), recordedAt: tx.now })
    .execute()
}

/** An entry that was withdrawn before stays as it was. */
export async function insertWithdrawal(tx: Tx, made: { id: Id; achievementId: Id; learnerId: Id; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('achievementWithdrawals')
    .values({ organisationId: tx.organisationId, ...made, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @throws OperationError not_found when there is no such entry in the learner's log */
export async function checkAchievement(tx: Tx, id: Id, learnerId: Id): Promise<void> {
  const { rows } =
    await sql`select from achievements where organisation_id = ${tx.organisationId} and id = ${id} and learner_id = ${learnerId}`.execute(
      tx.db,
    )
  if (rows.length === 0) throw notFound('achievementId')
}
