// Writes samples, judgements, actions and what is said of them.
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { ActionNote, Outcome, Stage } from './contract.ts'

export async function insertSample(
  tx: Tx,
  sample: { id: Id; registrationId: Id; stage: Stage; rationale: string; drawnBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('samples')
    .values({ organisationId: tx.organisationId, ...sample, drawnAt: tx.now })
    .execute()
}

export async function insertJudgement(
  tx: Tx,
  judgement: { id: Id; sampleId: Id; outcome: Outcome; words: string; judgedBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('sampleJudgements')
    .values({ organisationId: tx.organisationId, ...judgement, judgedAt: tx.now })
    .execute()
}

export async function insertAction(
  tx: Tx,
  action: { id: Id; sampleId: Id; what: string; ownerId: Id; dueOn: Day; askedBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('sampleActions')
    .values({ organisationId: tx.organisationId, ...action, askedAt: tx.now })
    .execute()
}

export async function insertNote(
  tx: Tx,
  note: { id: Id; actionId: Id; kind: ActionNote['kind']; words: string; saidBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('sampleActionNotes')
    .values({ organisationId: tx.organisationId, ...note, saidAt: tx.now })
    .execute()
}
