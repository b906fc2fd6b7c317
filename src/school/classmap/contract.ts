// The class map: learners by success criteria, and three facts that stand out.
import * as z from 'zod/mini'
import { query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'
import { SuccessCriterion } from '../goals/contract.ts'
import { CriterionState, Participation } from '../observations/contract.ts'

export const classMapForGroup = query('classMap.forGroup', {
  where: 'school',
  summary: 'The state of each learner of a group on each success criterion of its open goals.',
  input: z.object({ groupId: Id }),
  output: z.object({
    group: z.object({ id: Id, name: z.string(), subject: z.string() }),
    learners: z.array(
      z.object({
        id: Id,
        name: z.string(),
        symbol: z.nullable(z.string()),
        whatHelps: z.nullable(z.string()),
        /** The last five that were noted, oldest first. */
        participation: z.array(Participation),
        lastSeenAt: z.nullable(Moment),
      }),
    ),
    /** Open goals of the group, then of its learners alone. */
    goals: z.array(z.object({ id: Id, learnerId: z.nullable(Id), wording: z.string(), criteria: z.array(SuccessCriterion) })),
    /** Only pairs that were seen: what is not here is `not_seen`. */
    cells: z.array(z.object({ learnerId: Id, criterionId: Id, ...CriterionState.shape })),
    /** While nothing is noted on the group’s own goals: the groups out of which goals were taken along. What was seen before stays with their goals. */
    cameFrom: z.array(Id),
    /** Which of the goals were taken along into other groups and are open there: what is noted there stays with those. */
    takenInto: z.array(z.object({ fromGoalId: Id, groupId: Id })),
    headlines: z.object({
      /** The criterion that most learners have not reached yet, when any has not; out of how many that it is for. */
      teachAgain: z.nullable(z.object({ criterionId: Id, learnerIds: z.array(Id), of: z.int() })),
      /** The criterion on which most are secure and not yet marked met. */
      readyToMoveOn: z.nullable(z.object({ criterionId: Id, learnerIds: z.array(Id) })),
      /** Learners without any observation for fourteen days; who came later than that and was never seen is not among them. */
      notSeen: z.array(Id),
    }),
    lastNoticedAt: z.nullable(Moment),
    canMarkMet: z.boolean(),
  }),
})
