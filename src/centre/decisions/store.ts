// Writes acts of deciding, their decisions under the next numbers of their registration, countersignatures, and the centre's target.
import { canonical } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { Half } from '../standards/contract.ts'
import type { CheckAnswer, DecisionOutcome } from './contract.ts'

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

interface NewAssessment {
  readonly id: Id
  readonly registrationId: Id
  readonly checks: readonly CheckAnswer[]
  readonly isByTrainee: boolean
  readonly decidedBy: Id
}

/** Writes an act. Its checks are kept in the order of their names, so that the same answers are the same text. */
export async function insertAssessment(tx: Tx, { checks, ...act }: NewAssessment): Promise<void> {
  const sorted = [...checks].sort((a, b) => (a.check < b.check ? -1 : 1))
  await tx.db
    .insertInto('assessments')
    .values({ organisationId: tx.organisationId, ...act, checks: canonical(sorted), decidedAt: tx.now })
    .execute()
}

interface NewDecision {
  readonly id: Id
  readonly registrationId: Id
  readonly assessmentId: Id
  readonly number: number
  readonly leafCode: string
  readonly half: Half
  readonly outcome: DecisionOutcome
  readonly reason: string | null
  readonly action: string | null
  readonly actionBy: Day | null
  readonly decidedBy: Id
}

/** Writes a decision with what it rests on: each item and what that item says now. */
export async function insertDecision(
  tx: Tx,
  decision: NewDecision,
  evidence: readonly { readonly id: Id; readonly contentHash: string }[],
): Promise<void> {
  const { organisationId } = tx
  await tx.db
    .insertInto('decisions')
    .values({ organisationId, ...decision, decidedAt: tx.now })
    .execute()
  const rows = evidence.map(({ id, contentHash }) => ({ organisationId, decisionId: decision.id, evidenceId: id, contentHash }))
  if (rows.length > 0) await tx.db.insertInto('decisionEvidence').values(rows).execute()
}

/** An act as a countersigner's rule needs it; undefined when the registration has none of this id. */
export async function findAct(tx: Tx, registrationId: Id, assessmentId: Id) {
  const { organisationId } = tx
  const row = await tx.db
    .selectFrom('assessments')
    .leftJoin('countersignatures', (join) =>
      join.onRef('countersignatures.assessmentId', '=', 'assessments.id').on('countersignatures.organisationId', '=', organisationId),
    )
    .select(['assessments.isByTrainee', 'assessments.decidedBy', 'countersignatures.id as countersignatureId'])
    .where('assessments.organisationId', '=', organisationId)
    .where('assessments.registrationId', '=', registrationId)
    .where('assessments.id', '=', assessmentId)
    .executeTakeFirst()
  return row && { isByTrainee: row.isByTrainee, decidedBy: row.decidedBy, isCountersigned: row.countersignatureId !== null }
}

export async function insertCountersignature(
  tx: Tx,
  said: { id: Id; assessmentId: Id; outcome: 'agreed' | 'sent_back'; reason: string | null; signedBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('countersignatures')
    .values({ organisationId: tx.organisationId, ...said, signedAt: tx.now })
    .execute()
}

export async function insertTarget(tx: Tx, target: { id: Id; workingDays: number; setBy: Id }): Promise<void> {
  await tx.db
    .insertInto('decisionTargets')
    .values({ organisationId: tx.organisationId, ...target, setAt: tx.now })
    .execute()
}
