// Writes signatures in their chain, marks of sampling, reopenings.
import { utf8 } from '../../core/bytes.ts'
import { canonical, type Plain } from '../../core/canonical.ts'
import { hashOfText } from '../../core/canonical-hash.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment, zone } from '../../core/time.ts'
import { wallTimeOf } from '../../core/wall-clock.ts'
import type { Tx } from '../../server/database.ts'
import type { Keyring } from '../../server/keys.ts'
import type { Registration } from '../registrations/contract.ts'
import type { SignatureBody, SignerRole, Verifier } from './contract.ts'
import { statements } from './rules.ts'

/** Holds the centre's chain until the transaction ends: signatures are made one after the other. */
export async function lockChain(tx: Tx): Promise<{ lastNumber: number; lastHash: string | null }> {
  const { organisationId } = tx
  await tx.db
    .insertInto('signatureChains')
    .values({ organisationId, lastNumber: 0, lastHash: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx.db
    .selectFrom('signatureChains')
    .select(['lastNumber', 'lastHash'])
    .where('organisationId', '=', organisationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

interface NewSignature {
  readonly id: Id
  readonly registration: Registration
  readonly role: SignerRole
  readonly isByTrainee: boolean
  readonly signer: { readonly id: Id; readonly name: string }
  readonly content: Plain
  /** Hash of the signature before it in the same unit. */
  readonly previousInUnit: string | null
}

/** Signs a unit's content with the centre's key, chained to what was signed before, and keeps what was signed. */
export async function insertSignature(
  tx: Tx,
  keys: Keyring,
  { id, registration, role, isByTrainee, signer, content, previousInUnit }: NewSignature,
): Promise<{ number: number; contentHash: string }> {
  const { organisationId, now } = tx
  const { lastNumber, lastHash } = await lockChain(tx)
  const text = canonical(content)
  const contentHash = await hashOfText(text)
  const { id: registrationId, packCode, packVersion, unitNumber, unitTitle } = registration
  const number = lastNumber + 1
  const body: SignatureBody = {
    format: 'evident-signature-1',
    id,
    number,
    organisationId,
    registrationId,
    unit: { packCode, packVersion, number: unitNumber, title: unitTitle },
    role,
    personId: signer.id,
    name: signer.name,
    statement: statements[role],
    signedAt: moment(now),
    localTime: `${dayOf(now)} ${wallTimeOf(now)} ${zone}`,
    contentHash,
    previousInUnit,
    previousInOrganisation: lastHash,
  }
  await keepContent(tx, { registrationId, contentHash, content: text })
  await keepSignature(tx, keys, { body, isByTrainee })
  return { number, contentHash }
}

/** What was signed, once for all who sign the same. */
async function keepContent(tx: Tx, content: { registrationId: Id; contentHash: string; content: string }): Promise<void> {
  await tx.db
    .insertInto('signedContents')
    .values({ organisationId: tx.organisationId, ...content })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Signs the body with the centre's key and makes it the last of the chain. */
async function keepSignature(tx: Tx, keys: Keyring, { body, isByTrainee }: { body: SignatureBody; isByTrainee: boolean }): Promise<void> {
  const { organisationId } = tx
  const { id, number, registrationId, role, contentHash } = body
  const signed = canonical(body)
  const bodyHash = await hashOfText(signed)
  await tx.db
    .insertInto('signatures')
    .values({
      organisationId,
      id,
      registrationId,
      number,
      role,
      isByTrainee,
      signedBy: body.personId,
      signedAt: tx.now,
      contentHash,
      body: signed,
      bodyHash,
      signature: await keys.sign(tx, utf8(signed)),
    })
    .execute()
  await tx.db
    .updateTable('signatureChains')
    .set({ lastNumber: number, lastHash: bodyHash })
    .where('organisationId', '=', organisationId)
    .execute()
}

interface NewMark {
  readonly id: Id
  readonly registrationId: Id
  readonly verifier: Verifier
  /** `withdrawn`: not sampled after all. */
  readonly state: 'sampled' | 'agreed' | 'action' | 'withdrawn'
  /** Who may sign. */
  readonly verifierId: Id
  /** When an external verifier's account ends; a mark that nobody signed for by then counts as withdrawn. */
  readonly endsAt: Date | null
}

/** What sampling tells of a unit. It is appended under the unit's next number; the last mark of a verifier holds. */
export async function markSampling(tx: Tx, mark: NewMark): Promise<void> {
  const { organisationId } = tx
  await lockChain(tx)
  const { last } = await tx.db
    .selectFrom('samplingMarks')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', mark.registrationId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('samplingMarks')
    .values({ organisationId, ...mark, number: (last ?? 0) + 1, markedAt: tx.now })
    .execute()
}

export async function insertReopening(tx: Tx, reopening: { id: Id; registrationId: Id; reason: string; reopenedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('signOffReopenings')
    .values({ organisationId: tx.organisationId, ...reopening, reopenedAt: tx.now })
    .execute()
}
