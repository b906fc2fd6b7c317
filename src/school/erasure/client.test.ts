// Erasing on screen: the typed name and the sum of what goes.
import { describe, expect, it } from 'vitest'
import { isTypedName, recordsIn } from './client.ts'

describe('isTypedName', () => {
  it('takes the name as people type it, and no other', () => {
    expect(isTypedName('  callum  b ', 'Callum B')).toBe(true)
    expect(isTypedName('Callum', 'Callum B')).toBe(false)
    expect(isTypedName('', 'Callum B')).toBe(false)
  })
})

describe('recordsIn', () => {
  it('sums all but events', () => {
    const counts = {
      observations: 3,
      photos: 1,
      goals: 0,
      learnerWordings: 1,
      marks: 0,
      consents: 2,
      memberships: 1,
      others: 4,
      events: 9,
      letters: 1,
    }
    expect(recordsIn(counts)).toBe(13)
  })
})
