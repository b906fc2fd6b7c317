// Sessions of groups: those that were begun or opened, and those that the timetable plans.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import { addDays, momentAt, weekdayOf } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover } from '../groups/contract.ts'
import { goesOn } from '../groups/views.ts'
import type { TermDates, WeeklyTime } from '../timetable/contract.ts'
import { dayOfSessionId, mostDaysAhead, type PlannedSession, plannedOn, plannedSessions, weekAhead } from '../timetable/rules.ts'
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

type GroupWords = Pick<ShownSession, 'groupName' | 'subject' | 'cover'>

/** A session as pages show it, open or planned; undefined when there is no such session. */
export async function findSession(tx: ReadTx, sessionId: Id): Promise<ShownSession | undefined> {
  const { rows } = await sql<OpenRow>`${openRows(tx)} where s.organisation_id = ${tx.organisationId} and s.id = ${sessionId}`.execute(tx.db)
  const [open] = rows
  if (open !== undefined) return shownOpen(open)
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

/** Whose sessions: a person's groups and what they take for colleagues, or one group. */
export type Whose = { readonly personId: Id } | { readonly groupId: Id }

interface Period {
  readonly fromOn: Day
  readonly untilOn: Day
}

interface StoredPlan {
  readonly groups: readonly (GroupWords & { readonly id: Id })[] | null
  readonly times: readonly WeeklyTime[] | null
  readonly dates: readonly TermDates[] | null
  readonly open: readonly OpenRow[] | null
}

/** Sessions of a period in the order of time, planned and open, cancelled ones among them: one statement, whose cost follows the groups and not the school. */
export async function listShownSessions(tx: ReadTx, whose: Whose, period: Period): Promise<ShownSession[]> {
  const plan = await findPlan(tx, whose, period)
  return plan === undefined ? [] : sessionsOf(plan, period)
}

/** A person's from a day on for a week, and over a holiday: a device that was last online before it knows the first lesson after it. */
export async function listSessionsAhead(tx: ReadTx, personId: Id, fromOn: Day): Promise<ShownSession[]> {
  const plan = await findPlan(tx, { personId }, { fromOn, untilOn: addDays(fromOn, mostDaysAhead) })
  return plan === undefined ? [] : sessionsOf(plan, { fromOn, untilOn: weekAhead(fromOn, plan.dates ?? []) })
}

async function findPlan(tx: ReadTx, whose: Whose, { fromOn, untilOn }: Period): Promise<StoredPlan | undefined> {
  const o = tx.organisationId
  const [from, until] = [momentAt(fromOn, '00:00'), momentAt(addDays(untilOn, 1), '00:00')]
  const personId = 'personId' in whose ? whose.personId : null
  const mine =
    'personId' in whose
      ? sql`select group_id from group_staff where organisation_id = ${o} and person_id = ${personId} and session_id is null and ${goesOn('groupStaff', tx.now)}`
      : sql`select ${whose.groupId}::uuid`
  const { rows } = await sql<StoredPlan>`
    with own (group_id) as materialized (${mine}), wanted (id) as materialized (
      select id from sessions where organisation_id = ${o} and group_id in (select group_id from own) and started_at >= ${from} and started_at < ${until}
      union select id from sessions where organisation_id = ${o} and group_id in (select group_id from own) and planned_on between ${fromOn} and ${untilOn}
      union select session_id from group_staff where organisation_id = ${o} and person_id = ${personId} and session_id is not null and until_at >= ${from}
    ), open as (
      ${openRows(tx)} where s.organisation_id = ${o} and s.id in (select id from wanted)
        and (s.group_id in (select group_id from own) or taker.person_id = ${personId})
    )
    select (select json_agg(json_build_object('id', id, 'groupName', name, 'subject', subject, 'cover', cover))
        from groups where organisation_id = ${o} and id in (select group_id from own) and closed_at is null) as groups,
      (select json_agg(json_build_object('id', id, 'groupId', group_id, 'weekday', weekday, 'startTime', start_time, 'endTime', end_time, 'fromOn', from_on, 'untilOn', until_on))
        from weekly_times where organisation_id = ${o} and group_id in (select group_id from own) and from_on <= ${untilOn} and coalesce(until_on, 'infinity') >= ${fromOn}) as times,
      (select json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'fromOn', from_on, 'untilOn', until_on))
        from term_dates where organisation_id = ${o} and removed_at is null) as dates,
      (select json_agg(json_build_object('id', id, 'groupId', group_id, 'groupName', group_name, 'subject', subject, 'cover', cover, 'startedAt', started_at, 'endsAt', ends_at,
        'cancelledAt', cancelled_at, 'takerId', taker_id, 'takerName', taker_name)) from open) as open`.execute(tx.db)
  return rows[0]
}

/** What the timetable plans, with what was opened in its place, and what was begun unplanned; what was moved away is not there any more. */
function sessionsOf({ groups, times, dates, open }: StoredPlan, period: Period): ShownSession[] {
  const [from, until] = [Date.parse(momentAt(period.fromOn, '00:00')), Date.parse(momentAt(addDays(period.untilOn, 1), '00:00'))]
  const opened = new Map((open ?? []).map((row) => [row.id, shownOpen(row)]))
  const planned = plannedSessions(times ?? [], dates ?? [], period).flatMap((one) => {
    const group = groups?.find(({ id }) => id === one.groupId)
    return group === undefined || opened.has(one.id) ? [] : [shownPlanned(one, group)]
  })
  const isInside = ({ startsAt }: ShownSession) => from <= Date.parse(startsAt) && Date.parse(startsAt) < until
  return [...opened.values(), ...planned]
    .filter(isInside)
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id))
}

/** One of the timetable that nothing was said about so far. */
function shownPlanned({ id, groupId, startsAt, endsAt }: PlannedSession, { groupName, subject, cover }: GroupWords): ShownSession {
  return { id, groupId, groupName, subject, cover, startsAt, endsAt, isOpen: false, isCancelled: false, takenBy: null }
}

interface OpenRow extends GroupWords {
  readonly id: Id
  readonly groupId: Id
  readonly startedAt: Date | string
  readonly endsAt: Date | string | null
  readonly cancelledAt: Date | string | null
  readonly takerId: Id | null
  readonly takerName: string | null
}

/** Open sessions with their group and whoever takes them: somebody whose hours were ended before the session's end takes it no more. */
function openRows(tx: ReadTx) {
  const o = tx.organisationId
  return sql`select s.id, s.group_id, g.name as group_name, g.subject, g.cover, s.started_at, s.ends_at, s.cancelled_at, taker.person_id as taker_id, p.name as taker_name
    from sessions s join groups g on g.organisation_id = ${o} and g.id = s.group_id
    left join group_staff taker on taker.organisation_id = ${o} and taker.session_id = s.id and taker.until_at > s.ends_at
    left join people p on p.organisation_id = ${o} and p.id = taker.person_id`
}

function shownOpen({ id, groupId, groupName, subject, cover, startedAt, endsAt, cancelledAt, takerId, takerName }: OpenRow): ShownSession {
  return {
    ...{ id, groupId, groupName, subject, cover },
    startsAt: moment(new Date(startedAt)),
    endsAt: endsAt === null ? null : moment(new Date(endsAt)),
    isOpen: true,
    isCancelled: cancelledAt !== null,
    takenBy: takerId === null || takerName === null ? null : { personId: takerId, name: takerName },
  }
}
