// Feedback given to a learner: on one success criterion, what was done well, and one next action. Never a mark.
import * as z from 'zod/mini'
import { command } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

export const FeedbackMode = z.enum(['spoken', 'written', 'symbol', 'gesture'])
export type FeedbackMode = z.infer<typeof FeedbackMode>

/** How the learner took it up; only `acted` counts as used. */
export const FeedbackResponse = z.enum(['said_back', 'acted', 'not_yet', 'upset'])
export type FeedbackResponse = z.infer<typeof FeedbackResponse>

const words = (most: number) => z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(most)))
/** May be empty here: that it must not be is a rule, so that a form and the server say the same. */
const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))

/** The longest that each text may be. */
export const feedbackLengths = { didWell: 300, strategy: 80, toDevelop: 200, nextAction: 160 } as const

const made = {
  id: Id,
  learnerId: Id,
  groupId: Id,
  sessionId: Id,
  goalId: z.nullable(Id),
  criterionId: z.nullable(Id),
  /** Specific, in the work. */
  didWell: text(feedbackLengths.didWell),
  /** What the learner did to get there, named. */
  strategy: words(feedbackLengths.strategy),
  /** One thing. */
  toDevelop: words(feedbackLengths.toDevelop),
  /** One thing that the learner can do. */
  nextAction: text(feedbackLengths.nextAction),
  mode: FeedbackMode,
  /** Said to the learner alone. */
  isPrivate: z.boolean(),
  observedAt: Moment,
}

/** One learner's; the same to three learners is three. */
export const NewFeedback = z.object({ ...made, response: z.nullable(FeedbackResponse) })
export type NewFeedback = z.infer<typeof NewFeedback>

/** A piece of feedback as pages show it: the correction that stands, and what the learner did with it. */
export const GivenFeedback = z.object({
  ...made,
  goalId: Id,
  criterionId: Id,
  didWell: z.string(),
  strategy: z.nullable(z.string()),
  toDevelop: z.nullable(z.string()),
  nextAction: z.string(),
  /** The first of its corrections, itself where there are none: responses and improvements name it. */
  firstId: Id,
  /** The latest, and the session in which it was noted. */
  response: z.nullable(z.object({ response: FeedbackResponse, observedAt: Moment, sessionId: Id })),
  recordedBy: Id,
  recordedByName: z.string(),
})
export type GivenFeedback = z.infer<typeof GivenFeedback>

/**
 * Refused: `no_criterion`, `no_did_well`, `no_next_action`, `has_mark`, `in_future`, `goal_of_another`, `goal_closed`, `criterion_of_another_goal`, `session_of_another`;
 * code `learner_erased`.
 */
export const feedbackGive = command('feedback.give', {
  where: 'school',
  summary: 'Record feedback that was given to one learner, with its criterion and one next action.',
  input: NewFeedback,
  output: z.object({}),
})

/** One's own, for the same learner. Refused: as `give`, and `correction_of_another`, `already_corrected`, `withdrawn`. */
export const feedbackCorrect = command('feedback.correct', {
  where: 'school',
  summary: 'Correct feedback of one’s own by a new record that stands in its place.',
  input: z.object({ ...made, correctsId: Id }),
  output: z.object({}),
})

/** Null takes it back. Refused: `in_future`, `session_of_another`, `withdrawn`; code `learner_erased`. */
export const feedbackNoteResponse = command('feedback.noteResponse', {
  where: 'school',
  summary: 'Note how a learner took feedback up, in this session or a later one.',
  input: z.object({
    id: Id,
    feedbackId: Id,
    learnerId: Id,
    groupId: Id,
    sessionId: Id,
    response: z.nullable(FeedbackResponse),
    observedAt: Moment,
  }),
  output: z.object({}),
})

/** One's own, or as a teacher of the group; corrections go with it. Withdrawing twice is once. Code `learner_erased`. */
export const feedbackWithdraw = command('feedback.withdraw', {
  where: 'school',
  summary: 'Take feedback back: gone from the learner’s views at once.',
  input: z.object({ id: Id, feedbackId: Id, learnerId: Id }),
  output: z.object({}),
})
