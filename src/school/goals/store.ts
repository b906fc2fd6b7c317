// Writes goals, learners' own words and marks, and loads what their handlers decide on.

import type { StatementRef } from '../../common/frameworks/contract.ts'
import type { Drawing } from '../../core/drawing.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { SymbolName } from '../../core/symbols.ts'
import type { Tx } from '../../server/database.ts'
import type { SuccessCriterion } from './contract.ts'
import type { GoalOwner } from './rules.ts'

interface NewGoal extends GoalOwner {
  readonly id: Id
  readonly wording: string
  readonly statement: StatementRef | null
  readonly expectation?: string | undefined
  readonly criteria: readonly SuccessCriterion[]
  readonly setBy: Id
}

export async function insertGoal(tx: Tx, goal: NewGoal): Promise<void> {
  const { organisationId, now } = tx
  const { id, groupId, learnerId, wording, statement, expectation = null, setBy } = goal
  const link = {
    framework: statement?.framework ?? null,
    frameworkVersion: statement?.version ?? null,
    statementCode: statement?.code ?? null,
  }
  await tx.db
    .insertInto('learningGoals')
    .values({ organisationId, id, groupId, learnerId, wording, ...link, expectation, setBy, setAt: now })
    .execute()
  await tx.db
    .insertInto('successCriteria')
    .values(goal.criteria.map((criterion) => ({ organisationId, goalId: id, ...criterion })))
    .execute()
}

export async function closeGoal(tx: Tx, goalId: Id, closedBy: Id): Promise<void> {
  await tx.db
    .updateTable('learningGoals')
    .set({ closedAt: tx.now, closedBy })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', goalId)
    .execute()
}

interface NewLearnerWording {
  readonly id: Id
  readonly goalId: Id
  readonly learnerId: Id
  /** English; empty where something else says it. */
  readonly wording: string
  readonly setBy: Id
  readonly drawing?: Drawing | null
  readonly symbols?: SymbolName[]
  readonly language?: string | null
  readonly firstWording?: string | null
  readonly helpedBy?: string | null
}

export async function insertLearnerWording(tx: Tx, wording: NewLearnerWording): Promise<void> {
  await tx.db
    .insertInto('learnerWordings')
    .values({ organisationId: tx.organisationId, ...wording, setAt: tx.now })
    .execute()
}

export async function insertMark(tx: Tx, mark: { id: Id; criterionId: Id; learnerId: Id; isMet: boolean; markedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('successCriterionMarks')
    .values({ organisationId: tx.organisationId, ...mark, markedAt: tx.now })
    .execute()
}

/** @throws OperationError not_found */
export async function getGoal(tx: Tx, id: Id): Promise<GoalOwner & { isClosed: boolean }> {
  const row = await tx.db
    .selectFrom('learningGoals')
    .select(['groupId', 'learnerId', 'closedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('goalId')
  return { groupId: row.groupId, learnerId: row.learnerId, isClosed: row.closedAt !== null }
}

/** Whose goal the criterion belongs to. @throws OperationError not_found */
export async function getCriterion(tx: Tx, id: Id): Promise<GoalOwner> {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('successCriteria')
    .innerJoin('learningGoals', (join) =>
      join.onRef('learningGoals.id', '=', 'successCriteria.goalId').on('learningGoals.organisationId', '=', organisationId),
    )
    .select(['learningGoals.groupId', 'learningGoals.learnerId'])
    .where('successCriteria.organisationId', '=', organisationId)
    .where('successCriteria.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('criterionId')
  return row
}
