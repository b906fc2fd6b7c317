// Reads a candidate's evidence, each item with its claims in one registration, its descriptor and where it was seen.
import { sql } from 'kysely'
import { listReceivedDescriptors, type ReceivedDescriptor } from '../../common/letters/views.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { fingerprintOf } from '../../server/keys.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import type { PortfolioFile } from '../uploads/contract.ts'
import { listFiles } from '../uploads/views.ts'
import { withoutErasedNames } from '../witnesses/rules.ts'
import { listErasedIds } from '../witnesses/views.ts'
import type { Descriptor, EvidenceItem, EvidenceRecord, EvidenceVersion, WithdrawnItem } from './contract.ts'
import { referenceOf } from './rules.ts'

/** An item as rules about claims and decisions need it: with the moment at which each leaf was claimed. */
export interface ClaimedItem extends EvidenceItem {
  /** Leaf code to the moment of its claim. */
  readonly claimedAt: ReadonlyMap<string, Date>
  /** The record with the name that a witness signed it by, where that name is shown no more: for the unit's content alone, and told to nobody. */
  readonly asSigned?: EvidenceRecord
}

/** All of a candidate's items in the order in which they came; leaves are those claimed in this registration. */
export async function listEvidence(tx: ReadTx, registration: { id: Id; candidateId: Id }): Promise<ClaimedItem[]> {
  const { id, candidateId } = registration
  const [items, claims] = await Promise.all([listItems(tx, [candidateId]), listClaims(tx, [id])])
  return claimed(items.get(candidateId) ?? [], claims.get(id))
}

/** Items as one registration claims them: what serves several units is read once. */
export function claimed<T extends { readonly id: Id }>(items: readonly T[], claims: Claims | undefined) {
  return items.map((item) => {
    const claimedAt = claims?.get(item.id) ?? new Map<string, Date>()
    return { ...item, leaves: [...claimedAt.keys()].sort(), claimedAt }
  })
}

/** By an item's id: the leaves that it is claimed for, each with the moment of its claim. */
export type Claims = ReadonlyMap<Id, ReadonlyMap<string, Date>>

/** An item as it is in every unit. */
export type UnclaimedItem = Omit<ClaimedItem, 'leaves' | 'claimedAt'>

/** By candidate: all their items in the order in which they came. */
export async function listItems(tx: ReadTx, candidateIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly UnclaimedItem[]>> {
  const [items, files, sightings, erased] = await Promise.all([
    itemsOf(tx, candidateIds),
    filesOf(tx, candidateIds),
    sightingsOf(tx, candidateIds),
    listErasedIds(tx),
  ])
  const descriptors = await listReceivedDescriptors(
    tx,
    items.flatMap((item) => (item.letterId === null ? [] : [item.letterId])),
  )
  const found = new Map<Id, UnclaimedItem[]>(candidateIds.map((id) => [id, []]))
  for (const { candidateId, number, letterId, addedBy, record, ...item } of items) {
    const received = letterId === null ? undefined : descriptors.get(letterId)
    found.get(candidateId)?.push({
      ...item,
      method: item.method as AssessmentMethod,
      reference: referenceOf(item.method as AssessmentMethod, number),
      ...recordShown(record, erased),
      files: files.get(`${item.id} ${item.version}`) ?? [],
      addedById: addedBy,
      addedAt: moment(item.addedAt),
      writtenAt: moment(item.writtenAt),
      descriptor: received === undefined ? null : descriptorOf(received),
      seen: sightings.get(`assessor ${item.id}`) ?? null,
      seenByIqa: sightings.get(`iqa ${item.id}`) ?? null,
    })
  }
  return found
}

/** What an item says, without a name that was erased. */
function recordShown(text: string, erased: ReadonlySet<Id>): Pick<ClaimedItem, 'record' | 'asSigned'> {
  const record = JSON.parse(text) as EvidenceRecord
  if (record.method !== 'WT' || record.witnessId === null || !erased.has(record.witnessId)) return { record }
  return { record: withoutErasedNames(record, erased), asSigned: record }
}

const oneOf = (ids: readonly Id[]) => sql<Id>`any(${ids}::uuid[])`

/** Candidates' items, each in its newest version. */
function itemsOf(tx: ReadTx, candidateIds: readonly Id[]) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('evidenceItems')
    .leftJoin('people', (join) => join.onRef('people.id', '=', 'evidenceItems.addedBy').on('people.organisationId', '=', organisationId))
    .innerJoin('evidenceVersions', (join) =>
      join
        .onRef('evidenceVersions.evidenceId', '=', 'evidenceItems.id')
        .on('evidenceVersions.organisationId', '=', organisationId)
        .on((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('evidenceVersions as later')
                .select('later.version')
                .where('later.organisationId', '=', organisationId)
                .whereRef('later.evidenceId', '=', 'evidenceVersions.evidenceId')
                .whereRef('later.version', '>', 'evidenceVersions.version'),
            ),
          ),
        ),
    )
    .select(['evidenceItems.id', 'evidenceItems.candidateId', 'evidenceItems.method', 'evidenceItems.number', 'evidenceItems.letterId'])
    .select(['evidenceItems.addedBy', 'evidenceItems.addedAt', 'people.name as addedByName'])
    .select([
      'evidenceVersions.version',
      'evidenceVersions.contentHash',
      'evidenceVersions.title',
      'evidenceVersions.occurredOn',
      'evidenceVersions.record',
      'evidenceVersions.writtenAt',
      'evidenceVersions.isOwnWork',
    ])
    .where('evidenceItems.organisationId', '=', organisationId)
    .where('evidenceItems.candidateId', '=', oneOf(candidateIds))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceWithdrawals')
            .select('evidenceWithdrawals.evidenceId')
            .where('evidenceWithdrawals.organisationId', '=', organisationId)
            .whereRef('evidenceWithdrawals.evidenceId', '=', 'evidenceItems.id'),
        ),
      ),
    )
    .orderBy('evidenceItems.addedAt')
    .orderBy('evidenceItems.method')
    .orderBy('evidenceItems.number')
    .execute()
}

/** One item of the candidate. @throws OperationError not_found */
export async function getEvidence(tx: ReadTx, registration: { id: Id; candidateId: Id }, evidenceId: Id): Promise<ClaimedItem> {
  const item = (await listEvidence(tx, registration)).find(({ id }) => id === evidenceId)
  if (item === undefined) throw notFound('evidenceId')
  return item
}

/** Candidates' files by item and version: `<id> <version>`. */
async function filesOf(tx: ReadTx, candidateIds: readonly Id[]): Promise<Map<string, PortfolioFile[]>> {
  const found = new Map<string, PortfolioFile[]>()
  const all = new Map((await listFiles(tx, { candidateIds })).map((file) => [file.id, file]))
  if (all.size === 0) return found
  const rows = await tx.db
    .selectFrom('evidenceFiles')
    .select(['evidenceId', 'version', 'uploadId'])
    .where('organisationId', '=', tx.organisationId)
    .where('uploadId', '=', oneOf([...all.keys()]))
    .orderBy('position')
    .execute()
  for (const { evidenceId, version, uploadId } of rows) {
    const file = all.get(uploadId)
    const key = `${evidenceId} ${version}`
    // What was put aside may bear in its name what nobody should read.
    const shown = file?.state === 'kept' ? file : file && { ...file, name: '' }
    if (shown !== undefined) found.set(key, [...(found.get(key) ?? []), shown])
  }
  return found
}

/** All that an item ever said, newest first. */
export async function listVersions(tx: ReadTx, candidateId: Id, evidenceId: Id): Promise<EvidenceVersion[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('evidenceVersions')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'evidenceVersions.writtenBy').on('people.organisationId', '=', organisationId),
    )
    .select(['version', 'title', 'occurredOn', 'record', 'contentHash', 'writtenAt', 'people.name as writtenByName'])
    .where('evidenceVersions.organisationId', '=', organisationId)
    .where('evidenceVersions.evidenceId', '=', evidenceId)
    .orderBy('version', 'desc')
    .execute()
  const files = await filesOf(tx, [candidateId])
  const erased = await listErasedIds(tx)
  return rows.map(({ record, writtenAt, ...row }) => ({
    ...row,
    files: files.get(`${evidenceId} ${row.version}`) ?? [],
    record: recordShown(record, erased).record,
    writtenAt: moment(writtenAt),
  }))
}

/** References that were taken back within moments, newest first. */
export async function listWithdrawn(tx: ReadTx, candidateId: Id): Promise<WithdrawnItem[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('evidenceWithdrawals')
    .innerJoin('evidenceItems', (join) =>
      join.onRef('evidenceItems.id', '=', 'evidenceWithdrawals.evidenceId').on('evidenceItems.organisationId', '=', organisationId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'evidenceWithdrawals.withdrawnBy').on('people.organisationId', '=', organisationId),
    )
    .select(['evidenceItems.method', 'evidenceItems.number', 'people.name', 'withdrawnAt'])
    .where('evidenceWithdrawals.organisationId', '=', organisationId)
    .where('evidenceItems.candidateId', '=', candidateId)
    .orderBy('withdrawnAt', 'desc')
    .execute()
  return rows.map(({ method, number, name, withdrawnAt }) => ({
    reference: referenceOf(method as AssessmentMethod, number),
    withdrawnByName: name,
    withdrawnAt: moment(withdrawnAt),
  }))
}

/** Whether a unit that claims a leaf with the item has its certificate claimed: then nobody changes the item any more. */
export async function isInClaimedUnit(tx: ReadTx, evidenceId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('evidenceClaims')
    .innerJoin('registrations', (join) =>
      join.onRef('registrations.id', '=', 'evidenceClaims.registrationId').on('registrations.organisationId', '=', tx.organisationId),
    )
    .select('registrations.id')
    .where('evidenceClaims.organisationId', '=', tx.organisationId)
    .where('evidenceClaims.evidenceId', '=', evidenceId)
    .where('evidenceClaims.withdrawnAt', 'is', null)
    .where('registrations.claimedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function descriptorOf(received: ReceivedDescriptor): Descriptor {
  return {
    letterId: received.id,
    sentence: received.body.sentence,
    place: received.body.place,
    recordType: received.body.recordType,
    senderName: received.senderName,
    fingerprint: fingerprintOf(received.senderKey),
    confirmedAs: received.confirmedAs as Descriptor['confirmedAs'],
    receivedAt: moment(received.receivedAt),
    retractedOn: received.retractedOn,
  }
}

/** What each of these registrations claims. */
export async function listClaims(tx: ReadTx, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, Claims>> {
  const rows = await tx.db
    .selectFrom('evidenceClaims')
    .select(['registrationId', 'evidenceId', 'leafCode', 'claimedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', oneOf(registrationIds))
    .where('withdrawnAt', 'is', null)
    .execute()
  const units = new Map(registrationIds.map((id) => [id, new Map<Id, Map<string, Date>>()]))
  for (const { registrationId, evidenceId, leafCode, claimedAt } of rows) {
    const leaves = units.get(registrationId)?.get(evidenceId) ?? new Map<string, Date>()
    units.get(registrationId)?.set(evidenceId, leaves.set(leafCode, claimedAt))
  }
  return units
}

/** The first word of having seen each item, of the assessor and of the IQA, by `assessor <id>` and `iqa <id>`. */
async function sightingsOf(tx: ReadTx, candidateIds: readonly Id[]): Promise<Map<string, NonNullable<EvidenceItem['seen']>>> {
  const rows = await tx.db
    .selectFrom('evidenceSightings')
    .innerJoin('evidenceItems', (join) =>
      join.onRef('evidenceItems.id', '=', 'evidenceSightings.evidenceId').on('evidenceItems.organisationId', '=', tx.organisationId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'evidenceSightings.seenBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['evidenceId', 'seenWhere', 'seenOn', 'permittedBy', 'seenAs', 'people.name'])
    .where('evidenceSightings.organisationId', '=', tx.organisationId)
    .where('evidenceItems.candidateId', '=', oneOf(candidateIds))
    .orderBy('evidenceSightings.recordedAt', 'desc')
    .execute()
  return new Map(
    rows.map(({ seenWhere, seenOn, permittedBy, seenAs, evidenceId, name }) => [
      `${seenAs} ${evidenceId}`,
      { where: seenWhere, seenOn, permittedBy, seenByName: name },
    ]),
  )
}

/** The item that a letter became, if it did. */
export async function findByLetter(tx: ReadTx, letterId: Id): Promise<{ evidenceId: Id; reference: string } | undefined> {
  const row = await tx.db
    .selectFrom('evidenceItems')
    .select(['id', 'method', 'number'])
    .where('organisationId', '=', tx.organisationId)
    .where('letterId', '=', letterId)
    .executeTakeFirst()
  return row === undefined ? undefined : { evidenceId: row.id, reference: referenceOf(row.method as AssessmentMethod, row.number) }
}
