// The class map on screen: rows and columns, what this device marked, who needs most first, and which cells go together.
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { successCriterionMarkMet, successCriterionUnmarkMet } from '../goals/contract.ts'
import type { CriterionState } from '../observations/contract.ts'
import { classMapForGroup } from './contract.ts'
import { learnersFor, readyToMoveOn, teachAgain } from './rules.ts'

export type ClassMapAnswer = Parsed<typeof classMapForGroup.output>
export type MapLearner = ClassMapAnswer['learners'][number]
export type MapCriterion = ClassMapAnswer['goals'][number]['criteria'][number]
export type Cell = ClassMapAnswer['cells'][number]

interface Mark {
  readonly criterionId: Id
  readonly learnerId: Id
}

/** Lays marks that the server may not know yet over the cells, and works out anew what stands out. */
export function withPendingMarks(
  answer: ClassMapAnswer,
  marked: readonly Pending<Mark>[],
  unmarked: readonly Pending<Mark>[],
): ClassMapAnswer {
  const acts = [...marked.map((one) => ({ ...one, isMet: true })), ...unmarked.map((one) => ({ ...one, isMet: false }))]
    .filter(({ state }) => state !== 'held')
    .toSorted((one, other) => one.id.localeCompare(other.id))
  if (acts.length === 0) return answer
  const last = new Map(acts.map(({ input, isMet }) => [keyOf(input), { ...input, isMet }]))
  const cells = answer.cells.map((cell) => {
    const act = last.get(keyOf(cell))
    // What it was before it was met, only the server knows: until it answers, an unmarked cell says what its help says.
    if (act === undefined || act.isMet === (cell.state === 'met')) return cell
    return { ...cell, state: act.isMet ? ('met' as const) : ('not_enough_yet' as const) }
  })
  const known = new Set(answer.cells.map(keyOf))
  const fresh = [...last.values()]
    .filter((act) => act.isMet && !known.has(keyOf(act)))
    .map(({ learnerId, criterionId }): Cell => ({ learnerId, criterionId, state: 'met', helpLevel: null, restsOn: [] }))
  const all = [...cells, ...fresh]
  const headlines = {
    ...answer.headlines,
    teachAgain: teachAgain(all, answer.goals, answer.learners),
    readyToMoveOn: readyToMoveOn(all, answer.goals),
  }
  return { ...answer, cells: all, headlines }
}

const keyOf = ({ learnerId, criterionId }: Mark) => `${learnerId} ${criterionId}`

/** The map of a group, with what was marked here. `undefined`: not asked yet. */
export function useClassMap(groupId: Id | undefined): Asked<ClassMapAnswer> {
  const asked = useAsked(classMapForGroup, groupId === undefined ? undefined : { groupId })
  const marked = usePending(successCriterionMarkMet, asked)
  const unmarked = usePending(successCriterionUnmarkMet, asked)
  return asked.state === 'answered' ? { ...asked, answer: withPendingMarks(asked.answer, marked, unmarked) } : asked
}

/** The criteria of all goals in their order. Goals of single learners come last. */
export function columnsOf({ goals }: Pick<ClassMapAnswer, 'goals'>): readonly MapCriterion[] {
  return goals.flatMap(({ criteria }) => criteria)
}

const notSeen: Pick<CriterionState, 'state' | 'helpLevel' | 'restsOn'> = { state: 'not_seen', helpLevel: null, restsOn: [] }

/** Finds a cell; a pair that is not there was not seen. */
export function cellFinder({ cells }: Pick<ClassMapAnswer, 'cells'>): (learnerId: Id, criterionId: Id) => CriterionState {
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]))
  return (learnerId, criterionId) => byKey.get(keyOf({ learnerId, criterionId })) ?? { ...notSeen, restsOn: [] }
}

/** Whom a criterion is for: everyone, or the one learner whose goal it belongs to. */
export function learnersOn({ goals, learners }: Pick<ClassMapAnswer, 'goals' | 'learners'>, criterionId: Id): readonly MapLearner[] {
  return learnersFor(goals, criterionId, learners)
}

/** The criteria that are for a learner: those of the group's goals and of their own. */
export function columnsFor(answer: Pick<ClassMapAnswer, 'goals'>, learnerId: Id): readonly MapCriterion[] {
  return columnsOf({ goals: answer.goals.filter((goal) => goal.learnerId === null || goal.learnerId === learnerId) })
}

/** How much a state asks for an adult: not yet most, then what nobody can tell. */
const needOf: Readonly<Record<CriterionState['state'], number>> = {
  not_yet: 4,
  not_enough_yet: 2,
  not_seen: 1,
  nearly: 1,
  secure: 0,
  met: 0,
}

/** Learners in the order of their need, those who need most first; among equals as they stood. An order of work, never shown as a rank. */
export function needMostFirst(answer: Pick<ClassMapAnswer, 'learners' | 'goals' | 'cells'>): readonly MapLearner[] {
  const find = cellFinder(answer)
  const need = new Map(
    answer.learners.map(({ id }) => [id, columnsFor(answer, id).reduce((sum, criterion) => sum + needOf[find(id, criterion.id).state], 0)]),
  )
  return answer.learners.toSorted((one, other) => (need.get(other.id) ?? 0) - (need.get(one.id) ?? 0))
}

/** Learners who are secure on a criterion, not yet marked as met: what a teacher may confirm. */
export function secureOn({ learners, ...answer }: Pick<ClassMapAnswer, 'learners' | 'cells'>, criterionId: Id): readonly MapLearner[] {
  const find = cellFinder(answer)
  return learners.filter(({ id }) => find(id, criterionId).state === 'secure')
}
