// Improvements as pages and later features show them: what stands, both attempts as they stand, and the states around the second.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { GivenFeedback } from '../feedback/contract.ts'
import { stands } from '../observations/views.ts'
import type { Attempt, FollowedFeedback, Improvement, NotedAttempt } from './contract.ts'
import { statesAround } from './rules.ts'

type Named = Omit<Improvement, 'first' | 'second' | 'stateBefore' | 'stateAfter'>

/** Improvements of a session, newest first. */
export function listImprovementsOfSession(tx: ReadTx, sessionId: Id): Promise<Improvement[]> {
  return listWhere(tx, sql`made.session_id = ${sessionId}`)
}

/** Improvements of these learners from a moment on, newest first, at most three hundred: also for offers to the achievement log. */
export async function listImprovementsOfLearners(tx: ReadTx, learnerIds: readonly Id[], since = new Date(0)): Promise<Improvement[]> {
  if (learnerIds.length === 0) return []
  return listWhere(tx, sql`made.learner_id = any(${learnerIds}::uuid[]) and made.observed_at >= ${since}`)
}

/** The condition that an improvement was neither taken back nor corrected; `made` is its table in the statement. */
function isKept(tx: ReadTx) {
  return sql`not exists (select from improvement_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.improvement_id = made.first_id)
    and not exists (select from improvements newer where newer.organisation_id = ${tx.organisationId} and newer.corrects_id = made.id)`
}

async function listWhere(tx: ReadTx, condition: ReturnType<typeof sql>): Promise<Improvement[]> {
  const organisation = tx.organisationId
  const { rows } = await sql<Omit<Named, 'observedAt'> & { observedAt: Date }>`
    select made.id, made.first_id, made.learner_id, made.group_id, made.session_id, made.goal_id, made.criterion_id, made.feedback_id,
      made.first_observation_id, made.second_observation_id, made.second_drawing, made.minutes, made.what_changed, made.observed_at,
      made.recorded_by, people.name as recorded_by_name
    from improvements made
    join people on people.organisation_id = ${organisation} and people.id = made.recorded_by
    where made.organisation_id = ${organisation} and ${condition} and ${isKept(tx)}
    order by made.observed_at desc, made.id desc limit 300`.execute(tx.db)
  const named = rows.map((row): Named => ({ ...row, observedAt: moment(row.observedAt) }))
  const attempts = await findAttempts(
    tx,
    named.flatMap((one) => [one.firstObservationId, one.secondObservationId]).filter((id) => id !== null),
  )
  const judged = await listJudged(tx, named)
  return named.flatMap((one) => {
    const second = attempts.get(one.secondObservationId)
    if (second === undefined) return []
    const first = one.firstObservationId === null ? undefined : attempts.get(one.firstObservationId)
    const ofPair = judged.filter(({ learnerId, criterionId }) => learnerId === one.learnerId && criterionId === one.criterionId)
    return [{ ...one, first: first ?? null, second, ...statesAround(ofPair, { ...second, source: 'work_sample' }) }]
  })
}

/** The observations of these ids, or the corrections that stand in their places; what was withdrawn is missing. */
async function findAttempts(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, Attempt>> {
  if (ids.length === 0) return new Map()
  const organisation = tx.organisationId
  const { rows } = await sql<Omit<Attempt, 'observedAt'> & { namedId: Id; observedAt: Date }>`
    with recursive line (named_id, id) as (
      select id, id from learner_observations where organisation_id = ${organisation} and id = any(${ids}::uuid[])
      union
      select line.named_id, next.id from learner_observations next join line on next.corrects_id = line.id where next.organisation_id = ${organisation}
    )
    select line.named_id, o.id, o.help_level, o.response, o.what_seen, o.child_words, o.photo_id, o.observed_at
    from line join learner_observations o on o.organisation_id = ${organisation} and o.id = line.id
    where ${stands(tx, 'o')}`.execute(tx.db)
  return new Map(rows.map(({ namedId, ...row }) => [namedId, { ...row, observedAt: moment(row.observedAt) }]))
}

type Pair = Pick<Named, 'learnerId' | 'criterionId'>
type Noted = Omit<NotedAttempt, 'observedAt'> & { readonly observedAt: Date }

const columns = sql`o.learner_id, o.criterion_id, o.id, o.source, o.response, o.help_level, o.what_seen, o.child_words, o.photo_id, o.observed_at`
const noted = (rows: readonly Noted[]) => rows.map((row): NotedAttempt => ({ ...row, observedAt: moment(row.observedAt) }))

/** All that was ever noted of these learners on these criteria: states are worked out as of a moment. */
async function listJudged(tx: ReadTx, pairs: readonly Pair[]): Promise<NotedAttempt[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Noted>`select ${columns} from learner_observations o
    where o.organisation_id = ${tx.organisationId} and ${stands(tx, 'o')}
      and o.learner_id = any(${pairs.map(({ learnerId }) => learnerId)}::uuid[])
      and o.criterion_id = any(${pairs.map(({ criterionId }) => criterionId)}::uuid[])`.execute(tx.db)
  return noted(rows)
}

/** Per pair of these what a state rests on now, the latest of all, and the latest with a photo: each the first entry of an index range. */
export async function listNoted(tx: ReadTx, learnerIds: readonly Id[], criterionIds: readonly Id[]): Promise<NotedAttempt[]> {
  if (learnerIds.length === 0 || criterionIds.length === 0) return []
  const ofPair = sql`o.organisation_id = ${tx.organisationId} and o.learner_id = learner.id and o.criterion_id = criterion.id and ${stands(tx, 'o')}`
  const last = sql`order by o.observed_at desc, o.id desc limit 1`
  const { rows } = await sql<Noted>`
    select found.* from unnest(${learnerIds}::uuid[]) learner (id) cross join unnest(${criterionIds}::uuid[]) criterion (id)
    cross join lateral (
      select judged.* from unnest(array['seen', 'heard', 'work_sample', 'self_report', 'peer_report']) source (name) cross join lateral (
        select ${columns} from learner_observations o
        where ${ofPair} and o.source = source.name and o.response is not null and (o.help_level is not null or o.source = 'self_report') ${last}
      ) judged
      union (select ${columns} from learner_observations o where ${ofPair} ${last})
      union (select ${columns} from learner_observations o where ${ofPair} and o.photo_id is not null ${last})
    ) found`.execute(tx.db)
  return noted(rows)
}

/** Says of each piece whether an improvement that stands came of it. */
export async function followed(tx: ReadTx, feedback: readonly GivenFeedback[]): Promise<FollowedFeedback[]> {
  if (feedback.length === 0) return []
  const { rows } = await sql<{ feedbackId: Id }>`select distinct made.feedback_id from improvements made
    where made.organisation_id = ${tx.organisationId} and made.feedback_id = any(${feedback.map(({ firstId }) => firstId)}::uuid[]) and ${isKept(tx)}
      and exists (
        with recursive line (id) as (
          select made.second_observation_id
          union
          select next.id from learner_observations next join line on next.corrects_id = line.id where next.organisation_id = ${tx.organisationId}
        )
        select from line join learner_observations o on o.organisation_id = ${tx.organisationId} and o.id = line.id where ${stands(tx, 'o')}
      )`.execute(tx.db)
  const improved = new Set(rows.map(({ feedbackId }) => feedbackId))
  return feedback.map((one) => ({ ...one, isImproved: improved.has(one.firstId) }))
}
