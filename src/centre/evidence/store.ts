// Writes items of evidence under the next reference, claims, and words of having seen.
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import { referenceOf } from './rules.ts'

interface NewItem {
  readonly id: Id
  readonly candidateId: Id
  readonly method: AssessmentMethod
  readonly title: string
  readonly occurredOn: Day
  readonly note: string
  readonly letterId: Id | null
  readonly addedBy: Id
}

/** Inserts an item and returns its reference, which no other item of the candidate had or will have. */
export async function insertItem(tx: Tx, item: NewItem): Promise<string> {
  const number = await nextNumber(tx, item.candidateId, item.method)
  await tx.db
    .insertInto('evidenceItems')
    .values({ organisationId: tx.organisationId, ...item, number, addedAt: tx.now })
    .execute()
  return referenceOf(item.method, number)
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
  sighting: { id: Id; evidenceId: Id; seenWhere: string; seenOn: Day; seenBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('evidenceSightings')
    .values({ organisationId: tx.organisationId, ...sighting, recordedAt: tx.now })
    .execute()
}
