// Rules of the timetable: which days are school days, which sessions a week has, and the id that each has on every device.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, isWithin, type Moment } from '../../core/time.ts'
import { addDays, momentAt, weekdayOf } from '../../core/wall-clock.ts'
import type { TermDates, WeeklyTime } from './contract.ts'

const dayLasts = 24 * 3_600_000

/** What a weekly time and all its sessions have in common: the id without its 48 bits of time. @example '7b3a-9c4e-2f1d8a6b5c40' */
export function tailOf(id: Id): string {
  return id.slice(14)
}

/**
 * The id of a weekly time's session on a day: that of the weekly time, with the day's midnight (UTC) as its time.
 * So every device knows it without asking, and two that begin the same session begin one.
 */
export function sessionIdOn(weeklyTimeId: Id, day: Day): Id {
  const time = Date.parse(day).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-${tailOf(weeklyTimeId)}`
}

/** The day that the id of a session of the timetable names; undefined for an id that was made by chance. */
export function dayOfSessionId(id: Id): Day | undefined {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  return time % dayLasts === 0 ? new Date(time).toISOString().slice(0, 10) : undefined
}

/** Whether there is school: in a term, and not closed. While no term was ever entered every day is in term, so that nobody waits for the office. */
export function isSchoolDay(day: Day, dates: readonly TermDates[]): boolean {
  const terms = dates.filter(({ kind }) => kind === 'term')
  const isIn = ({ fromOn, untilOn }: TermDates) => isWithin(day, fromOn, untilOn)
  return (terms.length === 0 || terms.some(isIn)) && !dates.some((one) => one.kind === 'closed' && isIn(one))
}

/** No holiday in a year is longer, but for the summer. */
export const mostDaysAhead = 35

/** Until which day sessions are worth knowing: a week of days with school, so that no holiday hides the first lesson after it. */
export function weekAhead(fromOn: Day, dates: readonly TermDates[]): Day {
  const all = Array.from({ length: mostDaysAhead }, (_, before) => addDays(fromOn, before + 1))
  const open = all.filter((day) => isSchoolDay(day, dates))
  return open[6] ?? addDays(fromOn, mostDaysAhead)
}

/** A session as the timetable plans it. */
export interface PlannedSession {
  readonly id: Id
  readonly groupId: Id
  readonly weeklyTimeId: Id
  /** The day that its id names. */
  readonly day: Day
  readonly startsAt: Moment
  readonly endsAt: Moment
}

/** The session of a weekly time on a day, whether or not there is school. */
export function plannedOn(time: Pick<WeeklyTime, 'id' | 'groupId' | 'startTime' | 'endTime'>, day: Day): PlannedSession {
  const { id, groupId, startTime, endTime } = time
  return {
    id: sessionIdOn(id, day),
    groupId,
    weeklyTimeId: id,
    day,
    startsAt: momentAt(day, startTime),
    endsAt: momentAt(day, endTime),
  }
}

/** The sessions that weekly times make from one day to another, both ends included, in the order of time. */
export function plannedSessions(
  times: readonly WeeklyTime[],
  dates: readonly TermDates[],
  { fromOn, untilOn }: { readonly fromOn: Day; readonly untilOn: Day },
): readonly PlannedSession[] {
  const planned: PlannedSession[] = []
  for (let day = fromOn; day <= untilOn; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    const meeting = times.filter((time) => time.weekday === weekday && isWithin(day, time.fromOn, time.untilOn))
    if (meeting.length > 0 && isSchoolDay(day, dates)) planned.push(...meeting.map((time) => plannedOn(time, day)))
  }
  return planned.sort((one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id))
}

/** Why a weekly time can't be set. */
export function weeklyTimeRefusal(time: Pick<WeeklyTime, 'startTime' | 'endTime' | 'fromOn' | 'untilOn'>): Refusal | undefined {
  if (time.endTime <= time.startTime) return refused('ends_before_start', 'endTime')
  return time.untilOn !== null && time.untilOn < time.fromOn ? refused('until_before_from', 'untilOn') : undefined
}

/** Why a period can't be entered: its end lies before its beginning, or a term lies over another. */
export function termDatesRefusal(made: Pick<TermDates, 'kind' | 'fromOn' | 'untilOn'>, dates: readonly TermDates[]): Refusal | undefined {
  if (made.untilOn < made.fromOn) return refused('until_before_from', 'untilOn')
  const isOver = (one: TermDates) => one.kind === 'term' && one.fromOn <= made.untilOn && made.fromOn <= one.untilOn
  return made.kind === 'term' && dates.some(isOver) ? refused('overlaps_term', 'fromOn') : undefined
}
