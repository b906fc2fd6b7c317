// Handovers as their readers see them: lines about learners whom the reader doesn't work with are left out, and so is what was taken back.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { type Day, moment, zone } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover } from '../groups/contract.ts'
import { goesOn, groupIdsOf, listMembers } from '../groups/views.ts'
import { shownName } from '../learners/rules.ts'
import type * as contract from './contract.ts'
import { linesFor } from './rules.ts'

/** Which of the handovers. */
export type Wanted =
  | { readonly sessionId: Id; readonly groupId: Id }
  | { readonly groupId: Id }
  | { readonly handoverId: Id }
  /** The last one with a standing decision. */
  | { readonly decidedInGroup: Id; readonly before: Date }

/** Who reads: everybody's lines, or those of learners whom the reader works with now. */
export type Reader = { readonly seesAll: true } | { readonly personId: Id }

const standing = (tx: ReadTx, id: string) =>
  sql<SqlBool>`not exists (select from handover_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.record_id = ${sql.ref(id)})`

/** At most twenty, newest first. */
export async function listHandovers(tx: ReadTx, wanted: Wanted, reader: Reader): Promise<contract.Handover[]> {
  const rows = await headRows(tx, wanted)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const lines = await lineRows(tx, ids)
  const decisions = await decisionRows(tx, ids)
  const followUps = await followUpRows(
    tx,
    decisions.map(({ id }) => id),
  )
  const shares = await shareRows(tx, ids)
  const reads = await readRows(tx, ids)
  const isSeen = await seenBy(tx, reader)
  return rows.map(({ personId, personName, ...row }) => ({
    ...row,
    cover: row.cover as Cover,
    sessionStartedAt: moment(row.sessionStartedAt),
    sentBy: { id: personId, name: personName },
    sentAt: moment(row.sentAt),
    lines: linesFor(
      lines.filter(({ handoverId }) => handoverId === row.id).map(({ handoverId: _, ...line }) => line),
      isSeen,
    ),
    sharedWith: shares.filter(({ handoverId }) => handoverId === row.id).map(({ sharedWith }) => sharedWith as contract.SharedWith),
    reads: reads.filter(({ handoverId }) => handoverId === row.id).map(({ readBy, readAt }) => ({ readBy, readAt })),
    decisions: decisions
      .filter(({ handoverId }) => handoverId === row.id)
      .map(({ handoverId: _, learners, ...decision }) => ({
        ...decision,
        learners: learners.filter(({ id }) => isSeen(id)),
        carriedOut: followUps.filter(({ decisionId }) => decisionId === decision.id).map(({ decisionId: _decision, ...one }) => one),
      })),
  }))
}

/** Every learner for the SENCO; for others those of the groups they work with now. */
async function seenBy(tx: ReadTx, reader: Reader): Promise<(learnerId: Id) => boolean> {
  if ('seesAll' in reader) return () => true
  const members = await listMembers(tx, await groupIdsOf(tx, reader.personId))
  const seen = new Set(members.map(({ learnerId }) => learnerId))
  return (learnerId) => seen.has(learnerId)
}

async function headRows(tx: ReadTx, wanted: Wanted) {
  const { organisationId } = tx
  let query = tx.db
    .selectFrom('handovers')
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'handovers.groupId').on('groups.organisationId', '=', organisationId))
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.id', '=', 'handovers.sessionId').on('sessions.organisationId', '=', organisationId),
    )
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'handovers.sentBy').on('people.organisationId', '=', organisationId))
    .select([
      'handovers.id',
      'handovers.sessionId',
      'sessions.startedAt as sessionStartedAt',
      'handovers.groupId',
      'groups.name as groupName',
    ])
    .select([
      'groups.cover',
      'people.id as personId',
      'people.name as personName',
      'handovers.sentAt',
      'handovers.isUrgent',
      'handovers.suggestion',
    ])
    .where('handovers.organisationId', '=', organisationId)
    .where(standing(tx, 'handovers.id'))
    .orderBy('handovers.sentAt', 'desc')
    .orderBy('handovers.id', 'desc')
  if ('handoverId' in wanted) query = query.where('handovers.id', '=', wanted.handoverId)
  if ('groupId' in wanted) query = query.where('handovers.groupId', '=', wanted.groupId)
  if ('sessionId' in wanted) query = query.where('handovers.sessionId', '=', wanted.sessionId)
  if ('decidedInGroup' in wanted) {
    query = query
      .where('handovers.groupId', '=', wanted.decidedInGroup)
      .where('handovers.sentAt', '<', wanted.before)
      .where(
        sql<SqlBool>`exists (select from handover_decisions d where d.organisation_id = ${organisationId} and d.handover_id = handovers.id and ${standing(tx, 'd.id')})`,
      )
  }
  return query.limit('decidedInGroup' in wanted ? 1 : 20).execute()
}

async function lineRows(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('handoverLines')
    .leftJoin('learners', (join) =>
      join.onRef('learners.id', '=', 'handoverLines.learnerId').on('learners.organisationId', '=', organisationId),
    )
    .select(['handoverLines.id', 'handoverId', 'learnerId', 'heading', 'sign', 'wording', 'learners.givenName', 'learners.familyInitial'])
    .where('handoverLines.organisationId', '=', organisationId)
    .where('handoverId', 'in', ids)
    .orderBy('position')
    .orderBy('handoverLines.id')
    .execute()
  return rows.map(({ id, handoverId, learnerId, heading, sign, wording, givenName, familyInitial }) => ({
    ...{ id, handoverId, wording },
    heading: heading as contract.HandoverHeading,
    sign: sign as contract.ResponsibilitySign | null,
    learner: learnerId === null || givenName === null ? null : { id: learnerId, name: shownName({ givenName, familyInitial }) },
  }))
}

async function decisionRows(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('handoverDecisions')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'handoverDecisions.decidedBy').on('people.organisationId', '=', organisationId),
    )
    .select([
      'handoverDecisions.id',
      'handoverId',
      'decision',
      'ownWords',
      'reply',
      'decidedAt',
      'people.id as personId',
      'people.name as personName',
    ])
    .select(standing(tx, 'handoverDecisions.id').as('isStanding'))
    .where('handoverDecisions.organisationId', '=', organisationId)
    .where('handoverId', 'in', ids)
    .orderBy('decidedAt', 'desc')
    .orderBy('handoverDecisions.id', 'desc')
    .execute()
  const learners = await namedRows(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ personId, personName, isStanding, ...row }) => ({
    ...row,
    decision: row.decision as contract.HandoverDecision,
    decidedAt: moment(row.decidedAt),
    decidedBy: { id: personId, name: personName },
    isWithdrawn: !isStanding,
    learners: learners.filter(({ decisionId }) => decisionId === row.id).map(({ id, name }) => ({ id, name })),
  }))
}

async function namedRows(tx: ReadTx, decisionIds: readonly Id[]) {
  if (decisionIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('handoverDecisionLearners')
    .innerJoin('learners', (join) =>
      join.onRef('learners.id', '=', 'handoverDecisionLearners.learnerId').on('learners.organisationId', '=', organisationId),
    )
    .select(['decisionId', 'learners.id', 'learners.givenName', 'learners.familyInitial'])
    .distinct()
    .where('handoverDecisionLearners.organisationId', '=', organisationId)
    .where('decisionId', 'in', decisionIds)
    .orderBy('learners.givenName')
    .execute()
  return rows.map(({ decisionId, id, ...name }) => ({ decisionId, id, name: shownName(name) }))
}

async function followUpRows(tx: ReadTx, decisionIds: readonly Id[]) {
  if (decisionIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('handoverFollowUps')
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.id', '=', 'handoverFollowUps.sessionId').on('sessions.organisationId', '=', organisationId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'handoverFollowUps.notedBy').on('people.organisationId', '=', organisationId),
    )
    .select(['handoverFollowUps.id', 'decisionId', 'sessionId', 'sessions.startedAt', 'people.id as personId', 'people.name as personName'])
    .where('handoverFollowUps.organisationId', '=', organisationId)
    .where('decisionId', 'in', decisionIds)
    .where(standing(tx, 'handoverFollowUps.id'))
    .orderBy('sessions.startedAt')
    .execute()
  return rows.map(({ personId, personName, startedAt, ...row }) => ({
    ...row,
    startedAt: moment(startedAt),
    notedBy: { id: personId, name: personName },
  }))
}

async function shareRows(tx: ReadTx, ids: readonly Id[]) {
  return tx.db
    .selectFrom('handoverShares')
    .select(['handoverId', 'sharedWith'])
    .where('organisationId', '=', tx.organisationId)
    .where('handoverId', 'in', ids)
    .execute()
}

async function readRows(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('handoverReads')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'handoverReads.readBy').on('people.organisationId', '=', organisationId))
    .select(['handoverId', 'people.id', 'people.name', 'readAt'])
    .where('handoverReads.organisationId', '=', organisationId)
    .where('handoverId', 'in', ids)
    .orderBy('readAt')
    .execute()
  return rows.map(({ handoverId, id, name, readAt }) => ({ handoverId, readBy: { id, name }, readAt: moment(readAt) }))
}

/** Who asks what waits. `roles` that a handover may be shared with. */
interface Waiting {
  readonly personId: Id
  readonly isTeacher: boolean
  readonly roles: readonly contract.SharedWith[]
}

/**
 * Handovers without a decision in groups that the person teaches, and those shared with a role of theirs that they have not read: urgent ones first, then the oldest.
 * Each way is an index range of its own: the cost follows the person's groups and not the school.
 */
export async function listWaiting(tx: ReadTx, { personId, isTeacher, roles }: Waiting): Promise<contract.WaitingHandover[]> {
  if (!isTeacher && roles.length === 0) return []
  const organisation = tx.organisationId
  const waiting = sql`h.organisation_id = ${organisation} and h.sent_by <> ${personId} and ${standing(tx, 'h.id')}`
  const { rows } = await sql<Omit<contract.WaitingHandover, 'sentAt'> & { sentAt: Date }>`
    with taught (group_id) as materialized (
      select group_id from group_staff
      where ${isTeacher} and group_staff.organisation_id = ${organisation} and group_staff.person_id = ${personId} and group_staff.part = 'teacher' and ${goesOn('groupStaff', tx.now)}
    ), mine as materialized (
      select h.* from taught join handovers h on h.group_id = taught.group_id
      where ${waiting} and not exists (select from handover_decisions d where d.organisation_id = ${organisation} and d.handover_id = h.id and ${standing(tx, 'd.id')})
      union
      select h.* from handover_shares s join handovers h on h.id = s.handover_id
      where ${waiting} and s.organisation_id = ${organisation} and s.shared_with = any(${roles}::text[])
        and not exists (select from handover_reads r where r.organisation_id = ${organisation} and r.handover_id = s.handover_id and r.read_by = ${personId})
    )
    select mine.id, mine.group_id, g.name as group_name, p.name as sent_by_name, mine.sent_at, mine.is_urgent, seen.read_at is not null as is_read
    from mine join groups g on g.organisation_id = ${organisation} and g.id = mine.group_id
    join people p on p.organisation_id = ${organisation} and p.id = mine.sent_by
    left join handover_reads seen on seen.organisation_id = ${organisation} and seen.handover_id = mine.id and seen.read_by = ${personId}
    order by mine.is_urgent desc, mine.sent_at, mine.id limit 50`.execute(tx.db)
  return rows.map((row) => ({ ...row, sentAt: moment(row.sentAt) }))
}

const ago = ({ now }: ReadTx, days: number) => new Date(now.getTime() - days * 24 * 3_600_000)

/** What was decided in the last week on handovers that the person sent and was not carried out yet: per handover the decision that stands, newest first. */
export async function listNewDecisions(tx: ReadTx, personId: Id): Promise<contract.NewDecision[]> {
  const organisation = tx.organisationId
  const { rows } = await sql<Omit<contract.NewDecision, 'decidedAt'> & { decidedAt: Date }>`
    select d.handover_id, d.session_id, d.group_id, g.name as group_name, d.decision, d.own_words, p.name as decided_by_name, d.decided_at
    from (
      select d.*, h.session_id, h.group_id from handover_decisions d join handovers h on h.organisation_id = ${organisation} and h.id = d.handover_id
      where d.organisation_id = ${organisation} and d.decided_at >= ${ago(tx, 7)} and h.sent_by = ${personId} and h.sent_at >= ${ago(tx, 28)}
        and ${standing(tx, 'h.id')} and ${standing(tx, 'd.id')}
        and not exists (select from handover_decisions newer where newer.organisation_id = ${organisation} and newer.handover_id = d.handover_id
          and (newer.decided_at, newer.id) > (d.decided_at, d.id) and ${standing(tx, 'newer.id')})
        and not exists (select from handover_follow_ups f where f.organisation_id = ${organisation} and f.decision_id = d.id and ${standing(tx, 'f.id')})
      order by d.decided_at desc limit 20
    ) d
    join groups g on g.organisation_id = ${organisation} and g.id = d.group_id join people p on p.organisation_id = ${organisation} and p.id = d.decided_by
    order by d.decided_at desc`.execute(tx.db)
  return rows.map((row) => ({ ...row, decidedAt: moment(row.decidedAt) }))
}

/** Handovers of each of the last eight weeks and how many of them have a decision. */
export async function countByWeek(tx: ReadTx): Promise<{ weekOn: Day; sent: number; answered: number }[]> {
  const organisation = tx.organisationId
  const week = sql`to_char(date_trunc('week', h.sent_at at time zone ${sql.lit(zone)}), 'YYYY-MM-DD')`
  const { rows } = await sql<{ weekOn: Day; sent: number; answered: number }>`
    select ${week} as week_on, count(*)::int as sent,
      (count(*) filter (where exists (
        select from handover_decisions d where d.organisation_id = ${organisation} and d.handover_id = h.id and ${standing(tx, 'd.id')})))::int as answered
    from handovers h where h.organisation_id = ${organisation} and ${standing(tx, 'h.id')}
    group by 1 order by 1 desc limit 8`.execute(tx.db)
  return rows
}
