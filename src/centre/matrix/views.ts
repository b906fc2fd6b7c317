// Reads the evidence location sheet of a candidate: of items, claims and decisions no more than it shows, whatever number of units there are.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { alikeByItem } from '../assignments/rules.ts'
import { listAlike } from '../assignments/views.ts'
import { type Judged, unitProgress } from '../decisions/rules.ts'
import { referenceOf } from '../evidence/rules.ts'
import type { Registration } from '../registrations/contract.ts'
import type { AssessmentMethod, Half } from '../standards/contract.ts'
import { listPacks } from '../standards/views.ts'
import { expertItemIds } from '../testimonies/views.ts'
import type { Matrix } from './contract.ts'
import { linesOf } from './rules.ts'

/** These units of one candidate, the first one first, and all her evidence in the order in which it came. */
export async function showMatrix(tx: ReadTx, registrations: readonly [Registration, ...Registration[]]): Promise<Matrix> {
  const [first] = registrations
  const ids = registrations.map(({ id }) => id)
  const [experts, all, packs, claims, decisions, alike] = await Promise.all([
    expertItemIds(tx, registrations),
    listItems(tx, first.candidateId),
    listPacks(tx, registrations),
    listClaims(tx, ids),
    listStanding(tx, ids),
    listAlike(tx, registrations),
  ])
  const places = new Map<Id, number>(all.map(({ id }, at) => [id, at]))
  return {
    candidateName: first.candidateName,
    candidateNumber: first.candidateNumber,
    items: all.map(({ isSeen: _, contentHash: __, ...item }) => item),
    units: registrations.flatMap(({ id, packCode, packVersion, unitNumber, unitTitle }) => {
      const pack = packs.find(({ code, version }) => code === packCode && version === packVersion)
      if (pack === undefined) return []
      const [claimed, expert] = [claims.get(id), experts.get(id)]
      const said = alikeByItem(alike.get(id) ?? [])
      const own = all.map((item) => ({
        ...{ ...item, leaves: claimed?.get(item.id) ?? [], isExpert: expert?.has(item.id) ?? false },
        alike: said.get(item.id) ?? new Map(),
      }))
      const { leaves } = unitProgress(pack, own, decisions.get(id) ?? [])
      const outcomes = pack.outcomes.map(({ number, label }) => ({ number, label }))
      return [{ registrationId: id, unitNumber, unitTitle, outcomes, leaves: linesOf(pack, leaves, own, places) }]
    }),
  }
}

/** Of each item what the sheet shows, and what rules ask; neither its record nor its files. */
async function listItems(tx: ReadTx, candidateId: Id) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('evidenceItems as item')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('evidenceVersions')
          .select(['version', 'title', 'occurredOn', 'contentHash', productPlace])
          .where('organisationId', '=', organisationId)
          .whereRef('evidenceId', '=', 'item.id')
          .orderBy('version', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['item.id', 'item.method', 'item.number', 'said.title', 'said.occurredOn', 'said.contentHash'])
    .select(isSeenOrHere(organisationId))
    .where('item.organisationId', '=', organisationId)
    .where('item.candidateId', '=', candidateId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceWithdrawals')
            .select('evidenceWithdrawals.evidenceId')
            .where('organisationId', '=', organisationId)
            .whereRef('evidenceWithdrawals.evidenceId', '=', 'item.id'),
        ),
      ),
    )
    .orderBy('item.addedAt')
    .orderBy('item.method')
    .orderBy('item.number')
    .execute()
  return rows.map(({ number, isSeen, ...row }) => {
    const method = row.method as AssessmentMethod
    return { ...row, method, reference: referenceOf(method, number), isSeen }
  })
}

/** Whether the assessor saw an item in place, or it lies in the portfolio: `isHeldElsewhere`, said to the database. */
function isSeenOrHere(organisationId: Id) {
  return sql<boolean>`(
    exists (select from evidence_sightings sighting
      where sighting.organisation_id = ${organisationId} and sighting.evidence_id = item.id and sighting.seen_as = 'assessor')
    or (said.product_place = '' and item.letter_id is null and exists (select from evidence_files file
      where file.organisation_id = ${organisationId} and file.evidence_id = item.id and file.version = said.version))
  )`.as('isSeen')
}

/** Where a product lies; nothing of any other item, whose words may be many. */
const productPlace = sql<string | null>`case when item.method = 'PE' then trim(record::json ->> 'place') end`.as('productPlace')

const anyOf = (ids: readonly Id[]) => sql<Id>`any(${ids}::uuid[])`

/** By unit and item: the leaves that are claimed. Gathered by the database: thousands of rows cost more on their way than in their making. */
async function listClaims(tx: ReadTx, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, ReadonlyMap<Id, readonly string[]>>> {
  const { rows } = await sql<{ claims: readonly (readonly [unit: Id, item: Id, leaves: readonly string[]])[] }>`
    select coalesce(json_agg(json_build_array(registration_id, evidence_id, leaves)), '[]') as claims from (
      select registration_id, evidence_id, array_agg(leaf_code) as leaves from evidence_claims
      where organisation_id = ${tx.organisationId} and registration_id = ${anyOf(registrationIds)} and withdrawn_at is null
      group by registration_id, evidence_id
    ) claim`.execute(tx.db)
  const units = new Map(registrationIds.map((id) => [id, new Map<Id, readonly string[]>()]))
  for (const [unit, item, leaves] of rows[0]?.claims ?? []) units.get(unit)?.set(item, leaves)
  return units
}

type Standing = readonly [
  unit: Id,
  leaf: string,
  half: Half,
  number: number,
  outcome: Judged['outcome'],
  isByTrainee: boolean | null,
  countersigned: 'agreed' | 'sent_back' | null,
  rested: readonly (readonly [item: Id, contentHash: string | null])[] | null,
]

/** By unit: the last decision on each half, with what it rests on; of what was decided before, and of words, nothing. */
async function listStanding(tx: ReadTx, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Judged[]>> {
  const o = tx.organisationId
  const { rows } = await sql<{ decisions: readonly Standing[] }>`
    with standing as materialized (
      select distinct on (registration_id, leaf_code, half) id, registration_id, leaf_code, half, number, outcome, assessment_id from decisions
      where organisation_id = ${o} and registration_id = ${anyOf(registrationIds)} order by registration_id, leaf_code, half, number desc
    )
    select coalesce(json_agg(json_build_array(s.registration_id, s.leaf_code, s.half, s.number, s.outcome, act.is_by_trainee, counter.outcome, rested.items)), '[]') as decisions
    from standing s
    left join (
      select decision_id, json_agg(json_build_array(evidence_id, content_hash)) as items from decision_evidence
      where organisation_id = ${o} and decision_id in (select id from standing) group by decision_id
    ) rested on rested.decision_id = s.id
    left join assessments act on act.organisation_id = ${o} and act.id = s.assessment_id
    left join countersignatures counter on counter.organisation_id = ${o} and counter.assessment_id = s.assessment_id`.execute(tx.db)
  const units = new Map<Id, Judged[]>(registrationIds.map((id) => [id, []]))
  for (const decision of rows[0]?.decisions ?? []) units.get(decision[0])?.push(judgedOf(decision))
  return units
}

function judgedOf([, leaf, half, number, outcome, isByTrainee, countersigned, rested]: Standing): Judged {
  const contentHashes = (rested ?? []).map(([evidenceId, contentHash]) => ({ evidenceId, contentHash }))
  return {
    leaf,
    half,
    number,
    outcome,
    contentHashes,
    evidenceIds: contentHashes.map(({ evidenceId }) => evidenceId),
    isByTrainee: isByTrainee ?? false,
    countersignature: countersigned === null ? null : { outcome: countersigned },
  }
}
