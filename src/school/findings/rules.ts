// Rules on what was found out: who chose what, what each technique told of whom, and who was not noted on a goal. Nothing here counts or ranks.
import type { HingeOption } from '../misconceptions/contract.ts'
import type { NewObservation } from '../observations/contract.ts'
import { type SeenLearner, saysSomething } from '../observations/rules.ts'

/** One learner's answer to a hinge question. */
export interface HingeAnswer {
  readonly observationId: string
  readonly learnerId: string
  readonly isSure: boolean | null
}

export interface ChosenOption extends HingeOption {
  readonly answers: readonly HingeAnswer[]
}

type Answering = Pick<NewObservation, 'id' | 'learnerId' | 'observedAt' | 'hingeOptionId' | 'isSure'>

/** Who chose which option, each learner by the last answer given. */
export function hingeResult(options: readonly HingeOption[], observations: readonly Answering[]): readonly ChosenOption[] {
  const ids = new Set(options.map(({ id }) => id))
  const answers = observations.filter(({ hingeOptionId }) => hingeOptionId != null && ids.has(hingeOptionId)).toSorted(byTime)
  const last = new Map(answers.map((one) => [one.learnerId, one]))
  return options.map((option) => ({
    ...option,
    answers: [...last.values()]
      .filter(({ hingeOptionId }) => hingeOptionId === option.id)
      .map(({ id, learnerId, isSure = null }) => ({ observationId: id, learnerId, isSure })),
  }))
}

function byTime(one: Answering, other: Answering): number {
  return one.observedAt.localeCompare(other.observedAt) || one.id.localeCompare(other.id)
}

/** What a technique told of a learner: something, nothing although it was tried, or it was not tried. */
export type Told = 'something' | 'nothing' | 'not_tried'

export interface TechniqueRow {
  readonly technique: string
  /** By learner; who is not here was not tried. */
  readonly cells: ReadonlyMap<string, { readonly told: Told; readonly momentIds: readonly string[] }>
}

/** Technique by learner, in the order of the techniques given. */
export function techniqueRows(techniques: readonly string[], moments: readonly NewObservation[]): readonly TechniqueRow[] {
  const used = Map.groupBy(moments, ({ technique }) => technique ?? '')
  return techniques.flatMap((technique) => {
    const those = used.get(technique)
    if (those === undefined) return []
    const cells = [...Map.groupBy(those, ({ learnerId }) => learnerId)].map(([learnerId, some]) => {
      const told: Told = some.some(saysSomething) ? 'something' : 'nothing'
      return [learnerId, { told, momentIds: some.map(({ id }) => id) }] as const
    })
    return [{ technique, cells: new Map(cells) }]
  })
}

/** Whether one technique alone was used although there are several learners: not every child responds to one way. */
export function isOneForAll(rows: readonly TechniqueRow[], learnerIds: readonly string[]): boolean {
  const [only, another] = rows
  return only !== undefined && another === undefined && learnerIds.length > 1 && learnerIds.filter((id) => only.cells.has(id)).length > 1
}

/** What of a learner tells whether they were noted lately, and on which goals at all. */
export interface NotedLearner extends SeenLearner {
  readonly goalIds: readonly string[]
}

/** Learners of whom nothing was noted on a goal that others were noted on. */
export function notNotedOn(goalId: string, learners: readonly NotedLearner[]): readonly string[] {
  const without = learners.filter(({ goalIds }) => !goalIds.includes(goalId))
  return without.length === learners.length ? [] : without.map(({ id }) => id)
}

/** Misconceptions that were given away, the last first, each with its learners; a learner who chose the right option since still stands with the date. */
export function misconceptionsGivenAway(
  moments: readonly NewObservation[],
): readonly { readonly misconceptionId: string; readonly learners: readonly { readonly learnerId: string; readonly at: string }[] }[] {
  const newestFirst = moments.toSorted((one, other) => other.observedAt.localeCompare(one.observedAt))
  const byMisconception = Map.groupBy(newestFirst, ({ misconceptionId }) => misconceptionId ?? '')
  byMisconception.delete('')
  return [...byMisconception].map(([misconceptionId, some]) => ({
    misconceptionId,
    learners: [...Map.groupBy(some, ({ learnerId }) => learnerId)].map(([learnerId, of]) => ({ learnerId, at: of[0]?.observedAt ?? '' })),
  }))
}
