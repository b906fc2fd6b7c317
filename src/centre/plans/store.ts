// Writes plans: a version with its hash, a signature, an entry of the thread.
import { createHash } from 'node:crypto'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { PlanContent, PlanPart } from './contract.ts'
import { signedText } from './rules.ts'

interface NewVersion {
  readonly planId: Id
  readonly version: number
  readonly candidateId: Id
  readonly assessorId: Id
  readonly content: PlanContent
  readonly writtenBy: Id
}

export async function insertPlan(tx: Tx, plan: { id: Id; candidateId: Id; begunBy: Id }): Promise<void> {
  await tx.db
    .insertInto('plans')
    .values({ organisationId: tx.organisationId, ...plan, begunAt: tx.now })
    .execute()
}

/** The SHA-256 of a plan's text, as hexadecimal digits. */
export function planHash(plan: { id: Id; candidateId: Id; assessorId: Id }, content: PlanContent): string {
  return createHash('sha256').update(signedText(plan, content)).digest('hex')
}

export async function insertVersion(tx: Tx, { planId, version, candidateId, assessorId, content, writtenBy }: NewVersion): Promise<string> {
  const { organisationId } = tx
  const people = { id: planId, candidateId, assessorId }
  const contentHash = planHash(people, content)
  await tx.db
    .insertInto('planVersions')
    .values({ organisationId, planId, version, content: signedText(people, content), contentHash, writtenBy, writtenAt: tx.now })
    .execute()
  await tx.db
    .insertInto('planUnits')
    .values([...new Set(content.registrationIds)].map((registrationId) => ({ organisationId, planId, version, registrationId })))
    .execute()
  return contentHash
}

export async function insertSignature(
  tx: Tx,
  signature: { id: Id; planId: Id; contentHash: string; part: PlanPart; signedBy: Id; signedName: string },
): Promise<void> {
  await tx.db
    .insertInto('planSignatures')
    .values({ organisationId: tx.organisationId, ...signature, signedAt: tx.now })
    .execute()
}

interface NewEntry {
  readonly id: Id
  readonly planId: Id
  readonly kind: 'review' | 'feedback'
  readonly saidOn: Day
  readonly words: string
  readonly nextMeetingOn: Day | null
  readonly writtenBy: Id
}

export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.db
    .insertInto('planEntries')
    .values({ organisationId: tx.organisationId, ...entry, writtenAt: tx.now })
    .execute()
}

export async function insertWithdrawal(tx: Tx, withdrawal: { planId: Id; reason: string; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('planWithdrawals')
    .values({ organisationId: tx.organisationId, ...withdrawal, withdrawnAt: tx.now })
    .execute()
}
