// The sample's calendar: school days counted back from the day on which it is begun, so that "today" always has something.
import { type Day, dayOf, zone } from '../core/time.ts'

/** When what happens on the last school day is over, on the clock. */
const lastBell = '11:50'
const minute = 60_000

export interface Calendar {
  /** The school day that lies so many school days before the last one; 0 is today, or Friday at a weekend. @example day(5) */
  day(back: number): Day
  /** A moment on that day by the clock of the school. On the last day, everything is moved earlier when the sample begins before it is over. */
  at(back: number, time: string): Date
  /** A day that lies so many weekdays after the last one, for what is still to come. */
  ahead(days: number): Day
}

/** Builds the calendar of a sample that is begun at that moment. */
export function calendarOf(beganAt: Date): Calendar {
  const today = dayOf(beganAt)
  const early = beganAt.getTime() - minute * 75
  // Soon after midnight there is no room for a lesson yet: the last day is the one before.
  const last = stepWeekday(dayOf(new Date(early)) === today ? today : dayOf(new Date(early)), 0)
  const day = (back: number) => stepWeekday(last, -back)
  const late = last === today ? Math.max(0, clockTime(last, lastBell).getTime() - (beganAt.getTime() - minute)) : 0
  return {
    day,
    at: (back, time) => new Date(clockTime(day(back), time).getTime() - (back === 0 ? late : 0)),
    ahead: (days) => stepWeekday(last, days),
  }
}

/** So many weekdays further or back; a day at a weekend first goes back to Friday. */
function stepWeekday(from: Day, steps: number): Day {
  const date = new Date(`${from}T12:00:00Z`)
  const isWeekend = () => date.getUTCDay() === 0 || date.getUTCDay() === 6
  while (isWeekend()) date.setUTCDate(date.getUTCDate() - 1)
  for (let left = Math.abs(steps); left > 0; ) {
    date.setUTCDate(date.getUTCDate() + Math.sign(steps))
    if (!isWeekend()) left -= 1
  }
  return date.toISOString().slice(0, 10)
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The moment at which the school's clock shows this time on this day; no lesson is in the night when the clock is changed. */
function clockTime(day: Day, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00.000Z`)
  const shown = clock.format(asUtc)
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return new Date(asUtc.getTime() - (minutes(shown) - minutes(time)) * minute)
}
