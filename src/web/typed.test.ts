// What was typed to say a name again.
import { describe, expect, it } from 'vitest'
import { isTypedName } from './typed.ts'

describe('isTypedName', () => {
  it('takes the name as people type it, and no other', () => {
    expect(isTypedName('  callum  b ', 'Callum B')).toBe(true)
    expect(isTypedName('Callum', 'Callum B')).toBe(false)
    expect(isTypedName('', 'Callum B')).toBe(false)
  })
})
