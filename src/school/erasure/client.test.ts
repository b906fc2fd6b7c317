// Erasing on screen: the sum of what goes.
import { describe, expect, it } from 'vitest'
import { recordsIn } from './client.ts'

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
