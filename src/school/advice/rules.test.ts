// The rules on advice: what stands, and what can't be written.
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

describe('advice', () => {
  const said = (id: string, saidOn: string, replacesId: string | null = null, isGone = false) => ({ id, saidOn, replacesId, isGone })
  it('stands until it is replaced or taken away, the last said first', () => {
    const all = [said('a', '2026-11-20'), said('b', '2026-11-23'), said('c', '2026-11-24', 'a'), said('d', '2026-11-24', 'b', true)]
    expect(rules.standingAdvice(all).map(({ id }) => id)).toEqual(['c'])
    expect(rules.standingAdvice(all.slice(0, 2)).map(({ id }) => id)).toEqual(['b', 'a'])
  })
  const words = { words: 'Paper folding before numbers', groupId: 'g', isGone: false, replacesId: null }
  const facts = { replacedGroupId: undefined, names: ['Callum'] }
  it.each([
    [{}, facts, undefined],
    [{ words: 'Let Callum fold first' }, facts, 'names_a_learner'],
    [{ isGone: true }, facts, 'nothing_to_take_away'],
    [{ isGone: true, replacesId: 'a', words: 'Let Callum fold first' }, { ...facts, replacedGroupId: 'g' }, undefined],
    [{ replacesId: 'a' }, { ...facts, replacedGroupId: 'other' }, 'advice_of_another'],
  ])('with %j on %j', (change, on, reason) => {
    expect(rules.adviceRefusal({ ...words, ...change }, on)?.reason).toBe(reason)
  })
  it('is asked of a subject lead', () => {
    expect(rules.askRefusal(['teacher', 'subject_lead'])).toBeUndefined()
    expect(rules.askRefusal(['teacher'])?.reason).toBe('not_a_lead')
  })
})
