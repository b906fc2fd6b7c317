// Writes decisions, each under the next number of its registration.
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { Half } from '../standards/contract.ts'
import type { DecisionOutcome } from './contract.ts'

/** Locks the registration's counter and gives the next number: decisions on one portfolio are made one after the other. */
export async function nextDecisionNumber(tx: Tx, registrationId: Id): Promise<number> {
  const row = await tx.db
    .insertInto('decisionCounters')
    .values({ organisationId: tx.organisationId, registrationId, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'registrationId'])
        .doUpdateSet((set) => ({ lastNumber: set('decisionCounters.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return row.lastNumber
}

interface NewDecision {
  readonly id: Id
  readonly registrationId: Id
  readonly number: number
  readonly leafCode: string
  readonly half: Half
  readonly outcome: DecisionOutcome
  readonly reason: string | null
  readonly action: string | null
  readonly actionBy: Day | null
  readonly decidedBy: Id
}

export async function insertDecision(tx: Tx, decision: NewDecision, evidenceIds: readonly Id[]): Promise<void> {
  const { organisationId } = tx
  await tx.db
    .insertInto('decisions')
    .values({ organisationId, ...decision, decidedAt: tx.now })
    .execute()
  const rows = [...new Set(evidenceIds)].map((evidenceId) => ({ organisationId, decisionId: decision.id, evidenceId }))
  if (rows.length > 0) await tx.db.insertInto('decisionEvidence').values(rows).execute()
}
