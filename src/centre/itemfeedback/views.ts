// Reads feedback on the items of a unit, with what was answered.
import type { Plain } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { ItemFeedback } from './contract.ts'

/** Feedback on items of a registration, newest first, each with its answers in their order. */
export async function listFeedback(tx: ReadTx, registrationId: Id): Promise<ItemFeedback[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('evidenceFeedback')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'evidenceFeedback.givenBy').on('people.organisationId', '=', organisationId),
    )
    .select([
      'evidenceFeedback.id',
      'evidenceFeedback.evidenceId',
      'evidenceFeedback.good',
      'evidenceFeedback.develop',
      'evidenceFeedback.givenAt',
      'people.name as givenByName',
    ])
    .where('evidenceFeedback.organisationId', '=', organisationId)
    .where('evidenceFeedback.registrationId', '=', registrationId)
    .orderBy('evidenceFeedback.givenAt', 'desc')
    .orderBy('evidenceFeedback.id', 'desc')
    .execute()
  const answers = await answersTo(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, givenAt: moment(row.givenAt), answers: answers.get(row.id) ?? [] }))
}

async function answersTo(tx: ReadTx, feedbackIds: readonly Id[]): Promise<Map<Id, ItemFeedback['answers']>> {
  const found = new Map<Id, ItemFeedback['answers']>()
  if (feedbackIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('evidenceFeedbackAnswers')
    .select(['id', 'feedbackId', 'words', 'answeredAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('feedbackId', 'in', [...feedbackIds])
    .orderBy('answeredAt')
    .orderBy('id')
    .execute()
  for (const { feedbackId, answeredAt, ...answer } of rows)
    found.set(feedbackId, [...(found.get(feedbackId) ?? []), { ...answer, answeredAt: moment(answeredAt) }])
  return found
}

/** The part of a unit's content that feedback is: in the order in which it was given. */
export async function contentForUnit(tx: ReadTx, { id }: { readonly id: Id }): Promise<Plain> {
  return (await listFeedback(tx, id)).toReversed()
}
