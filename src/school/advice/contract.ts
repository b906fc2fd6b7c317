// A subject lead's advice on a group: strategies for assessment, and for teaching and learning; kept for every later brief.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Cover } from '../groups/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** How to find out what they know, and how to teach and learn it. */
export const AdviceHeading = z.enum(['assessment', 'teaching'])
export type AdviceHeading = z.infer<typeof AdviceHeading>

/** Written by the lead, or by somebody whom the lead told: then it says who and when. */
export const NewAdvice = z.object({
  id: Id,
  groupId: Id,
  heading: AdviceHeading,
  words: text(300),
  saidBy: text(60),
  /** "Maths lead" */
  saidRole: text(40),
  saidOn: Day,
  /** Taken away: nothing stands in the place of what it replaces. */
  isGone: z.boolean(),
  replacesId: z.nullable(Id),
  writtenAt: Moment,
})
export type NewAdvice = z.infer<typeof NewAdvice>

export const Advice = z.extend(NewAdvice, { writtenBy: Id, writtenByName: z.string() })
export type Advice = z.infer<typeof Advice>

/** By an adult of the group, or by the lead whom one of them asked. Refused: `in_future`, `names_a_learner`, `nothing_to_take_away`, `advice_of_another`. */
export const adviceWrite = command('advice.write', {
  where: 'school',
  summary: 'Keep a subject lead’s advice for a group, change it or take it away.',
  input: NewAdvice,
  output: z.object({}),
})

/** Refused: `in_future`, `not_a_lead`. */
export const adviceAsk = command('advice.ask', {
  where: 'school',
  summary: 'Ask a subject lead for advice on a group, or ask no longer.',
  input: z.object({ id: Id, groupId: Id, leadId: Id, isAsked: z.boolean(), askedAt: Moment }),
  output: z.object({}),
})

/** A question that waits: asked, and the lead has written nothing since. */
export const AdviceQuestion = z.object({
  groupId: Id,
  groupName: z.string(),
  subject: z.string(),
  cover: Cover,
  leadId: Id,
  leadName: z.string(),
  askedByName: z.string(),
  askedAt: Moment,
})
export type AdviceQuestion = z.infer<typeof AdviceQuestion>

export const adviceForGroup = query('advice.forGroup', {
  where: 'school',
  summary: 'All advice on a group with what it replaced, and the questions that wait.',
  input: z.object({ groupId: Id }),
  output: z.object({ advice: z.array(Advice), questions: z.array(AdviceQuestion) }),
})

/** A lead sees the group’s name and subject, and nothing of its learners. */
export const adviceQuestions = query('advice.questions', {
  where: 'school',
  summary: 'Groups whose adults wait for one’s advice as subject lead.',
  input: z.object({}),
  output: z.object({ questions: z.array(AdviceQuestion) }),
})
