// Feedback on screen: drafts, what this device keeps for each learner, and what waits laid over the server's answer.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { Asked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import type { Reasons } from '../../web/messages.ts'
import { addition } from '../../web/outbox.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { openSession } from '../sessions/client.ts'
import type { ShownSession } from '../sessions/contract.ts'
import {
  type FeedbackMode,
  type FeedbackResponse,
  feedbackCorrect,
  feedbackGive,
  feedbackNoteResponse,
  feedbackWithdraw,
  type GivenFeedback,
  type NewFeedback,
} from './contract.ts'

export const modeWords: Readonly<Record<FeedbackMode, MessageDescriptor>> = {
  spoken: msg`Spoken`,
  written: msg`Written`,
  symbol: msg`With a symbol`,
  gesture: msg`With a gesture`,
}

export const feedbackResponseWords: Readonly<Record<FeedbackResponse, MessageDescriptor>> = {
  said_back: msg`Said it back`,
  acted: msg`Acted on it`,
  not_yet: msg`Not yet`,
  upset: msg`Upset`,
}

/** What a form says to a refusal of `feedbackRefusal`. */
export const feedbackReasons: Reasons = {
  no_learner: msg`Choose a learner`,
  no_criterion: msg`Choose the success criterion it is about`,
  no_did_well: msg`Say what was done well, in the work`,
  no_next_action: msg`Say one thing to do next`,
  has_mark: msg`Take the mark or grade out: beside a mark nobody reads the words`,
}

/** What is written before it is kept. */
export type FeedbackDraft = Pick<
  NewFeedback,
  'goalId' | 'criterionId' | 'didWell' | 'strategy' | 'toDevelop' | 'nextAction' | 'mode' | 'isPrivate' | 'response'
>

export const emptyDraft: FeedbackDraft = {
  goalId: null,
  criterionId: null,
  didWell: '',
  strategy: null,
  toDevelop: null,
  nextAction: '',
  mode: 'spoken',
  isPrivate: true,
  response: null,
}

type SessionRef = Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>

/** Feedback that was just kept, to be taken back as one. */
export interface KeptFeedback {
  readonly draft: FeedbackDraft
  readonly pieces: readonly { readonly id: Id; readonly learnerId: Id }[]
}

/** Keeps the same feedback for each learner: one command each, so that each can be erased alone. Resolves when it is on the disk. */
export async function keepFeedback(draft: FeedbackDraft, learnerIds: readonly Id[], session: SessionRef): Promise<KeptFeedback> {
  const observedAt = moment(new Date())
  const { id: sessionId, groupId } = session
  const pieces = learnerIds.map((learnerId) => ({ id: newId(), learnerId }))
  const commands = pieces.map(({ id, learnerId }) =>
    addition(feedbackGive, { ...draft, id, learnerId, groupId, sessionId, observedAt }, { id }),
  )
  await device().outbox.addAll([...openSession(session), ...commands])
  return { draft, pieces }
}

export async function undoFeedback({ pieces }: KeptFeedback): Promise<void> {
  await device().outbox.undoAll(
    pieces.map(({ id, learnerId }) => ({ id, withdraw: addition(feedbackWithdraw, { id: newId(), feedbackId: id, learnerId }) })),
  )
}

/** A new record in the place of one's own; what came of it stays with it. */
export async function correctFeedback(shown: ShownFeedback, draft: FeedbackDraft): Promise<void> {
  const { id: correctsId, learnerId, groupId, sessionId, observedAt } = shown
  const { response: _, ...said } = draft
  const id = newId()
  await device().outbox.add(
    feedbackCorrect,
    { ...said, id, correctsId, learnerId, groupId, sessionId, observedAt },
    { id, dependsOn: [correctsId] },
  )
}

/** @returns the entry's id, to be undone by */
export function withdrawFeedback({ firstId, learnerId }: ShownFeedback): Promise<Id> {
  return device().outbox.add(feedbackWithdraw, { id: newId(), feedbackId: firstId, learnerId }, { dependsOn: [firstId] })
}

/** Notes in a session how feedback was taken up; undefined takes it back. */
export async function noteResponse(shown: ShownFeedback, response: FeedbackResponse | undefined, session: SessionRef): Promise<void> {
  const { firstId: feedbackId, learnerId } = shown
  const { id: sessionId, groupId } = session
  const input = { id: newId(), feedbackId, learnerId, groupId, sessionId, response: response ?? null, observedAt: moment(new Date()) }
  await device().outbox.addAll([...openSession(session), addition(feedbackNoteResponse, input, { dependsOn: [feedbackId] })])
}

/** Feedback as a screen shows it. */
export type ShownFeedback<T extends GivenFeedback = GivenFeedback> = T & {
  /** `waiting` and `held` are on this device only. */
  readonly sending: 'sent' | 'waiting' | 'held'
}

export interface PendingFeedback {
  readonly given: readonly Pending<NewFeedback>[]
  readonly corrected: readonly Pending<Parsed<typeof feedbackCorrect.input>>[]
  readonly responded: readonly Pending<Parsed<typeof feedbackNoteResponse.input>>[]
  readonly withdrawn: readonly Pending<{ readonly feedbackId: Id }>[]
}

/** What this device did about feedback since the answer. */
export function usePendingFeedback(asked: Asked<unknown>): PendingFeedback {
  return {
    given: usePending(feedbackGive, asked),
    corrected: usePending(feedbackCorrect, asked),
    responded: usePending(feedbackNoteResponse, asked),
    withdrawn: usePending(feedbackWithdraw, asked),
  }
}

interface Laid<T> {
  /** Whether feedback of this device belongs to what is shown. */
  readonly isShown: (made: Pick<NewFeedback, 'learnerId' | 'sessionId'>) => boolean
  readonly author: { readonly personId: Id; readonly name: string }
  /** What a page knows of feedback beside the record, for a fresh one. */
  readonly fresh: (made: GivenFeedback) => T
}

/** Lays what this device did over the server's feedback, newest first. What was refused has changed nothing yet, and is shown as held. */
export function withPendingFeedback<T extends GivenFeedback>(
  answered: readonly T[],
  pending: PendingFeedback,
  { isShown, author, fresh }: Laid<T>,
): readonly ShownFeedback<T>[] {
  const gone = new Set(pending.withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.feedbackId))
  const known = new Set(answered.flatMap(({ id, firstId }) => [id, firstId]))
  const own = pending.given
    .filter(({ input }) => !known.has(input.id) && isShown(input))
    .flatMap(({ input, state }) => {
      const { response, goalId, criterionId, ...made } = input
      if (goalId === null || criterionId === null) return []
      const taken = response === null ? null : { response, observedAt: input.observedAt, sessionId: input.sessionId }
      const given = {
        ...made,
        goalId,
        criterionId,
        firstId: input.id,
        response: taken,
        recordedBy: author.personId,
        recordedByName: author.name,
      }
      return [{ ...fresh(given), sending: state }]
    })
  return [...answered.map((one) => ({ ...one, sending: 'sent' as const })), ...own]
    .filter(({ firstId }) => !gone.has(firstId))
    .map((one) => responded(corrected(one, pending), pending))
    .toSorted((one, other) => other.observedAt.localeCompare(one.observedAt) || other.id.localeCompare(one.id))
}

/** As the last correction of this device says it; each names the one before it. */
function corrected<T extends GivenFeedback>(shown: ShownFeedback<T>, { corrected: corrections }: PendingFeedback): ShownFeedback<T> {
  let last = shown
  for (const { input, state } of corrections) {
    const { correctsId, goalId, criterionId, ...said } = input
    if (correctsId !== last.id || state === 'held' || goalId === null || criterionId === null) continue
    last = { ...last, ...said, goalId, criterionId, sending: state }
  }
  return last
}

function responded<T extends GivenFeedback>(shown: ShownFeedback<T>, { responded: responses }: PendingFeedback): ShownFeedback<T> {
  const last = responses.findLast(({ input, state }) => input.feedbackId === shown.firstId && state !== 'held')?.input
  if (last === undefined) return shown
  const { response, observedAt, sessionId } = last
  return { ...shown, response: response === null ? null : { response, observedAt, sessionId } }
}
