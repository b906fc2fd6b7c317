// Reads decisions, whole units, and the assessor's queue.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { type ClaimedItem, listEvidence } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { listRegistrations } from '../registrations/views.ts'
import type { Half } from '../standards/contract.ts'
import { getPack } from '../standards/views.ts'
import type { Decision, DecisionOutcome, QueueEntry, Unit } from './contract.ts'
import { type Item, isUnseen, unitProgress, waitingLeaves } from './rules.ts'

/** A unit with what its rules were told. */
export interface LoadedUnit {
  readonly unit: Unit
  readonly items: readonly (Item & ClaimedItem)[]
  readonly decisions: readonly Decision[]
}

/** A registration's unit as it stands: its standard in its own version, evidence, decisions, progress. */
export async function loadUnit(tx: ReadTx, registration: Registration): Promise<LoadedUnit> {
  const pack = await getPack(tx, registration.packCode, registration.packVersion)
  const evidence = await listEvidence(tx, registration)
  const decisions = await listDecisions(tx, registration.id)
  const items = evidence.map(asItem)
  return { unit: { registration, pack, evidence, ...unitProgress(pack, items, decisions) }, items, decisions }
}

/** An item as the rules see it. Nobody is a registered expert witness yet, so no testimony closes anything. */
function asItem(item: ClaimedItem): Item & ClaimedItem {
  return { ...item, isSeen: item.seen !== null, isExpert: false }
}

/** Every decision of a registration, newest first. */
export async function listDecisions(tx: ReadTx, registrationId: Id): Promise<Decision[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('decisions')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'decisions.decidedBy').on('people.organisationId', '=', organisationId))
    .select([
      'decisions.id',
      'decisions.number',
      'decisions.leafCode as leaf',
      'decisions.half',
      'decisions.outcome',
      'decisions.reason',
      'decisions.action',
      'decisions.actionBy',
      'decisions.decidedAt',
      'people.name as decidedByName',
    ])
    .where('decisions.organisationId', '=', organisationId)
    .where('decisions.registrationId', '=', registrationId)
    .orderBy('decisions.number', 'desc')
    .execute()
  const evidence = await evidenceOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    half: row.half as Half,
    outcome: row.outcome as DecisionOutcome,
    decidedAt: moment(row.decidedAt),
    evidenceIds: evidence.get(row.id) ?? [],
  }))
}

async function evidenceOf(tx: ReadTx, decisionIds: readonly Id[]): Promise<Map<Id, Id[]>> {
  const found = new Map<Id, Id[]>()
  if (decisionIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('decisionEvidence')
    .select(['decisionId', 'evidenceId'])
    .where('organisationId', '=', tx.organisationId)
    .where('decisionId', 'in', [...decisionIds])
    .orderBy('evidenceId')
    .execute()
  for (const { decisionId, evidenceId } of rows) found.set(decisionId, [...(found.get(decisionId) ?? []), evidenceId])
  return found
}

/** What waits for an assessor over all her candidates, oldest first. */
export async function listQueue(tx: ReadTx, assessorId: Id): Promise<QueueEntry[]> {
  const entries: QueueEntry[] = []
  for (const registration of await listRegistrations(tx, { assessorId })) {
    const { unit, items } = await loadUnit(tx, registration)
    entries.push(...items.map((item) => queueEntry(unit, item)).filter((entry) => entry.waiting.length > 0))
  }
  return entries.sort((a, b) => Date.parse(a.addedAt) - Date.parse(b.addedAt))
}

function queueEntry(unit: Unit, item: Item & ClaimedItem): QueueEntry {
  return {
    registrationId: unit.registration.id,
    candidateName: unit.registration.candidateName,
    unitNumber: unit.registration.unitNumber,
    evidenceId: item.id,
    reference: item.reference,
    title: item.title,
    addedAt: item.addedAt,
    isUnseen: isUnseen(item),
    retractedOn: item.descriptor?.retractedOn ?? null,
    waiting: waitingLeaves(unit.pack, item, unit.leaves),
  }
}
