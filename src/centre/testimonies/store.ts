// Writes requests, their links, statements as they were signed, and what comes after them.
import { createHash } from 'node:crypto'
import { canonical, type Plain } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { ConfirmationHow } from './contract.ts'

interface NewRequest {
  readonly id: Id
  readonly witnessId: Id
  readonly candidateId: Id
  readonly activity: string
  readonly askedBy: Id
}

export async function insertRequest(
  tx: Tx,
  request: NewRequest,
  leaves: readonly { readonly registrationId: Id; readonly leaf: string }[],
): Promise<void> {
  const { organisationId, now: askedAt } = tx
  await tx.db
    .insertInto('testimonyRequests')
    .values({ organisationId, ...request, askedAt })
    .execute()
  const rows = leaves.map(({ registrationId, leaf }) => ({ organisationId, requestId: request.id, registrationId, leafCode: leaf }))
  await tx.db
    .insertInto('testimonyRequestLeaves')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertRequestLink(tx: Tx, link: { linkId: Id; requestId: Id }): Promise<void> {
  await tx.db
    .insertInto('testimonyLinks')
    .values({ organisationId: tx.organisationId, ...link })
    .execute()
}

/** The links of a request, whatever became of them. */
export async function listLinkIds(tx: Tx, requestId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('testimonyLinks')
    .select('linkId')
    .where('organisationId', '=', tx.organisationId)
    .where('requestId', '=', requestId)
    .execute()
  return rows.map(({ linkId }) => linkId)
}

/** The request that a link is for. */
export async function requestOfLink(tx: Tx, linkId: Id): Promise<Id> {
  const { requestId } = await tx.db
    .selectFrom('testimonyLinks')
    .select('requestId')
    .where('organisationId', '=', tx.organisationId)
    .where('linkId', '=', linkId)
    .executeTakeFirstOrThrow()
  return requestId
}

export async function insertCancellation(tx: Tx, cancellation: { id: Id; requestId: Id; reason: string; cancelledBy: Id }): Promise<void> {
  await tx.db
    .insertInto('testimonyCancellations')
    .values({ organisationId: tx.organisationId, ...cancellation, cancelledAt: tx.now })
    .execute()
}

interface NewTestimony {
  readonly id: Id
  readonly requestId: Id
  readonly evidenceId: Id
  readonly linkId: Id
  readonly signedName: string
  readonly signedPosition: string
}

/** Signs a statement; returns the SHA-256 of what was signed, in hexadecimal: the words, who, as what, when. */
export async function insertTestimony(tx: Tx, testimony: NewTestimony, statement: Plain): Promise<string> {
  const { signedName, signedPosition, evidenceId } = testimony
  const signed = canonical({ statement, evidenceId, signedName, signedPosition, signedAt: tx.now.toISOString() })
  const contentHash = createHash('sha256').update(signed, 'utf8').digest()
  await tx.db
    .insertInto('testimonies')
    .values({ organisationId: tx.organisationId, ...testimony, contentHash, signedAt: tx.now })
    .execute()
  return contentHash.toString('hex')
}

export async function insertWithdrawal(tx: Tx, withdrawal: { id: Id; testimonyId: Id; linkId: Id; reason: string }): Promise<void> {
  await tx.db
    .insertInto('testimonyWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnAt: tx.now })
    .execute()
}

interface NewConfirmation {
  readonly id: Id
  readonly testimonyId: Id
  readonly how: ConfirmationHow
  readonly confirmedOn: string
  readonly words: string
  readonly confirmedBy: Id
}

export async function insertConfirmation(tx: Tx, confirmation: NewConfirmation): Promise<void> {
  await tx.db
    .insertInto('testimonyConfirmations')
    .values({ organisationId: tx.organisationId, ...confirmation, recordedAt: tx.now })
    .execute()
}
