// Reads visits with what was claimed, fed back, commented and signed.
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { sha256 } from '../../server/keys.ts'
import type { TakenBack } from '../plans/contract.ts'
import type { SeenEntry, Visit, VisitClaim, VisitSignature } from './contract.ts'
import { signedText } from './rules.ts'

/** The visits that may serve a unit, the last first. */
export async function listVisits(tx: ReadTx, registrationId: Id): Promise<Visit[]> {
  const rows = await tx.db
    .selectFrom('visitUnits')
    .select('visitId')
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .execute()
  return loadVisits(
    tx,
    rows.map(({ visitId }) => visitId),
  )
}

/** Visits of any of these units that are not evidence yet, the last first. */
export async function listUnsigned(tx: ReadTx, registrationIds: readonly Id[]): Promise<Visit[]> {
  if (registrationIds.length === 0) return []
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('visitUnits')
    .leftJoin('visitItems', (join) =>
      join.onRef('visitItems.visitId', '=', 'visitUnits.visitId').on('visitItems.organisationId', '=', organisationId),
    )
    .select('visitUnits.visitId')
    .distinct()
    .where('visitUnits.organisationId', '=', organisationId)
    .where('visitUnits.registrationId', 'in', [...registrationIds])
    .where('visitItems.evidenceId', 'is', null)
    .execute()
  return loadVisits(
    tx,
    rows.map(({ visitId }) => visitId),
  )
}

/** @throws OperationError not_found */
export async function getVisit(tx: ReadTx, visitId: Id): Promise<Visit> {
  const [visit] = await loadVisits(tx, [visitId])
  if (visit === undefined) throw notFound('visitId')
  return visit
}

/** What visits add to a unit's content beside their items: who signed what they say. */
export async function contentForUnit(tx: ReadTx, registration: { readonly id: Id }): Promise<Plain> {
  const visits = await listVisits(tx, registration.id)
  return visits.map(({ id, planId, evidenceId, contentHash, signatures }) => ({ id, planId, evidenceId, contentHash, signatures }))
}

async function loadVisits(tx: ReadTx, ids: readonly Id[]): Promise<Visit[]> {
  if (ids.length === 0) return []
  const rows = await visitRows(tx, ids)
  const units = await unitsOf(tx, ids)
  const writeUps = await writeUpsOf(tx, ids)
  const comments = await commentsOf(tx, ids)
  const signatures = await signaturesOf(tx, ids)
  return rows.map(({ startedAt, endedAt, learners, entries, ...row }) => {
    const said = {
      ...row,
      registrationIds: units.filter(({ visitId }) => visitId === row.id).map(({ registrationId }) => registrationId),
      startedAt: moment(startedAt),
      endedAt: moment(endedAt),
      learners: JSON.parse(learners) as string[],
      entries: JSON.parse(entries) as SeenEntry[],
      writeUp: writeUps.get(row.id) ?? null,
      comment: comments.get(row.id) ?? '',
    }
    const contentHash = sha256(signedText(said))
    const counting = signatures.filter((one) => one.visitId === row.id && one.contentHash === contentHash)
    return { ...said, contentHash, signatures: counting.map(({ part, name, signedAt }) => ({ part, name, signedAt })) }
  })
}

async function visitRows(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('visits')
    .innerJoin('people as candidate', (join) =>
      join.onRef('candidate.id', '=', 'visits.candidateId').on('candidate.organisationId', '=', organisationId),
    )
    .innerJoin('people as assessor', (join) =>
      join.onRef('assessor.id', '=', 'visits.recordedBy').on('assessor.organisationId', '=', organisationId),
    )
    .leftJoin('visitItems', (join) =>
      join.onRef('visitItems.visitId', '=', 'visits.id').on('visitItems.organisationId', '=', organisationId),
    )
    .select([
      'visits.id',
      'visits.planId',
      'visits.candidateId',
      'candidate.name as candidateName',
      'visits.recordedBy as assessorId',
      'assessor.name as assessorName',
      'visits.place',
      'visits.startedAt',
      'visits.endedAt',
      'visits.learners',
      'visits.entries',
      'visitItems.evidenceId',
    ])
    .where('visits.organisationId', '=', organisationId)
    .where('visits.id', 'in', [...ids])
    .where('visits.id', 'not in', withdrawn(tx))
    .orderBy('visits.startedAt', 'desc')
    .orderBy('visits.id')
    .execute()
}

/** Visits that were taken back. */
function withdrawn({ db, organisationId }: ReadTx) {
  return db.selectFrom('visitWithdrawals').select('visitId').where('organisationId', '=', organisationId)
}

/** Visits for this unit that were taken back, the last first. */
export async function listTakenBack(tx: ReadTx, registrationId: Id): Promise<TakenBack[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('visitWithdrawals')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'visitWithdrawals.withdrawnBy').on('people.organisationId', '=', organisationId),
    )
    .select(['visitWithdrawals.visitId as id', 'people.name as byName', 'visitWithdrawals.withdrawnAt as at'])
    .where('visitWithdrawals.organisationId', '=', organisationId)
    .where('visitWithdrawals.visitId', 'in', (eb) =>
      eb
        .selectFrom('visitUnits')
        .select('visitUnits.visitId')
        .where('visitUnits.organisationId', '=', organisationId)
        .where('visitUnits.registrationId', '=', registrationId),
    )
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: moment(at) }))
}

function unitsOf(tx: ReadTx, ids: readonly Id[]) {
  return tx.db
    .selectFrom('visitUnits')
    .select(['visitId', 'registrationId'])
    .where('organisationId', '=', tx.organisationId)
    .where('visitId', 'in', [...ids])
    .orderBy('registrationId')
    .execute()
}

/** The newest of each. */
async function writeUpsOf(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, NonNullable<Visit['writeUp']>>> {
  const rows = await tx.db
    .selectFrom('visitWriteUps')
    .select(['visitId', 'title', 'claims', 'good', 'develop'])
    .where('organisationId', '=', tx.organisationId)
    .where('visitId', 'in', [...ids])
    .orderBy('version')
    .execute()
  return new Map(rows.map(({ visitId, claims, ...row }) => [visitId, { ...row, claims: JSON.parse(claims) as VisitClaim[] }]))
}

async function commentsOf(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tx.db
    .selectFrom('visitComments')
    .select(['visitId', 'words'])
    .where('organisationId', '=', tx.organisationId)
    .where('visitId', 'in', [...ids])
    .orderBy('version')
    .execute()
  return new Map(rows.map(({ visitId, words }) => [visitId, words]))
}

async function signaturesOf(tx: ReadTx, ids: readonly Id[]) {
  const rows = await tx.db
    .selectFrom('visitSignatures')
    .select(['visitId', 'contentHash', 'part', 'signedName as name', 'signedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('visitId', 'in', [...ids])
    .orderBy('signedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as VisitSignature['part'], signedAt: moment(row.signedAt) }))
}
