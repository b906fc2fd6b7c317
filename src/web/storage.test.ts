// What a browser's answers mean for what is kept on it.
import { describe, expect, it } from 'vitest'
import { keepingOf } from './storage.ts'

const promised = { isPersisted: true, isAppleTouch: false, isInstalled: false }

describe('keeping', () => {
  it.each([
    ['a promise', promised, 'kept'],
    ['no promise', { ...promised, isPersisted: false }, 'not_promised'],
    ['an iPad in its browser, whatever it says', { ...promised, isAppleTouch: true }, 'install_first'],
    ['an iPad from the home screen', { ...promised, isAppleTouch: true, isInstalled: true }, 'kept'],
  ] as const)('%s', (_what, facts, keeping) => {
    expect(keepingOf(facts)).toBe(keeping)
  })
})
