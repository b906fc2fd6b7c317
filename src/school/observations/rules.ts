// Rules on observations: what can be recorded, and what several of them say together about a success criterion.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, dayOf } from '../../core/time.ts'
import { hingeReading } from '../misconceptions/rules.ts'
import { futureRefusal } from '../sessions/rules.ts'
import { isTechnique } from '../techniques/rules.ts'
import type { CriterionState, HelpLevel, LearnerObservation, NewObservation, ObservationSource, Response } from './contract.ts'

/** What the rows that an observation names say; undefined when there is none of that id. */
export interface ObservationFacts {
  readonly goal: { readonly groupId: string | null; readonly learnerId: string | null; readonly closedAt: string | null } | undefined
  readonly criterionGoalId: string | undefined
  readonly sessionGroupId: string | undefined
  readonly photoLearnerId: string | undefined
  readonly hingeOption?: { readonly isRight: boolean; readonly misconceptionId: string | null } | undefined
}

/** Why an observation can't be recorded, if it can't: it says nothing, its time is odd, or what it names belongs elsewhere. */
export function observationRefusal(made: NewObservation, facts: ObservationFacts, now: Date): Refusal | undefined {
  if (!saysSomething(made) && (made.technique ?? null) === null) return refused('nothing_recorded')
  return targetRefusal(made, facts, now) ?? findingRefusal(made, facts)
}

/** What an observation, or anything else that was noted beside a learner, is about and belongs to. */
export type Target = Pick<NewObservation, 'learnerId' | 'groupId' | 'sessionId' | 'goalId' | 'criterionId' | 'photoId' | 'observedAt'>

/** Why something can't have been noted there and then: its time is odd, or what it names belongs elsewhere. */
export function targetRefusal(made: Target, facts: ObservationFacts, now: Date): Refusal | undefined {
  return futureRefusal(made.observedAt, now, 'observedAt') ?? goalRefusal(made, facts) ?? belongingRefusal(made, facts)
}

type Said = Pick<
  NewObservation,
  'helpLevel' | 'response' | 'participation' | 'whatSeen' | 'childWords' | 'myView' | 'photoId' | 'misconceptionId'
>

/** Whether an observation says anything of the learner. With a technique alone it says that the technique was tried and told nothing. */
export function saysSomething(said: Said): boolean {
  const { helpLevel, response, participation, whatSeen, childWords, myView, photoId, misconceptionId = null } = said
  return [helpLevel, response, participation, whatSeen, childWords, myView, photoId, misconceptionId].some((one) => one !== null)
}

/** A technique is one of the catalogue; an answer to a hinge question says what {@link hingeReading} makes of it, and nothing else. */
function findingRefusal(made: NewObservation, { hingeOption }: ObservationFacts): Refusal | undefined {
  const { technique = null, hingeOptionId = null, isSure = null, response, misconceptionId = null } = made
  if (technique !== null && !isTechnique(technique)) return refused('unknown_technique', 'technique')
  if (hingeOptionId === null) return isSure === null ? undefined : refused('not_as_answered', 'isSure')
  const said = hingeOption === undefined ? undefined : hingeReading(hingeOption, isSure)
  const isAsAnswered = said?.response === response && said.misconceptionId === misconceptionId && technique === 'hinge_question'
  return isAsAnswered ? undefined : refused('not_as_answered', 'hingeOptionId')
}

/** A goal of the learner or of the group, not yet closed when the moment was: closing it later changes nothing. */
function goalRefusal(made: Target, { goal, criterionGoalId }: ObservationFacts): Refusal | undefined {
  if (made.goalId !== null) {
    if (goal === undefined || (goal.learnerId !== made.learnerId && goal.groupId !== made.groupId))
      return refused('goal_of_another', 'goalId')
    if (goal.closedAt !== null && new Date(goal.closedAt) < new Date(made.observedAt)) return refused('goal_closed', 'goalId')
  }
  const isStray = made.criterionId !== null && (made.goalId === null || criterionGoalId !== made.goalId)
  return isStray ? refused('criterion_of_another_goal', 'criterionId') : undefined
}

function belongingRefusal(made: Target, { sessionGroupId, photoLearnerId }: ObservationFacts): Refusal | undefined {
  if (made.sessionId !== null && sessionGroupId !== made.groupId) return refused('session_of_another', 'sessionId')
  if (made.photoId !== null && photoLearnerId !== made.learnerId) return refused('photo_of_another', 'photoId')
  return undefined
}

/** A correction stands in the place of one observation that still stands, of the same learner. */
export function correctionRefusal(corrected: { isOfLearner: boolean; isCorrected: boolean; isWithdrawn: boolean }): Refusal | undefined {
  if (!corrected.isOfLearner) return refused('correction_of_another', 'learnerId')
  if (corrected.isWithdrawn) return refused('withdrawn', 'correctsId')
  return corrected.isCorrected ? refused('already_corrected', 'correctsId') : undefined
}

/** What of an observation a state is made from. `observedAt` in ISO 8601. */
export interface StateObservation {
  readonly id: string
  readonly source: ObservationSource
  readonly response: Response | null
  readonly helpLevel: HelpLevel | null
  readonly observedAt: string
}

interface Judged extends StateObservation {
  readonly response: Response
}

/**
 * Where a learner stands on one success criterion (`domain.md` 2.3: two sources, not both the child's own; "secure with modelling is not secure").
 *
 * 1. An observation *judges* when it has a response and, unless it is a self-report, a level of help. Of each source the latest that judges counts.
 * 2. The latest of these that is no self-report *decides*; the latest of another source *supports* it. Without the two, the state is `not_enough_yet`.
 * 3. A response given with modelling or correcting counts as `nearly` at most.
 * 4. The state is what the deciding one says; `secure` needs both to say so, else it is `nearly`.
 * 5. The level of help shown is that of the deciding observation, and the state rests on the two, newest first.
 * 6. A teacher's mark makes it `met`; help and ids stay those of the judgement.
 *
 * Observations that were withdrawn or corrected must not be among those given. Two of one moment: the greater id is the later.
 */
export function criterionState(observations: readonly StateObservation[], isMet: boolean): CriterionState {
  const newestFirst = [...observations].sort(byNewest)
  const counting = newestFirst.filter(isJudging).filter((one, index, all) => all.findIndex(({ source }) => source === one.source) === index)
  const deciding = counting.find(({ source }) => source !== 'self_report')
  const supporting = counting.find(({ source }) => source !== deciding?.source)
  if (deciding === undefined || supporting === undefined) {
    const rests = counting.length > 0 ? counting : newestFirst.slice(0, 1)
    const state = isMet ? 'met' : newestFirst.length === 0 ? 'not_seen' : 'not_enough_yet'
    return { state, helpLevel: newestFirst[0]?.helpLevel ?? null, restsOn: rests.map(({ id }) => id) }
  }
  const said = countedResponse(deciding)
  const agreed = said === 'secure' && countedResponse(supporting) !== 'secure' ? 'nearly' : said
  return {
    state: isMet ? 'met' : agreed,
    helpLevel: deciding.helpLevel,
    restsOn: [deciding, supporting].sort(byNewest).map(({ id }) => id),
  }
}

function isJudging(one: StateObservation): one is Judged {
  return one.response !== null && (one.helpLevel !== null || one.source === 'self_report')
}

function countedResponse({ response, helpLevel }: Judged): Response {
  return response === 'secure' && (helpLevel === 'model' || helpLevel === 'correct') ? 'nearly' : response
}

function byNewest(a: StateObservation, b: StateObservation): number {
  if (a.observedAt !== b.observedAt) return a.observedAt < b.observedAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}

/** Per success criterion with two or more photographed pieces of work: the first and the latest, side by side. */
export function beforeAfter(observations: readonly LearnerObservation[]): { criterionId: string; beforeId: string; afterId: string }[] {
  const byCriterion = new Map<string, LearnerObservation[]>()
  for (const one of [...observations].sort((a, b) => byNewest(b, a))) {
    if (one.criterionId === null || one.photoId === null || one.source !== 'work_sample') continue
    byCriterion.set(one.criterionId, [...(byCriterion.get(one.criterionId) ?? []), one])
  }
  return [...byCriterion].flatMap(([criterionId, works]) => {
    const [before, after] = [works[0], works.at(-1)]
    return before === undefined || after === undefined || before === after ? [] : [{ criterionId, beforeId: before.id, afterId: after.id }]
  })
}

/** What of a learner tells whether they were noted lately. */
export interface SeenLearner {
  readonly id: string
  /** In the group since. */
  readonly fromOn: Day
  readonly lastSeenAt: string | null
}

/**
 * Learners of whom nothing was noted in the group's last two sessions, of those who were in it by then. Only where others were noted:
 * lessons in which nobody was say nothing of anybody. @param sessionsAt newest first
 */
export function notSeenLately(learners: readonly SeenLearner[], sessionsAt: readonly string[]): readonly string[] {
  const [, since] = sessionsAt
  if (since === undefined || !learners.some((learner) => isSeenSince(learner, since))) return []
  return learners.filter((learner) => learner.fromOn <= dayOf(since) && !isSeenSince(learner, since)).map(({ id }) => id)
}

export function isSeenSince({ lastSeenAt }: SeenLearner, since: string): boolean {
  return lastSeenAt !== null && new Date(lastSeenAt) >= new Date(since)
}
