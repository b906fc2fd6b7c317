// Learning goals of a group or of one learner, with their success criteria, the learner's own words, and what was marked met.
import * as z from 'zod/mini'
import { StatementRef } from '../../common/frameworks/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** `must` is for everyone, `next` comes after it, `stretch` goes beyond. */
export const SuccessCriterionKind = z.enum(['must', 'next', 'stretch'])
export type SuccessCriterionKind = z.infer<typeof SuccessCriterionKind>

export const SuccessCriterion = z.object({
  id: Id,
  /** For columns and chips: "Explain". */
  shortName: text(24),
  /** "I can explain with numerator and denominator." */
  childText: text(160),
  adultText: z.nullable(text(240)),
  kind: SuccessCriterionKind,
  position: z.int().check(z.gte(1), z.lte(4)),
})
export type SuccessCriterion = z.infer<typeof SuccessCriterion>

export const LearningGoal = z.object({
  id: Id,
  /** One of the two is null. */
  groupId: z.nullable(Id),
  learnerId: z.nullable(Id),
  wording: z.string(),
  statement: z.nullable(StatementRef),
  /** What the stage expects in the adults' own words, where no statement says it. */
  expectation: z.optional(z.string()),
  criteria: z.array(SuccessCriterion),
  setAt: Moment,
  closedAt: z.nullable(Moment),
})
export type LearningGoal = z.infer<typeof LearningGoal>

/** Refused: `goal_for_one_or_the_other`, `positions`. */
export const goalSet = command('goal.set', {
  where: 'school',
  summary: 'Set a learning goal with one to four success criteria, for a group or for one learner.',
  input: z.object({
    id: Id,
    groupId: z.nullable(Id),
    learnerId: z.nullable(Id),
    wording: text(200),
    statement: z.nullable(StatementRef),
    expectation: z.optional(text(200)),
    criteria: z.array(SuccessCriterion).check(z.minLength(1), z.maxLength(4)),
  }),
  output: z.object({}),
})

/** What was observed before still counts, and may still arrive. Refused: `goal_closed`. */
export const goalClose = command('goal.close', {
  where: 'school',
  summary: 'Close a learning goal.',
  input: z.object({ goalId: Id }),
  output: z.object({}),
})

/** Refused: `goal_of_another`. */
export const goalSetLearnerWording = command('goal.setLearnerWording', {
  where: 'school',
  summary: 'Keep how a learner says the goal.',
  input: z.object({ id: Id, goalId: Id, learnerId: Id, wording: text(200) }),
  output: z.object({}),
})

/** A teacher of the learner's group alone. Refused: `goal_of_another`, `already_met`. */
export const successCriterionMarkMet = command('successCriterion.markMet', {
  where: 'school',
  summary: 'Mark a success criterion as met by a learner.',
  input: z.object({ id: Id, criterionId: Id, learnerId: Id }),
  output: z.object({}),
})

/** Refused: `goal_of_another`, `not_met`. */
export const successCriterionUnmarkMet = command('successCriterion.unmarkMet', {
  where: 'school',
  summary: 'Take back that a success criterion is met.',
  input: z.object({ id: Id, criterionId: Id, learnerId: Id }),
  output: z.object({}),
})

export const goalForGroup = query('goal.forGroup', {
  where: 'school',
  summary: 'Open and closed goals of a group and of its learners, newest first, with learners’ own words.',
  input: z.object({ groupId: Id }),
  output: z.object({
    goals: z.array(LearningGoal),
    learnerWordings: z.array(z.object({ goalId: Id, learnerId: Id, wording: z.string() })),
  }),
})
