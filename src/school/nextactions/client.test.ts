// Next actions in the making, and with what the device noted and marked laid over the answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type ActionDraft, actionOf, withPendingActions } from './client.ts'
import type { NewAction } from './contract.ts'

const [callum, theo] = [newId(), newId()]
const learners = [
  { id: callum, name: 'Callum B' },
  { id: theo, name: 'Theo W' },
]
const now = new Date('2026-11-24T11:44:00.000Z')
const session = { id: newId(), groupId: newId(), groupName: '4H', startsAt: '2026-11-24T10:45:00.000Z' }
const draft: ActionDraft = { owner: 'practitioner', learnerId: null, wording: ' Step card ready ', dueOn: null }

describe('actionOf', () => {
  it('is for the child whom it names; a child’s own words are for that child', () => {
    expect(actionOf(draft, session.id, learners, now)).toMatchObject({ learnerId: null, wording: 'Step card ready' })
    expect(actionOf({ ...draft, wording: 'Step card for Theo' }, session.id, learners, now)).toMatchObject({ learnerId: theo })
    expect(actionOf({ ...draft, wording: 'Theo beside Callum' }, session.id, learners, now)).toMatchObject({ reason: 'names_two' })
    const own: ActionDraft = { ...draft, owner: 'learner', wording: 'I go with Callum' }
    expect(actionOf(own, session.id, learners, now)).toMatchObject({ reason: 'learner_missing' })
    expect(actionOf({ ...own, learnerId: theo }, session.id, learners, now)).toMatchObject({ learnerId: theo })
  })
})

describe('withPendingActions', () => {
  const waiting = <T>(input: T, state: 'waiting' | 'held' = 'waiting') => ({ id: newId(), input, state })
  const made = actionOf({ ...draft, wording: 'Step card for Theo' }, session.id, learners, now) as NewAction
  const mark = { id: newId(), actionId: made.id, learnerId: theo, outcome: 'done' as const, sessionId: null, markedAt: made.notedAt }
  const known = { self: { id: newId(), name: 'Dawn Okafor' }, session, today: '2026-11-25' }
  const answer = { learners, actions: [] }
  it('shows what was noted here, done or taken back; a refused mark marks nothing', () => {
    const added = [waiting(made)]
    const shown = (marked: Parameters<typeof withPendingActions>[1]['marked']) =>
      withPendingActions(answer, { added, marked }, known).actions
    expect(shown([])).toMatchObject([{ learner: { name: 'Theo W' }, isWaiting: true, isDone: false, isDue: true }])
    expect(shown([waiting(mark)])).toMatchObject([{ isDone: true }])
    expect(shown([waiting(mark, 'held')])).toMatchObject([{ isDone: false }])
    expect(shown([waiting({ ...mark, outcome: 'withdrawn' as const })])).toEqual([])
  })
})
