// Feedback on an item of evidence: what was good, one thing to develop, and what the candidate answers.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

export const FeedbackWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))

export const itemFeedbackGive = command('itemFeedback.give', {
  where: 'centre',
  summary: 'The assessor says of an item what was good and one thing to develop.',
  input: z.object({ id: Id, registrationId: Id, evidenceId: Id, good: FeedbackWords, develop: FeedbackWords }),
  output: z.object({}),
})

export const itemFeedbackAnswer = command('itemFeedback.answer', {
  where: 'centre',
  summary: 'The candidate answers feedback on an item.',
  input: z.object({ id: Id, registrationId: Id, feedbackId: Id, words: FeedbackWords }),
  output: z.object({}),
})

export const ItemFeedback = z.object({
  id: Id,
  evidenceId: Id,
  good: z.string(),
  develop: z.string(),
  givenByName: z.string(),
  givenAt: Moment,
  answers: z.array(z.object({ id: Id, words: z.string(), answeredAt: Moment })),
})
export type ItemFeedback = z.infer<typeof ItemFeedback>

export const itemFeedbackForUnit = query('itemFeedback.forUnit', {
  where: 'centre',
  summary: 'All feedback on the items of one unit, newest first, for everyone who may read the portfolio.',
  input: z.object({ registrationId: Id }),
  output: z.array(ItemFeedback),
})
