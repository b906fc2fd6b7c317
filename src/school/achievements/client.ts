// A learner's log on screen: the server's last answer with what was kept, declined and taken back on this device laid over it.
import { useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device, useAccess } from '../../web/device.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { successCriterionUnmarkMet } from '../goals/contract.ts'
import { learnerObservationWithdraw } from '../observations/contract.ts'
import {
  type Achievement,
  type AchievementOffer,
  type AchievementVoice,
  achievementDecline,
  achievementForLearner,
  achievementKeep,
  achievementWithdraw,
} from './contract.ts'
import { byDate, declinedOffers, offerKey, openOffers } from './rules.ts'

export type AnsweredLog = Parsed<typeof achievementForLearner.output>
type Kept = Parsed<typeof achievementKeep.input>

/** An entry as screens show it; `isWaiting`: kept here, and not with the server yet. */
export interface ShownAchievement extends Achievement {
  readonly isWaiting: boolean
}

export interface ShownLog {
  readonly learner: AnsweredLog['learner']
  /** By date, newest first. */
  readonly entries: readonly ShownAchievement[]
  readonly offers: readonly AchievementOffer[]
}

export interface PendingLog {
  readonly kept: readonly Pending<Kept>[]
  readonly declined: readonly Pending<Parsed<typeof achievementDecline.input>>[]
  readonly withdrawn: readonly Pending<{ readonly achievementId: Id }>[]
  /** What offered entries and was taken back on this device. */
  readonly observationsWithdrawn: readonly Pending<{ readonly observationId: Id }>[]
  readonly unmarked: readonly Pending<{ readonly criterionId: Id; readonly learnerId: Id }>[]
}

const counts = ({ state }: { readonly state: string }) => state !== 'held'

/** Lays what this device did over the answer; what was refused has changed nothing. */
export function withPendingLog(answer: AnsweredLog, pending: PendingLog, author: string): ShownLog {
  const learnerId = answer.learner.id
  const gone = new Set(pending.withdrawn.filter(counts).map(({ input }) => input.achievementId))
  const fallen = new Set([
    ...pending.observationsWithdrawn.filter(counts).map(({ input }) => offerKey({ source: 'quote', sourceId: input.observationId })),
    ...pending.unmarked
      .filter(({ input, ...one }) => counts(one) && input.learnerId === learnerId)
      .map(({ input }) => offerKey({ source: 'met', sourceId: input.criterionId })),
  ])
  const stands = ({ offer }: Pick<Achievement, 'offer'>) => offer === null || !fallen.has(offerKey(offer))
  const known = new Set(answer.entries.map(({ id }) => id))
  const fresh = pending.kept
    .filter(({ input, state }) => input.learnerId === learnerId && state !== 'held' && !known.has(input.id))
    .map(({ input, state }) => ({ ...input, keptByName: author, isWaiting: state === 'waiting' }))
  const entries = [...answer.entries.map((entry) => ({ ...entry, isWaiting: false })), ...fresh].filter(
    (entry) => !gone.has(entry.id) && stands(entry),
  )
  const decisions = pending.declined.filter(({ input, state }) => input.learnerId === learnerId && state !== 'held')
  const offers = openOffers(
    answer.offers.filter((offer) => !fallen.has(offerKey(offer))),
    entries.flatMap(({ offer }) => offer ?? []),
    declinedOffers(decisions.map(({ input }) => input)),
  )
  return { learner: answer.learner, entries: byDate(entries), offers }
}

/** A learner's log, with what waits on this device. */
export function useLog(learnerId: Id): Asked<ShownLog> {
  const access = useAccess()
  const asked = useAsked(achievementForLearner, { learnerId })
  const pending: PendingLog = {
    kept: usePending(achievementKeep, asked),
    declined: usePending(achievementDecline, asked),
    withdrawn: usePending(achievementWithdraw, asked),
    observationsWithdrawn: usePending(learnerObservationWithdraw, asked),
    unmarked: usePending(successCriterionUnmarkMet, asked),
  }
  if (asked.state !== 'answered') return asked
  return { ...asked, answer: withPendingLog(asked.answer, pending, access.state === 'open' ? access.person.name : '') }
}

export interface NewEntry {
  readonly words: string
  readonly voice: AchievementVoice
  readonly achievedOn: string
  readonly offer: Kept['offer']
}

export type LogAct = 'kept' | 'declined' | 'taken_out'

/** What can be done with a log, and the way back from what was done last. */
export interface LogActs {
  readonly last: { readonly act: LogAct; readonly undo: () => Promise<unknown> } | undefined
  readonly keep: (entry: NewEntry) => Promise<void>
  readonly decline: (offer: Pick<AchievementOffer, 'source' | 'sourceId'>) => Promise<void>
  readonly takeOut: (entry: Achievement) => Promise<void>
  readonly undo: () => void
}

const now = () => new Date().toISOString()

export function useLogActs(learnerId: Id): LogActs {
  const [last, setLast] = useState<LogActs['last']>()
  return {
    last,
    keep: async (entry) => {
      const { outbox } = device()
      const id = newId()
      const sent = await outbox.add(achievementKeep, { id, learnerId, ...entry, keptAt: now() })
      setLast({ act: 'kept', undo: () => outbox.undo(sent, achievementWithdraw, { id: newId(), achievementId: id, learnerId }) })
    },
    decline: async ({ source, sourceId }) => {
      const { outbox } = device()
      const decision = (isDeclined: boolean) => ({ id: newId(), learnerId, source, sourceId, isDeclined, declinedAt: now() })
      const sent = await outbox.add(achievementDecline, decision(true))
      setLast({ act: 'declined', undo: () => outbox.undo(sent, achievementDecline, decision(false)) })
    },
    takeOut: async ({ id: achievementId, words, voice, achievedOn, offer }) => {
      const { outbox } = device()
      const sent = await outbox.add(achievementWithdraw, { id: newId(), achievementId, learnerId })
      const again = { id: newId(), learnerId, words, voice, achievedOn, offer, keptAt: now() }
      setLast({ act: 'taken_out', undo: () => outbox.undo(sent, achievementKeep, again) })
    },
    undo: () => {
      void last?.undo()
      setLast(undefined)
    },
  }
}
