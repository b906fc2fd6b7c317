// The clock on the school's wall: times of a day as a timetable has them, and the moments that they are, over every change of clocks.
import * as z from 'zod/mini'
import { type Day, dayOf, type Moment, zone } from './time.ts'

/** Minutes of a wall clock, `10:45`. Fields that hold one end in `Time`. */
export const WallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export type WallTime = z.infer<typeof WallTime>

/** @example addDays('2026-11-30', 1) // '2026-12-01' */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. @example weekdayOf('2026-11-24') // 2 */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7
}

const wallFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** What the clock on the wall shows. @example wallTimeOf('2026-06-30T09:45:00.000Z') // '10:45', summer time */
export function wallTimeOf(at: Moment | Date): WallTime {
  return wallFormat.format(typeof at === 'string' ? new Date(at) : at)
}

/**
 * The moment at which the clock on the wall shows a time of a day. In the hour that October has twice it is the first;
 * a time in the hour that March leaves out is taken as if the clocks had not changed yet: an hour later on the wall.
 * @example momentAt('2026-06-30', '10:45') // '2026-06-30T09:45:00.000Z'
 */
export function momentAt(day: Day, time: WallTime): Moment {
  const asIfUtc = Date.parse(`${day}T${time}:00.000Z`)
  const candidates = [offsetAt(asIfUtc - halfDay), offsetAt(asIfUtc + halfDay)].map((offset) => asIfUtc - offset)
  const [before = asIfUtc] = candidates
  const right = candidates.filter((one) => one + offsetAt(one) === asIfUtc)
  return new Date(right.length === 0 ? before : Math.min(...right)).toISOString()
}

const halfDay = 12 * 3_600_000

/** By how many milliseconds the wall clock is ahead of UTC at a moment. */
function offsetAt(at: number): number {
  const date = new Date(at)
  return Date.parse(`${dayOf(date)}T${wallTimeOf(date)}:00.000Z`) - Math.floor(at / 60_000) * 60_000
}

/** Days from Monday to Friday after the first day, up to the second. @example workingDaysBetween('2026-11-06', '2026-11-11') // 3: Monday to Wednesday */
export function workingDaysBetween(from: Day, until: Day): number {
  let count = 0
  for (let day = from; day < until; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) <= 5) count += 1
  }
  return count
}

/** The day that lies so many working days later. @example addWorkingDays('2026-11-06', 3) // '2026-11-11' */
export function addWorkingDays(from: Day, days: number): Day {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) <= 5) left -= 1
  }
  return day
}
