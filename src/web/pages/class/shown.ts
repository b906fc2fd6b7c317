// What the class page shows beside the map, and the facts that every part of it asks for.
import type { Id } from '../../../core/ids.ts'
import { type ClassMapAnswer, columnsOf, type MapCriterion } from '../../../school/classmap/client.ts'

/** Beside the map, or over it on a phone. */
export type Shown =
  | { readonly kind: 'cell'; readonly learnerId: Id; readonly criterionId: Id }
  /** Everyone on a criterion; those not yet there; those to be confirmed. */
  | { readonly kind: 'criterion' | 'not_yet' | 'confirm'; readonly criterionId: Id }
  | { readonly kind: 'not_seen' }

/** Which goals the map shows: all of the group, one, or those of single learners. */
export type GoalChoice = 'group' | 'learners' | Id

/** The map with the goals that were chosen. Where the group has no goal of its own, those of its learners are shown. */
export function withGoals(answer: ClassMapAnswer, choice: GoalChoice): ClassMapAnswer {
  const ofGroup = answer.goals.filter(({ learnerId }) => learnerId === null)
  const ofLearners = answer.goals.filter(({ learnerId }) => learnerId !== null)
  if (choice === 'learners' || (choice === 'group' && ofGroup.length === 0)) {
    const owners = new Set(ofLearners.map(({ learnerId }) => learnerId))
    return { ...answer, goals: ofLearners, learners: answer.learners.filter(({ id }) => owners.has(id)) }
  }
  if (choice === 'group') return { ...answer, goals: ofGroup }
  return { ...answer, goals: answer.goals.filter(({ id }) => id === choice) }
}

/** Undefined where its goal was closed meanwhile. */
export function criterionOf(answer: ClassMapAnswer, criterionId: Id): MapCriterion | undefined {
  return columnsOf(answer).find(({ id }) => id === criterionId)
}
