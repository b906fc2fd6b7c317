// What was found out in a group, and how: hinge questions with their answers, techniques by learner, and who was not noted lately.
import * as z from 'zod/mini'
import { query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { LearningGoal } from '../goals/contract.ts'
import { HingeQuestion } from '../misconceptions/contract.ts'
import { LearnerObservation } from '../observations/contract.ts'

export const FindingLearner = z.object({
  id: Id,
  name: z.string(),
  symbol: z.nullable(z.string()),
  /** In the group since. */
  fromOn: Day,
  lastSeenAt: z.nullable(Moment),
  /** Open goals of the group on which anything was noted. */
  goalIds: z.array(Id),
})
export type FindingLearner = z.infer<typeof FindingLearner>

export const findingsForGroup = query('findings.forGroup', {
  where: 'school',
  summary: 'A group’s hinge questions, what six weeks of techniques told of whom, and what tells who was not noted lately.',
  input: z.object({ groupId: Id }),
  output: z.object({
    learners: z.array(FindingLearner),
    /** Open goals of the group, the last set first. */
    goals: z.array(LearningGoal),
    /** Of the group or of its goals’ statements, the last made first; one that is offered no more where it was answered. */
    questions: z.array(z.object({ ...HingeQuestion.shape, isRetired: z.boolean() })),
    /** Observations that carry a technique, newest first. */
    moments: z.array(LearnerObservation),
    /** When the group’s last sessions began, newest first. */
    sessionsAt: z.array(Moment),
  }),
})
