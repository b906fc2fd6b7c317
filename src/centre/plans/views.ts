// Reads plans with their text, signatures and thread, and which witnesses plans that both have signed name.
import { sql } from 'kysely'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { withoutErasedNames } from '../witnesses/rules.ts'
import { listErasedIds } from '../witnesses/views.ts'
import type { Plan, PlanContent, PlanEntry, PlanPart, TakenBack } from './contract.ts'
import { isAgreed, readSignedText } from './rules.ts'

/** The plans whose present text is for this unit, the last begun first. */
export async function listPlans(tx: ReadTx, registrationId: Id): Promise<LoadedPlan[]> {
  return listPlansOfAll(tx, [registrationId])
}

/** The plans whose present text is for any of these units. */
export async function listPlansOfAll(tx: ReadTx, registrationIds: readonly Id[]): Promise<LoadedPlan[]> {
  if (registrationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('planUnits')
    .select('planId')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', 'in', [...registrationIds])
    .execute()
  const plans = await loadPlans(
    tx,
    rows.map(({ planId }) => planId),
  )
  return plans.filter(({ content }) => content.registrationIds.some((id) => registrationIds.includes(id)))
}

/** One plan. */
export async function findPlan(tx: ReadTx, planId: Id): Promise<Plan | undefined> {
  return (await loadPlans(tx, [planId]))[0]
}

/** @throws OperationError not_found */
export async function getPlan(tx: ReadTx, planId: Id): Promise<Plan> {
  const plan = await findPlan(tx, planId)
  if (plan === undefined) throw notFound('planId')
  return plan
}

/** By unit: the witnesses named in its plans that candidate and assessor have both signed as they stand. */
export async function namedWitnessIds(tx: ReadTx, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  const texts = await listTexts(tx, registrationIds)
  const agreed = texts.filter(isAgreed).map(({ content }) => readSignedText(content).content)
  const namedIn = (registrationId: Id) =>
    agreed
      .filter((content) => content.registrationIds.includes(registrationId))
      .flatMap(({ witnesses }) => witnesses.flatMap(({ witnessId }) => (witnessId === null ? [] : [witnessId])))
  return new Map(registrationIds.map((id) => [id, new Set(namedIn(id))]))
}

/** The present text of each plan that was ever for any of these units, and who has signed it. */
async function listTexts(tx: ReadTx, registrationIds: readonly Id[]) {
  const o = tx.organisationId
  const { rows } = await sql<{ content: string; signatures: readonly { readonly part: string }[] }>`
    select distinct on (said.plan_id) said.content, (
      select coalesce(json_agg(json_build_object('part', part)), '[]') from plan_signatures signed
      where signed.organisation_id = ${o} and signed.plan_id = said.plan_id and signed.content_hash = said.content_hash
    ) as signatures
    from plan_versions said
    where said.organisation_id = ${o} and said.plan_id in (
      select plan_id from plan_units where organisation_id = ${o} and registration_id = any(${registrationIds}::uuid[])
    )
    order by said.plan_id, said.version desc`.execute(tx.db)
  return rows
}

/** What plans add to a unit's content: each text, who signed it, and its thread. */
export async function contentForUnit(tx: ReadTx, registration: { readonly id: Id }): Promise<Plain> {
  const plans = await listPlans(tx, registration.id)
  return plans.map(({ id, asSigned, contentHash, signatures, entries }) => ({
    id,
    content: asSigned as unknown as Plain,
    contentHash,
    signatures,
    entries: entries.map(({ id: entryId, ...entry }) => ({ id: entryId, ...entry })),
  }))
}

/** A plan as it is shown, and its text with the names that were in it when it was signed: those for the unit's content alone, and told to nobody. */
interface LoadedPlan extends Plan {
  readonly asSigned: PlanContent
}

const planColumns = [
  'planVersions.planId',
  'planVersions.version',
  'planVersions.content',
  'planVersions.contentHash',
  'planVersions.writtenAt',
  'plans.candidateId',
  'plans.begunAt',
  'plans.begunBy as begunById',
  'candidate.name as candidateName',
  'writer.name as writtenByName',
] as const

async function loadPlans(tx: ReadTx, ids: readonly Id[]): Promise<LoadedPlan[]> {
  if (ids.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('planVersions')
    .innerJoin('plans', (join) => join.onRef('plans.id', '=', 'planVersions.planId').on('plans.organisationId', '=', organisationId))
    .innerJoin('people as candidate', (join) =>
      join.onRef('candidate.id', '=', 'plans.candidateId').on('candidate.organisationId', '=', organisationId),
    )
    .innerJoin('people as writer', (join) =>
      join.onRef('writer.id', '=', 'planVersions.writtenBy').on('writer.organisationId', '=', organisationId),
    )
    .select(planColumns)
    .where('planVersions.organisationId', '=', organisationId)
    .where('planVersions.planId', 'in', [...ids])
    .where('planVersions.planId', 'not in', withdrawn(tx))
    .orderBy('plans.begunAt', 'desc')
    .orderBy('planVersions.planId')
    .orderBy('planVersions.version', 'desc')
    .execute()
  const [signatures, entries, erased] = await Promise.all([signaturesOf(tx, ids), entriesOf(tx, ids), listErasedIds(tx)])
  const shown = (said: PlanContent) => withoutErasedNames(said, erased)
  const names = await namesOf(tx, [...new Set(rows.map((row) => readSignedText(row.content).assessorId))])
  return [...Map.groupBy(rows, ({ planId }) => planId)].flatMap(([id, [current, ...earlier]]) => {
    if (current === undefined) return []
    const { planId: _, begunAt: __, writtenAt, content, ...row } = current
    const signed = signatures.filter(({ planId }) => planId === id)
    const of = (hash: string) => signed.filter(({ contentHash }) => contentHash === hash).map(({ planId: ___, ...one }) => one)
    const last = earlier.find(({ contentHash }) => contentHash !== row.contentHash && of(contentHash).length > 0)
    const { assessorId, content: said } = readSignedText(content)
    return [
      {
        id,
        ...row,
        writtenAt: moment(writtenAt),
        content: shown(said),
        asSigned: said,
        assessorId,
        assessorName: names.get(assessorId) ?? '',
        signatures: of(row.contentHash),
        voided: last === undefined ? null : { content: shown(readSignedText(last.content).content), signatures: of(last.contentHash) },
        entries: entries.filter(({ planId }) => planId === id).map(({ planId: ___, ...entry }) => entry),
      },
    ]
  })
}

/** Plans that were taken back. */
function withdrawn({ db, organisationId }: ReadTx) {
  return db.selectFrom('planWithdrawals').select('planId').where('organisationId', '=', organisationId)
}

/** Plans for this unit that were taken back, the last first. */
export async function listTakenBack(tx: ReadTx, registrationId: Id): Promise<TakenBack[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('planWithdrawals')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'planWithdrawals.withdrawnBy').on('people.organisationId', '=', organisationId),
    )
    .select(['planWithdrawals.planId as id', 'people.name as byName', 'planWithdrawals.withdrawnAt as at'])
    .where('planWithdrawals.organisationId', '=', organisationId)
    .where('planWithdrawals.planId', 'in', (eb) =>
      eb
        .selectFrom('planUnits')
        .select('planUnits.planId')
        .where('planUnits.organisationId', '=', organisationId)
        .where('planUnits.registrationId', '=', registrationId),
    )
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: moment(at) }))
}

async function namesOf(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function signaturesOf(tx: ReadTx, ids: readonly Id[]) {
  const rows = await tx.db
    .selectFrom('planSignatures')
    .select(['planId', 'part', 'signedName as name', 'signedAt', 'contentHash'])
    .where('organisationId', '=', tx.organisationId)
    .where('planId', 'in', [...ids])
    .orderBy('signedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as PlanPart, signedAt: moment(row.signedAt) }))
}

async function entriesOf(tx: ReadTx, ids: readonly Id[]): Promise<(PlanEntry & { planId: Id })[]> {
  const rows = await tx.db
    .selectFrom('planEntries')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'planEntries.writtenBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select([
      'planEntries.planId',
      'planEntries.id',
      'planEntries.kind',
      'planEntries.saidOn',
      'planEntries.words',
      'planEntries.nextMeetingOn',
      'planEntries.writtenAt',
      'people.name as writtenByName',
    ])
    .where('planEntries.organisationId', '=', tx.organisationId)
    .where('planEntries.planId', 'in', [...ids])
    .orderBy('planEntries.writtenAt')
    .orderBy('planEntries.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PlanEntry['kind'], writtenAt: moment(row.writtenAt) }))
}
