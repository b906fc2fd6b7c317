// Consent on screen: what this device kept lies over the answer.
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { countSaid, type GroupConsents, withPendingConsents } from './client.ts'

const [callum, maisie] = [newId(), newId()]
const nothing = { photo_of_work: null, portfolio_descriptor: null }
const answer: GroupConsents = {
  group: { id: newId(), name: '4H' },
  learners: [
    { id: callum, name: 'Callum B', symbol: null, said: { ...nothing, photo_of_work: { isGiven: true, toldOn: '2026-11-20' } } },
    { id: maisie, name: 'Maisie T', symbol: null, said: nothing },
  ],
  canSet: true,
}
const no = (learnerId: string, toldOn: string) => ({
  id: newId(),
  state: 'waiting' as const,
  input: { learnerId, purpose: 'photo_of_work' as const, isGiven: false, toldOn },
})

describe('withPendingConsents', () => {
  it('lets what was told on the same day or later hold, and nothing earlier', () => {
    const photoOf = (day: string) => withPendingConsents(answer, [no(callum, day)]).learners[0]?.said.photo_of_work
    expect(photoOf('2026-11-20')).toEqual({ isGiven: false, toldOn: '2026-11-20' })
    expect(photoOf('2026-11-19')).toEqual({ isGiven: true, toldOn: '2026-11-20' })
  })

  it('leaves out what was refused', () => {
    expect(withPendingConsents(answer, [{ ...no(maisie, '2026-11-24'), state: 'held' }])).toEqual(answer)
  })
})

describe('countSaid', () => {
  it('counts yes, no and not asked', () => {
    const { learners } = withPendingConsents(answer, [no(maisie, '2026-11-24')])
    expect(countSaid(learners, 'photo_of_work')).toEqual({ yes: 1, no: 1, unasked: 0 })
    expect(countSaid(learners, 'portfolio_descriptor')).toEqual({ yes: 0, no: 0, unasked: 2 })
  })
})
