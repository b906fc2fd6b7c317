// Observations of learners: five seconds beside a child, and what pages make of them.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { LearningGoal, SuccessCriterion } from '../goals/contract.ts'
import { Cover, GroupKind } from '../groups/contract.ts'
import { Session } from '../sessions/contract.ts'

/** From least to most; `domain.md` 1.9: plans alone · a question · a hint · shown, then done · given. */
export const HelpLevel = z.enum(['self', 'prompt', 'clue', 'model', 'correct'])
export type HelpLevel = z.infer<typeof HelpLevel>

/** How near to the success criterion. */
export const Response = z.enum(['secure', 'nearly', 'not_yet'])
export type Response = z.infer<typeof Response>

/** A judgement of its own, never mixed with progress. */
export const Participation = z.enum(['watching', 'joining', 'contributing', 'leading'])
export type Participation = z.infer<typeof Participation>

export const ObservationSource = z.enum(['seen', 'heard', 'work_sample', 'self_report', 'peer_report'])
export type ObservationSource = z.infer<typeof ObservationSource>

const words = (most: number) => z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(most)))

const said = {
  helpLevel: z.nullable(HelpLevel),
  response: z.nullable(Response),
  participation: z.nullable(Participation),
  /** Fact: what happened. */
  whatSeen: words(400),
  /** The child's own words, as said. */
  childWords: words(300),
  /** Opinion, kept apart from fact. */
  myView: words(400),
  source: ObservationSource,
  photoId: z.nullable(Id),
  // A device may hold entries from before these were asked: what they leave out is null.
  /** What was given away, under the school's one name for it. */
  misconceptionId: z.optional(z.nullable(Id)),
  /** How it was found out; alone, that it was tried and told nothing. A name of `techniques`: the rule knows which, so that capture need not. */
  technique: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  /** The option chosen in answer to a hinge question. */
  hingeOptionId: z.optional(z.nullable(Id)),
  /** How sure the learner said they were of that answer; null when nobody asked. */
  isSure: z.optional(z.nullable(z.boolean())),
}

const made = {
  id: Id,
  learnerId: Id,
  groupId: Id,
  sessionId: z.nullable(Id),
  goalId: z.nullable(Id),
  criterionId: z.nullable(Id),
  ...said,
  observedAt: Moment,
}

/** One learner in one moment. */
export const NewObservation = z.object(made)
export type NewObservation = z.infer<typeof NewObservation>

/** A moment as pages show it. */
export const LearnerObservation = z.object({
  ...made,
  whatSeen: z.nullable(z.string()),
  childWords: z.nullable(z.string()),
  myView: z.nullable(z.string()),
  misconceptionName: z.optional(z.nullable(z.string())),
  correctsId: z.nullable(Id),
  recordedBy: Id,
  recordedByName: z.string(),
  recordedAt: Moment,
})
export type LearnerObservation = z.infer<typeof LearnerObservation>

/** `not_enough_yet` has observations but no judgement; the rule is `criterionState`. */
export const CriterionState = z.object({
  state: z.enum(['not_seen', 'not_enough_yet', 'not_yet', 'nearly', 'secure', 'met']),
  /** The help that the state rests on; for `not_enough_yet`, the help of the latest observation. */
  helpLevel: z.nullable(HelpLevel),
  /** Observations that the state rests on, newest first. */
  restsOn: z.array(Id),
})
export type CriterionState = z.infer<typeof CriterionState>

/**
 * Records for one learner; for three learners, three commands. Accepted when learner and author were in the group on the day of `observedAt`.
 * Refused: `nothing_recorded`, `in_future`, `goal_of_another`, `goal_closed`, `criterion_of_another_goal`, `session_of_another`, `photo_of_another`,
 * `unknown_technique`, `not_as_answered`; code `learner_erased`.
 */
export const learnerObservationRecord = command('learnerObservation.record', {
  where: 'school',
  summary: 'Record what was seen of one learner in one moment.',
  input: NewObservation,
  output: z.object({}),
})

/** One's own, or as a teacher of the group. Withdrawing twice is once. Code `learner_erased`. */
export const learnerObservationWithdraw = command('learnerObservation.withdraw', {
  where: 'school',
  summary: 'Take an observation back: gone from the learner’s views at once.',
  input: z.object({ id: Id, observationId: Id, learnerId: Id }),
  output: z.object({}),
})

/** One's own, for the same learner. Refused: as `record`, and `correction_of_another`, `already_corrected`, `withdrawn`. */
export const learnerObservationCorrect = command('learnerObservation.correct', {
  where: 'school',
  summary: 'Correct an observation of one’s own by a new one that stands in its place.',
  input: z.object({ ...made, correctsId: Id }),
  output: z.object({}),
})

const PageLearner = z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()), whatHelps: z.nullable(z.string()) })

export const learnerObservationForLearner = query('learnerObservation.forLearner', {
  where: 'school',
  summary: 'A learner’s page: goals, criteria with their state, moments in order, before and after.',
  input: z.object({ learnerId: Id }),
  output: z.object({
    learner: z.object({ ...PageLearner.shape, groups: z.array(z.object({ id: Id, name: z.string() })) }),
    /** Open goals first, then closed ones, newest first. */
    goals: z.array(
      z.object({
        ...LearningGoal.shape,
        criteria: z.array(z.object({ ...SuccessCriterion.shape, ...CriterionState.shape })),
      }),
    ),
    /** Newest first. */
    observations: z.array(LearnerObservation),
    /** Per criterion with two or more: the first and the latest observation of a work sample with a photo. */
    beforeAfter: z.array(z.object({ criterionId: Id, beforeId: Id, afterId: Id })),
    /** Whether the actor may mark success criteria of this learner as met. */
    canMarkMet: z.boolean(),
  }),
})

/** All that capture needs for a day without a network, in one answer. */
export const captureDay = query('capture.day', {
  where: 'school',
  summary: 'The actor’s groups with learners, open goals, session and moments of today.',
  input: z.object({}),
  output: z.object({
    day: Day,
    groups: z.array(
      z.object({
        id: Id,
        name: z.string(),
        subject: z.string(),
        cover: Cover,
        kind: GroupKind,
        learnerIds: z.array(Id),
        /** The latest of today. */
        session: z.nullable(Session),
        /** Of whom nothing was noted in the group's last two sessions. An answer that a device kept from before has none. */
        notSeenLately: z.optional(z.array(Id)),
      }),
    ),
    /** Of the timetable, from today on for a week: a device that was last online on Monday knows Tuesday's. */
    planned: z.array(z.object({ id: Id, groupId: Id, startedAt: Moment, endsAt: Moment, isOpen: z.boolean() })),
    /** Each learner once, in whichever of the groups. */
    learners: z.array(z.object({ ...PageLearner.shape, isPhotoAllowed: z.boolean() })),
    /** Open goals of the groups and of their learners. */
    goals: z.array(LearningGoal),
    learnerWordings: z.array(z.object({ goalId: Id, learnerId: Id, wording: z.string() })),
    /** Today's, of these learners, by anyone; newest first. */
    observations: z.array(LearnerObservation),
  }),
})

/** Asked by the address of a photo, `/api/photos/<id>`. Here and not with the photos: a photo goes out of sight with the observation that it was taken for. */
export const photoFind = query('photo.find', {
  where: 'school',
  summary: 'Where the bytes of a photo lie.',
  input: z.object({ id: Id }),
  output: z.object({ fileHash: z.string(), learnerId: Id }),
})
