// Sessions of groups: those that were begun or opened, and those that the timetable plans.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import { weekdayOf } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover } from '../groups/contract.ts'
import { dayOfSessionId, type PlannedSession, plannedOn } from '../timetable/rules.ts'
import { findWeeklyTimeOf } from '../timetable/views.ts'
import type { Session, ShownSession } from './contract.ts'

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

/** The session that the timetable plans under this id: a weekly time of that tail, on its own weekday. */
export async function findPlanned(tx: ReadTx, sessionId: Id): Promise<PlannedSession | undefined> {
  const day = dayOfSessionId(sessionId)
  const time = day === undefined ? undefined : await findWeeklyTimeOf(tx, sessionId)
  return day === undefined || time === undefined || time.weekday !== weekdayOf(day) ? undefined : plannedOn(time, day)
}

/** A session as pages show it, open or planned; undefined when there is no such session. */
export async function findSession(tx: ReadTx, sessionId: Id): Promise<ShownSession | undefined> {
  const [open] = await selectShown(tx).where('sessions.id', '=', sessionId).execute()
  if (open !== undefined) return shownOf(open)
  const planned = await findPlanned(tx, sessionId)
  if (planned === undefined) return undefined
  const group = await tx.db
    .selectFrom('groups')
    .select(['name as groupName', 'subject', 'cover'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', planned.groupId)
    .executeTakeFirst()
  return group && shownPlanned(planned, { ...group, cover: group.cover as Cover })
}

/** One of the timetable that nothing was said about so far. */
function shownPlanned(
  { id, groupId, startsAt, endsAt }: PlannedSession,
  group: Pick<ShownSession, 'groupName' | 'subject' | 'cover'>,
): ShownSession {
  return { id, groupId, ...group, startsAt, endsAt, isOpen: false, isCancelled: false, takenBy: null }
}

/** Open sessions with their group and whoever takes them. */
function selectShown(tx: ReadTx) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('sessions')
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'sessions.groupId').on('groups.organisationId', '=', organisationId))
    .select([
      'sessions.id',
      'sessions.groupId',
      'groups.name as groupName',
      'groups.subject',
      'groups.cover',
      'sessions.startedAt',
      'sessions.endsAt',
      'sessions.cancelledAt',
    ])
    .where('sessions.organisationId', '=', organisationId)
}

type ShownRow = Awaited<ReturnType<ReturnType<typeof selectShown>['execute']>>[number]

function shownOf({ startedAt, endsAt, cancelledAt, cover, ...row }: ShownRow): ShownSession {
  return {
    ...row,
    cover: cover as Cover,
    startsAt: moment(startedAt),
    endsAt: endsAt && moment(endsAt),
    isOpen: true,
    isCancelled: cancelledAt !== null,
    takenBy: null,
  }
}
