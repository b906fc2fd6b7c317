// Writes handovers and what follows from them, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { Stay } from '../groups/rules.ts'
import type { GroupLine, HandoverDecision, HandoverHeading, ResponsibilitySign, SharedWith } from './contract.ts'

interface NewLine {
  readonly id: Id
  readonly handoverId: Id
  readonly learnerId: Id | null
  readonly heading: HandoverHeading
  readonly sign: ResponsibilitySign | null
  readonly wording: string
  readonly position: number
}

export async function insertLines(tx: Tx, lines: readonly NewLine[], writtenBy: Id): Promise<void> {
  if (lines.length === 0) return
  const { organisationId, now: recordedAt } = tx
  const rows = lines.map(({ id, handoverId, learnerId, heading, sign, wording, position }) => ({
    ...{ organisationId, id, handoverId, learnerId, heading, sign, wording, position, writtenBy, recordedAt },
  }))
  await tx.db.insertInto('handoverLines').values(rows).execute()
}

interface NewHandover {
  readonly id: Id
  readonly sessionId: Id
  readonly groupId: Id
  readonly lines: readonly GroupLine[]
  readonly suggestion: string | null
  readonly isUrgent: boolean
  readonly alsoTo: readonly SharedWith[]
  readonly sentAt: Moment
}

export async function insertHandover(tx: Tx, handover: NewHandover, sentBy: Id): Promise<void> {
  const { organisationId, now: recordedAt } = tx
  const { id, sessionId, groupId, suggestion, isUrgent, lines, alsoTo } = handover
  const sentAt = new Date(handover.sentAt)
  await tx.db
    .insertInto('handovers')
    .values({ organisationId, id, sessionId, groupId, suggestion, isUrgent, sentBy, sentAt, recordedAt })
    .execute()
  await insertLines(
    tx,
    lines.map((line) => ({ ...line, handoverId: id, learnerId: null, sign: null })),
    sentBy,
  )
  for (const sharedWith of alsoTo) await insertShare(tx, { id: newId(), handoverId: id, sharedWith }, sentBy)
}

export async function insertShare(tx: Tx, share: { id: Id; handoverId: Id; sharedWith: SharedWith }, sharedBy: Id): Promise<void> {
  await tx.db
    .insertInto('handoverShares')
    .values({ organisationId: tx.organisationId, ...share, sharedBy, sharedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'handoverId', 'sharedWith']).doNothing())
    .execute()
}

export async function insertRead(tx: Tx, read: { id: Id; handoverId: Id; readAt: Moment }, readBy: Id): Promise<void> {
  const { id, handoverId } = read
  await tx.db
    .insertInto('handoverReads')
    .values({ organisationId: tx.organisationId, id, handoverId, readBy, readAt: new Date(read.readAt) })
    .onConflict((conflict) => conflict.columns(['organisationId', 'handoverId', 'readBy']).doNothing())
    .execute()
}

interface NewDecision {
  readonly id: Id
  readonly handoverId: Id
  readonly decision: HandoverDecision
  readonly ownWords: string | null
  readonly reply: string | null
  readonly decidedAt: Moment
}

export async function insertDecision(tx: Tx, made: NewDecision, decidedBy: Id): Promise<void> {
  await tx.db
    .insertInto('handoverDecisions')
    .values({ organisationId: tx.organisationId, ...made, decidedAt: new Date(made.decidedAt), decidedBy, recordedAt: tx.now })
    .execute()
}

export async function insertDecisionLearner(tx: Tx, named: { id: Id; decisionId: Id; learnerId: Id }, namedBy: Id): Promise<void> {
  await tx.db
    .insertInto('handoverDecisionLearners')
    .values({ organisationId: tx.organisationId, ...named, namedBy, recordedAt: tx.now })
    .execute()
}

export async function insertFollowUp(tx: Tx, followUp: { id: Id; decisionId: Id; sessionId: Id }, notedBy: Id): Promise<void> {
  await tx.db
    .insertInto('handoverFollowUps')
    .values({ organisationId: tx.organisationId, ...followUp, notedBy, notedAt: tx.now })
    .execute()
}

export async function insertWithdrawal(tx: Tx, withdrawal: { id: Id; recordId: Id }, withdrawnBy: Id): Promise<void> {
  await tx.db
    .insertInto('handoverWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnBy, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'recordId']).doNothing())
    .execute()
}

export interface WritingFacts {
  readonly groupId: Id
  readonly sessionStartedAt: Moment
  readonly staff: readonly Stay[]
  readonly members: readonly Stay[]
  readonly isErased: boolean
  readonly isSent: boolean
}

interface WritingRow extends Omit<WritingFacts, 'sessionStartedAt' | 'staff' | 'members'> {
  readonly startedAt: Date
  readonly staff: Stay[] | null
  readonly members: Stay[] | null
}

/** What decides about a handover (without a learner) or a line of one learner. @throws OperationError not_found */
export async function loadWriting(
  tx: Tx,
  line: { handoverId: Id; sessionId: Id; learnerId: Id | null },
  personId: Id,
): Promise<WritingFacts> {
  const organisation = tx.organisationId
  const days = sql`'groupId', group_id, 'fromOn', from_on, 'untilOn', until_on`
  const { rows } = await sql<WritingRow>`select s.group_id, s.started_at,
      exists (select from erasures where organisation_id = ${organisation} and learner_id = ${line.learnerId}) as is_erased,
      exists (select from handovers where organisation_id = ${organisation} and id = ${line.handoverId}) as is_sent,
      (select json_agg(json_build_object(${days}, 'fromAt', from_at, 'untilAt', until_at)) from group_staff
        where organisation_id = ${organisation} and group_id = s.group_id and person_id = ${personId}) as staff,
      (select json_agg(json_build_object(${days})) from group_members
        where organisation_id = ${organisation} and group_id = s.group_id and learner_id = ${line.learnerId}) as members
    from sessions s where s.organisation_id = ${organisation} and s.id = ${line.sessionId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('sessionId')
  const { startedAt, staff, members, ...facts } = row
  return { ...facts, sessionStartedAt: moment(startedAt), staff: staff ?? [], members: members ?? [] }
}

/** The wordings of the lines about learners that came ahead of a handover. */
export async function listWordings(tx: Tx, handoverId: Id): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('handoverLines')
    .select('wording')
    .where('organisationId', '=', tx.organisationId)
    .where('handoverId', '=', handoverId)
    .execute()
  return rows.map(({ wording }) => wording)
}

/** The group of a session; undefined when there is no such session. */
export async function findSessionGroup(tx: Tx, sessionId: Id): Promise<Id | undefined> {
  const row = await tx.db
    .selectFrom('sessions')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row?.groupId
}

/** Which handover a decision is on. @throws OperationError not_found */
export async function getHandoverOfDecision(tx: Tx, decisionId: Id): Promise<Id> {
  const row = await tx.db
    .selectFrom('handoverDecisions')
    .select('handoverId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', decisionId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('decisionId')
  return row.handoverId
}

/** Who made a handover, a decision or a follow-up. @throws OperationError not_found */
export async function getMaker(tx: Tx, recordId: Id): Promise<Id> {
  const organisation = tx.organisationId
  const { rows } = await sql<{ madeBy: Id }>`
    select sent_by as made_by from handovers where organisation_id = ${organisation} and id = ${recordId}
    union all select decided_by from handover_decisions where organisation_id = ${organisation} and id = ${recordId}
    union all select noted_by from handover_follow_ups where organisation_id = ${organisation} and id = ${recordId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('recordId')
  return row.madeBy
}
