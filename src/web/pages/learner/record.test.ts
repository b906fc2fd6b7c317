// A learner's record on screen: what this device noted, took back, corrected and marked lies over the server's answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../../core/ids.ts'
import type { LearnerObservation, NewObservation } from '../../../school/observations/contract.ts'
import { type AnsweredRecord, type PendingRecord, withPendingRecord } from './record.ts'

const [learnerId, goalId, criterionId, dawn] = [newId(), newId(), newId(), newId()]
const author = { personId: dawn, name: 'Dawn Okafor' }
const nothing: PendingRecord = { recorded: [], corrected: [], withdrawn: [], marked: [], unmarked: [], symbols: [], helps: [] }
const pending = <I>(input: I) => ({ id: newId(), input, state: 'waiting' as const })

function made(change: Partial<NewObservation> = {}): NewObservation {
  return {
    id: newId(),
    learnerId,
    groupId: newId(),
    sessionId: null,
    goalId,
    criterionId,
    helpLevel: 'self',
    response: 'secure',
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: '2026-11-24T10:50:00.000Z',
    ...change,
  }
}

const noted = (change: Partial<NewObservation> = {}): LearnerObservation => ({
  ...made(change),
  correctsId: null,
  recordedBy: dawn,
  recordedByName: 'Dawn Okafor',
  recordedAt: '2026-11-24T11:50:00.000Z',
})

const seen = noted()
const heard = noted({ source: 'heard', observedAt: '2026-11-24T10:40:00.000Z' })
const criterion = {
  id: criterionId,
  shortName: 'Explain',
  childText: 'I can explain',
  adultText: null,
  kind: 'must' as const,
  position: 1,
  state: 'secure' as const,
  helpLevel: 'self' as const,
  restsOn: [seen.id, heard.id],
}
const answer: AnsweredRecord = {
  learner: { id: learnerId, name: 'Callum B', symbol: null, whatHelps: null, groups: [] },
  goals: [
    {
      id: goalId,
      groupId: newId(),
      learnerId: null,
      wording: 'Fractions',
      statement: null,
      setAt: '2026-11-20T10:00:00.000Z',
      closedAt: null,
      criteria: [criterion],
    },
  ],
  observations: [seen, heard],
  beforeAfter: [{ criterionId, beforeId: heard.id, afterId: seen.id }],
  canMarkMet: true,
}

const show = (change: Partial<PendingRecord>) => withPendingRecord(answer, { ...nothing, ...change }, author)
const stateIn = (shown: ReturnType<typeof show>) => shown.goals[0]?.criteria[0]?.state

describe('withPendingRecord', () => {
  it('leaves the answer as it is where nothing waits', () => {
    const shown = show({})
    expect(shown.moments.map(({ id, sending }) => [id, sending])).toEqual([
      [seen.id, 'sent'],
      [heard.id, 'sent'],
    ])
    expect([stateIn(shown), shown.beforeAfter.length]).toEqual(['secure', 1])
  })

  it('shows a moment that waits at its place, and works the state out anew', () => {
    const fresh = made({ response: 'not_yet', observedAt: '2026-11-24T10:45:00.000Z' })
    const latest = made({ response: 'not_yet', observedAt: '2026-11-24T10:55:00.000Z' })
    const shown = show({ recorded: [pending(fresh), pending(latest), pending(made({ learnerId: newId() }))] })
    expect(shown.moments.map(({ id, sending }) => [id, sending])).toEqual([
      [latest.id, 'waiting'],
      [seen.id, 'sent'],
      [fresh.id, 'waiting'],
      [heard.id, 'sent'],
    ])
    expect(shown.moments[0]?.recordedByName).toBe('Dawn Okafor')
    expect(stateIn(shown)).toBe('not_yet')
  })

  it('calls a misconception by its name before it is sent', () => {
    const named = made({ misconceptionId: newId() })
    const names = new Map([[named.misconceptionId ?? '', 'Adds the bottoms']])
    const waiting = { ...nothing, recorded: [pending(named), pending(made({ observedAt: '2026-11-24T10:00:00.000Z' }))] }
    const shown = withPendingRecord(answer, waiting, { ...author, misconceptions: names })
    expect(shown.moments.find(({ id }) => id === named.id)?.misconceptionName).toBe('Adds the bottoms')
    expect(shown.moments.filter(({ misconceptionName }) => misconceptionName !== undefined)).toHaveLength(1)
  })

  it('lets go at once of what was withdrawn, and of pictures that rested on it', () => {
    const shown = show({ withdrawn: [pending({ observationId: heard.id })] })
    expect(shown.moments.map(({ id }) => id)).toEqual([seen.id])
    expect([stateIn(shown), shown.beforeAfter]).toEqual(['not_enough_yet', []])
  })

  it('keeps what a refused withdrawal did not take', () => {
    expect(show({ withdrawn: [{ ...pending({ observationId: heard.id }), state: 'held' }] }).moments).toHaveLength(2)
  })

  it('puts a correction in the place of what it corrects', () => {
    const better = { ...made({ response: 'nearly' }), correctsId: seen.id }
    const shown = show({ corrected: [pending(better)] })
    expect(shown.moments.map(({ id }) => id)).toEqual([better.id, heard.id])
    expect(stateIn(shown)).toBe('nearly')
  })

  it('shows a mark and its taking back in the order of the acts', () => {
    const [first, second] = ['0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40', '0193a5c2-7d1f-7b3a-9c4e-2f1d8a6b5c40'] as const
    const act = (id: string) => ({ ...pending({ criterionId, learnerId }), id })
    expect(stateIn(show({ marked: [act(first)] }))).toBe('met')
    expect(stateIn(show({ marked: [act(first)], unmarked: [act(second)] }))).toBe('secure')
    expect(stateIn(show({ marked: [act(second)], unmarked: [act(first)] }))).toBe('met')
  })

  it('shows the learner’s latest symbol and what helps', () => {
    const shown = show({
      symbols: [pending({ learnerId, symbol: 'football' })],
      helps: [pending({ learnerId, whatHelps: 'Short goals' })],
    })
    expect(shown.learner).toMatchObject({ symbol: 'football', whatHelps: 'Short goals' })
  })
})
