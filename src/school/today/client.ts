// Today on screen: the last answer with what this device did since laid over it.
import { useEffect, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { briefTakeStep, briefWrite } from '../briefs/contract.ts'
import { useMyGroups } from '../groups/client.ts'
import { handoverDecide } from '../handovers/contract.ts'
import { nextActionMark } from '../nextactions/contract.ts'
import { begunHere } from '../sessions/client.ts'
import { type ShownSession, sessionOpen, sessionStart } from '../sessions/contract.ts'
import { todayMine, type Waiting } from './contract.ts'

export interface ShownToday {
  readonly sessions: readonly ShownSession[]
  readonly waiting: Waiting
}

interface PendingSessions {
  readonly started: readonly Pending<{ id: Id; groupId: Id; startedAt: string }>[]
  readonly opened: readonly Pending<{ id: Id }>[]
}

/** Sessions with those that were begun on this device, in the order of time. */
export function withPendingSessions(
  sessions: readonly ShownSession[],
  { started, opened }: PendingSessions,
  groups: readonly Parameters<typeof begunHere>[1][],
): readonly ShownSession[] {
  const known = new Set(sessions.map(({ id }) => id))
  const open = new Set(opened.filter(({ state }) => state !== 'held').map(({ input }) => input.id))
  const fresh = started.flatMap(({ input }) => {
    const group = groups.find(({ id }) => id === input.groupId)
    return group === undefined || known.has(input.id) ? [] : [begunHere(input, group)]
  })
  return [...sessions.map((one) => ({ ...one, isOpen: one.isOpen || open.has(one.id) })), ...fresh].sort((one, other) =>
    one.startsAt.localeCompare(other.startsAt),
  )
}

interface PendingActs {
  readonly steps: readonly Pending<{ sessionId: Id; step: string }>[]
  readonly written: readonly Pending<{ sessionId: Id }>[]
  readonly decided: readonly Pending<{ handoverId: Id }>[]
  readonly marked: readonly Pending<{ actionId: Id; outcome: string }>[]
}

/** What waits, without what was done about it on this device a moment ago. */
export function withoutDone(waiting: Waiting, { steps, written, decided, marked }: PendingActs): Waiting {
  const isAnswered = (sessionId: Id) => steps.findLast(({ input }) => input.sessionId === sessionId)?.input.step === 'answered'
  const touched = new Set([...steps.map(({ input }) => input.sessionId), ...written.map(({ input }) => input.sessionId)])
  const isOver = (actionId: Id) => (marked.findLast(({ input }) => input.actionId === actionId)?.input.outcome ?? 'open') !== 'open'
  return {
    ...waiting,
    actions: waiting.actions.filter(({ id }) => !isOver(id)),
    briefs: waiting.briefs.filter(({ sessionId }) => !isAnswered(sessionId)),
    withoutBrief: waiting.withoutBrief.filter((id) => !touched.has(id)),
    handovers: waiting.handovers.filter(({ id }) => !decided.some(({ input, state }) => input.handoverId === id && state !== 'held')),
  }
}

/** Today for whoever is here. */
export function useToday(): Asked<ShownToday> {
  const asked = useAsked(todayMine, {})
  const started = usePending(sessionStart, asked)
  const opened = usePending(sessionOpen, asked)
  const steps = usePending(briefTakeStep, asked)
  const written = usePending(briefWrite, asked)
  const decided = usePending(handoverDecide, asked)
  const marked = usePending(nextActionMark, asked)
  const groups = useMyGroups()
  if (asked.state !== 'answered') return asked
  const { sessions, waiting } = asked.answer
  const known = groups.state === 'answered' ? groups.answer : []
  return {
    ...asked,
    answer: {
      sessions: withPendingSessions(sessions, { started, opened }, known),
      waiting: withoutDone(waiting, { steps, written, decided, marked }),
    },
  }
}

/** The sessions of a day, and the first later day that has some: what can be prepared. */
export function daysOf(
  sessions: readonly ShownSession[],
  today: Day,
): { readonly today: readonly ShownSession[]; readonly later: readonly ShownSession[] } {
  const on = (day: Day | undefined) => sessions.filter(({ startsAt }) => dayOf(startsAt) === day)
  const laterDay = sessions.map(({ startsAt }) => dayOf(startsAt)).find((day) => day > today)
  return { today: on(today), later: on(laterDay) }
}

const tick = 20_000

/** The time, for what goes on now. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tick)
    return () => clearInterval(timer)
  }, [])
  return now
}
