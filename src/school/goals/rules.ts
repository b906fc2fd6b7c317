// Rules on goals: whose they are, what can be closed, what can be marked met.
import { type Refusal, refused } from '../../core/errors.ts'

/** One of the two is null. */
export interface GoalOwner {
  readonly groupId: string | null
  readonly learnerId: string | null
}

/** A goal is for a group or for one learner; its criteria stand at the places 1, 2, 3, 4, each once. */
export function goalRefusal(goal: GoalOwner & { criteria: readonly { id: string; position: number }[] }): Refusal | undefined {
  if ((goal.groupId === null) === (goal.learnerId === null)) return refused('goal_for_one_or_the_other', 'learnerId')
  const places = goal.criteria.map(({ position }) => position).sort((a, b) => a - b)
  return places.every((place, index) => place === index + 1) ? undefined : refused('positions', 'criteria')
}

/** Whether a goal is one that this learner works at: their own, or one of a group that they are in. */
export function isGoalOf(goal: GoalOwner, learner: { id: string; groups: readonly { id: string }[] }): boolean {
  return goal.learnerId === learner.id || learner.groups.some(({ id }) => id === goal.groupId)
}

export function closeRefusal(goal: { isClosed: boolean }): Refusal | undefined {
  return goal.isClosed ? refused('goal_closed', 'goalId') : undefined
}

/** Marking twice, or undoing what is not marked, would say nothing. */
export function markRefusal(isMet: boolean, wanted: boolean): Refusal | undefined {
  if (isMet !== wanted) return undefined
  return refused(wanted ? 'already_met' : 'not_met', 'criterionId')
}
