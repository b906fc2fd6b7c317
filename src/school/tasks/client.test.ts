// Tasks on screen: what this device kept and noted lies over the server's answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { withPendingTasks } from './client.ts'

const [learnerId, sessionId] = [newId(), newId()]
const task = (idea: string | null, keptAt: string, taskId = newId()) => ({ taskId, sessionId, learnerId, interest: 'trains', idea, keptAt })
const note = (seen: string | null, notedAt: string) => ({ sessionId, learnerId, seen, notedAt })
const [first, later] = ['2026-11-24T10:40:00.000Z', '2026-11-24T10:45:00.000Z']
const pending = <I extends object>(input: I, state: 'waiting' | 'held' = 'waiting') => ({
  id: newId(),
  input: { id: newId(), ...input },
  state,
})
const kept = { ...task('Track fractions', first), idea: 'Track fractions', keptByName: 'Mark Hartley' }
const answer = { tasks: [kept], motivations: [{ ...note('Started at once', first), seen: 'Started at once', notedByName: 'Mark Hartley' }] }
const show = (change: Partial<Parameters<typeof withPendingTasks>[1]>) =>
  withPendingTasks(answer, { kept: [], noted: [], ...change }, 'Dawn Okafor').tasks.map(({ idea, seen }) => [idea, seen])

describe('withPendingTasks', () => {
  it('shows what was kept here first, beside what was seen in its session', () => {
    expect(show({ kept: [pending(task('Carriages', later))] })).toEqual([
      ['Carriages', 'Started at once'],
      ['Track fractions', 'Started at once'],
    ])
  })
  it('says it anew, takes it back, and leaves it where that was refused', () => {
    expect(show({ kept: [pending(task('Platforms', later, kept.taskId))] })).toEqual([['Platforms', 'Started at once']])
    expect(show({ kept: [pending(task(null, later, kept.taskId))] })).toEqual([])
    expect(show({ kept: [pending(task(null, later, kept.taskId), 'held')] })).toHaveLength(1)
    expect(show({ noted: [pending(note(null, later))] })).toEqual([['Track fractions', undefined]])
  })
})
