// Term dates and weekly times as stored; which sessions they make, the rules say.
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { TermDates, TermKind, WeeklyTime } from './contract.ts'
import { tailOf } from './rules.ts'

const timeColumns = ['id', 'groupId', 'weekday', 'startTime', 'endTime', 'fromOn', 'untilOn'] as const

/** Terms and closed days, in their order. */
export async function listTermDates(tx: ReadTx): Promise<TermDates[]> {
  const rows = await tx.db
    .selectFrom('termDates')
    .select(['id', 'kind', 'name', 'fromOn', 'untilOn'])
    .where('organisationId', '=', tx.organisationId)
    .where('removedAt', 'is', null)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as TermKind }))
}

/** Weekly times of these groups that hold on some day of a period; an open end without `untilOn`. */
export async function listWeeklyTimes(
  tx: ReadTx,
  groupIds: readonly Id[],
  { fromOn, untilOn }: { readonly fromOn: Day; readonly untilOn?: Day },
): Promise<WeeklyTime[]> {
  if (groupIds.length === 0) return []
  return tx.db
    .selectFrom('weeklyTimes')
    .select(timeColumns)
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', 'in', groupIds)
    .where((or) => or.or([or('untilOn', 'is', null), or('untilOn', '>=', fromOn)]))
    .whereRef('fromOn', '<=', (select) => select.fn.coalesce('untilOn', 'fromOn'))
    .$if(untilOn !== undefined, (rows) => rows.where('fromOn', '<=', untilOn ?? ''))
    .orderBy('weekday')
    .orderBy('startTime')
    .orderBy('id')
    .execute()
}

/** The weekly time that a session of the timetable belongs to, by the session's id. */
export async function findWeeklyTimeOf(tx: ReadTx, sessionId: Id): Promise<WeeklyTime | undefined> {
  return tx.db
    .selectFrom('weeklyTimes')
    .select(timeColumns)
    .where('organisationId', '=', tx.organisationId)
    .where('tail', '=', tailOf(sessionId))
    .executeTakeFirst()
}
