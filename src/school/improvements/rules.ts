// Rules on improvements: what a second attempt needs, what it may name, and what it changed.
import { type Refusal, refused } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import { isUsed } from '../feedback/rules.ts'
import type { CriterionState } from '../observations/contract.ts'
import { criterionState, type ObservationFacts, type StateObservation, targetRefusal } from '../observations/rules.ts'
import type { FollowedFeedback, NewImprovement, NotedAttempt } from './contract.ts'

interface ShownWork {
  readonly helpLevel: string | null
  readonly photoId: string | null
  readonly childWords: string | null
  readonly drawing: unknown
}

/** A second attempt is something to look at, a photo, words or a drawing, and how much help it took travels with it. The form asks the same. */
export function attemptRefusal({ helpLevel, photoId, childWords, drawing }: ShownWork): Refusal | undefined {
  if (photoId === null && drawing === null && (childWords ?? '').trim() === '') return refused('no_work', 'secondObservationId')
  return helpLevel === null ? refused('no_help', 'helpLevel') : undefined
}

/** What the observation says that an improvement names as an attempt. */
export interface AttemptFacts extends Omit<ShownWork, 'drawing'> {
  readonly learnerId: string
  readonly criterionId: string | null
  readonly isWithdrawn: boolean
}

/** What the rows that an improvement names say; undefined when there is none of that id. */
export interface ImprovementFacts extends ObservationFacts {
  readonly first: AttemptFacts | undefined
  readonly second: AttemptFacts | undefined
  readonly feedback: { readonly learnerId: string; readonly criterionId: string } | undefined
}

/** Why an improvement can't be recorded, if it can't: both attempts and the feedback are of that learner on that criterion. */
export function improvementRefusal(made: NewImprovement, facts: ImprovementFacts, now: Date): Refusal | undefined {
  const { first, second, feedback } = facts
  const isTheirs = (one: { learnerId: string; criterionId: string | null } | undefined) =>
    one !== undefined && one.learnerId === made.learnerId && one.criterionId === made.criterionId
  if (second === undefined || !isTheirs(second)) return refused('attempt_of_another', 'secondObservationId')
  if (second.isWithdrawn) return refused('attempt_withdrawn', 'secondObservationId')
  if (made.firstObservationId === made.secondObservationId) return refused('same_attempt', 'firstObservationId')
  if (made.firstObservationId !== null && !isTheirs(first)) return refused('attempt_of_another', 'firstObservationId')
  if (!isTheirs(feedback)) return refused('feedback_of_another', 'feedbackId')
  return attemptRefusal({ ...second, drawing: made.secondDrawing }) ?? targetRefusal({ ...made, photoId: null }, facts, now)
}

/**
 * Where the learner stood on the criterion just before the second attempt, and with it. A teacher's mark is a later judgement and left out.
 * @param observations of that learner on that criterion, the second attempt among them or not
 */
export function statesAround(
  observations: readonly StateObservation[],
  second: StateObservation,
): { readonly stateBefore: CriterionState['state']; readonly stateAfter: CriterionState['state'] } {
  const before = observations.filter(({ id, observedAt }) => id !== second.id && observedAt < second.observedAt)
  return { stateBefore: criterionState(before, false).state, stateAfter: criterionState([...before, second], false).state }
}

/** How many pieces were used, in all and per learner in the order of names: never a share, never an order of learners. */
export function usedOf(
  feedback: readonly FollowedFeedback[],
  learners: readonly { readonly id: string; readonly name: string }[],
): { readonly used: number; readonly each: readonly { readonly name: string; readonly used: number }[] } {
  const used = feedback.filter(isUsed)
  const each = learners.flatMap(({ id, name }) => {
    const own = used.filter(({ learnerId }) => learnerId === id).length
    return own === 0 ? [] : [{ name, used: own }]
  })
  return { used: used.length, each }
}

/**
 * What a second attempt stands beside: of the day on which the learner's work or words on the criterion were noted last, the latest with a photo,
 * else the latest. An older photo is of other work than the feedback was about.
 */
export function firstAttemptOf<T extends NotedAttempt>(
  observations: readonly T[],
  { learnerId, criterionId }: Pick<FollowedFeedback, 'learnerId' | 'criterionId'>,
): T | undefined {
  const own = observations.filter((one) => one.learnerId === learnerId && one.criterionId === criterionId)
  const shown = own.filter(({ photoId, childWords, whatSeen }) => photoId !== null || childWords !== null || whatSeen !== null)
  const [latest] = shown
  if (latest === undefined) return own[0]
  const isOfThatDay = ({ observedAt }: T) => dayOf(observedAt) === dayOf(latest.observedAt)
  return shown.find((one) => one.photoId !== null && isOfThatDay(one)) ?? latest
}

/** The learner's latest observation on a criterion: a start for feedback. */
export function latestOf(observations: readonly NotedAttempt[], learnerId: string, criterionId: string): NotedAttempt | undefined {
  return observations.find((one) => one.learnerId === learnerId && one.criterionId === criterionId)
}
