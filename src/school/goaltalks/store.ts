// Writes what was said and settled about goals, examples and travels, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { GoalExample, GoalTalk } from './contract.ts'

export async function insertTalk(tx: Tx, { settled, observedAt, ...talk }: GoalTalk & { recordedBy: Id }): Promise<void> {
  const nothing = { criterionId: null, choice: null, words: null }
  await tx.db
    .insertInto('goalTalks')
    .values({
      organisationId: tx.organisationId,
      ...talk,
      ...nothing,
      ...settled,
      observedAt: new Date(observedAt),
      recordedAt: tx.now,
    })
    .execute()
}

export async function insertExample(tx: Tx, example: GoalExample & { addedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('goalExamples')
    .values({ organisationId: tx.organisationId, ...example, addedAt: tx.now })
    .execute()
}

export async function insertTravel(tx: Tx, travel: { goalId: Id; fromGoalId: Id; takenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('goalTravels')
    .values({ organisationId: tx.organisationId, ...travel, takenAt: tx.now })
    .execute()
}

/** Takes a wording back; one that was taken back before stays as it was. */
export async function withdrawWording(tx: Tx, wordingId: Id, learnerId: Id, withdrawnBy: Id): Promise<void> {
  await tx.db
    .insertInto('learnerWordingWithdrawals')
    .values({ organisationId: tx.organisationId, wordingId, learnerId, withdrawnBy, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Likewise for a note. */
export async function withdrawTalk(tx: Tx, talkId: Id, learnerId: Id, withdrawnBy: Id): Promise<void> {
  await tx.db
    .insertInto('goalTalkWithdrawals')
    .values({ organisationId: tx.organisationId, talkId, learnerId, withdrawnBy, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Likewise for an example or a feature. */
export async function withdrawExample(tx: Tx, exampleId: Id, withdrawnBy: Id): Promise<void> {
  await tx.db
    .insertInto('goalExampleWithdrawals')
    .values({ organisationId: tx.organisationId, exampleId, withdrawnBy, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether this wording or note is the learner's. @throws OperationError not_found */
export async function checkIsOfLearner(tx: Tx, table: 'learnerWordings' | 'goalTalks', id: Id, learnerId: Id): Promise<void> {
  const row = await tx.db
    .selectFrom(table)
    .select('learnerId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.learnerId !== learnerId) throw notFound('learnerId')
}

/** The goal that an example belongs to. @throws OperationError not_found */
export async function getExampleGoal(tx: Tx, exampleId: Id): Promise<Id> {
  const row = await tx.db
    .selectFrom('goalExamples')
    .select('goalId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', exampleId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('exampleId')
  return row.goalId
}

/** Which goal a criterion belongs to and which group a session; undefined for none and for ids that name nothing. */
export async function findPlaces(
  tx: Tx,
  { criterionId, sessionId }: { criterionId: Id | null; sessionId: Id | null },
): Promise<{ criterionGoalId: Id | undefined; sessionGroupId: Id | undefined }> {
  const { rows } = await sql<{ criterionGoalId: Id | null; sessionGroupId: Id | null }>`select
    (select goal_id from success_criteria where organisation_id = ${tx.organisationId} and id = ${criterionId}) as criterion_goal_id,
    (select group_id from sessions where organisation_id = ${tx.organisationId} and id = ${sessionId}) as session_group_id`.execute(tx.db)
  const [row] = rows
  return { criterionGoalId: row?.criterionGoalId ?? undefined, sessionGroupId: row?.sessionGroupId ?? undefined }
}

/** Whether a group is closed. @throws OperationError not_found */
export async function isGroupClosed(tx: Tx, groupId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('groups')
    .select('closedAt')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', groupId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('groupId')
  return row.closedAt !== null
}

/** Whether an open copy of the goal is with this group or learner already. */
export async function isTakenTo(tx: Tx, fromGoalId: Id, target: { groupId: Id | null; learnerId: Id | null }): Promise<boolean> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('goalTravels')
    .innerJoin('learningGoals', (join) =>
      join.onRef('learningGoals.id', '=', 'goalTravels.goalId').on('learningGoals.organisationId', '=', organisationId),
    )
    .select('goalTravels.goalId')
    .where('goalTravels.organisationId', '=', organisationId)
    .where('goalTravels.fromGoalId', '=', fromGoalId)
    .where('learningGoals.closedAt', 'is', null)
    .where((or) => or.or([or('learningGoals.groupId', '=', target.groupId), or('learningGoals.learnerId', '=', target.learnerId)]))
    .executeTakeFirst()
  return row !== undefined
}
