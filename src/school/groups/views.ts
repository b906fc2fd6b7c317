// Groups as lists show them, and the questions of later features: who works with whom.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { dayOf, type Moment, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover, Group, GroupKind, StaffPart } from './contract.ts'
import type { Stay } from './rules.ts'

/** `belongsNow` of the rules, for a table with from_on and until_on. */
export function goesOn(table: 'groupMembers' | 'groupStaff', now: Date) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const today = dayOf(now)
  const days = sql<boolean>`${column('fromOn')} <= ${today} and (${column('untilOn')} is null or ${today} < ${column('untilOn')})`
  if (table === 'groupMembers') return days
  return sql<boolean>`case when ${column('fromAt')} is null then ${days} else ${now} between ${column('fromAt')} and ${column('untilAt')} end`
}

/** `belongedAt` of the rules. */
function wentOn(table: 'groupMembers' | 'groupStaff', at: Moment) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const day = dayOf(at)
  const days = sql<boolean>`${column('fromOn')} <= ${day} and (${column('untilOn')} is null or ${day} <= ${column('untilOn')})`
  if (table === 'groupMembers') return days
  return sql<boolean>`case when ${column('fromAt')} is null then ${days} else ${new Date(at)} between ${column('fromAt')} and ${column('untilAt')} end`
}

/** The open groups that a person works with now, or all open groups, in the order of their names. */
export async function listGroups(tx: ReadTx, personId?: Id): Promise<Group[]> {
  const { organisationId } = tx
  const mine = personId === undefined ? undefined : new Set(await groupIdsOf(tx, personId))
  const open = await tx.db
    .selectFrom('groups')
    .select(['id', 'name', 'subject', 'cover', 'kind', 'createdBy'])
    .where('organisationId', '=', organisationId)
    .where('closedAt', 'is', null)
    .execute()
  const groups = open.filter(({ id }) => mine === undefined || mine.has(id))
  const staff = await tx.db
    .selectFrom('groupStaff')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'groupStaff.personId').on('people.organisationId', '=', organisationId))
    .select(['groupStaff.groupId', 'groupStaff.personId', 'groupStaff.part', 'groupStaff.sessionId', 'people.name'])
    .where('groupStaff.organisationId', '=', organisationId)
    .where(goesOn('groupStaff', tx.now))
    .execute()
  const counts = await tx.db
    .selectFrom('groupMembers')
    .select((select) => ['groupId', select.fn.countAll<number>().as('learners')])
    .where('organisationId', '=', organisationId)
    .where(goesOn('groupMembers', tx.now))
    .groupBy('groupId')
    .execute()
  const order = new Intl.Collator('en-GB', { numeric: true })
  return groups
    .map((group) => ({
      ...group,
      cover: group.cover as Cover,
      kind: group.kind as GroupKind,
      learnerCount: counts.find(({ groupId }) => groupId === group.id)?.learners ?? 0,
      staff: staff
        .filter(({ groupId }) => groupId === group.id)
        .map((one) => ({ personId: one.personId, name: one.name, part: one.part as StaffPart, sessionId: one.sessionId })),
    }))
    .sort((a, b) => order.compare(a.name, b.name))
}

/** Ids of the groups that a person works with now. */
export async function groupIdsOf(tx: ReadTx, personId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('groupStaff')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .where(goesOn('groupStaff', tx.now))
    .execute()
  return rows.map(({ groupId }) => groupId)
}

/** Which learners are in which of these groups now. */
export async function listMembers(tx: ReadTx, groupIds: readonly Id[]): Promise<{ groupId: Id; learnerId: Id }[]> {
  if (groupIds.length === 0) return []
  return tx.db
    .selectFrom('groupMembers')
    .select(['groupId', 'learnerId'])
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', 'in', groupIds)
    .where(goesOn('groupMembers', tx.now))
    .execute()
}

/** The groups that a learner is in now. */
export async function listGroupsOfLearner(tx: ReadTx, learnerId: Id): Promise<{ id: Id; name: string }[]> {
  const { organisationId } = tx
  return tx.db
    .selectFrom('groupMembers')
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'groupMembers.groupId').on('groups.organisationId', '=', organisationId))
    .select(['groups.id', 'groups.name'])
    .where('groupMembers.organisationId', '=', organisationId)
    .where('groupMembers.learnerId', '=', learnerId)
    .where(goesOn('groupMembers', tx.now))
    .execute()
}

/** From when until when a person worked with a group. */
export async function listStays(tx: ReadTx, groupId: Id, personId: Id): Promise<Stay[]> {
  const rows = await tx.db
    .selectFrom('groupStaff')
    .select(['groupId', 'fromOn', 'untilOn', 'fromAt', 'untilAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .execute()
  return rows.map((row) => ({ ...row, fromAt: row.fromAt && moment(row.fromAt), untilAt: row.untilAt && moment(row.untilAt) }))
}

/** The group by name, and a person's part in it now; undefined when there is no such group. */
export async function findGroup(
  tx: ReadTx,
  groupId: Id,
  personId: Id,
): Promise<{ id: Id; name: string; subject: string; cover: Cover; part: StaffPart | undefined } | undefined> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('groups')
    .leftJoin('groupStaff', (join) =>
      join
        .onRef('groupStaff.groupId', '=', 'groups.id')
        .on('groupStaff.organisationId', '=', organisationId)
        .on('groupStaff.personId', '=', personId)
        .on(goesOn('groupStaff', tx.now)),
    )
    .select(['groups.id', 'groups.name', 'groups.subject', 'groups.cover', 'groupStaff.part'])
    .where('groups.organisationId', '=', organisationId)
    .where('groups.id', '=', groupId)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, cover: row.cover as Cover, part: (row.part ?? undefined) as StaffPart | undefined }
}

/** A person's strongest part in any group that the learner is in now: `undefined` when they don't work together. */
export async function findPartWith(tx: ReadTx, personId: Id, learnerId: Id): Promise<StaffPart | undefined> {
  const row = await togetherRows(tx, personId, learnerId)
    .where(goesOn('groupStaff', tx.now))
    .where(goesOn('groupMembers', tx.now))
    .executeTakeFirst()
  return row?.part as StaffPart | undefined
}

/** A person's part in a group that the learner too was in at that moment. */
export async function findPartAt(tx: ReadTx, personId: Id, learnerId: Id, at: Moment): Promise<StaffPart | undefined> {
  const row = await togetherRows(tx, personId, learnerId)
    .where(wentOn('groupStaff', at))
    .where(wentOn('groupMembers', at))
    .executeTakeFirst()
  return row?.part as StaffPart | undefined
}

/** `teacher` sorts after `practitioner`: the stronger part comes first. */
function togetherRows(tx: ReadTx, personId: Id, learnerId: Id) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('groupStaff')
    .innerJoin('groupMembers', (join) =>
      join
        .onRef('groupMembers.groupId', '=', 'groupStaff.groupId')
        .on('groupMembers.organisationId', '=', organisationId)
        .on('groupMembers.learnerId', '=', learnerId),
    )
    .select('groupStaff.part')
    .where('groupStaff.organisationId', '=', organisationId)
    .where('groupStaff.personId', '=', personId)
    .orderBy('groupStaff.part', 'desc')
}
