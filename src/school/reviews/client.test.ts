// An example in the making, and with what waits on the device.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { exampleOf, withPendingExamples } from './client.ts'
import type { NewExample } from './contract.ts'

const [callum, maisie] = [newId(), newId()]
const learners = [
  { id: callum, name: 'Callum B' },
  { id: maisie, name: 'Maisie T' },
]
const now = new Date('2026-11-24T10:44:00.000Z')
const session = { id: newId(), groupName: '4H', startsAt: '2026-11-24T10:45:00.000Z' }

describe('exampleOf and withPendingExamples', () => {
  it('a sentence is for the child whom it names, and shown before it is sent', () => {
    const made = exampleOf('Callum’s strips line up now', session.id, learners, now) as NewExample
    expect(made.learnerId).toBe(callum)
    expect(exampleOf('Callum helps Maisie now', session.id, learners, now)).toMatchObject({ reason: 'names_two' })
    const kept = [{ id: made.id, input: made, state: 'waiting' as const }]
    const shown = withPendingExamples([], { kept, withdrawn: [] }, session, learners)
    expect(shown).toMatchObject([{ nameless: 'A learner’s strips line up now', learner: { name: 'Callum B' } }])
    const back = { id: newId(), exampleId: made.id, learnerId: callum }
    const withdrawn = [{ id: back.id, input: back, state: 'waiting' as const }]
    expect(withPendingExamples([], { kept, withdrawn }, session, learners)).toEqual([])
  })
})
