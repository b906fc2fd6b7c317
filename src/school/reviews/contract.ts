// Looking back on a session: what changed because somebody looked, and a check of what the lesson held, from its records.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

export const NewExample = z.object({
  id: Id,
  sessionId: Id,
  /** For whom something changed; null: for the group. */
  learnerId: z.nullable(Id),
  wording: z.string().check(z.trim(), z.minLength(1), z.maxLength(240)),
  keptAt: Moment,
})
export type NewExample = z.infer<typeof NewExample>

/** Refused: `names_another`, `names_a_learner`, `in_future`; code `learner_erased`. */
export const lookedExampleKeep = command('lookedExample.keep', {
  where: 'school',
  summary: 'Keep in one sentence what changed for a learner or the group because somebody looked.',
  input: NewExample,
  output: z.object({}),
})

/** One's own alone. Withdrawing twice is once. Refused: `learner_of_another`. */
export const lookedExampleWithdraw = command('lookedExample.withdraw', {
  where: 'school',
  summary: 'Take such a sentence back.',
  input: z.object({ id: Id, exampleId: Id, learnerId: z.nullable(Id) }),
  output: z.object({}),
})

export const LookedExample = z.object({
  id: Id,
  sessionId: Id,
  sessionStartedAt: Moment,
  groupName: z.string(),
  learner: z.nullable(z.object({ id: Id, name: z.string() })),
  /** As written; null for a learner whom one doesn't work with any more. */
  wording: z.nullable(z.string()),
  /** Without the name, fit for an assignment. */
  nameless: z.string(),
  keptAt: Moment,
})
export type LookedExample = z.infer<typeof LookedExample>

export const lookedExampleMine = query('lookedExample.mine', {
  where: 'school',
  summary: 'One’s own examples of what changed because one looked, newest first.',
  input: z.object({}),
  output: z.object({ examples: z.array(LookedExample) }),
})

/** The characteristics of assessment for learning, in the order of a lesson. */
export const CheckLine = z.enum(['goal_shared', 'own_words', 'evidence', 'feedback', 'improvement', 'self_judged', 'plan_adjusted'])
export type CheckLine = z.infer<typeof CheckLine>

/** How many records show each line. */
export const CheckFacts = z.object({
  goalTalks: z.int(),
  ownWords: z.int(),
  observations: z.int(),
  feedback: z.int(),
  improvements: z.int(),
  selfReports: z.int(),
  /** Decisions that change something, and next actions of the adults. */
  changes: z.int(),
})
export type CheckFacts = z.infer<typeof CheckFacts>

export const sessionCheck = query('session.check', {
  where: 'school',
  summary: 'For a practitioner of the group alone: what a session’s records show of assessment for learning.',
  input: z.object({ groupId: Id, sessionId: Id }),
  output: CheckFacts,
})
