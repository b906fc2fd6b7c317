// Days in words: the organisation's day, and the year only where it is needed.
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { dayWords, timeWords } from './days.ts'

const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } })

describe('days in words', () => {
  it('leave the year out while it is this one', () => {
    expect(dayWords(i18n, '2026-11-24', '2026-12-31')).toBe('Tue 24 Nov')
    expect(dayWords(i18n, '2026-11-24', '2027-01-11')).toBe('Tue 24 Nov 2026')
  })
  it('say the hour of the organisation’s zone', () => {
    expect(timeWords(i18n, '2026-11-24T10:55:00.000Z')).toBe('10:55')
    expect(timeWords(i18n, '2026-06-30T23:30:00.000Z')).toBe('00:30')
  })
})
