// Reads a candidate's evidence, each item with its claims in one registration, its descriptor and where it was seen.
import { listReceivedDescriptors, type ReceivedDescriptor } from '../../common/letters/views.ts'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { fingerprintOf } from '../../server/keys.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import type { PortfolioFile } from '../uploads/contract.ts'
import { listFiles } from '../uploads/views.ts'
import type { Descriptor, EvidenceItem, EvidenceRecord, EvidenceVersion, WithdrawnItem } from './contract.ts'
import { referenceOf } from './rules.ts'

/** An item as rules about claims and decisions need it: with the moment at which each leaf was claimed. */
export interface ClaimedItem extends EvidenceItem {
  /** Leaf code to the moment of its claim. */
  readonly claimedAt: ReadonlyMap<string, Date>
}

/** All of a candidate's items in the order in which they came; leaves are those claimed in this registration. */
export async function listEvidence(tx: ReadTx, registration: { id: Id; candidateId: Id }): Promise<ClaimedItem[]> {
  return claimedIn(tx, registration.id, await listItems(tx, registration.candidateId))
}

/** The same items as one registration claims them: what serves several units is read once. */
export async function claimedIn(tx: ReadTx, registrationId: Id, items: readonly UnclaimedItem[]): Promise<ClaimedItem[]> {
  const claims = await claimsIn(tx, registrationId)
  return items.map((item) => {
    const claimedAt = claims.get(item.id) ?? new Map<string, Date>()
    return { ...item, leaves: [...claimedAt.keys()].sort(), claimedAt }
  })
}

/** An item as it is in every unit. */
export type UnclaimedItem = Omit<ClaimedItem, 'leaves' | 'claimedAt'>

/** All of a candidate's items in the order in which they came. */
export async function listItems(tx: ReadTx, candidateId: Id): Promise<UnclaimedItem[]> {
  const items = await itemsOf(tx, candidateId)
  const files = await filesOf(tx, candidateId)
  const sightings = await sightingsOf(
    tx,
    items.map((item) => item.id),
  )
  const descriptors = await listReceivedDescriptors(
    tx,
    items.flatMap((item) => (item.letterId === null ? [] : [item.letterId])),
  )
  return items.map(({ number, letterId, addedBy, record, ...item }) => {
    const received = letterId === null ? undefined : descriptors.get(letterId)
    return {
      ...item,
      method: item.method as AssessmentMethod,
      reference: referenceOf(item.method as AssessmentMethod, number),
      record: JSON.parse(record) as EvidenceRecord,
      files: files.get(`${item.id} ${item.version}`) ?? [],
      addedById: addedBy,
      addedAt: moment(item.addedAt),
      writtenAt: moment(item.writtenAt),
      descriptor: received === undefined ? null : descriptorOf(received),
      seen: sightings.get(`assessor ${item.id}`) ?? null,
      seenByIqa: sightings.get(`iqa ${item.id}`) ?? null,
    }
  })
}

/** A candidate's items, each in its newest version. */
function itemsOf(tx: ReadTx, candidateId: Id) {
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
    .select([
      'evidenceItems.id',
      'evidenceItems.method',
      'evidenceItems.number',
      'evidenceItems.letterId',
      'evidenceItems.addedBy',
      'evidenceItems.addedAt',
      'people.name as addedByName',
      'evidenceVersions.version',
      'evidenceVersions.contentHash',
      'evidenceVersions.title',
      'evidenceVersions.occurredOn',
      'evidenceVersions.record',
      'evidenceVersions.writtenAt',
      'evidenceVersions.isOwnWork',
    ])
    .where('evidenceItems.organisationId', '=', organisationId)
    .where('evidenceItems.candidateId', '=', candidateId)
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

/** The candidate's files by item and version: `<id> <version>`. */
async function filesOf(tx: ReadTx, candidateId: Id): Promise<Map<string, PortfolioFile[]>> {
  const found = new Map<string, PortfolioFile[]>()
  const all = new Map((await listFiles(tx, { candidateId })).map((file) => [file.id, file]))
  if (all.size === 0) return found
  const rows = await tx.db
    .selectFrom('evidenceFiles')
    .select(['evidenceId', 'version', 'uploadId'])
    .where('organisationId', '=', tx.organisationId)
    .where('uploadId', 'in', [...all.keys()])
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
  const files = await filesOf(tx, candidateId)
  return rows.map(({ record, writtenAt, ...row }) => ({
    ...row,
    files: files.get(`${evidenceId} ${row.version}`) ?? [],
    record: JSON.parse(record) as EvidenceRecord,
    writtenAt: moment(writtenAt),
  }))
}

/**
 * What signatures, comparison and export take of a unit's evidence: each item that claims a leaf in it, in the order of references. Nothing in it changes
 * without an act, and what was said again as before is the same again.
 */
export async function contentForUnit(tx: ReadTx, registration: { id: Id; candidateId: Id }): Promise<Plain> {
  const items = (await listEvidence(tx, registration)).filter(({ leaves }) => leaves.length > 0)
  return items
    .map(({ claimedAt: _claimed, seenByIqa: _iqa, version: _version, writtenAt: _written, descriptor, files, ...said }) => ({
      ...said,
      files: files.map(({ id, type, size, hash }) => ({ id, type, size, hash })),
      descriptor: descriptor === null ? null : signedPart(descriptor),
    }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
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

/** What the school signed and the centre entered; a mark that its record was erased lies outside. */
function signedPart({ retractedOn: _, ...descriptor }: Descriptor): Omit<Descriptor, 'retractedOn'> {
  return descriptor
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

async function claimsIn(tx: ReadTx, registrationId: Id): Promise<Map<Id, Map<string, Date>>> {
  const rows = await tx.db
    .selectFrom('evidenceClaims')
    .select(['evidenceId', 'leafCode', 'claimedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('withdrawnAt', 'is', null)
    .execute()
  const claims = new Map<Id, Map<string, Date>>()
  for (const row of rows) {
    const leaves = claims.get(row.evidenceId) ?? new Map<string, Date>()
    claims.set(row.evidenceId, leaves.set(row.leafCode, row.claimedAt))
  }
  return claims
}

/** The first word of having seen each item, of the assessor and of the IQA, by `assessor <id>` and `iqa <id>`. */
async function sightingsOf(tx: ReadTx, evidenceIds: readonly Id[]): Promise<Map<string, NonNullable<EvidenceItem['seen']>>> {
  if (evidenceIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('evidenceSightings')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'evidenceSightings.seenBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['evidenceId', 'seenWhere', 'seenOn', 'permittedBy', 'seenAs', 'people.name'])
    .where('evidenceSightings.organisationId', '=', tx.organisationId)
    .where('evidenceSightings.evidenceId', 'in', [...evidenceIds])
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
