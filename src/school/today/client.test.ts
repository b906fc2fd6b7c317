// Today on the device: what was begun, opened or answered here a moment ago.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { ShownSession } from '../sessions/contract.ts'
import { daysOf, withoutDone, withPendingSessions } from './client.ts'

describe('on the device', () => {
  const group = { id: newId(), name: '4H', subject: 'Mathematics', cover: 'sky' as const }
  const shown = (startsAt: string): ShownSession => ({
    ...{ id: newId(), groupId: group.id, groupName: '4H', subject: 'Mathematics', cover: 'sky' },
    ...{ startsAt, endsAt: startsAt, isOpen: false, isCancelled: false, takenBy: null },
  })
  const pending = <I>(input: I, state: 'waiting' | 'held' = 'waiting') => ({ id: newId(), input, state })
  it('a session begun here stands among the others, one opened here is open', () => {
    const [early, late] = [shown('2026-11-24T09:00:00.000Z'), shown('2026-11-24T13:00:00.000Z')]
    const begun = { id: newId(), groupId: group.id, startedAt: '2026-11-24T10:50:00.000Z' }
    const laid = withPendingSessions([early, late], { started: [pending(begun)], opened: [pending(late)] }, [group])
    expect(laid.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      [early.id, false],
      [begun.id, true],
      [late.id, true],
    ])
    expect(withPendingSessions([late], { started: [], opened: [pending(late, 'held')] }, [group])).toEqual([late])
  })
  it('today, and the next day that has sessions', () => {
    const all = ['2026-11-24T09:00:00.000Z', '2026-11-26T09:00:00.000Z', '2026-11-26T10:00:00.000Z', '2026-11-27T09:00:00.000Z'].map(shown)
    expect(daysOf(all, '2026-11-24')).toEqual({ today: [all[0]], later: [all[1], all[2]] })
    expect(daysOf([], '2026-11-24')).toEqual({ today: [], later: [] })
  })
  it('what was answered here waits no more', () => {
    const brief = { sessionId: newId(), groupId: group.id, groupName: '4H', subject: 'Mathematics', cover: 'sky' as const }
    const briefs = [{ ...brief, startedAt: '', askedByName: '', askedAt: '' }]
    const handover = { id: newId(), groupId: group.id, groupName: '4H', sentByName: '', sentAt: '', isUrgent: false, isRead: false }
    const about = { groupId: group.id, groupName: '4H', owner: 'practitioner' as const, learner: null, wording: 'Make cards', dueOn: null }
    const noted = { notedBy: { id: newId(), name: '' }, notedAt: '', isDone: false, seenIn: null }
    const action = { id: newId(), sessionId: newId(), sessionStartedAt: '', ...about, ...noted }
    const waiting = {
      briefs,
      withoutBrief: [brief.sessionId],
      advice: [],
      agreements: [],
      handovers: [handover],
      decisions: [],
      actions: [action],
    }
    const none = { steps: [], written: [], decided: [], marked: [] }
    expect(withoutDone(waiting, none)).toEqual(waiting)
    expect(withoutDone(waiting, { ...none, steps: [pending({ sessionId: brief.sessionId, step: 'answered' })] }).briefs).toEqual([])
    expect(withoutDone(waiting, { ...none, written: [pending({ sessionId: brief.sessionId })] }).withoutBrief).toEqual([])
    expect(withoutDone(waiting, { ...none, decided: [pending({ handoverId: handover.id })] }).handovers).toEqual([])
    expect(withoutDone(waiting, { ...none, marked: [pending({ actionId: action.id, outcome: 'done' })] }).actions).toEqual([])
    expect(withoutDone(waiting, { ...none, marked: [pending({ actionId: action.id, outcome: 'open' })] }).actions).toEqual([action])
    expect(withoutDone(waiting, { ...none, decided: [pending({ handoverId: handover.id }, 'held')] }).handovers).toEqual([handover])
  })
})
