// The place Feedback on screen: what the server answered, with what this device noted laid over it.
import type { Parsed } from '../../core/contract.ts'
import type { Drawing } from '../../core/drawing.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { useAccess } from '../../web/device.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { type PendingFeedback, type ShownFeedback, usePendingFeedback, withPendingFeedback } from '../feedback/client.ts'
import {
  type HelpLevel,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
  type Response,
} from '../observations/contract.ts'
import { useAskedOfSession } from '../sessions/client.ts'
import type { ShownSession } from '../sessions/contract.ts'
import {
  type Attempt,
  type FollowedFeedback,
  type Improvement,
  improvementCorrect,
  improvementForLearner,
  improvementForSession,
  improvementRecord,
  improvementWithdraw,
  type NewImprovement,
  type NotedAttempt,
} from './contract.ts'
import { statesAround } from './rules.ts'

type AnsweredPlace = Parsed<typeof improvementForSession.output>
type Sending = ShownFeedback['sending']

export type ShownFollowed = ShownFeedback<FollowedFeedback>
/** An attempt; `isWaiting`: on this device only, its photo too. */
export type ShownNote<T extends Attempt = NotedAttempt> = T & { readonly isWaiting?: boolean }
export interface ShownImprovement extends Improvement {
  readonly first: ShownNote<Attempt> | null
  readonly second: ShownNote<Attempt>
  readonly sending: Sending
}

export interface ShownPlace extends Pick<AnsweredPlace, 'learners' | 'goals'> {
  readonly observations: readonly ShownNote[]
  /** Of this session, newest first. */
  readonly given: readonly ShownFollowed[]
  /** Of earlier sessions, not used before this one, newest first. */
  readonly earlier: readonly ShownFollowed[]
  readonly improvements: readonly ShownImprovement[]
}

export interface PendingImprovements {
  readonly recorded: readonly Pending<NewImprovement>[]
  readonly corrected: readonly Pending<NewImprovement & { readonly correctsId: Id }>[]
  readonly withdrawn: readonly Pending<{ readonly improvementId: Id }>[]
  readonly observed: readonly Pending<NewObservation>[]
  readonly unobserved: readonly Pending<{ readonly observationId: Id }>[]
}

interface Author {
  readonly personId: Id
  readonly name: string
}

interface Laid {
  readonly feedback: PendingFeedback
  readonly improvements: PendingImprovements
  readonly author: Author
  readonly sessionId: Id
}

/** Lays what this device did over the server's answer for a session. */
export function withPendingPlace(answer: AnsweredPlace, { feedback, improvements, author, sessionId }: Laid): ShownPlace {
  const present = new Set(answer.learners.map(({ id }) => id))
  const observations = observationsOf(answer.observations, improvements, present)
  const shown = improvementsOf(answer.improvements, improvements, {
    observations,
    author,
    isShown: (one) => one.sessionId === sessionId && present.has(one.learnerId),
  })
  const pieces = withPendingFeedback(answer.feedback, feedback, {
    isShown: (made) => made.sessionId === sessionId && present.has(made.learnerId),
    author,
    fresh: (made): FollowedFeedback => ({ ...made, isImproved: false }),
  }).map((one) => ({ ...one, isImproved: isImproved(one, answer.improvements, shown) }))
  return {
    learners: answer.learners,
    goals: answer.goals,
    observations,
    given: pieces.filter((one) => one.sessionId === sessionId),
    earlier: pieces.filter((one) => one.sessionId !== sessionId),
    improvements: shown,
  }
}

function isImproved(one: ShownFollowed, answered: readonly Improvement[], shown: readonly ShownImprovement[]): boolean {
  const isOf = ({ feedbackId }: Improvement) => feedbackId === one.firstId
  if (shown.some(isOf)) return true
  // The server knew of one: in this session, and it was taken back here; or in another, where it stands.
  return one.isImproved && !answered.some(isOf)
}

/** Attempts on success criteria: those answered and those of this device, without what was taken back. */
function observationsOf(
  answered: readonly NotedAttempt[],
  { observed, unobserved }: PendingImprovements,
  present: ReadonlySet<Id>,
): readonly ShownNote[] {
  const gone = new Set(unobserved.filter(({ state }) => state !== 'held').map(({ input }) => input.observationId))
  const known = new Set(answered.map(({ id }) => id))
  const own = observed.flatMap(({ input, state }): ShownNote[] => {
    const { criterionId } = input
    if (criterionId === null || state === 'held' || known.has(input.id) || !present.has(input.learnerId)) return []
    const { id, learnerId, helpLevel, response, whatSeen, childWords, photoId, observedAt, source } = input
    return [
      { id, learnerId, criterionId, helpLevel, response, whatSeen, childWords, photoId, observedAt, source, isWaiting: state !== 'sent' },
    ]
  })
  return [...answered, ...own].filter(({ id }) => !gone.has(id)).toSorted((one, other) => other.observedAt.localeCompare(one.observedAt))
}

interface Within {
  readonly observations: readonly ShownNote[]
  readonly author: Author
  readonly isShown: (made: NewImprovement) => boolean
}

function improvementsOf(
  answered: readonly Improvement[],
  { recorded, corrected, withdrawn, unobserved }: PendingImprovements,
  within: Within,
): readonly ShownImprovement[] {
  const { observations, author } = within
  const kept = <I>(pending: readonly Pending<I>[]) => pending.filter(({ state }) => state !== 'held').map(({ input }) => input)
  const gone = new Set([...kept(withdrawn).map((one) => one.improvementId), ...kept(unobserved).map((one) => one.observationId)])
  const known = new Set(answered.flatMap(({ id, firstId }) => [id, firstId]))
  const own = recorded.flatMap(({ input, state }): ShownImprovement[] => {
    const second = observations.find(({ id }) => id === input.secondObservationId)
    if (known.has(input.id) || second === undefined || !within.isShown(input)) return []
    const first = observations.find(({ id }) => id === input.firstObservationId) ?? null
    const ofPair = observations.filter((one) => one.learnerId === input.learnerId && one.criterionId === input.criterionId)
    const by = { recordedBy: author.personId, recordedByName: author.name }
    return [{ ...input, firstId: input.id, ...by, first, second, ...statesAround(ofPair, second), sending: state }]
  })
  return [...answered.map((one) => ({ ...one, sending: 'sent' as const })), ...own]
    .filter(({ firstId, secondObservationId, second }) => ![firstId, secondObservationId, second.id].some((id) => gone.has(id)))
    .map((one) => lastCorrected(one, corrected))
    .toSorted((one, other) => other.observedAt.localeCompare(one.observedAt))
}

function lastCorrected(shown: ShownImprovement, corrections: PendingImprovements['corrected']): ShownImprovement {
  let last = shown
  for (const { input, state } of corrections) {
    const { correctsId, ...said } = input
    if (correctsId === last.id && state !== 'held') last = { ...last, ...said, sending: state }
  }
  return last
}

function usePendingImprovements(asked: Asked<unknown>): PendingImprovements {
  return {
    recorded: usePending(improvementRecord, asked),
    corrected: usePending(improvementCorrect, asked),
    withdrawn: usePending(improvementWithdraw, asked),
    observed: usePending(learnerObservationRecord, asked),
    unobserved: usePending(learnerObservationWithdraw, asked),
  }
}

/** The place *Feedback* of a session, with what waits on this device. */
export function useFeedbackPlace(session: Pick<ShownSession, 'id' | 'groupId'>): Asked<ShownPlace> {
  const sessionId = session.id
  const access = useAccess()
  const asked = useAskedOfSession(improvementForSession, session, ({ id, groupId }) => ({ sessionId: id, groupId }))
  const feedback = usePendingFeedback(asked)
  const improvements = usePendingImprovements(asked)
  if (asked.state !== 'answered') return asked
  const author = access.state === 'open' ? access.person : { personId: '', name: '' }
  return { ...asked, answer: withPendingPlace(asked.answer, { feedback, improvements, author, sessionId }) }
}

export interface LearnersFeedback {
  readonly feedback: readonly ShownFollowed[]
  readonly improvements: readonly ShownImprovement[]
  /** The short names of success criteria. */
  readonly criteria: ReadonlyMap<Id, string>
}

/** What a learner was told and what came of it, newest first. A second attempt that waits here shows in its session, and here once it is sent. */
export function useLearnersFeedback(learnerId: Id): Asked<LearnersFeedback> {
  const access = useAccess()
  const asked = useAsked(improvementForLearner, { learnerId })
  const feedback = usePendingFeedback(asked)
  const pending = usePendingImprovements(asked)
  if (asked.state !== 'answered') return asked
  const author = access.state === 'open' ? access.person : { personId: '', name: '' }
  const { answer } = asked
  return {
    ...asked,
    answer: {
      feedback: withPendingFeedback(answer.feedback, feedback, {
        isShown: (made) => made.learnerId === learnerId,
        author,
        fresh: (made): FollowedFeedback => ({ ...made, isImproved: false }),
      }),
      improvements: improvementsOf(answer.improvements, pending, { observations: [], author, isShown: () => false }),
      criteria: new Map(answer.criteria.map(({ id, shortName }) => [id, shortName])),
    },
  }
}

/** A second attempt before it is kept. */
export interface Attempted {
  readonly photo: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined
  /** What the learner wrote, exactly. */
  readonly words: string
  readonly drawing: Drawing | undefined
  readonly helpLevel: HelpLevel | undefined
  readonly response: Response | undefined
  readonly minutes: number | undefined
  /** In the learner's words. */
  readonly whatChanged: string
}

export const nothingAttempted: Attempted = {
  photo: undefined,
  words: '',
  drawing: undefined,
  helpLevel: undefined,
  response: undefined,
  minutes: undefined,
  whatChanged: '',
}
