// Which goals and learners a group's capture offers. Pure.
import type { Id } from '../../../core/ids.ts'
import type { CaptureGroup, CaptureLearner, ShownDay } from '../../../school/observations/client.ts'

export type OpenGoal = ShownDay['goals'][number]

/** Open goals of the group, then those of its single learners; criteria in their order. */
export function goalsFor(goals: readonly OpenGoal[], { id, learnerIds }: Pick<CaptureGroup, 'id' | 'learnerIds'>): readonly OpenGoal[] {
  const open = goals
    .filter(({ closedAt }) => closedAt === null)
    .map((goal) => ({ ...goal, criteria: goal.criteria.toSorted((one, other) => one.position - other.position) }))
  return [
    ...open.filter(({ groupId }) => groupId === id),
    ...open.filter(({ learnerId }) => learnerId !== null && learnerIds.includes(learnerId)),
  ]
}

/** The learners of a group by name, or the one whose own goal is open. */
export function learnersFor(
  { learners }: Pick<ShownDay, 'learners'>,
  { learnerIds }: CaptureGroup,
  only: Id | undefined,
): readonly CaptureLearner[] {
  return learnerIds
    .flatMap((id) => learners.get(id) ?? [])
    .filter(({ id }) => only === undefined || id === only)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** "1 Same amount", by criterion. */
export function criterionNames(goals: readonly OpenGoal[]): ReadonlyMap<Id, string> {
  return new Map(goals.flatMap(({ criteria }) => criteria.map(({ id, shortName }, place) => [id, `${place + 1} ${shortName}`] as const)))
}
