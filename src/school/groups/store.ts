// Writes groups and who belongs to them, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf, type Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { Cover, GroupKind, StaffPart } from './contract.ts'

export async function insertGroup(
  tx: Tx,
  group: { id: Id; name: string; subject: string; cover: Cover; kind: GroupKind; createdBy: Id; part: StaffPart },
): Promise<void> {
  const { organisationId, now } = tx
  const { part, ...row } = group
  await tx.db
    .insertInto('groups')
    .values({ organisationId, ...row, createdAt: now })
    .execute()
  await insertStaff(tx, { id: newId(), groupId: group.id, personId: group.createdBy, part })
}

export async function insertStaff(tx: Tx, staff: { id: Id; groupId: Id; personId: Id; part: StaffPart }): Promise<void> {
  await tx.db
    .insertInto('groupStaff')
    .values({ organisationId: tx.organisationId, ...staff, fromOn: dayOf(tx.now) })
    .execute()
}

export async function insertMember(tx: Tx, member: { id: Id; groupId: Id; learnerId: Id }): Promise<void> {
  await tx.db
    .insertInto('groupMembers')
    .values({ organisationId: tx.organisationId, ...member, fromOn: dayOf(tx.now) })
    .execute()
}

export async function renameGroup(tx: Tx, groupId: Id, name: string): Promise<void> {
  await tx.db.updateTable('groups').set({ name }).where('organisationId', '=', tx.organisationId).where('id', '=', groupId).execute()
}

/** Ends a learner's stay today. @throws OperationError not_found when there is none that goes on */
export async function endMembership(tx: Tx, groupId: Id, learnerId: Id): Promise<void> {
  const ended = await tx.db
    .updateTable('groupMembers')
    .set({ untilOn: dayOf(tx.now) })
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('learnerId', '=', learnerId)
    .where('untilOn', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw notFound('learnerId')
}

/** Ends a colleague's work today. @throws OperationError not_found when there is none that goes on */
export async function endStaff(tx: Tx, groupId: Id, personId: Id): Promise<void> {
  const ended = await tx.db
    .updateTable('groupStaff')
    .set({ untilOn: dayOf(tx.now) })
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .where('untilOn', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw notFound('personId')
}

interface Hours {
  readonly fromAt: Moment
  readonly untilAt: Moment
}

const columnsOf = ({ fromAt, untilAt }: Hours) => ({
  fromOn: dayOf(fromAt),
  untilOn: dayOf(untilAt),
  fromAt: new Date(fromAt),
  untilAt: new Date(untilAt),
})

/** Lets a colleague take one session: as practitioner, whatever their role, so that they neither mark met nor change who belongs to the group. */
export async function insertTaker(
  tx: Tx,
  { hours, ...taker }: { id: Id; groupId: Id; personId: Id; sessionId: Id; hours: Hours },
): Promise<void> {
  await tx.db
    .insertInto('groupStaff')
    .values({ organisationId: tx.organisationId, ...taker, part: 'practitioner', ...columnsOf(hours) })
    .execute()
}

/** The hours of whoever takes a session, when the session moves. */
export async function moveTaker(tx: Tx, sessionId: Id, from: Hours, to: Hours): Promise<void> {
  await tx.db
    .updateTable('groupStaff')
    .set(columnsOf(to))
    .where('organisationId', '=', tx.organisationId)
    .where('sessionId', '=', sessionId)
    .where('untilAt', '=', new Date(from.untilAt))
    .execute()
}

/** Ends the hours of whoever takes a session, now: what they recorded until now still counts. */
export async function endTaker(tx: Tx, sessionId: Id): Promise<void> {
  await tx.db
    .updateTable('groupStaff')
    .set({ untilAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('sessionId', '=', sessionId)
    .where('untilAt', '>', tx.now)
    .execute()
}

/** Closes a group and ends everybody's part in it. */
export async function closeGroup(tx: Tx, groupId: Id): Promise<void> {
  const { organisationId, now } = tx
  const untilOn = dayOf(now)
  await tx.db.updateTable('groups').set({ closedAt: now }).where('organisationId', '=', organisationId).where('id', '=', groupId).execute()
  for (const table of ['groupMembers', 'groupStaff'] as const) {
    await tx.db
      .updateTable(table)
      .set({ untilOn })
      .where('organisationId', '=', organisationId)
      .where('groupId', '=', groupId)
      .where('untilOn', 'is', null)
      .execute()
  }
  await tx.db
    .updateTable('groupStaff')
    .set({ untilAt: now })
    .where('organisationId', '=', organisationId)
    .where('groupId', '=', groupId)
    .where('untilAt', '>', now)
    .execute()
}

/** The group with the actor's part in it now. @throws OperationError not_found */
export async function getGroup(
  tx: Tx,
  groupId: Id,
  personId: Id,
): Promise<{ part: StaffPart | undefined; isCreator: boolean; isClosed: boolean }> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('groups')
    .leftJoin('groupStaff', (join) =>
      join
        .onRef('groupStaff.groupId', '=', 'groups.id')
        .on('groupStaff.organisationId', '=', organisationId)
        .on('groupStaff.personId', '=', personId)
        .on('groupStaff.untilOn', 'is', null),
    )
    .select(['groups.createdBy', 'groups.closedAt', 'groupStaff.part'])
    .where('groups.organisationId', '=', organisationId)
    .where('groups.id', '=', groupId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('groupId')
  return { part: (row.part ?? undefined) as StaffPart | undefined, isCreator: row.createdBy === personId, isClosed: row.closedAt !== null }
}

export interface JoiningFacts {
  readonly isIn: boolean
  /** Nobody but the person who registered them has them. */
  readonly isFresh: boolean
  /** They were in this group until today. */
  readonly hasLeftToday: boolean
}

/** What decides whether a learner can join a group. @throws OperationError not_found */
export async function loadJoining(tx: Tx, groupId: Id, learnerId: Id, personId: Id): Promise<JoiningFacts> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('learners')
    .leftJoin('groupMembers', (join) =>
      join.onRef('groupMembers.learnerId', '=', 'learners.id').on('groupMembers.organisationId', '=', organisationId),
    )
    .select((select) => [
      'learners.createdBy',
      select.fn.count<number>('groupMembers.id').as('stays'),
      sql<boolean>`coalesce(bool_or(group_members.group_id = ${groupId} and group_members.until_on is null), false)`.as('isIn'),
      sql<boolean>`coalesce(bool_or(group_members.group_id = ${groupId} and group_members.until_on = ${dayOf(tx.now)}), false)`.as(
        'hasLeftToday',
      ),
    ])
    .where('learners.organisationId', '=', organisationId)
    .where('learners.id', '=', learnerId)
    .groupBy('learners.createdBy')
    .executeTakeFirst()
  if (row === undefined) throw notFound('learnerId')
  return { isIn: row.isIn, isFresh: row.stays === 0 && row.createdBy === personId, hasLeftToday: row.hasLeftToday }
}

/** Whether a colleague works with the group already. */
export async function isStaff(tx: Tx, groupId: Id, personId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('groupStaff')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .where('untilOn', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
