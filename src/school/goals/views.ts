// Goals with their criteria, for pages and for later features.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { LearningGoal, SuccessCriterion } from './contract.ts'

interface Choice {
  readonly groupIds: readonly Id[]
  readonly learnerIds: readonly Id[]
  /** Goals of former groups that are wanted all the same. */
  readonly goalIds?: readonly Id[]
  readonly isOpenOnly?: boolean
}

/** `= any($n)`: unlike `in`, it takes an empty list. */
const oneOf = (ids: readonly Id[]) => sql<Id>`any(${ids}::uuid[])`

/** Goals of these groups and of these learners: open ones first, the last set first. */
export async function listGoals(tx: ReadTx, { groupIds, learnerIds, goalIds = [], isOpenOnly = false }: Choice): Promise<LearningGoal[]> {
  let goals = tx.db
    .selectFrom('learningGoals')
    .selectAll()
    .select(criteriaOf(tx).as('criteria'))
    .where('organisationId', '=', tx.organisationId)
    .where((or) => or.or([or('groupId', '=', oneOf(groupIds)), or('learnerId', '=', oneOf(learnerIds)), or('id', '=', oneOf(goalIds))]))
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
  if (isOpenOnly) goals = goals.where('closedAt', 'is', null)
  const rows = await goals.execute()
  return rows
    .map((row) => ({
      id: row.id,
      groupId: row.groupId,
      learnerId: row.learnerId,
      wording: row.wording,
      statement:
        row.framework === null || row.frameworkVersion === null || row.statementCode === null
          ? null
          : { framework: row.framework, version: row.frameworkVersion, code: row.statementCode },
      ...(row.expectation === null ? {} : { expectation: row.expectation }),
      criteria: row.criteria,
      setAt: moment(row.setAt),
      closedAt: row.closedAt === null ? null : moment(row.closedAt),
    }))
    .sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null))
}

/** The criteria of a row of `learning_goals`, in their order: with it in one statement, because each way to the database costs a page. */
function criteriaOf(tx: ReadTx) {
  const criterion = sql`json_build_object('id', c.id, 'shortName', c.short_name, 'childText', c.child_text, 'adultText', c.adult_text, 'kind', c.kind, 'position', c.position)`
  return sql<SuccessCriterion[]>`(select coalesce(json_agg(${criterion} order by c.position), '[]') from success_criteria c
    where c.organisation_id = ${tx.organisationId} and c.goal_id = learning_goals.id)`
}

/** How these learners say these goals: the last wording of each. */
export async function listLearnerWordings(
  tx: ReadTx,
  goalIds: readonly Id[],
  learnerIds: readonly Id[],
): Promise<{ goalId: Id; learnerId: Id; wording: string }[]> {
  if (goalIds.length === 0 || learnerIds.length === 0) return []
  const latest = await tx.db
    .selectFrom('learnerWordings')
    .select(['goalId', 'learnerId', 'wording'])
    .distinctOn(['learnerId', 'goalId'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', 'in', learnerIds)
    .where('goalId', 'in', goalIds)
    .where(wordingStands(tx))
    .orderBy('learnerId')
    .orderBy('goalId')
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return latest.filter(({ wording }) => wording !== '')
}

/** The condition that a row of `learner_wordings` was not taken back. */
export function wordingStands(tx: ReadTx) {
  return sql<boolean>`not exists (select from learner_wording_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.wording_id = learner_wordings.id)`
}

/** Which criteria these learners have met: the last mark of each pair, where it says so. */
export async function listMet(tx: ReadTx, learnerIds: readonly Id[]): Promise<{ learnerId: Id; criterionId: Id }[]> {
  if (learnerIds.length === 0) return []
  const last = await tx.db
    .selectFrom('successCriterionMarks')
    .select(['learnerId', 'criterionId', 'isMet'])
    .distinctOn(['learnerId', 'criterionId'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', 'in', learnerIds)
    .orderBy('learnerId')
    .orderBy('criterionId')
    .orderBy('markedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return last.filter(({ isMet }) => isMet)
}
