// Who is in a group since when, when each was last noted, and on which goals.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { LearningGoal } from '../goals/contract.ts'
import { stands } from '../observations/views.ts'
import type { NotedLearner } from './rules.ts'

interface Row {
  readonly id: Id
  readonly fromOn: string
  readonly lastSeenAt: Date | null
  readonly criterionIds: Id[]
}

/** One statement; each fact is the first entry of an index range. */
export async function listNoted(
  tx: ReadTx,
  groupId: Id,
  learnerIds: readonly Id[],
  goals: readonly LearningGoal[],
): Promise<ReadonlyMap<Id, NotedLearner>> {
  const { organisationId } = tx
  const ofLearner = sql`o.organisation_id = ${organisationId} and o.learner_id = learner.id and ${stands(tx, 'o')}`
  const criterionIds = goals.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const { rows } = await sql<Row>`select learner.id,
      (select max(m.from_on) from group_members m where m.organisation_id = ${organisationId} and m.group_id = ${groupId} and m.learner_id = learner.id) as from_on,
      (select o.observed_at from learner_observations o where ${ofLearner} order by o.observed_at desc limit 1) as last_seen_at,
      array(select criterion.id from unnest(${criterionIds}::uuid[]) criterion (id)
        where exists (select from learner_observations o where ${ofLearner} and o.criterion_id = criterion.id)) as criterion_ids
    from unnest(${learnerIds}::uuid[]) learner (id)`.execute(tx.db)
  return new Map(
    rows.map(({ id, fromOn, lastSeenAt, ...noted }) => [
      id,
      {
        id,
        fromOn,
        lastSeenAt: lastSeenAt === null ? null : moment(lastSeenAt),
        goalIds: goals.filter(({ criteria }) => criteria.some((one) => noted.criterionIds.includes(one.id))).map((goal) => goal.id),
      },
    ]),
  )
}
