// Days and moments as people say them: "Tue 24 Nov", "today 10:55", and the year where it is another one.
import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { type Day, dayOf, type Moment, zone } from '../core/time.ts'

/** @example dayWords(i18n, '2026-11-24', '2026-11-30') // 'Tue 24 Nov' */
export function dayWords(i18n: I18n, day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  const words = i18n.date(new Date(`${day}T12:00:00Z`), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC', ...year })
  return words.replace(', ', ' ')
}

/** @example timeWords(i18n, '2026-11-24T10:55:00.000Z') // '10:55' */
export function timeWords(i18n: I18n, at: Moment): string {
  return i18n.date(new Date(at), { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone })
}

/** Words for days and moments in the language of the page. */
export function useDays(): {
  readonly today: Day
  /** "Tue 24 Nov" */
  readonly day: (day: Day) => string
  /** "Tue 24 Nov, 10:55", and "today 10:55" */
  readonly moment: (at: Moment) => string
  /** "Tue 24 Nov 2026, 10:55": for what is kept for years and printed */
  readonly inFull: (at: Moment) => string
} {
  const { i18n } = useLingui()
  const today = dayOf(new Date())
  const day = (one: Day) => dayWords(i18n, one, today)
  const moment = (at: Moment) => {
    const time = timeWords(i18n, at)
    return dayOf(at) === today ? i18n._(msg`today ${time}`) : `${day(dayOf(at))}, ${time}`
  }
  const inFull = (at: Moment) => `${dayWords(i18n, dayOf(at), '')}, ${timeWords(i18n, at)}`
  return { today, day, moment, inFull }
}
