// Mending: what no longer fits is left out, what was seen stays.
import { describe, expect, it } from 'vitest'
import { mended, mendFor, rewritten, writtenIn } from './mending.ts'

const observation = {
  id: 'o',
  goalId: 'g',
  criterionId: 'c',
  sessionId: 's',
  photoId: 'p',
  whatSeen: 'Lined the strips up',
  childWords: null,
  myView: null,
}

describe('mending', () => {
  it.each([
    ['goal_closed', { goalId: null, criterionId: null }],
    ['criterion_of_another_goal', { goalId: null, criterionId: null }],
    ['session_of_another', { sessionId: null }],
    ['photo_of_another', { photoId: null }],
  ])('%s leaves out what no longer fits, and nothing else', (reason, without) => {
    const mend = mendFor({ code: 'refused', reason })
    if (mend === undefined) throw new Error('no mend')
    expect(mended(observation, mend)).toEqual({ ...observation, ...without })
  })
  it('does not pretend to help where nothing would', () => {
    expect(mendFor({ code: 'refused', reason: 'in_future' })).toBeUndefined()
    expect(mendFor({ code: 'not_found' })).toBeUndefined()
  })
})

describe('other words', () => {
  it('take the place of the old ones; an empty part is none', () => {
    expect(writtenIn(observation)).toEqual({ whatSeen: 'Lined the strips up', childWords: '', myView: '' })
    const written = { whatSeen: ' ', childWords: ' They are the same! ', myView: '' }
    expect(rewritten(observation, written)).toEqual({ ...observation, whatSeen: null, childWords: 'They are the same!', myView: null })
  })
})
