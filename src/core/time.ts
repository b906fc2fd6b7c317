// Moments and days: ISO 8601 text at every border, the organisation's own zone for what a person calls a day.
import * as z from 'zod/mini'

/** A moment in UTC with milliseconds, as `Date.prototype.toISOString` writes it. Fields that hold one end in `At`. */
export const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), z.refine(isOnCalendar))
export type Moment = z.infer<typeof Moment>

/** A day of the calendar, `2026-11-24`. Fields that hold one end in `On`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isOnCalendar))
export type Day = z.infer<typeof Day>

/** Whether ISO text names a moment or day that there is: the 30th of February is none. */
function isOnCalendar(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Where the server reads the time; tests and the sample school set their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** @example moment(new Date(0)) // '1970-01-01T00:00:00.000Z' */
export function moment(date: Date): Moment {
  return date.toISOString()
}

/** The zone that days and hours are shown in, until an organisation can choose another. */
export const zone = 'Europe/London'

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/**
 * The day on which a moment falls where the organisation is.
 * @example dayOf('2026-06-30T23:30:00.000Z') // '2026-07-01', summer time
 */
export function dayOf(at: Moment | Date): Day {
  return dayFormat.format(typeof at === 'string' ? new Date(at) : at)
}

/** Whether a day lies in a period; both ends belong to it, an open end is open. @example isWithin('2026-11-24', '2026-09-01', undefined) // true */
export function isWithin(day: Day, from: Day, until: Day | null | undefined): boolean {
  return from <= day && (until === null || until === undefined || day <= until)
}
