// Writes visits: what was seen, write-ups, comments, signatures, and the item that one became.
import type { Plain } from '../../core/canonical.ts'
import { canonical } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { SeenVisit, WriteUp } from './contract.ts'

export async function insertVisit(tx: Tx, visit: SeenVisit & { id: Id; candidateId: Id; recordedBy: Id }): Promise<void> {
  const { organisationId } = tx
  const { registrationIds, startedAt, endedAt, learners, entries, ...rest } = visit
  await tx.db
    .insertInto('visits')
    .values({
      organisationId,
      ...rest,
      startedAt: new Date(startedAt),
      endedAt: new Date(endedAt),
      learners: canonical(learners),
      entries: canonical(entries as unknown as Plain),
      recordedAt: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('visitUnits')
    .values([...new Set(registrationIds)].map((registrationId) => ({ organisationId, visitId: visit.id, registrationId })))
    .execute()
}

export async function insertWriteUp(tx: Tx, visitId: Id, { claims, ...writeUp }: WriteUp, writtenBy: Id): Promise<void> {
  const { organisationId } = tx
  const last = await tx.db
    .selectFrom('visitWriteUps')
    .select('version')
    .where('organisationId', '=', organisationId)
    .where('visitId', '=', visitId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  await tx.db
    .insertInto('visitWriteUps')
    .values({
      organisationId,
      visitId,
      version: (last?.version ?? 0) + 1,
      ...writeUp,
      claims: canonical(claims),
      writtenBy,
      writtenAt: tx.now,
    })
    .execute()
}

export async function insertComment(tx: Tx, visitId: Id, words: string, writtenBy: Id): Promise<void> {
  const { organisationId } = tx
  const last = await tx.db
    .selectFrom('visitComments')
    .select('version')
    .where('organisationId', '=', organisationId)
    .where('visitId', '=', visitId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  await tx.db
    .insertInto('visitComments')
    .values({ organisationId, visitId, version: (last?.version ?? 0) + 1, words, writtenBy, writtenAt: tx.now })
    .execute()
}

interface NewSignature {
  readonly id: Id
  readonly visitId: Id
  readonly contentHash: string
  readonly part: 'candidate' | 'assessor'
  readonly signedBy: Id
  readonly signedName: string
}

export async function insertSignature(tx: Tx, signature: NewSignature): Promise<void> {
  await tx.db
    .insertInto('visitSignatures')
    .values({ organisationId: tx.organisationId, ...signature, signedAt: tx.now })
    .execute()
}

export async function insertVisitItem(tx: Tx, visitId: Id, evidenceId: Id): Promise<void> {
  await tx.db.insertInto('visitItems').values({ organisationId: tx.organisationId, visitId, evidenceId }).execute()
}

export async function insertWithdrawal(tx: Tx, withdrawal: { visitId: Id; reason: string; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('visitWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnAt: tx.now })
    .execute()
}
