// Sessions of groups, the last first.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Session } from './contract.ts'

/** At most a hundred sessions of these groups, begun at or after a moment. */
export async function listSessions(tx: ReadTx, groupIds: readonly Id[], since = new Date(0)): Promise<Session[]> {
  if (groupIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('sessions')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'sessions.startedBy').on('people.organisationId', '=', organisationId))
    .select(['sessions.id', 'sessions.groupId', 'sessions.startedBy', 'people.name as startedByName', 'sessions.startedAt'])
    .where('sessions.organisationId', '=', organisationId)
    .where('sessions.groupId', 'in', groupIds)
    .where('sessions.startedAt', '>=', since)
    .orderBy('sessions.startedAt', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, startedAt: moment(row.startedAt) }))
}
