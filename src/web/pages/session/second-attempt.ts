// What a second attempt keeps, in the order in which it must arrive, and how it is taken back.
import { type Id, newId } from '../../../core/ids.ts'
import { moment } from '../../../core/time.ts'
import type { Attempted, ShownImprovement } from '../../../school/improvements/client.ts'
import {
  type FollowedFeedback,
  improvementCorrect,
  improvementRecord,
  improvementWithdraw,
  type NewImprovement,
} from '../../../school/improvements/contract.ts'
import { learnerObservationRecord, learnerObservationWithdraw, type NewObservation } from '../../../school/observations/contract.ts'
import { photoAdd } from '../../../school/photos/contract.ts'
import { openSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { device } from '../../device.ts'
import { type Addition, addition } from '../../outbox.ts'

type SessionRef = Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>
type About = Pick<FollowedFeedback, 'learnerId' | 'goalId' | 'criterionId' | 'firstId'>

export interface KeptImprovement {
  readonly id: Id
  readonly secondObservationId: Id
  readonly learnerId: Id
}

/** Everything that a second attempt keeps, in the order in which it must arrive: its photo, the observation, the improvement. */
export function improvementAdditions(
  attempted: Attempted,
  about: About,
  { session, firstObservationId, at }: { readonly session: SessionRef; readonly firstObservationId: Id | null; readonly at: Date },
): { readonly additions: readonly Addition[]; readonly kept: KeptImprovement } {
  const { learnerId, goalId, criterionId, firstId: feedbackId } = about
  const observedAt = moment(at)
  const where = { learnerId, groupId: session.groupId, sessionId: session.id, goalId, criterionId, observedAt }
  const { photos, observation } = attemptAdditions(attempted, where)
  const secondObservationId = observation.id
  const improvement: NewImprovement = {
    ...where,
    id: newId(),
    feedbackId,
    firstObservationId,
    secondObservationId,
    secondDrawing: attempted.drawing ?? null,
    minutes: attempted.minutes ?? null,
    whatChanged: wordsOrNull(attempted.whatChanged),
  }
  const { id } = improvement
  const dependsOn = [secondObservationId, feedbackId, ...(firstObservationId === null ? [] : [firstObservationId])]
  return {
    additions: [...openSession(session), ...photos, observation.addition, addition(improvementRecord, improvement, { id, dependsOn })],
    kept: { id, secondObservationId, learnerId },
  }
}

type Where = Pick<NewObservation, 'learnerId' | 'groupId' | 'sessionId' | 'goalId' | 'criterionId' | 'observedAt'>

/** An attempt as an observation: a sample of work, with its photo ahead of it. */
function attemptAdditions(
  { photo, words, helpLevel, response }: Pick<Attempted, 'photo' | 'words' | 'helpLevel' | 'response'>,
  where: Where,
) {
  const id = newId()
  const photoId = photo === undefined ? null : newId()
  const { learnerId, observedAt } = where
  const photos =
    photo === undefined || photoId === null
      ? []
      : [addition(photoAdd, { id: photoId, learnerId, takenAt: observedAt }, { id: photoId, attachment: photo })]
  const judged = { helpLevel: helpLevel ?? null, response: response ?? null, participation: null }
  const noted = { whatSeen: null, childWords: wordsOrNull(words), myView: null, source: 'work_sample' as const, photoId }
  const record = addition(
    learnerObservationRecord,
    { id, ...where, ...judged, ...noted },
    { id, dependsOn: photoId === null ? [] : [photoId] },
  )
  return { photos, observation: { id, addition: record } }
}

function wordsOrNull(words: string): string | null {
  const trimmed = words.trim()
  return trimmed === '' ? null : trimmed
}

/** Resolves when all of it is on the disk. */
export async function keepImprovement(...act: Parameters<typeof improvementAdditions>): Promise<KeptImprovement> {
  const { additions, kept } = improvementAdditions(...act)
  await device().outbox.addAll(additions)
  return kept
}

/** Keeps a photo of the first attempt, before there is a second one. @returns its way back */
export async function keepFirstAttempt(
  { photo, helpLevel }: Pick<Attempted, 'photo' | 'helpLevel'>,
  { learnerId, goalId, criterionId }: About,
  session: SessionRef,
): Promise<() => Promise<void>> {
  const where = { learnerId, groupId: session.groupId, sessionId: session.id, goalId, criterionId, observedAt: moment(new Date()) }
  const { photos, observation } = attemptAdditions({ photo, words: '', helpLevel, response: undefined }, where)
  const { id } = observation
  await device().outbox.addAll([...openSession(session), ...photos, observation.addition])
  return async () => void (await device().outbox.undo(id, learnerObservationWithdraw, { id: newId(), observationId: id, learnerId }))
}

function withdrawals({ id, secondObservationId, learnerId }: KeptImprovement) {
  return {
    improvement: addition(improvementWithdraw, { id: newId(), improvementId: id, learnerId }, { dependsOn: [id] }),
    observation: addition(
      learnerObservationWithdraw,
      { id: newId(), observationId: secondObservationId, learnerId },
      { dependsOn: [secondObservationId] },
    ),
  }
}

/** Takes back what was just kept, the second attempt with it. */
export async function undoImprovement(kept: KeptImprovement): Promise<void> {
  const { improvement, observation } = withdrawals(kept)
  await device().outbox.undoAll([
    { id: kept.id, withdraw: improvement },
    { id: kept.secondObservationId, withdraw: observation },
  ])
}

/** Takes an improvement back, the second attempt with it. */
export async function withdrawImprovement({ firstId, second, learnerId }: ShownImprovement): Promise<void> {
  const { improvement, observation } = withdrawals({ id: firstId, secondObservationId: second.id, learnerId })
  await device().outbox.addAll([improvement, observation])
}

/** What changed is often said a moment later: a new record in the place of one's own. */
export async function sayWhatChanged(shown: ShownImprovement, said: Pick<NewImprovement, 'whatChanged' | 'minutes'>): Promise<void> {
  const { id: correctsId, learnerId, groupId, sessionId, goalId, criterionId, feedbackId, observedAt } = shown
  const { firstObservationId, secondObservationId, secondDrawing } = shown
  const where = { learnerId, groupId, sessionId, goalId, criterionId, feedbackId, observedAt }
  const attempts = { firstObservationId, secondObservationId, secondDrawing }
  const id = newId()
  await device().outbox.add(improvementCorrect, { ...where, ...attempts, ...said, id, correctsId }, { id, dependsOn: [correctsId] })
}
