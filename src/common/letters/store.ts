// Writes letters that leave and letters that arrive, switches the bridge, and pins the keys of senders.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { fromBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { isSignedBy, type Keyring } from '../../server/keys.ts'
import type { DescriptorBody, LetterBody, RecordType, RetractionBody, SignedLetter } from './contract.ts'
import { isCentreHere, organisationName } from './views.ts'

/** Switches the bridge on, unless it is on already; the first to do so is kept. */
export async function switchOn(tx: Tx, personId: Id): Promise<void> {
  await tx.db
    .updateTable('organisationSettings')
    .set({ bridgeOnAt: tx.now, bridgeOnBy: personId })
    .where('organisationId', '=', tx.organisationId)
    .where('bridgeOnAt', 'is', null)
    .execute()
}

export async function switchOff(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('organisationSettings')
    .set({ bridgeOnAt: null, bridgeOnBy: null })
    .where('organisationId', '=', tx.organisationId)
    .execute()
}

type Said<Body extends LetterBody> = Omit<Body, 'format' | 'letterId' | 'from' | 'writtenAt'>

/** What a letter rests on in the school. It never leaves. */
export interface Source {
  readonly recordType: RecordType
  readonly recordId: Id
  readonly learnerId: Id
}

/** A record that may be about no learner at all. */
export interface PlainRecord {
  readonly recordType: 'handover' | 'agreement' | 'next_action'
  readonly recordId: Id
}

interface NewLetter {
  readonly id: Id
  readonly says: Said<DescriptorBody> | Said<RetractionBody>
  readonly centreName: string
  readonly writtenBy: Id
  readonly sources: readonly Source[]
  readonly records?: readonly PlainRecord[]
}

/** Signs a letter and enters it in the out-register. Returns how it will travel. */
export async function writeLetter(tx: Tx, keys: Keyring, letter: NewLetter): Promise<'here' | 'file'> {
  const { organisationId } = tx
  const { id, says, writtenBy } = letter
  const from = { organisationId, organisationName: await organisationName(tx) }
  const body = canonical({ ...says, format: 'evident-letter-1', letterId: id, from, writtenAt: moment(tx.now) })
  const signature = await keys.sign(tx, utf8(body))
  const delivery = (await isCentreHere(tx, says.addressee.organisationId)) ? 'here' : 'file'
  await tx.db
    .insertInto('lettersSent')
    .values({
      organisationId,
      id,
      kind: says.kind,
      addresseeOrganisationId: says.addressee.organisationId,
      addresseeRegistrationId: says.addressee.registrationId,
      addresseeName: letter.centreName,
      retractsId: says.kind === 'retraction' ? says.retracts : null,
      body,
      bodyHash: createHash('sha256').update(body).digest(),
      signature,
      writtenBy,
      writtenAt: tx.now,
      delivery,
    })
    .execute()
  const sources = letter.sources.map((source) => ({ organisationId, letterId: id, ...source }))
  if (sources.length > 0)
    await tx.db
      .insertInto('letterSources')
      .values(sources)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const records = (letter.records ?? []).map((record) => ({ organisationId, letterId: id, ...record }))
  if (records.length > 0) await tx.db.insertInto('letterRecords').values(records).execute()
  return delivery
}

/** Descriptors that rest on a learner's records, or on some of them, and are not taken back yet. */
async function lettersRestingOn(
  tx: Tx,
  learnerId: Id,
  recordIds?: readonly Id[],
): Promise<{ id: Id; body: DescriptorBody; centreName: string }[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('lettersSent')
    .select(['id', 'body', 'addresseeName as centreName'])
    .where('organisationId', '=', organisationId)
    .where('kind', '=', 'descriptor')
    .where((where) =>
      where.exists(
        where
          .selectFrom('letterSources')
          .select('letterId')
          .where('letterSources.organisationId', '=', organisationId)
          .whereRef('letterSources.letterId', '=', 'lettersSent.id')
          .where('letterSources.learnerId', '=', learnerId)
          .$if(recordIds !== undefined, (some) => some.where('letterSources.recordId', '=', sql<Id>`any(${recordIds}::uuid[])`)),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('lettersSent as retraction')
            .select('retraction.id')
            .where('retraction.organisationId', '=', organisationId)
            .whereRef('retraction.retractsId', '=', 'lettersSent.id'),
        ),
      ),
    )
    .orderBy('writtenAt')
    .execute()
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as DescriptorBody }))
}

export interface RetractionAct {
  readonly learnerId: Id
  /** These records alone; all of the learner's when left out. */
  readonly recordIds?: readonly Id[]
  readonly writtenBy: Id
  readonly on: Day
}

/**
 * Takes back every descriptor that rests on a learner's records: a retraction for each, whatever else the descriptor rests on.
 * To be called before the records go. Returns how many letters were taken back.
 */
export async function retractLettersOn(tx: Tx, keys: Keyring, act: RetractionAct): Promise<number> {
  return retract(tx, keys, await lettersRestingOn(tx, act.learnerId, act.recordIds), act)
}

/** Takes back every descriptor that rests on these records, which may be about no learner. Returns how many letters were taken back. */
export async function retractLettersOnRecords(
  tx: Tx,
  keys: Keyring,
  act: { readonly recordIds: readonly Id[]; readonly writtenBy: Id; readonly on: Day },
): Promise<number> {
  const { organisationId } = tx
  const { rows } = await sql<{ id: Id; body: string; centreName: string }>`
    select sent.id, sent.body, sent.addressee_name as centre_name from letters_sent sent
    where sent.organisation_id = ${organisationId} and sent.kind = 'descriptor'
      and exists (select from letter_records record where record.organisation_id = ${organisationId} and record.letter_id = sent.id
        and record.record_id = any(${act.recordIds}::uuid[]))
      and not exists (select from letters_sent retraction where retraction.organisation_id = ${organisationId} and retraction.retracts_id = sent.id)
    order by sent.written_at`.execute(tx.db)
  const letters = rows.map((row) => ({ ...row, body: JSON.parse(row.body) as DescriptorBody }))
  return retract(tx, keys, letters, act)
}

async function retract(
  tx: Tx,
  keys: Keyring,
  letters: readonly { readonly id: Id; readonly body: DescriptorBody; readonly centreName: string }[],
  { writtenBy, on }: { readonly writtenBy: Id; readonly on: Day },
): Promise<number> {
  for (const { id, body, centreName } of letters) {
    const says = { kind: 'retraction' as const, addressee: body.addressee, retracts: id, retractedOn: on }
    await writeLetter(tx, keys, { id: newId(tx.now.getTime()), says, centreName, writtenBy, sources: [] })
  }
  return letters.length
}

/** Empties what letters rest on of a learner. For the role that may delete. */
export async function eraseSources(tx: Tx, learnerId: Id): Promise<void> {
  await tx.db.deleteFrom('letterSources').where('organisationId', '=', tx.organisationId).where('learnerId', '=', learnerId).execute()
}

/** Ids of letters that the post has still to bring, oldest first. */
export async function waitingLetters(tx: Tx, limit: number): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('lettersSent')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('delivery', '=', 'here')
    .where('deliveredAt', 'is', null)
    .where('fault', 'is', null)
    .orderBy('writtenAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Holds a waiting letter until the transaction ends; undefined when another post holds it or it is delivered. */
export async function claimLetter(tx: Tx, id: Id) {
  return tx.db
    .selectFrom('lettersSent')
    .select(['kind', 'addresseeOrganisationId', 'body', 'signature'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .where('fault', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** Notes that a letter arrived, or why it can't. */
export async function closeLetter(tx: Tx, id: Id, fault?: string): Promise<void> {
  await tx.db
    .updateTable('lettersSent')
    .set(fault === undefined ? { deliveredAt: tx.now } : { fault })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

interface Arrival {
  readonly letter: SignedLetter
  readonly body: LetterBody
  readonly delivery: 'here' | 'file'
  readonly receivedBy: Id
}

/** Enters a letter in the in-register. `false` when it was there before, by whichever way it came. */
export async function insertReceived(tx: Tx, { letter, body, delivery, receivedBy }: Arrival): Promise<boolean> {
  const row = await tx.db
    .insertInto('lettersReceived')
    .values({
      organisationId: tx.organisationId,
      id: body.letterId,
      kind: body.kind,
      registrationId: body.addressee.registrationId,
      retractsId: body.kind === 'retraction' ? body.retracts : null,
      body: letter.body,
      signature: Buffer.from(fromBase64url(letter.signature)),
      senderName: body.from.organisationName,
      senderKey: Buffer.from(fromBase64url(letter.publicKey)),
      delivery,
      receivedBy,
      receivedAt: tx.now,
      retractedOn: body.kind === 'retraction' ? body.retractedOn : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a sender's key as known. Whoever knew it first stays named. */
export async function pinSender(
  tx: Tx,
  sender: { publicKey: string; name: string; confirmedBy: Id | null; confirmedAs: 'installation' | 'candidate' | 'centre_administrator' },
): Promise<void> {
  await tx.db
    .insertInto('senderKeys')
    .values({ organisationId: tx.organisationId, ...sender, publicKey: Buffer.from(fromBase64url(sender.publicKey)), confirmedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the letter's signature is by the key that it bears. A key or signature that is none is not. */
export function isLetterSigned(letter: SignedLetter): boolean {
  try {
    return isSignedBy(fromBase64url(letter.publicKey), utf8(letter.body), fromBase64url(letter.signature))
  } catch {
    return false
  }
}
