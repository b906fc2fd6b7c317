// Improvements: a second attempt beside the first, and whether feedback was used.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Drawing } from '../../core/drawing.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { GivenFeedback } from '../feedback/contract.ts'
import { LearningGoal } from '../goals/contract.ts'
import { CriterionState, HelpLevel, ObservationSource, Response } from '../observations/contract.ts'

const words = (most: number) => z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(most)))

/** Minutes that a learner can be given in a lesson. */
export const mostMinutes = 60

const made = {
  id: Id,
  learnerId: Id,
  groupId: Id,
  sessionId: Id,
  goalId: Id,
  criterionId: Id,
  /** The first row of the feedback that it came from. */
  feedbackId: Id,
  /** What there was before, where it was noted. */
  firstObservationId: z.nullable(Id),
  /** A sample of work of the learner on the criterion, with the level of help. */
  secondObservationId: Id,
  /** Where it was drawn on the device: photos and words are the observation's. */
  secondDrawing: z.nullable(Drawing),
  /** Time given for it. */
  minutes: z.nullable(z.int().check(z.gte(1), z.lte(mostMinutes))),
  /** In the learner's words, as said. */
  whatChanged: words(300),
  observedAt: Moment,
}

export const NewImprovement = z.object(made)
export type NewImprovement = z.infer<typeof NewImprovement>

/** One attempt as the observation has it that stands. */
export const Attempt = z.object({
  id: Id,
  helpLevel: z.nullable(HelpLevel),
  response: z.nullable(Response),
  whatSeen: z.nullable(z.string()),
  childWords: z.nullable(z.string()),
  photoId: z.nullable(Id),
  observedAt: Moment,
})
export type Attempt = z.infer<typeof Attempt>

export const NotedAttempt = z.object({ ...Attempt.shape, learnerId: Id, criterionId: Id, source: ObservationSource })
export type NotedAttempt = z.infer<typeof NotedAttempt>

const State = CriterionState.shape.state

export const Improvement = z.object({
  ...made,
  whatChanged: z.nullable(z.string()),
  /** The first of its corrections, itself where there are none. */
  firstId: Id,
  recordedBy: Id,
  recordedByName: z.string(),
  /** Null where it was not noted, or was withdrawn since. */
  first: z.nullable(Attempt),
  second: Attempt,
  /** Where the learner stood on the criterion before the second attempt and with it, worked out from the observations; a teacher's mark is left out. */
  stateBefore: State,
  stateAfter: State,
})
export type Improvement = z.infer<typeof Improvement>

/** Feedback, and whether a second attempt came of it: with the response that says whether it was used (`isUsed`). */
export const FollowedFeedback = z.object({ ...GivenFeedback.shape, isImproved: z.boolean() })
export type FollowedFeedback = z.infer<typeof FollowedFeedback>

/**
 * Both attempts are observations, sent before it. Refused: `attempt_of_another`, `attempt_withdrawn`, `no_help`, `no_work`, `same_attempt`, `feedback_of_another`,
 * `in_future`, `goal_of_another`, `goal_closed`, `criterion_of_another_goal`, `session_of_another`; code `learner_erased`.
 */
export const improvementRecord = command('improvement.record', {
  where: 'school',
  summary: 'Put a learner’s second attempt beside the first.',
  input: NewImprovement,
  output: z.object({}),
})

/** One's own, for the same learner: what changed is often said a moment later. Refused: as `record`, and `correction_of_another`, `already_corrected`, `withdrawn`. */
export const improvementCorrect = command('improvement.correct', {
  where: 'school',
  summary: 'Correct an improvement of one’s own by a new record that stands in its place.',
  input: z.object({ ...made, correctsId: Id }),
  output: z.object({}),
})

/** One's own, or as a teacher of the group; corrections go with it, the observations stay. Withdrawing twice is once. Code `learner_erased`. */
export const improvementWithdraw = command('improvement.withdraw', {
  where: 'school',
  summary: 'Take an improvement back: gone from the learner’s views at once.',
  input: z.object({ id: Id, improvementId: Id, learnerId: Id }),
  output: z.object({}),
})

/** For the place *Feedback*, offline too. A session that nobody has opened yet has nothing in it. */
export const improvementForSession = query('improvement.forSession', {
  where: 'school',
  summary: 'Feedback and second attempts of a session, what is still to be used, and where each learner stands.',
  input: z.object({ sessionId: Id, groupId: Id }),
  output: z.object({
    learners: z.array(z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()), isPhotoAllowed: z.boolean() })),
    /** Open goals of the group and of its learners; and closed ones of what is shown. */
    goals: z.array(LearningGoal),
    /** Per learner and criterion what a state rests on, the latest of all and the latest with a photo: a start for feedback, and the first attempt. */
    observations: z.array(NotedAttempt),
    /** Given in this session; and earlier on open goals, not used before this session; newest first. */
    feedback: z.array(FollowedFeedback),
    /** Of this session, newest first. */
    improvements: z.array(Improvement),
  }),
})

export const improvementForLearner = query('improvement.forLearner', {
  where: 'school',
  summary: 'Feedback that a learner was given, what came of it, and second attempts beside the first.',
  input: z.object({ learnerId: Id }),
  output: z.object({
    feedback: z.array(FollowedFeedback),
    improvements: z.array(Improvement),
    criteria: z.array(z.object({ id: Id, shortName: z.string(), childText: z.string() })),
  }),
})
