// Writes term dates and weekly times.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { TermDates, WeeklyTime } from './contract.ts'
import { tailOf } from './rules.ts'

export async function insertTermDates(tx: Tx, dates: TermDates & { setBy: Id }): Promise<void> {
  await tx.db
    .insertInto('termDates')
    .values({ organisationId: tx.organisationId, ...dates, setAt: tx.now })
    .execute()
}

/** @throws OperationError not_found when there is none, or it was removed before */
export async function removeTermDates(tx: Tx, id: Id): Promise<void> {
  const removed = await tx.db
    .updateTable('termDates')
    .set({ removedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw notFound('id')
}

export async function insertWeeklyTime(tx: Tx, time: WeeklyTime & { setBy: Id }): Promise<void> {
  await tx.db
    .insertInto('weeklyTimes')
    .values({ organisationId: tx.organisationId, ...time, tail: tailOf(time.id), setAt: tx.now })
    .execute()
}

/** @throws OperationError not_found when the group has no such time */
export async function endWeeklyTime(tx: Tx, { id, groupId, untilOn }: { id: Id; groupId: Id; untilOn: Day | null }): Promise<void> {
  const ended = await tx.db
    .updateTable('weeklyTimes')
    .set({ untilOn })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw notFound('id')
}
