// A day of capture on screen: the last answer of `capture.day`, and what this device noted since.
import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf } from '../../core/time.ts'
import type { Answered } from '../../web/answers.ts'
import { device, useAccess, useOutbox } from '../../web/device.ts'
import type { OutboxView } from '../../web/offline/outbox-view.ts'
import { pendingOf } from '../../web/pending.ts'
import { goalClose, goalSet } from '../goals/contract.ts'
import { type Session, sessionOpen, sessionStart } from '../sessions/contract.ts'
import {
  captureDay,
  type HelpLevel,
  learnerObservationRecord,
  learnerObservationWithdraw,
  type NewObservation,
  type Participation,
  type Response,
} from './contract.ts'

export type CaptureDay = Parsed<typeof captureDay.output>
export type CaptureGroup = CaptureDay['groups'][number]
export type CaptureLearner = CaptureDay['learners'][number] & {
  /** The first name alone where the day knows one learner of it: "Callum"; else "Callum B". */
  readonly shortName: string
}

/** One observation of today, sent or not. */
export interface TodayMoment extends NewObservation {
  /** `waiting` and `held` are on this device only. */
  readonly sending: 'sent' | 'waiting' | 'held'
  /** Undefined for one's own. */
  readonly byOther: string | undefined
  /** Known once the server has it. */
  readonly misconceptionName?: string | null | undefined
}

/** A session that the next observation may belong to; with an end when it is of the timetable. */
export interface KnownSession extends Pick<Session, 'id' | 'groupId' | 'startedAt'> {
  readonly endsAt?: string
  /** False: the server has no row of it yet. */
  readonly isOpen?: boolean
}

/** All that the screen shows of a day. */
export interface ShownDay {
  readonly day: Day
  /** False: the server's answer is of an earlier day. */
  readonly isOfToday: boolean
  readonly groups: readonly CaptureGroup[]
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  readonly goals: CaptureDay['goals']
  readonly learnerWordings: CaptureDay['learnerWordings']
  /** Oldest first. */
  readonly moments: readonly TodayMoment[]
  /** One's own, oldest first, then those of the timetable. */
  readonly sessions: readonly KnownSession[]
}

interface Here {
  readonly organisationId: Id
  readonly personId: Id
}

/**
 * Lays what this device did over the server's answer: its own observations and goals appear, those taken back or closed are gone.
 * @param answeredAt milliseconds since 1970: a goal that was accepted before is in the answer, or closed
 */
export function shownDay(
  answer: CaptureDay,
  view: Pick<OutboxView, 'entries' | 'sent'>,
  here: Here,
  today: Day,
  answeredAt?: number,
): ShownDay {
  return {
    day: today,
    isOfToday: answer.day === today,
    groups: answer.groups,
    learners: named(answer.learners),
    goals: goalsOf(answer, view, { ...here, answeredAt, today }),
    learnerWordings: answer.learnerWordings,
    moments: momentsOf(answer, view, here).filter(({ observedAt }) => dayOf(observedAt) === today),
    sessions: sessionsOf(answer, view, here).filter(({ startedAt }) => dayOf(startedAt) === today),
  }
}

/** A goal that was set a moment ago, perhaps without a network, is captured on before the server's answer has it. */
function goalsOf(
  answer: CaptureDay,
  view: Pick<OutboxView, 'entries' | 'sent'>,
  wanted: Here & { readonly answeredAt: number | undefined; readonly today: Day },
): CaptureDay['goals'] {
  const known = new Set([...answer.goals, ...answer.groups, ...answer.learners].map(({ id }) => id))
  const closings = pendingOf(view, goalClose, wanted).filter(({ state }) => state !== 'held')
  const closed = new Set(closings.map(({ input }) => input.goalId))
  const fresh = pendingOf(view, goalSet, wanted)
    .filter(({ input }) => !known.has(input.id) && known.has(input.groupId ?? input.learnerId ?? ''))
    .map(({ input }) => ({ ...input, setAt: `${wanted.today}T00:00:00.000Z`, closedAt: null }))
  return [...fresh.toReversed(), ...answer.goals].filter(({ id }) => !closed.has(id))
}

function momentsOf(
  answer: CaptureDay,
  view: Pick<OutboxView, 'entries' | 'sent'>,
  { organisationId, personId }: Here,
): readonly TodayMoment[] {
  const known = new Set(answer.observations.map(({ id }) => id))
  const withdrawals = pendingOf(view, learnerObservationWithdraw, { organisationId })
  // A withdrawal that was refused has withdrawn nothing.
  const gone = new Set(withdrawals.filter(({ state }) => state !== 'held').map(({ input }) => input.observationId))
  const own = pendingOf(view, learnerObservationRecord, { organisationId })
    .filter(({ input }) => !known.has(input.id))
    .map(({ input, state }): TodayMoment => ({ ...input, sending: state, byOther: undefined }))
  const answered = answer.observations.map(
    ({ recordedBy, recordedByName, ...observation }): TodayMoment => ({
      ...observation,
      sending: 'sent',
      byOther: recordedBy === personId ? undefined : recordedByName,
    }),
  )
  return inTime([...answered, ...own].filter(({ id }) => !gone.has(id)))
}

function inTime(moments: readonly TodayMoment[]): readonly TodayMoment[] {
  return moments.toSorted((one, other) => one.observedAt.localeCompare(other.observedAt) || one.id.localeCompare(other.id))
}

function sessionsOf(
  answer: CaptureDay,
  view: Pick<OutboxView, 'entries' | 'sent'>,
  { organisationId, personId }: Here,
): readonly KnownSession[] {
  const answered = answer.groups.flatMap(({ session }) => (session !== null && session.startedBy === personId ? [session] : []))
  const own = pendingOf(view, sessionStart, { organisationId }).map(({ input }) => input)
  const opened = new Set(pendingOf(view, sessionOpen, { organisationId }).map(({ input }) => input.id))
  const planned = answer.planned.map((one) => ({ ...one, isOpen: one.isOpen || opened.has(one.id) }))
  return [...[...answered, ...own].toSorted((one, other) => one.startedAt.localeCompare(other.startedAt)), ...planned]
}

function named(learners: CaptureDay['learners']): ReadonlyMap<Id, CaptureLearner> {
  const first = (name: string) => name.replace(/ \p{Lu}\p{M}?$/u, '')
  const times = Map.groupBy(learners, ({ name }) => first(name))
  return new Map(
    learners.map((learner) => {
      const short = first(learner.name)
      return [learner.id, { ...learner, shortName: times.get(short)?.length === 1 ? short : learner.name }]
    }),
  )
}

/** The levels of help noted on one success criterion, or on none, in their order. */
export function marksOf(moments: readonly TodayMoment[], learnerId: Id, criterionId: Id | null): readonly HelpLevel[] {
  return moments.flatMap((moment) =>
    moment.learnerId === learnerId && moment.criterionId === criterionId && moment.helpLevel !== null ? [moment.helpLevel] : [],
  )
}

export type CaptureDayState =
  | { readonly state: 'loading' }
  /** Neither network nor an earlier answer, or a refusal. */
  | { readonly state: 'none'; readonly again: () => void }
  | { readonly state: 'ready'; readonly shown: ShownDay; readonly isKept: boolean; readonly answeredAt: number }

/** Today for whoever is here. Shows the kept answer at once, asks anew when there is reason to, and always with what waits on this device. */
export function useCaptureDay(now: Date): CaptureDayState {
  const access = useAccess()
  const view = useOutbox()
  const person = access.state === 'open' ? access.person : undefined
  const { answered, isMissing, again } = useAnswer(person && `${person.organisationId} ${person.personId}`)
  const today = dayOf(now)
  const shown = useMemo(
    () => answered && person && shownDay(answered.answer, view, person, today, answered.answeredAt),
    [answered, view, person, today],
  )
  if (shown !== undefined && answered !== undefined) {
    return { state: 'ready', shown, isKept: answered.isKept, answeredAt: answered.answeredAt }
  }
  return isMissing ? { state: 'none', again } : { state: 'loading' }
}

function useAnswer(person: string | undefined) {
  const [held, setHeld] = useState<{ person: string; answered: Answered<CaptureDay> | undefined }>()
  const [asked, setAsked] = useState(0)
  const again = useCallback(() => setAsked((times) => times + 1), [])
  const drop = useCallback(() => {
    setHeld(undefined)
    again()
  }, [again])
  useReasonsToAsk(again, drop)
  useEffect(() => {
    if (person === undefined) return
    let isOver = false
    const take = (answered: Answered<CaptureDay> | undefined) => {
      if (!isOver) setHeld((before) => (answered === undefined && before?.person === person ? before : { person, answered }))
    }
    void load(take, asked === 0)
    return () => {
      isOver = true
    }
  }, [person, asked])
  const mine = held?.person === person ? held : undefined
  return { answered: mine?.answered, isMissing: mine !== undefined && mine.answered === undefined, again }
}

async function load(take: (answered: Answered<CaptureDay> | undefined) => void, isFirst: boolean): Promise<void> {
  const { answers } = device()
  const kept = isFirst ? await answers.recall(captureDay, {}).catch(() => undefined) : undefined
  if (kept !== undefined) take(kept)
  take(await answers.ask(captureDay, {}).catch(() => undefined))
}

const askEvery = 5 * 60_000
/** A queue that leaves entry by entry is asked about once, when it has left. */
const quietFor = 600

/** The network is back, somebody looks again, something of ours was accepted, or time has passed; an erasure takes what is held. */
function useReasonsToAsk(ask: () => void, drop: () => void): void {
  useEffect(() => {
    const { outbox, wire } = device()
    const accepted = () => outbox.view.get().sent.at(-1)?.id
    const look = () => document.visibilityState === 'visible' && ask()
    let last = accepted()
    let quiet: ReturnType<typeof setTimeout> | undefined
    const stopWatching = outbox.view.subscribe(() => {
      if (accepted() === last) return
      last = accepted()
      clearTimeout(quiet)
      quiet = setTimeout(ask, quietFor)
    })
    const stopHearing = wire.hear('answers', drop)
    const timer = setInterval(look, askEvery)
    addEventListener('online', ask)
    document.addEventListener('visibilitychange', look)
    return () => {
      stopWatching()
      stopHearing()
      clearTimeout(quiet)
      clearInterval(timer)
      removeEventListener('online', ask)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask, drop])
}

/** Words for taking part, in their order. */
export function useParticipations(): readonly (readonly [Participation, string])[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      ['watching', t`Watching`],
      ['joining', t`Joining in`],
      ['contributing', t`Contributing`],
      ['leading', t`Leading`],
    ],
    [t],
  )
}

/** Words for how near, in their order. */
export function useResponses(): readonly (readonly [Response, string])[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      ['not_yet', t`Not yet`],
      ['nearly', t`Nearly`],
      ['secure', t`Secure`],
    ],
    [t],
  )
}
