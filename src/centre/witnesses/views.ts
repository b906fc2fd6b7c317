// Reads the register: each witness as they stand now, put together from what was said, checked, signed and approved.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { ThirdGround, Witness, WitnessErasureReason } from './contract.ts'
import { type ApprovedSpan, erasedName, expertGaps, sharedTraces, shippedCategories } from './rules.ts'

interface Whose {
  readonly candidateIds?: readonly Id[]
  readonly witnessId?: Id
}

/** Witnesses in the order in which they came, with contact and traces: a handler leaves out what its asker may not see. */
export async function listWitnesses(tx: ReadTx, whose: Whose = {}): Promise<Witness[]> {
  const heads = await listHeads(tx, whose)
  const ids = heads.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows: Rows = {
    contacts: await listContacts(tx, ids),
    inductions: await listInductions(tx, ids),
    signatures: await listSignatures(tx, ids),
    approvals: await listApprovals(tx, ids),
    ends: await listEnds(tx, ids),
    erasures: await listErasures(tx, ids),
    traces: await listTraces(tx, [...new Set(heads.map(({ candidateId }) => candidateId))]),
    heads,
  }
  return heads.map((head) => witnessOf(head, rows))
}

/** One witness. @throws OperationError not_found */
export async function getWitness(tx: ReadTx, id: Id): Promise<Witness> {
  const [head] = await listHeads(tx, { witnessId: id })
  const all = head === undefined ? [] : await listWitnesses(tx, { candidateIds: [head.candidateId] })
  const found = all.find((one) => one.id === id)
  if (found === undefined) throw notFound('witnessId')
  return found
}

/** The centre's categories, or those that ship; the first is of those who can be experts. */
export async function listCategories(tx: ReadTx): Promise<readonly string[]> {
  const row = await tx.db
    .selectFrom('witnessCategoryLists')
    .select('labels')
    .where('organisationId', '=', tx.organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.labels ?? shippedCategories
}

interface Rows {
  readonly heads: Awaited<ReturnType<typeof listHeads>>
  readonly contacts: Awaited<ReturnType<typeof listContacts>>
  readonly inductions: Awaited<ReturnType<typeof listInductions>>
  readonly signatures: Awaited<ReturnType<typeof listSignatures>>
  readonly approvals: Awaited<ReturnType<typeof listApprovals>>
  readonly ends: Awaited<ReturnType<typeof listEnds>>
  readonly erasures: Awaited<ReturnType<typeof listErasures>>
  readonly traces: Awaited<ReturnType<typeof listTraces>>
}
type Head = Rows['heads'][number]

function witnessOf(head: Head, rows: Rows): Witness {
  const { addedAt, addedBy, candidateEmail: _, detailsId, ...said } = head
  const contact = rows.contacts.get(head.id) ?? null
  const signature = rows.signatures.find((one) => one.detailsId === detailsId)
  const erased = rows.erasures.get(head.id) ?? null
  const approvals = rows.approvals.filter((one) => one.witnessId === head.id)
  const standing = approvals.find((one) => one.detailsId === detailsId && one.takenBackAt === null)
  const last = approvals.find((one) => one.takenBackAt !== null)
  const facts = {
    mayBeExpert: head.mayBeExpert,
    isContactChecked: contact !== null,
    inductions: rows.inductions.filter((one) => one.witnessId === head.id).map(({ witnessId: __, ...one }) => one),
    signature:
      signature === undefined ? null : { name: erased === null ? signature.signedName : erasedName, signedAt: moment(signature.signedAt) },
    approval: standing === undefined ? null : approvalOf(standing),
    ended: rows.ends.get(head.id) ?? null,
  }
  return {
    ...said,
    name: erased === null ? said.name : erasedName,
    erased,
    ...facts,
    addedAt: moment(addedAt),
    isProposal: addedBy === head.candidateId && contact === null,
    contact,
    takenBack: standing === undefined && last !== undefined ? takenBackOf(last) : null,
    ...tracesOf(head, rows),
    expertGaps: expertGaps(facts),
  }
}

function tracesOf(head: Head, { heads, contacts, traces }: Rows): Pick<Witness, 'shared' | 'compared'> {
  const hashes = (kind: string, ownerId: Id) =>
    traces.filter((one) => one.kind === kind && one.ownerId === ownerId && one.candidateId === head.candidateId).map(({ hash }) => hash)
  const compared = (kind: string) => hashes(kind, head.id).length > 0 && hashes(kind, head.candidateId).length > 0
  const isShared = (kind: string) => hashes(kind, head.id).some((hash) => hashes(kind, head.candidateId).includes(hash))
  const others = heads.filter(({ id, candidateId }) => candidateId === head.candidateId && id !== head.id)
  const ofOthers = (field: 'email' | 'telephone') =>
    others.map(({ id }) => contacts.get(id)?.[field] ?? null).filter((value) => value !== null)
  const contact = contacts.get(head.id)
  const shared = sharedTraces({
    email: contact?.email ?? null,
    telephone: contact?.telephone ?? null,
    candidateEmail: head.candidateEmail,
    otherEmails: ofOthers('email'),
    otherTelephones: ofOthers('telephone'),
    isNetworkShared: isShared('network'),
    isDeviceShared: isShared('device'),
  })
  return { shared, compared: { network: compared('network'), device: compared('device') } }
}

/** Each witness with the latest details. */
async function listHeads(tx: ReadTx, { candidateIds, witnessId }: Whose) {
  const { organisationId } = tx
  let query = tx.db
    .selectFrom('witnesses')
    .innerJoin('witnessDetails as said', (join) =>
      join.onRef('said.witnessId', '=', 'witnesses.id').on('said.organisationId', '=', organisationId),
    )
    .innerJoin('people as candidate', (join) =>
      join.onRef('candidate.id', '=', 'witnesses.candidateId').on('candidate.organisationId', '=', organisationId),
    )
    .innerJoin('people as adder', (join) =>
      join.onRef('adder.id', '=', 'witnesses.addedBy').on('adder.organisationId', '=', organisationId),
    )
    .distinctOn('witnesses.id')
    .select(['witnesses.id', 'witnesses.candidateId', 'witnesses.addedBy', 'witnesses.addedAt'])
    .select(['candidate.name as candidateName', 'candidate.email as candidateEmail', 'adder.name as addedByName'])
    .select(['said.id as detailsId', 'said.name', 'said.position', 'said.relationship', 'said.qualifications', 'said.category'])
    .select('said.mayBeExpert')
    .where('witnesses.organisationId', '=', organisationId)
  if (candidateIds !== undefined) query = query.where('witnesses.candidateId', 'in', [...candidateIds])
  if (witnessId !== undefined) query = query.where('witnesses.id', '=', witnessId)
  const rows = await query.orderBy('witnesses.id').orderBy('said.number', 'desc').execute()
  return rows.sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
}

/** The latest contact of each. */
async function listContacts(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, NonNullable<Witness['contact']>>> {
  const rows = await tx.db
    .selectFrom('witnessContacts')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'witnessContacts.checkedBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['witnessId', 'witnessContacts.email', 'telephone', 'checkedHow', 'checkedAt', 'people.name as checkedByName'])
    .where('witnessContacts.organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ witnessId, checkedAt, ...row }) => [witnessId, { ...row, checkedAt: moment(checkedAt) }]))
}

async function listInductions(tx: ReadTx, ids: readonly Id[]) {
  return tx.db
    .selectFrom('witnessInductions')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'witnessInductions.inductedBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['witnessId', 'what', 'minutes', 'inductedOn', 'people.name as inductedByName'])
    .where('witnessInductions.organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .orderBy('recordedAt')
    .execute()
}

async function listSignatures(tx: ReadTx, ids: readonly Id[]) {
  return tx.db
    .selectFrom('witnessSignatures')
    .select(['witnessId', 'detailsId', 'signedName', 'signedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .orderBy('signedAt', 'desc')
    .execute()
}

/** The last one first. */
async function listApprovals(tx: ReadTx, ids: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('witnessApprovals')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'witnessApprovals.approvedBy').on('people.organisationId', '=', organisationId),
    )
    .leftJoin('witnessDisapprovals as gone', (join) =>
      join.onRef('gone.approvalId', '=', 'witnessApprovals.id').on('gone.organisationId', '=', organisationId),
    )
    .leftJoin('people as taker', (join) => join.onRef('taker.id', '=', 'gone.takenBackBy').on('taker.organisationId', '=', organisationId))
    .selectAll('witnessApprovals')
    .select(['people.name as approvedByName', 'gone.reason', 'gone.takenBackAt', 'taker.name as takenBackByName'])
    .where('witnessApprovals.organisationId', '=', organisationId)
    .where('witnessApprovals.witnessId', 'in', [...ids])
    .orderBy('approvedAt', 'desc')
    .execute()
}
type Approval = Rows['approvals'][number]

function approvalOf({ id, knowsUnits, isCompetent, thirdGround, thirdWords, approvedByName, approvedAt }: Approval): Witness['approval'] {
  const grounds = { knowsUnits, isCompetent, thirdGround: thirdGround as ThirdGround, thirdWords }
  return { id, ...grounds, approvedByName, approvedAt: moment(approvedAt) }
}

function takenBackOf({ reason, takenBackByName, takenBackAt }: Approval): Witness['takenBack'] {
  return takenBackAt === null ? null : { reason: reason ?? '', byName: takenBackByName ?? '', at: moment(takenBackAt) }
}

async function listEnds(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, { reason: string; byName: string; at: Moment }>> {
  const rows = await tx.db
    .selectFrom('witnessEnds')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'witnessEnds.endedBy').on('people.organisationId', '=', tx.organisationId))
    .select(['witnessId', 'reason', 'endedAt', 'people.name'])
    .where('witnessEnds.organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ witnessId, reason, endedAt, name }) => [witnessId, { reason, byName: name, at: moment(endedAt) }]))
}

/** The witnesses whose name was erased, with by whom, when and why. */
async function listErasures(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, NonNullable<Witness['erased']>>> {
  const rows = await tx.db
    .selectFrom('witnessErasures')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'witnessErasures.erasedBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['witnessId', 'reason', 'erasedAt', 'people.name as byName'])
    .where('witnessErasures.organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ witnessId, reason, erasedAt, byName }) => [
      witnessId,
      { reason: reason as WitnessErasureReason, byName, at: moment(erasedAt) },
    ]),
  )
}

/** Whose name is shown nowhere any more. */
export async function listErasedIds(tx: ReadTx): Promise<ReadonlySet<Id>> {
  const rows = await tx.db.selectFrom('witnessErasures').select('witnessId').where('organisationId', '=', tx.organisationId).execute()
  return new Set(rows.map(({ witnessId }) => witnessId))
}

async function listTraces(tx: ReadTx, candidateIds: readonly Id[]) {
  const rows = await tx.db
    .selectFrom('witnessTraces')
    .select(['candidateId', 'ownerId', 'kind', 'hash'])
    .where('organisationId', '=', tx.organisationId)
    .where('candidateId', 'in', [...candidateIds])
    .execute()
  return rows.map(({ hash, ...row }) => ({ ...row, hash: hash.toString('hex') }))
}

/** For each of these witnesses the approvals that were not taken back, and how long the entry stayed as it was approved. */
export async function listApprovedSpans(tx: ReadTx, ids: readonly Id[]): Promise<Map<Id, ApprovedSpan[]>> {
  if (ids.length === 0) return new Map()
  const details = tx.db
    .selectFrom('witnessDetails')
    .select(['id', 'witnessId', 'number', 'writtenAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('witnessId', 'in', [...ids])
    .execute()
  const [written, approvals] = await Promise.all([details, listApprovals(tx, ids)])
  const spans = new Map<Id, ApprovedSpan[]>()
  for (const { witnessId, detailsId, approvedAt, takenBackAt } of approvals) {
    const number = written.find(({ id }) => id === detailsId)?.number ?? 0
    const next = written.find((one) => one.witnessId === witnessId && one.number === number + 1)
    if (takenBackAt === null) spans.set(witnessId, [...(spans.get(witnessId) ?? []), { from: approvedAt, until: next?.writtenAt ?? null }])
  }
  return spans
}
