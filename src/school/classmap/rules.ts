// What stands out on a class map.
import { type Day, dayOf } from '../../core/time.ts'
import type { CriterionState } from '../observations/contract.ts'

export interface MapCell extends CriterionState {
  readonly learnerId: string
  readonly criterionId: string
}

/** From that many days without an observation on, a learner is named as not seen. */
export const unseenDays = 14

/** The success criterion with the most learners in this state, and who they are; of two alike the one that comes first. */
function most(
  cells: readonly MapCell[],
  criterionIds: readonly string[],
  state: CriterionState['state'],
): { criterionId: string; learnerIds: string[] } | null {
  const counted = criterionIds.map((criterionId) => ({
    criterionId,
    learnerIds: cells.filter((cell) => cell.criterionId === criterionId && cell.state === state).map(({ learnerId }) => learnerId),
  }))
  const first = counted.reduce((best, one) => (one.learnerIds.length > best.learnerIds.length ? one : best), {
    criterionId: '',
    learnerIds: [] as string[],
  })
  return first.learnerIds.length === 0 ? null : first
}

/** A goal of the map: of the whole group, or of one learner alone. */
export interface MapGoal {
  readonly learnerId: string | null
  readonly criteria: readonly { readonly id: string }[]
}

/** Whom a criterion is for: everyone in the group, or the one learner whose goal it belongs to. */
export function learnersFor<L extends { readonly id: string }>(
  goals: readonly MapGoal[],
  criterionId: string,
  learners: readonly L[],
): readonly L[] {
  const owner = goals.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))?.learnerId ?? null
  return owner === null ? learners : learners.filter(({ id }) => id === owner)
}

const criteriaOf = (goals: readonly MapGoal[]) => goals.flatMap(({ criteria }) => criteria.map(({ id }) => id))

/** The criterion that most learners have not reached yet, out of how many that it is for. */
export function teachAgain(
  cells: readonly MapCell[],
  goals: readonly MapGoal[],
  learners: readonly { readonly id: string }[],
): { criterionId: string; learnerIds: string[]; of: number } | null {
  const found = most(cells, criteriaOf(goals), 'not_yet')
  return found === null ? null : { ...found, of: learnersFor(goals, found.criterionId, learners).length }
}

/** The criterion on which most are secure; who is marked met already is not among them. */
export function readyToMoveOn(cells: readonly MapCell[], goals: readonly MapGoal[]): { criterionId: string; learnerIds: string[] } | null {
  return most(cells, criteriaOf(goals), 'secure')
}

/** Learners whose last observation is fourteen days old or older; without any, those who have been in the group that long. */
export function notSeen(learners: readonly { id: string; fromOn: Day; lastSeenAt: string | null }[], now: Date): string[] {
  const since = new Date(now.getTime() - unseenDays * 86_400_000)
  const isUnseen = (lastSeenAt: string | null, fromOn: Day) =>
    lastSeenAt === null ? fromOn <= dayOf(since) : new Date(lastSeenAt) <= since
  return learners.filter(({ fromOn, lastSeenAt }) => isUnseen(lastSeenAt, fromOn)).map(({ id }) => id)
}
