// Reads decisions, whole units, and what waits for assessors and countersigners.
import { sql } from 'kysely'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf, moment } from '../../core/time.ts'
import { workingDaysBetween } from '../../core/wall-clock.ts'
import type { ReadTx } from '../../server/database.ts'
import type { SaidAlike } from '../assignments/contract.ts'
import { listAlike } from '../assignments/views.ts'
import { type ClaimedItem, type Claims, claimed, listClaims, listItems } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { listRegistrations } from '../registrations/views.ts'
import type { Half, StandardPack } from '../standards/contract.ts'
import { listPacks } from '../standards/views.ts'
import { type Statements, statementsOf } from '../testimonies/views.ts'
import type { CheckAnswer, Decision, DecisionOutcome, QueueEntry, ToCountersign, Unit } from './contract.ts'
import { asRulesSee, type Item, isUnseen, standingDecision, unitProgress, waitingLeaves, waitingTime } from './rules.ts'

/** A unit with what its rules were told. */
export interface LoadedUnit {
  readonly unit: Unit & { readonly evidence: readonly ClaimedItem[] }
  readonly items: readonly (Item & ClaimedItem)[]
  readonly decisions: readonly Decision[]
}

/** A registration's unit as it stands: its standard in its own version, evidence, decisions, progress. */
export async function loadUnit(tx: ReadTx, registration: Registration): Promise<LoadedUnit> {
  const [unit] = await loadUnits(tx, [registration])
  if (unit === undefined) throw notFound('registrationId')
  return unit
}

/** Units as they stand, of however many candidates: what they share is read once, and in as many statements for thirty as for one. */
export async function loadUnits(tx: ReadTx, registrations: readonly Registration[]): Promise<LoadedUnit[]> {
  if (registrations.length === 0) return []
  const candidateIds = [...new Set(registrations.map(({ candidateId }) => candidateId))]
  const [all, units] = await Promise.all([listItems(tx, candidateIds), loadFacts(tx, registrations)])
  return units.map(({ registration, pack, claims, decisions, experts, takenBack, alike }) => {
    const evidence = claimed(all.get(registration.candidateId) ?? [], claims)
    const facts = { expertItemIds: [...experts].sort(), alike: [...alike] }
    const items = evidence.map((item) => asRulesSee(item, facts))
    const progress = unitProgress(pack, items, decisions)
    return { unit: { registration, pack, evidence, ...facts, takenBack: [...takenBack], ...progress }, items, decisions }
  })
}

/** All that rules are told of a unit but the items themselves. */
export interface UnitFacts extends Statements {
  readonly registration: Registration
  readonly pack: StandardPack
  readonly claims: Claims | undefined
  readonly decisions: readonly Decision[]
  readonly alike: readonly SaidAlike[]
}

/** Of each of these registrations. */
export async function loadFacts(tx: ReadTx, registrations: readonly Registration[]): Promise<UnitFacts[]> {
  const ids = registrations.map(({ id }) => id)
  const [packs, claims, decisions, statements, alike] = await Promise.all([
    listPacks(tx, registrations),
    listClaims(tx, ids),
    listDecisions(tx, ids),
    statementsOf(tx, registrations),
    listAlike(tx, registrations),
  ])
  return registrations.map((registration) => {
    const pack = packs.find(({ code, version }) => code === registration.packCode && version === registration.packVersion)
    if (pack === undefined) throw notFound('packCode')
    return {
      registration,
      pack,
      claims: claims.get(registration.id),
      decisions: decisions.get(registration.id) ?? [],
      ...(statements.get(registration.id) ?? { experts: new Set(), takenBack: [] }),
      alike: alike.get(registration.id) ?? [],
    }
  })
}

/** By registration: every decision, newest first. */
async function listDecisions(tx: ReadTx, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Decision[]>> {
  const found = new Map<Id, Decision[]>()
  for (const { registrationId, ...row } of await decisionRows(tx, registrationIds)) {
    const decisions = found.get(registrationId) ?? []
    decisions.push(decisionOf(row))
    found.set(registrationId, decisions)
  }
  return found
}

type Row = Omit<Awaited<ReturnType<typeof decisionRows>>[number], 'registrationId'>

function decisionOf({
  checks,
  isByTrainee,
  countersigned,
  countersignReason,
  countersignedByName,
  countersignedAt,
  ...row
}: Row): Decision {
  return {
    ...row,
    half: row.half as Half,
    outcome: row.outcome as DecisionOutcome,
    decidedAt: moment(row.decidedAt),
    evidenceIds: row.contentHashes.map(({ evidenceId }) => evidenceId),
    checks: checks === null ? [] : (JSON.parse(checks) as CheckAnswer[]),
    isByTrainee: isByTrainee ?? false,
    countersignature:
      countersigned === null || countersignedAt === null
        ? null
        : {
            outcome: countersigned as 'agreed' | 'sent_back',
            reason: countersignReason,
            signedByName: countersignedByName ?? '',
            signedAt: moment(countersignedAt),
          },
  }
}

function decisionRows(tx: ReadTx, registrationIds: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('decisions')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'decisions.decidedBy').on('people.organisationId', '=', organisationId))
    .leftJoin('assessments', (join) =>
      join.onRef('assessments.id', '=', 'decisions.assessmentId').on('assessments.organisationId', '=', organisationId),
    )
    .leftJoin('countersignatures', (join) =>
      join
        .onRef('countersignatures.assessmentId', '=', 'decisions.assessmentId')
        .on('countersignatures.organisationId', '=', organisationId),
    )
    .leftJoin('people as countersigner', (join) =>
      join.onRef('countersigner.id', '=', 'countersignatures.signedBy').on('countersigner.organisationId', '=', organisationId),
    )
    .select([
      'decisions.registrationId',
      'decisions.id',
      'decisions.number',
      'decisions.leafCode as leaf',
      'decisions.half',
      'decisions.outcome',
      'decisions.reason',
      'decisions.action',
      'decisions.actionBy',
      'decisions.decidedAt',
      'decisions.assessmentId',
      'people.name as decidedByName',
      'assessments.checks',
      'assessments.isByTrainee',
      'countersignatures.outcome as countersigned',
      'countersignatures.reason as countersignReason',
      'countersignatures.signedAt as countersignedAt',
      'countersigner.name as countersignedByName',
    ])
    .select(
      sql<Decision['contentHashes']>`(
        select coalesce(json_agg(json_build_object('evidenceId', rested.evidence_id, 'contentHash', rested.content_hash) order by rested.evidence_id), '[]')
        from decision_evidence rested where rested.organisation_id = ${organisationId} and rested.decision_id = decisions.id)`.as(
        'contentHashes',
      ),
    )
    .where('decisions.organisationId', '=', organisationId)
    .where('decisions.registrationId', '=', sql<Id>`any(${registrationIds}::uuid[])`)
    .orderBy('decisions.number', 'desc')
    .execute()
}

/** The part of a unit's content that decisions are: every one ever made, in their order, with what each rested on and said of it. */
export function contentOf(decisions: readonly Decision[]): Plain {
  return decisions
    .toReversed()
    .map(({ evidenceIds: _, ...decision }) => ({ code: `${decision.number} ${decision.leaf} ${decision.half}`, ...decision }))
}

/** The centre's published target in working days; null while it has none. */
export async function findTarget(tx: ReadTx): Promise<number | null> {
  const row = await tx.db
    .selectFrom('decisionTargets')
    .select('workingDays')
    .where('organisationId', '=', tx.organisationId)
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.workingDays ?? null
}

/** Everyone who decided or countersigned anything in a unit, whatever part they have now: none of them may verify it (R6). */
export async function deciderIds(tx: ReadTx, registrationId: Id): Promise<ReadonlySet<Id>> {
  const { organisationId } = tx
  const decided = await tx.db
    .selectFrom('decisions')
    .select('decidedBy as personId')
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .execute()
  const countersigned = await tx.db
    .selectFrom('countersignatures')
    .innerJoin('assessments', (join) =>
      join.onRef('assessments.id', '=', 'countersignatures.assessmentId').on('assessments.organisationId', '=', organisationId),
    )
    .select('countersignatures.signedBy as personId')
    .where('countersignatures.organisationId', '=', organisationId)
    .where('assessments.registrationId', '=', registrationId)
    .execute()
  return new Set([...decided, ...countersigned].map(({ personId }) => personId))
}

/** What waits for an assessor over all her candidates, what waits longest first. */
export async function listQueue(tx: ReadTx, assessorId: Id): Promise<QueueEntry[]> {
  const [target, registrations] = await Promise.all([findTarget(tx), listRegistrations(tx, { assessorId })])
  const units = await loadUnits(
    tx,
    registrations.filter(({ claimedAt }) => claimedAt === null),
  )
  return units
    .flatMap(({ unit, items }) => items.map((item) => queueEntry(unit, item, { today: dayOf(tx.now), target })))
    .filter(({ waiting, isToBeSeen }) => waiting.length > 0 || isToBeSeen)
    .map(({ isToBeSeen: _, ...entry }) => entry)
    .sort((a, b) => Date.parse(a.waitsSince) - Date.parse(b.waitsSince))
}

function queueEntry(
  unit: Unit,
  item: Item & ClaimedItem,
  { today, target }: { today: Day; target: number | null },
): QueueEntry & { isToBeSeen: boolean } {
  const waiting = waitingLeaves(unit.pack, item, unit.leaves)
  const back = sentBackOn(unit, item.id, waiting)
  const takenBack = unit.takenBack.find(({ evidenceId }) => evidenceId === item.id)
  const claims = waiting.map((leaf) => item.claimedAt.get(leaf)?.getTime() ?? 0)
  const later = [item.writtenAt, back?.signedAt ?? item.addedAt, takenBack?.at ?? item.addedAt]
  const since = new Date(Math.max(Math.min(...claims), ...later.map((at) => Date.parse(at))))
  const waitsSince = waiting.length === 0 ? item.addedAt : moment(since)
  return {
    registrationId: unit.registration.id,
    candidateName: unit.registration.candidateName,
    unitNumber: unit.registration.unitNumber,
    evidenceId: item.id,
    reference: item.reference,
    title: item.title,
    addedAt: item.addedAt,
    isUnseen: isUnseen(item),
    // A record that supports what is met already counts, too, only once it was seen.
    isToBeSeen: isUnseen(item) && item.leaves.length > 0 && item.descriptor?.retractedOn == null,
    retractedOn: item.descriptor?.retractedOn ?? null,
    waiting,
    waitsSince,
    ...waitingTime(dayOf(waitsSince), today, target),
    sentBack: back?.reason ?? null,
    takenBack: takenBack?.reason ?? null,
  }
}

/** The countersigner's word on a decision that rested on this item and was sent back. */
function sentBackOn(unit: Unit, evidenceId: Id, waiting: readonly string[]): Decision['countersignature'] {
  const halves = unit.leaves.filter(({ leaf }) => waiting.includes(leaf)).flatMap((leaf) => leaf.halves)
  const back = halves.find(({ missing, standing }) => missing === 'sent_back' && standing?.evidenceIds.includes(evidenceId) === true)
  return back?.standing?.countersignature ?? null
}

/** A trainee's acts that wait for this countersigner, what waits longest first. */
export async function listToCountersign(tx: ReadTx, countersignerId: Id): Promise<ToCountersign[]> {
  const registrations = await listRegistrations(tx, { staffId: countersignerId })
  const units = await loadUnits(
    tx,
    registrations.filter((one) => one.countersignerId === countersignerId && one.claimedAt === null),
  )
  return units.flatMap((unit) => actsOf(unit, dayOf(tx.now))).sort((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
}

function actsOf({ unit, decisions }: LoadedUnit, today: Day): ToCountersign[] {
  const open = decisions.filter((one) => one.outcome !== 'reopened' && one.isByTrainee && one.countersignature === null)
  // What was taken back or decided anew meanwhile needs no countersignature.
  const standing = open.filter((one) => standingDecision(decisions, one.leaf, one.half)?.id === one.id)
  const acts = Map.groupBy(standing, ({ assessmentId }) => assessmentId ?? '')
  return [...acts].flatMap(([assessmentId, made]) => {
    const [first] = made
    if (first === undefined || assessmentId === '') return []
    const rested = unit.evidence.filter(({ id }) => made.some(({ evidenceIds }) => evidenceIds.includes(id)))
    return [
      {
        assessmentId,
        registrationId: unit.registration.id,
        candidateName: unit.registration.candidateName,
        unitNumber: unit.registration.unitNumber,
        decidedByName: first.decidedByName,
        decidedAt: first.decidedAt,
        workingDays: workingDaysBetween(dayOf(first.decidedAt), today),
        decisions: made.toSorted((a, b) => a.number - b.number),
        references: rested.map(({ id, reference, title }) => ({ evidenceId: id, reference, title })),
      },
    ]
  })
}
