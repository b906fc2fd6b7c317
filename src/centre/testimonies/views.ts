// Reads requests and statements, which of them count as observation, and what belongs to a unit's content.
import { sql } from 'kysely'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { namedWitnessIds } from '../plans/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { erasedName, wasExpertAt } from '../witnesses/rules.ts'
import { listApprovedSpans, listErasedIds, listWitnesses } from '../witnesses/views.ts'
import type { ConfirmationHow, TakenBack, Testimony, TestimonyRequest } from './contract.ts'
import { isMark, testimonyGaps } from './rules.ts'

/** What is asked for, and what was signed, for leaves of a unit; newest first. */
export async function listTestimonies(tx: ReadTx, registration: Registration): Promise<TestimonyRequest[]> {
  const [requests, erased] = await Promise.all([listAsSigned(tx, registration), listErasedIds(tx)])
  const shown = (testimony: Testimony | null) => (testimony === null ? null : { ...testimony, signedName: erasedName })
  return requests.map((one) => (erased.has(one.witnessId) ? { ...one, testimony: shown(one.testimony) } : one))
}

/** The same with the names by which statements were signed, erased or not: for the unit's content alone. */
async function listAsSigned(tx: ReadTx, registration: Registration): Promise<TestimonyRequest[]> {
  const asked = await listAsked(tx, registration.id)
  const ids = [...asked.keys()]
  if (ids.length === 0) return []
  const rows = await listRows(tx, ids)
  const names = new Map((await listWitnesses(tx, { candidateIds: [registration.candidateId] })).map(({ id, name }) => [id, name]))
  const spans = await listApprovedSpans(
    tx,
    rows.map(({ witnessId }) => witnessId),
  )
  const named = (await namedWitnessIds(tx, [registration.id])).get(registration.id)
  const confirmations = await listConfirmations(
    tx,
    rows.flatMap(({ testimonyId }) => (testimonyId === null ? [] : [testimonyId])),
  )
  return rows.map((row) => ({
    id: row.id,
    witnessId: row.witnessId,
    witnessName: names.get(row.witnessId) ?? '',
    activity: row.activity,
    askedByName: row.askedByName,
    askedAt: moment(row.askedAt),
    leaves: asked.get(row.id) ?? [],
    linkEndsAt: row.linkEndsAt === null ? null : moment(row.linkEndsAt),
    cancelled: row.cancelledAt === null ? null : { reason: row.cancelReason ?? '', at: moment(row.cancelledAt) },
    testimony: testimonyOf(row, {
      confirmations,
      claimedAt: registration.claimedAt,
      wasExpert: row.signedAt !== null && wasExpertAt(spans.get(row.witnessId) ?? [], row.signedAt),
      isNamedInSignedPlan: named?.has(row.witnessId) ?? false,
    }),
  }))
}

interface Facts {
  readonly confirmations: Awaited<ReturnType<typeof listConfirmations>>
  readonly claimedAt: string | null
  readonly wasExpert: boolean
  readonly isNamedInSignedPlan: boolean
}

function testimonyOf(row: Row, { confirmations, claimedAt, ...facts }: Facts): Testimony | null {
  const { testimonyId, evidenceId, signedName, signedPosition, signedAt, contentHash, withdrawnAt } = row
  if (testimonyId === null || evidenceId === null || signedAt === null) return null
  const at = withdrawnAt === null ? null : moment(withdrawnAt)
  const withdrawn = at === null ? null : { reason: row.withdrawReason ?? '', at, isMark: isMark(at, claimedAt) }
  return {
    id: testimonyId,
    evidenceId,
    signedName: signedName ?? '',
    signedPosition: signedPosition ?? '',
    signedAt: moment(signedAt),
    contentHash: contentHash?.toString('hex') ?? '',
    withdrawn,
    confirmations: confirmations.filter((one) => one.testimonyId === testimonyId).map(({ testimonyId: _, ...one }) => one),
    gaps: testimonyGaps({ isWithdrawn: withdrawn !== null && !withdrawn.isMark, ...facts }),
  }
}

/** How the statements of a unit stand. */
export interface Statements {
  /**
   * The items that count as observation by an expert witness: signed and not taken back, by a witness whom the assessor approved and who is named in a
   * plan that both have signed (R3, R4).
   */
  readonly experts: ReadonlySet<Id>
  readonly takenBack: readonly TakenBack[]
}

/** By unit: which statements count, and which their witness took back. */
export async function statementsOf(tx: ReadTx, units: readonly Claimable[]): Promise<ReadonlyMap<Id, Statements>> {
  const ids = units.map(({ id }) => id)
  const [signed, named] = await Promise.all([listSigned(tx, ids), namedWitnessIds(tx, ids)])
  const spans = await listApprovedSpans(tx, [...new Set(signed.map(({ witnessId }) => witnessId))])
  const expertsOf = ({ id, claimedAt }: Claimable) =>
    signed.filter((one) => {
      if (one.registrationId !== id) return false
      const isWithdrawn = one.withdrawnAt !== null && !isMark(moment(one.withdrawnAt), claimedAt)
      const wasExpert = wasExpertAt(spans.get(one.witnessId) ?? [], one.signedAt)
      return testimonyGaps({ isWithdrawn, wasExpert, isNamedInSignedPlan: named.get(id)?.has(one.witnessId) ?? false }).length === 0
    })
  const takenBackIn = ({ id }: Claimable) =>
    signed.flatMap(({ registrationId, evidenceId, withdrawnAt, reason }) =>
      registrationId !== id || withdrawnAt === null ? [] : [{ evidenceId, reason: reason ?? '', at: moment(withdrawnAt) }],
    )
  return new Map(
    units.map((unit) => [unit.id, { experts: new Set(expertsOf(unit).map(({ evidenceId }) => evidenceId)), takenBack: takenBackIn(unit) }]),
  )
}

/** By unit: the items that count as observation by an expert witness. */
export async function expertItemIds(tx: ReadTx, units: readonly Claimable[]): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  return new Map([...(await statementsOf(tx, units))].map(([id, { experts }]) => [id, experts]))
}

type Claimable = Pick<Registration, 'id' | 'claimedAt'>

/** Every statement that was signed about leaves of these units. */
function listSigned(tx: ReadTx, registrationIds: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('testimonyRequestLeaves as leaf')
    .innerJoin('testimonyRequests as asked', (join) =>
      join.onRef('asked.id', '=', 'leaf.requestId').on('asked.organisationId', '=', organisationId),
    )
    .innerJoin('testimonies as signed', (join) =>
      join.onRef('signed.requestId', '=', 'asked.id').on('signed.organisationId', '=', organisationId),
    )
    .leftJoin('testimonyWithdrawals as gone', (join) =>
      join.onRef('gone.testimonyId', '=', 'signed.id').on('gone.organisationId', '=', organisationId),
    )
    .select(['leaf.registrationId', 'asked.witnessId', 'signed.evidenceId', 'signed.signedAt', 'gone.withdrawnAt', 'gone.reason'])
    .distinct()
    .where('leaf.organisationId', '=', organisationId)
    .where('leaf.registrationId', '=', sql<Id>`any(${registrationIds}::uuid[])`)
    .execute()
}

/** What is beside the words of the statements themselves: whose they are, whether they count, who confirmed them, what was taken back before the claim. */
export async function contentForUnit(tx: ReadTx, registration: Registration): Promise<Plain> {
  const requests = await listAsSigned(tx, registration)
  return requests
    .flatMap(({ witnessId, testimony }) => (testimony === null ? [] : [{ witnessId, ...testimony }]))
    .sort((a, b) => (a.evidenceId < b.evidenceId ? -1 : 1))
    .map(({ id: _, withdrawn, gaps, ...said }) => ({
      ...said,
      isExpert: gaps.length === 0,
      withdrawn: withdrawn === null || withdrawn.isMark ? null : { reason: withdrawn.reason, at: withdrawn.at },
    }))
}

/** The units that a request names leaves of, with those leaves. */
export async function listUnitsOf(tx: ReadTx, requestId: Id): Promise<Map<Id, string[]>> {
  const rows = await tx.db
    .selectFrom('testimonyRequestLeaves')
    .select(['registrationId', 'leafCode'])
    .where('organisationId', '=', tx.organisationId)
    .where('requestId', '=', requestId)
    .orderBy('leafCode')
    .execute()
  const units = new Map<Id, string[]>()
  for (const { registrationId, leafCode } of rows) units.set(registrationId, [...(units.get(registrationId) ?? []), leafCode])
  return units
}

/** One request as it stands, without its leaves. @throws OperationError not_found */
export async function getRequest(tx: ReadTx, requestId: Id): Promise<Row> {
  const [row] = await listRows(tx, [requestId])
  if (row === undefined) throw notFound('requestId')
  return row
}

async function listAsked(tx: ReadTx, registrationId: Id): Promise<Map<Id, string[]>> {
  const rows = await tx.db
    .selectFrom('testimonyRequestLeaves')
    .select(['requestId', 'leafCode'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('leafCode')
    .execute()
  const asked = new Map<Id, string[]>()
  for (const { requestId, leafCode } of rows) asked.set(requestId, [...(asked.get(requestId) ?? []), leafCode])
  return asked
}

type Row = Awaited<ReturnType<typeof listRows>>[number]

/** Requests with all that happened to each. */
async function listRows(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('testimonyRequests as asked')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'asked.askedBy').on('people.organisationId', '=', organisationId))
    .leftJoin('testimonies as signed', (join) =>
      join.onRef('signed.requestId', '=', 'asked.id').on('signed.organisationId', '=', organisationId),
    )
    .leftJoin('testimonyWithdrawals as gone', (join) =>
      join.onRef('gone.testimonyId', '=', 'signed.id').on('gone.organisationId', '=', organisationId),
    )
    .leftJoin('testimonyCancellations as cancelled', (join) =>
      join.onRef('cancelled.requestId', '=', 'asked.id').on('cancelled.organisationId', '=', organisationId),
    )
    .select(['asked.id', 'asked.witnessId', 'asked.candidateId', 'asked.activity', 'asked.askedAt', 'people.name as askedByName'])
    .select(['signed.id as testimonyId', 'signed.evidenceId', 'signed.signedName', 'signed.signedPosition', 'signed.signedAt'])
    .select(['signed.contentHash', 'gone.reason as withdrawReason', 'gone.withdrawnAt'])
    .select(['cancelled.reason as cancelReason', 'cancelled.cancelledAt'])
    .select(
      sql<Date | null>`(select max(link.expires_at) from testimony_links t join witness_links link on link.id = t.link_id
        and link.organisation_id = ${organisationId} where t.organisation_id = ${organisationId} and t.request_id = asked.id and link.shut_at is null)`.as(
        'linkEndsAt',
      ),
    )
    .where('asked.organisationId', '=', organisationId)
    .where('asked.id', 'in', [...ids])
    .orderBy('asked.askedAt', 'desc')
    .execute()
}

async function listConfirmations(tx: ReadTx, testimonyIds: readonly Id[]) {
  if (testimonyIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('testimonyConfirmations')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'testimonyConfirmations.confirmedBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['testimonyId', 'how', 'confirmedOn', 'words', 'people.name as byName'])
    .where('testimonyConfirmations.organisationId', '=', tx.organisationId)
    .where('testimonyId', 'in', [...testimonyIds])
    .orderBy('recordedAt')
    .execute()
  return rows.map(({ how, ...row }) => ({ ...row, how: how as ConfirmationHow }))
}
