// Writes items of evidence under the next reference, their versions, claims, and words of having seen.
import { createHash } from 'node:crypto'
import { canonical } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import type { EvidenceRecord } from './contract.ts'
import { type Content, contentText, referenceOf } from './rules.ts'

interface NewItem {
  readonly id: Id
  readonly candidateId: Id
  readonly title: string
  readonly occurredOn: Day
  /** Its method is the item's. */
  readonly record: EvidenceRecord
  readonly letterId?: Id
  readonly addedBy: Id
  readonly isOwnWork?: boolean
  readonly files?: readonly NamedFile[]
}

/** A file as the hash of an item's content knows it. */
interface NamedFile {
  readonly id: Id
  readonly hash: string
  readonly name: string
}

/** Inserts an item in its first version and returns its reference, which no other item of the candidate had or will have. */
export async function insertItem(
  tx: Tx,
  { title, occurredOn, record, letterId, isOwnWork = false, files = [], ...item }: NewItem,
): Promise<string> {
  const { method } = record
  const number = await nextNumber(tx, item.candidateId, method)
  await tx.db
    .insertInto('evidenceItems')
    .values({ organisationId: tx.organisationId, ...item, method, number, letterId: letterId ?? null, addedAt: tx.now })
    .execute()
  await insertVersion(tx, { evidenceId: item.id, version: 1, title, occurredOn, record, writtenBy: item.addedBy, isOwnWork, files })
  return referenceOf(method, number)
}

interface NewVersion {
  readonly title: string
  readonly occurredOn: Day
  readonly record: EvidenceRecord
  readonly writtenBy: Id
  readonly isOwnWork?: boolean
  readonly files?: readonly NamedFile[]
}

/** Says an item anew. Its method stays: the reference names it. Returns the version's number. */
export async function addVersion(tx: Tx, evidenceId: Id, said: NewVersion): Promise<number> {
  const { organisationId } = tx
  const last = await tx.db
    .selectFrom('evidenceVersions')
    .select('version')
    .where('organisationId', '=', organisationId)
    .where('evidenceId', '=', evidenceId)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  const version = last.version + 1
  await insertVersion(tx, { evidenceId, version, ...said })
  return version
}

async function insertVersion(
  tx: Tx,
  { record, isOwnWork = false, files = [], ...said }: NewVersion & { evidenceId: Id; version: number },
): Promise<void> {
  const contentHash = contentHashOf({ ...said, record, files })
  await tx.db
    .insertInto('evidenceVersions')
    .values({ organisationId: tx.organisationId, ...said, isOwnWork, record: canonical(record), contentHash, writtenAt: tx.now })
    .execute()
  if (files.length === 0) return
  const { evidenceId, version } = said
  const rows = files.map(({ id }, position) => ({ organisationId: tx.organisationId, evidenceId, version, position, uploadId: id }))
  await tx.db.insertInto('evidenceFiles').values(rows).execute()
}

/** Takes an item back: it is in no list any more but the one of references that were taken back. */
export async function insertWithdrawal(tx: Tx, evidenceId: Id, withdrawnBy: Id): Promise<void> {
  await tx.db
    .insertInto('evidenceWithdrawals')
    .values({ organisationId: tx.organisationId, evidenceId, withdrawnBy, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'evidenceId']).doNothing())
    .execute()
}

/** SHA-256 of what an item says, in hexadecimal. */
export function contentHashOf(content: Content): string {
  return createHash('sha256').update(contentText(content)).digest('hex')
}

/** Holds an item until the transaction ends, so that two who change it do so one after the other. */
export async function lockItem(tx: Tx, item: { candidateId: Id; method: AssessmentMethod }): Promise<void> {
  await tx.db
    .selectFrom('evidenceCounters')
    .select('lastNumber')
    .where('organisationId', '=', tx.organisationId)
    .where('candidateId', '=', item.candidateId)
    .where('method', '=', item.method)
    .forUpdate()
    .execute()
}

/** The counter's row is locked until the transaction ends: two items at once get two numbers. */
async function nextNumber(tx: Tx, candidateId: Id, method: AssessmentMethod): Promise<number> {
  const row = await tx.db
    .insertInto('evidenceCounters')
    .values({ organisationId: tx.organisationId, candidateId, method, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'candidateId', 'method'])
        .doUpdateSet((set) => ({ lastNumber: set('evidenceCounters.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return row.lastNumber
}

/** Claims leaves for an item; a claim that stands already keeps its moment. */
export async function claimLeaves(
  tx: Tx,
  claim: { registrationId: Id; evidenceId: Id; claimedBy: Id },
  leaves: readonly string[],
): Promise<void> {
  if (leaves.length === 0) return
  const { organisationId, now: claimedAt } = tx
  await tx.db
    .insertInto('evidenceClaims')
    .values([...new Set(leaves)].map((leafCode) => ({ organisationId, ...claim, leafCode, claimedAt })))
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'registrationId', 'evidenceId', 'leafCode'])
        .doUpdateSet({ claimedBy: claim.claimedBy, claimedAt, withdrawnAt: null })
        .where('evidenceClaims.withdrawnAt', 'is not', null),
    )
    .execute()
}

export async function withdrawClaim(tx: Tx, claim: { registrationId: Id; evidenceId: Id; leaf: string }): Promise<void> {
  await tx.db
    .updateTable('evidenceClaims')
    .set({ withdrawnAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', claim.registrationId)
    .where('evidenceId', '=', claim.evidenceId)
    .where('leafCode', '=', claim.leaf)
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function insertSighting(
  tx: Tx,
  sighting: { id: Id; evidenceId: Id; seenWhere: string; seenOn: Day; seenBy: Id; seenAs: 'assessor' | 'iqa'; permittedBy: string },
): Promise<void> {
  await tx.db
    .insertInto('evidenceSightings')
    .values({ organisationId: tx.organisationId, ...sighting, recordedAt: tx.now })
    .execute()
}
