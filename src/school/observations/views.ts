// Observations as pages show them, and what later features make states from. What was withdrawn or corrected is in none of these.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { goesOn } from '../groups/views.ts'
import { misconceptionNames } from '../misconceptions/views.ts'
import type { HelpLevel, LearnerObservation, ObservationSource, Participation, Response } from './contract.ts'
import type { SeenLearner, StateObservation } from './rules.ts'

/** The condition that an observation stands: neither withdrawn nor replaced by a correction. `alias` names its table in the statement. */
export function stands(tx: ReadTx, alias: string) {
  const id = sql.ref(`${alias}.id`)
  // The learner of both is the same: saying so, few rows are looked through instead of a school's.
  const learnerId = sql.ref(`${alias}.learnerId`)
  return sql<boolean>`not exists (select from observation_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.observation_id = ${id} and gone.learner_id = ${learnerId})
    and not exists (select from learner_observations newer where newer.organisation_id = ${tx.organisationId} and newer.corrects_id = ${id})`
}

/** So many are read at once. */
export const mostObservations = 1000

/** Observations of these learners from a moment on, newest first, at most {@link mostObservations}. */
export async function listObservations(tx: ReadTx, learnerIds: readonly Id[], since = new Date(0)): Promise<LearnerObservation[]> {
  return learnerIds.length === 0 ? [] : shown(tx, await selectObservations(tx, learnerIds, since).limit(mostObservations).execute())
}

/** Those made in a group that carry a technique, newest first, at most three hundred. */
export async function listFoundOut(tx: ReadTx, groupId: Id, learnerIds: readonly Id[], since: Date): Promise<LearnerObservation[]> {
  if (learnerIds.length === 0) return []
  const carrying = selectObservations(tx, learnerIds, since)
    .where('learnerObservations.groupId', '=', groupId)
    .where('learnerObservations.technique', 'is not', null)
  return shown(tx, await carrying.limit(300).execute())
}

/** All of the table but whose organisation it is. */
const shownColumns = [
  ...(['id', 'learnerId', 'groupId', 'sessionId', 'goalId', 'criterionId', 'helpLevel', 'response', 'participation'] as const),
  ...(['whatSeen', 'childWords', 'myView', 'source', 'photoId', 'correctsId', 'observedAt', 'recordedBy', 'recordedAt'] as const),
  ...(['misconceptionId', 'technique', 'hingeOptionId', 'isSure'] as const),
].map((name) => `learnerObservations.${name}` as const)

function selectObservations(tx: ReadTx, learnerIds: readonly Id[], since: Date) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('learnerObservations')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'learnerObservations.recordedBy').on('people.organisationId', '=', organisationId),
    )
    .select(shownColumns)
    .select('people.name as recordedByName')
    .where('learnerObservations.organisationId', '=', organisationId)
    .where('learnerObservations.learnerId', 'in', learnerIds)
    .where('learnerObservations.observedAt', '>=', since)
    .where(stands(tx, 'learnerObservations'))
    .orderBy('learnerObservations.observedAt', 'desc')
    .orderBy('learnerObservations.id', 'desc')
}

type ObservationRow = Awaited<ReturnType<ReturnType<typeof selectObservations>['execute']>>[number]

async function shown(tx: ReadTx, rows: readonly ObservationRow[]): Promise<LearnerObservation[]> {
  const names = await misconceptionNames(
    tx,
    rows.flatMap(({ misconceptionId }) => misconceptionId ?? []),
  )
  return rows.map((row) => ({
    ...row,
    misconceptionName: row.misconceptionId === null ? null : (names.get(row.misconceptionId) ?? null),
    helpLevel: row.helpLevel as HelpLevel | null,
    response: row.response as Response | null,
    participation: row.participation as Participation | null,
    source: row.source as ObservationSource,
    observedAt: moment(row.observedAt),
    recordedAt: moment(row.recordedAt),
  }))
}

export interface CellObservation extends StateObservation {
  readonly learnerId: Id
  readonly criterionId: Id
}

const sources: readonly ObservationSource[] = ['seen', 'heard', 'work_sample', 'self_report', 'peer_report']

/**
 * All that `criterionState` needs for these learners and criteria, in one statement: per pair and source the latest that judges, and per pair the latest of all.
 * Each is the first entry of an index range, so the cost follows the number of pairs and not the number of observations.
 */
export async function listCellObservations(tx: ReadTx, learnerIds: readonly Id[], criterionIds: readonly Id[]): Promise<CellObservation[]> {
  if (learnerIds.length === 0 || criterionIds.length === 0) return []
  const ofPair = sql`o.organisation_id = ${tx.organisationId} and o.learner_id = learner.id and o.criterion_id = criterion.id and ${stands(tx, 'o')}`
  const columns = sql`o.id, o.source, o.response, o.help_level, o.observed_at`
  const { rows } = await sql<Omit<CellObservation, 'observedAt'> & { observedAt: Date }>`
    select learner.id as learner_id, criterion.id as criterion_id, found.id, found.source, found.response, found.help_level, found.observed_at
    from unnest(${learnerIds}::uuid[]) learner (id) cross join unnest(${criterionIds}::uuid[]) criterion (id)
    cross join lateral (
      select judged.* from unnest(${sources}::text[]) source (name) cross join lateral (
        select ${columns} from learner_observations o
        where ${ofPair} and o.source = source.name and o.response is not null and (o.help_level is not null or o.source = 'self_report')
        order by o.observed_at desc, o.id desc limit 1
      ) judged
      union
      (select ${columns} from learner_observations o where ${ofPair} order by o.observed_at desc, o.id desc limit 1)
    ) found`.execute(tx.db)
  return rows.map((row) => ({ ...row, observedAt: moment(row.observedAt) }))
}

/** Whether a photo is in sight: some observation that stands names it, or none has named it so far. */
export async function isPhotoInSight(tx: ReadTx, photoId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('learnerObservations')
    .select((select) => [
      select.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where ${stands(tx, 'learnerObservations')})`.as('standing'),
    ])
    .where('organisationId', '=', tx.organisationId)
    .where('photoId', '=', photoId)
    .executeTakeFirstOrThrow()
  return row.all === 0 || row.standing > 0
}

/** Who is in these groups since when, and when each was last noted, in one statement: the last moment is the first entry of an index range. */
export async function listLastNoted(tx: ReadTx, groupIds: readonly Id[]): Promise<(SeenLearner & { readonly groupId: Id })[]> {
  if (groupIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('groupMembers')
    .select(['groupId', 'learnerId as id', 'fromOn'])
    .select(
      sql<Date | null>`(select o.observed_at from learner_observations o
        where o.organisation_id = ${tx.organisationId} and o.learner_id = group_members.learner_id and ${stands(tx, 'o')}
        order by o.observed_at desc limit 1)`.as('lastSeenAt'),
    )
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', 'in', groupIds)
    .where(goesOn('groupMembers', tx.now))
    .execute()
  return rows.map(({ lastSeenAt, ...row }) => ({ ...row, lastSeenAt: lastSeenAt === null ? null : moment(lastSeenAt) }))
}
