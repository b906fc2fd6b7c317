// Writes feedback on an item, and answers to it.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'

export async function insertFeedback(
  tx: Tx,
  said: { id: Id; registrationId: Id; evidenceId: Id; good: string; develop: string; givenBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('evidenceFeedback')
    .values({ organisationId: tx.organisationId, ...said, givenAt: tx.now })
    .execute()
}

export async function insertFeedbackAnswer(tx: Tx, said: { id: Id; feedbackId: Id; words: string; answeredBy: Id }): Promise<void> {
  await tx.db
    .insertInto('evidenceFeedbackAnswers')
    .values({ organisationId: tx.organisationId, ...said, answeredAt: tx.now })
    .execute()
}
