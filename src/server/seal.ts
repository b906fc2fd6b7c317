// Seals: chains events in batches per organisation, so that a changed byte shows and no write waits for another.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../core/canonical.ts'
import type { Id } from '../core/ids.ts'
import { moment } from '../core/time.ts'
import type { ReadTx, Tx } from './database.ts'
import { contentHash } from './events.ts'
import { isSignedBy, type Keyring } from './keys.ts'

interface SealedRow {
  readonly id: Id
  readonly command: string
  readonly version: number
  readonly personId: Id
  readonly sentOnBy: Id | null
  readonly recordedAt: Date
  readonly contentHash: Buffer | null
}

/** What is wrong with a seal, in words for the terminal. */
export interface SealFault {
  readonly seal: number
  readonly event?: Id
  readonly what: string
}

const batch = 5000
const eventColumns = [
  'events.id',
  'events.command',
  'events.version',
  'events.personId',
  'events.sentOnBy',
  'events.recordedAt',
  'events.contentHash',
] as const

/** Seals events older than every open transaction, at most 5,000. Returns how many; 0 when there is nothing to seal. */
export async function sealNext(tx: Tx, keys: Keyring): Promise<number> {
  const { organisationId } = tx
  // The settings row is the organisation's lock: two sealing processes make one chain.
  await tx.db.selectFrom('organisationSettings').select('organisationId').where('organisationId', '=', organisationId).forUpdate().execute()
  const rows = await unsealed(tx)
  if (rows.length === 0) return 0
  const previous = await tx.db
    .selectFrom('seals')
    .select(['number', 'hash'])
    .where('organisationId', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (previous?.number ?? 0) + 1
  const root = merkleRoot(rows.map(leaf))
  const previousHash = previous?.hash ?? null
  const hash = sealHash(number, rows.length, root, previousHash)
  const signature = await keys.sign(tx, hash)
  await tx.db
    .insertInto('seals')
    .values({ organisationId, number, merkleRoot: root, events: rows.length, previousHash, hash, signature, sealedAt: tx.now })
    .execute()
  await tx.db
    .insertInto('sealedEvents')
    .values(rows.map((row, position) => ({ organisationId, eventId: row.id, sealNumber: number, position })))
    .execute()
  return rows.length
}

/** Reads the whole chain of an organisation again. An erased content is no fault; a changed byte anywhere is. */
export async function verifySeals(tx: ReadTx, keys: Keyring): Promise<{ seals: number; events: number; faults: readonly SealFault[] }> {
  const { organisationId } = tx
  const seals = await tx.db.selectFrom('seals').selectAll().where('organisationId', '=', organisationId).orderBy('number').execute()
  if (seals.length === 0) return { seals: 0, events: 0, faults: [] }
  const publicKey = await keys.publicKey(tx, 'signing')
  const faults: SealFault[] = []
  let previousHash: Buffer | null = null
  let number = 0
  for (const seal of seals) {
    number += 1
    const rows = await sealedRows(tx, seal.number)
    const root = merkleRoot(rows.map(leaf))
    const hash = sealHash(number, seal.events, seal.merkleRoot, previousHash)
    if (seal.number !== number) faults.push({ seal: seal.number, what: `seal ${number} is missing` })
    if (rows.length !== seal.events) faults.push({ seal: seal.number, what: `holds ${rows.length} events, was made over ${seal.events}` })
    if (!root.equals(seal.merkleRoot)) faults.push({ seal: seal.number, what: 'an event row was changed, added or taken away' })
    if (!hash.equals(seal.hash)) faults.push({ seal: seal.number, what: 'does not follow from the seal before it' })
    if (!isSignedBy(publicKey, seal.hash, seal.signature))
      faults.push({ seal: seal.number, what: 'the signature is not the organisation’s' })
    faults.push(
      ...rows
        .filter(isContentChanged)
        .map((row) => ({ seal: seal.number, event: row.id, what: `the content of ${row.command} was changed` })),
    )
    faults.push(
      ...rows
        .filter((row) => row.content === null && !row.erased)
        .map((row) => ({ seal: seal.number, event: row.id, what: `the content of ${row.command} is missing, and no erasure says why` })),
    )
    previousHash = seal.hash
  }
  return { seals: seals.length, events: seals.reduce((sum, seal) => sum + seal.events, 0), faults }
}

async function unsealed(tx: Tx): Promise<readonly SealedRow[]> {
  const { organisationId } = tx
  return tx.db
    .selectFrom('events')
    .select(eventColumns)
    .where('events.organisationId', '=', organisationId)
    .where(sql<boolean>`events.written_in < pg_snapshot_xmin(pg_current_snapshot())`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sealedEvents')
            .select('sealedEvents.eventId')
            .where('sealedEvents.organisationId', '=', organisationId)
            .whereRef('sealedEvents.eventId', '=', 'events.id'),
        ),
      ),
    )
    .orderBy('events.writtenIn')
    .orderBy('events.id')
    .limit(batch)
    .execute()
}

async function sealedRows(tx: ReadTx, sealNumber: number) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('sealedEvents')
    .innerJoin('events', (join) => join.onRef('events.id', '=', 'sealedEvents.eventId').on('events.organisationId', '=', organisationId))
    .leftJoin('eventContents', (join) =>
      join.onRef('eventContents.eventId', '=', 'events.id').on('eventContents.organisationId', '=', organisationId),
    )
    .select(eventColumns)
    .select(['eventContents.content', 'eventContents.salt'])
    .select((where) =>
      where
        .or([
          where.exists(
            where
              .selectFrom('eventLearners')
              .innerJoin('erasures', (join) =>
                join.onRef('erasures.learnerId', '=', 'eventLearners.learnerId').on('erasures.organisationId', '=', organisationId),
              )
              .select('erasures.id')
              .where('eventLearners.organisationId', '=', organisationId)
              .whereRef('eventLearners.eventId', '=', 'events.id'),
          ),
          where.exists(
            where
              .selectFrom('removedContents')
              .select('removedContents.eventId')
              .where('removedContents.organisationId', '=', organisationId)
              .whereRef('removedContents.eventId', '=', 'events.id'),
          ),
        ])
        .as('erased'),
    )
    .where('sealedEvents.organisationId', '=', organisationId)
    .where('sealedEvents.sealNumber', '=', sealNumber)
    .orderBy('sealedEvents.position')
    .execute()
}

function isContentChanged(row: { content: string | null; salt: Buffer | null; contentHash: Buffer | null }): boolean {
  if (row.content === null || row.salt === null) return false
  return row.contentHash === null || !contentHash(row.salt, row.content).equals(row.contentHash)
}

function leaf(row: SealedRow): Buffer {
  const said = {
    id: row.id,
    command: row.command,
    version: row.version,
    personId: row.personId,
    sentOnBy: row.sentOnBy,
    recordedAt: moment(row.recordedAt),
    contentHash: row.contentHash?.toString('hex') ?? null,
  }
  return sha256(Buffer.from([0]), Buffer.from(canonical(said)))
}

/** The Merkle root of RFC 9162, section 2.1.1: leaves and inner nodes are hashed apart, so neither can pass for the other. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? sha256()
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.from([1]), merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

function sealHash(number: number, events: number, root: Buffer, previousHash: Buffer | null): Buffer {
  return sha256(Buffer.from(canonical({ number, events, root: root.toString('hex'), previousHash: previousHash?.toString('hex') ?? null })))
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
