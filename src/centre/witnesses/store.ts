// Writes the register of witnesses, their links, and the traces that are compared.
import { createHash } from 'node:crypto'
import { canonical } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import { type Keyring, traceHash } from '../../server/keys.ts'
import type { ThirdGround, WitnessDetails } from './contract.ts'
import { mostWrongCodes, witnessLinkLifetime } from './rules.ts'

export async function insertWitness(tx: Tx, witness: { id: Id; candidateId: Id; addedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('witnesses')
    .values({ organisationId: tx.organisationId, ...witness, addedAt: tx.now })
    .execute()
}

interface NewDetails extends WitnessDetails {
  readonly id: Id
  readonly witnessId: Id
  readonly category: string
  readonly mayBeExpert: boolean
  /** Null: by the witness, through a link. */
  readonly writtenBy: Id | null
}

export async function insertDetails(tx: Tx, details: NewDetails): Promise<void> {
  const number = await countOf(tx, 'witnessDetails', details.witnessId)
  await tx.db
    .insertInto('witnessDetails')
    .values({ organisationId: tx.organisationId, ...details, number: number + 1, writtenAt: tx.now })
    .execute()
}

/** Two at once take one number, and the second is told that it is taken. */
async function countOf(tx: Tx, table: 'witnessDetails' | 'witnessContacts', witnessId: Id): Promise<number> {
  const { count } = await tx.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisationId', '=', tx.organisationId)
    .where('witnessId', '=', witnessId)
    .executeTakeFirstOrThrow()
  return count
}

interface NewContact {
  readonly id: Id
  readonly witnessId: Id
  readonly email: string | null
  readonly telephone: string | null
  readonly checkedHow: string
  readonly checkedBy: Id
}

export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  const number = await countOf(tx, 'witnessContacts', contact.witnessId)
  await tx.db
    .insertInto('witnessContacts')
    .values({ organisationId: tx.organisationId, ...contact, number: number + 1, checkedAt: tx.now })
    .execute()
}

interface NewInduction {
  readonly id: Id
  readonly witnessId: Id
  readonly what: string
  readonly minutes: number
  readonly inductedOn: string
  readonly inductedBy: Id
}

export async function insertInduction(tx: Tx, induction: NewInduction): Promise<void> {
  await tx.db
    .insertInto('witnessInductions')
    .values({ organisationId: tx.organisationId, ...induction, recordedAt: tx.now })
    .execute()
}

/** The row of details that holds now. */
export async function currentDetailsId(tx: Tx, witnessId: Id): Promise<Id> {
  const row = await tx.db
    .selectFrom('witnessDetails')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('witnessId', '=', witnessId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}

interface NewApproval {
  readonly id: Id
  readonly witnessId: Id
  readonly detailsId: Id
  readonly knowsUnits: string
  readonly isCompetent: string
  readonly thirdGround: ThirdGround
  readonly thirdWords: string
  readonly approvedBy: Id
}

export async function insertApproval(tx: Tx, approval: NewApproval): Promise<void> {
  await tx.db
    .insertInto('witnessApprovals')
    .values({ organisationId: tx.organisationId, ...approval, approvedAt: tx.now })
    .execute()
}

export async function insertDisapproval(tx: Tx, gone: { id: Id; approvalId: Id; reason: string; takenBackBy: Id }): Promise<void> {
  await tx.db
    .insertInto('witnessDisapprovals')
    .values({ organisationId: tx.organisationId, ...gone, takenBackAt: tx.now })
    .execute()
}

/** Ends a witness: contact and traces go, links open nothing more. One who was ended before stays ended as they were. */
export async function endWitness(tx: Tx, end: { id: Id; witnessId: Id; reason: string; endedBy: Id }): Promise<void> {
  const { organisationId, now } = tx
  const { witnessId } = end
  await tx.db
    .insertInto('witnessEnds')
    .values({ organisationId, ...end, endedAt: now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'witnessId']).doNothing())
    .execute()
  await tx.db.deleteFrom('witnessContacts').where('organisationId', '=', organisationId).where('witnessId', '=', witnessId).execute()
  await tx.db.deleteFrom('witnessTraces').where('organisationId', '=', organisationId).where('ownerId', '=', witnessId).execute()
  await shutLinks(tx, witnessId)
}

/** Puts the links of a witness out of use: all, or those of one purpose. */
async function shutLinks(tx: Tx, witnessId: Id, purpose?: LinkPurpose): Promise<void> {
  let update = tx.db
    .updateTable('witnessLinks')
    .set({ shutAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('witnessId', '=', witnessId)
    .where('shutAt', 'is', null)
  if (purpose !== undefined) update = update.where('purpose', '=', purpose)
  await update.execute()
}

export async function insertCategories(tx: Tx, list: { id: Id; labels: readonly string[]; setBy: Id }): Promise<void> {
  const { organisationId } = tx
  const { count } = await tx.db
    .selectFrom('witnessCategoryLists')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisationId', '=', organisationId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('witnessCategoryLists')
    .values({ organisationId, ...list, labels: [...list.labels], number: count + 1, setAt: tx.now })
    .execute()
}

export type LinkPurpose = 'entry' | 'testimony'

interface NewLink {
  readonly id: Id
  readonly witnessId: Id
  readonly purpose: LinkPurpose
  readonly tokenHash: string
  readonly codeHash: string
  readonly madeBy: Id
}

/** Makes a link; an entry's earlier links are shut, a testimony's stay, since a witness may be asked for several. */
export async function insertLink(tx: Tx, { tokenHash, codeHash, ...link }: NewLink): Promise<Date> {
  const { organisationId, now } = tx
  if (link.purpose === 'entry') await shutLinks(tx, link.witnessId, 'entry')
  const expiresAt = new Date(now.getTime() + witnessLinkLifetime)
  const hashes = { tokenHash: Buffer.from(tokenHash, 'hex'), codeHash: Buffer.from(codeHash, 'hex') }
  await tx.db
    .insertInto('witnessLinks')
    .values({ organisationId, ...link, ...hashes, madeAt: now, expiresAt })
    .execute()
  return expiresAt
}

/** The link of a token, held until the transaction ends, so that codes are counted one after the other. */
export async function findLink(tx: Tx, purpose: LinkPurpose, token: string) {
  return tx.db
    .selectFrom('witnessLinks')
    .selectAll()
    .where('organisationId', '=', tx.organisationId)
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', createHash('sha256').update(token).digest())
    .forUpdate()
    .executeTakeFirst()
}
export type WitnessLink = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Whether the code is the link's; a wrong one is counted. Undefined when it is right, else how many tries are left. */
export async function tryCode(tx: Tx, link: WitnessLink, { token, code }: { token: string; code: string }): Promise<number | undefined> {
  const isRight = createHash('sha256').update(`${token}.${code}`).digest().equals(link.codeHash)
  if (isRight) return undefined
  const wrongCodes = link.wrongCodes + 1
  await setLink(tx, link.id, { wrongCodes })
  return Math.max(0, mostWrongCodes - wrongCodes)
}

export async function spendLink(tx: Tx, id: Id): Promise<void> {
  await setLink(tx, id, { usedAt: tx.now })
}

export async function shutLink(tx: Tx, id: Id): Promise<void> {
  await setLink(tx, id, { shutAt: tx.now })
}

async function setLink(tx: Tx, id: Id, set: { wrongCodes: number } | { usedAt: Date } | { shutAt: Date }): Promise<void> {
  await tx.db.updateTable('witnessLinks').set(set).where('organisationId', '=', tx.organisationId).where('id', '=', id).execute()
}

interface NewSignature extends WitnessDetails {
  readonly id: Id
  readonly witnessId: Id
  readonly detailsId: Id
  readonly linkId: Id
  readonly signedName: string
}

/** Signs an entry; returns the SHA-256 of what was signed, in hexadecimal. */
export async function insertSignature(tx: Tx, signature: NewSignature): Promise<string> {
  const { id, witnessId, detailsId, linkId, signedName, ...said } = signature
  const signedAt = tx.now.toISOString()
  const content = canonical({ witnessId, signedName, signedAt, ...said })
  const contentHash = createHash('sha256').update(content, 'utf8').digest()
  await tx.db
    .insertInto('witnessSignatures')
    .values({ organisationId: tx.organisationId, id, witnessId, detailsId, linkId, signedName, contentHash, signedAt: tx.now })
    .execute()
  return contentHash.toString('hex')
}

/** Where a command came from, in the words of the request; kept as hashes alone. */
interface Whence {
  readonly address?: string
  readonly device?: string
}

/** Notes from where a candidate or a witness acted. Without the installation's secret nobody can tell an address from its hash. */
export async function noteTraces(
  tx: Tx,
  keys: Keyring,
  { candidateId, ownerId }: { candidateId: Id; ownerId: Id },
  whence: Whence | undefined,
): Promise<void> {
  const { organisationId, now: notedAt } = tx
  const said = [['network', whence?.address] as const, ['device', whence?.device] as const]
  const rows = said.flatMap(([kind, text]) => {
    if (text === undefined || text === '') return []
    const hash = traceHash(keys, { organisationId, candidateId }, kind, text)
    return [{ organisationId, candidateId, ownerId, kind, hash, notedAt }]
  })
  if (rows.length > 0)
    await tx.db
      .insertInto('witnessTraces')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The network addresses of a candidate's open sessions. */
async function listSessionAddresses(tx: Tx, candidateId: Id): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('auth.sessions')
    .innerJoin('people', (join) =>
      join.onRef('people.userId', '=', 'auth.sessions.userId').on('people.organisationId', '=', tx.organisationId),
    )
    .select('auth.sessions.ipAddress')
    .where('people.organisationId', '=', tx.organisationId)
    .where('people.id', '=', candidateId)
    .execute()
  return rows.flatMap(({ ipAddress }) => (ipAddress === null || ipAddress === '' ? [] : [ipAddress]))
}

/** Notes from where a witness used a link, and from where the candidate is signed in just now. */
export async function noteLinkUse(
  tx: Tx,
  { keys, whence }: { readonly keys: Keyring; readonly whence?: Whence },
  { id, candidateId }: { id: Id; candidateId: Id },
): Promise<void> {
  await noteTraces(tx, keys, { candidateId, ownerId: id }, whence)
  for (const address of await listSessionAddresses(tx, candidateId))
    await noteTraces(tx, keys, { candidateId, ownerId: candidateId }, { address })
}
