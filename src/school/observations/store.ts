// Writes observations and withdrawals, and loads what their handlers decide on.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { Stay } from '../groups/rules.ts'
import type { NewObservation } from './contract.ts'
import type { ObservationFacts, Target } from './rules.ts'

export async function insertObservation(tx: Tx, made: NewObservation & { correctsId?: Id; recordedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('learnerObservations')
    .values({
      organisationId: tx.organisationId,
      ...made,
      // Left out by a device that did not know it yet.
      misconceptionId: made.misconceptionId ?? null,
      technique: made.technique ?? null,
      hingeOptionId: made.hingeOptionId ?? null,
      isSure: made.isSure ?? null,
      observedAt: new Date(made.observedAt),
      recordedAt: tx.now,
    })
    .execute()
}

/** Withdraws observations; one that was withdrawn before stays as it was. */
export async function insertWithdrawals(tx: Tx, learnerId: Id, observationIds: readonly Id[], withdrawnBy: Id): Promise<void> {
  const rows = observationIds.map((observationId) => ({
    organisationId: tx.organisationId,
    id: newId(),
    observationId,
    learnerId,
    withdrawnBy,
    withdrawnAt: tx.now,
  }))
  await tx.db
    .insertInto('observationWithdrawals')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface RecordFacts extends ObservationFacts {
  readonly isErased: boolean
  readonly staff: readonly Stay[]
  readonly members: readonly Stay[]
}

interface RecordRow {
  readonly isErased: boolean
  readonly staff: Stay[] | null
  readonly members: Stay[] | null
  readonly goal: NonNullable<ObservationFacts['goal']> | null
  readonly criterionGoalId: Id | null
  readonly sessionGroupId: Id | null
  readonly photoLearnerId: Id | null
  readonly hingeOption: NonNullable<ObservationFacts['hingeOption']> | null
}

/** Everything that decides about what was noted beside a learner, in one statement: a promise counts the round trips (`bench/record`). */
export async function loadRecording(
  tx: Tx,
  made: Omit<Target, 'observedAt'> & Pick<NewObservation, 'hingeOptionId'>,
  personId: Id,
): Promise<RecordFacts> {
  const organisation = tx.organisationId
  const days = sql`'groupId', group_id, 'fromOn', from_on, 'untilOn', until_on`
  const { rows } = await sql<RecordRow>`select
    exists (select from erasures where organisation_id = ${organisation} and learner_id = ${made.learnerId}) as is_erased,
    (select json_agg(json_build_object(${days}, 'fromAt', from_at, 'untilAt', until_at)) from group_staff where organisation_id = ${organisation} and group_id = ${made.groupId} and person_id = ${personId}) as staff,
    (select json_agg(json_build_object(${days})) from group_members where organisation_id = ${organisation} and group_id = ${made.groupId} and learner_id = ${made.learnerId}) as members,
    (select json_build_object('groupId', group_id, 'learnerId', learner_id, 'closedAt', closed_at) from learning_goals where organisation_id = ${organisation} and id = ${made.goalId}) as goal,
    (select goal_id from success_criteria where organisation_id = ${organisation} and id = ${made.criterionId}) as criterion_goal_id,
    (select group_id from sessions where organisation_id = ${organisation} and id = ${made.sessionId}) as session_group_id,
    (select learner_id from photos where organisation_id = ${organisation} and id = ${made.photoId}) as photo_learner_id,
    (select json_build_object('isRight', is_right, 'misconceptionId', misconception_id) from hinge_options where organisation_id = ${organisation} and id = ${made.hingeOptionId ?? null}) as hinge_option`.execute(
    tx.db,
  )
  const [row] = rows
  return {
    isErased: row?.isErased ?? false,
    staff: row?.staff ?? [],
    members: row?.members ?? [],
    goal: row?.goal ?? undefined,
    criterionGoalId: row?.criterionGoalId ?? undefined,
    sessionGroupId: row?.sessionGroupId ?? undefined,
    photoLearnerId: row?.photoLearnerId ?? undefined,
    hingeOption: row?.hingeOption ?? undefined,
  }
}

export interface StandingFacts {
  readonly learnerId: Id
  readonly recordedBy: Id
  readonly isWithdrawn: boolean
  /** The corrections that came in its place, one after the other. */
  readonly laterIds: readonly Id[]
}

/** An observation, whether it still stands, and what came in its place. @throws OperationError not_found */
export async function getObservation(tx: Tx, id: Id): Promise<StandingFacts> {
  const organisation = tx.organisationId
  const { rows } = await sql<StandingFacts>`with recursive later (id) as (
      select id from learner_observations where organisation_id = ${organisation} and corrects_id = ${id}
      union
      select next.id from learner_observations next join later on next.corrects_id = later.id where next.organisation_id = ${organisation}
    )
    select learner_id, recorded_by,
      exists (select from observation_withdrawals where organisation_id = ${organisation} and observation_id = ${id}) as is_withdrawn,
      array(select id from later) as later_ids
    from learner_observations where organisation_id = ${organisation} and id = ${id}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw notFound('observationId')
  return row
}
