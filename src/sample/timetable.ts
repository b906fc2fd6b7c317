// The timetable of the sample: terms around today, and when the groups meet, so that the day and the week are full.
import { addDays, weekdayOf } from '../core/wall-clock.ts'
import { type TermKind, termDatesAdd, weeklyTimeAdd } from '../school/timetable/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { groups, type SampleGroup } from './learners.ts'
import type { Scene, Stage } from './stage.ts'

export function timetableScenes(calendar: Calendar): Scene[] {
  return [
    { at: calendar.at(43, '09:30'), play: (stage) => enterTerms(stage, calendar) },
    { at: calendar.at(14, '08:10'), play: (stage) => setTimes(stage, calendar) },
  ]
}

/** A term that has begun long ago and goes on, with a day in it that the school is closed on; and the one after. */
async function enterTerms(stage: Stage, { day, at, ahead }: Calendar): Promise<void> {
  const begins = day(50)
  const dates: readonly (readonly [string, TermKind, string, string])[] = [
    ['This term', 'term', begins, addDays(begins, 111)],
    ['Inset day', 'closed', ahead(9), ahead(9)],
    ['Next term', 'term', addDays(begins, 126), addDays(begins, 210)],
  ]
  for (const [name, kind, fromOn, untilOn] of dates)
    await stage.send(school.joan, at(43, '09:30'), `dates ${name}`, termDatesAdd, {
      ...{ id: stage.id(`dates ${name}`), name, kind, fromOn, untilOn },
    })
}

const everyDay = [1, 2, 3, 4, 5]

/** Today's support lesson was begun unplanned; from the next school day on it is in the timetable. */
async function setTimes(stage: Stage, calendar: Calendar): Promise<void> {
  const { class4H, class2C, boost } = groups
  const today = calendar.day(0)
  const next = calendar.ahead(1)
  const support = [1, 2, 3].map((days) => weekdayOf(calendar.ahead(days)))
  const plan: readonly (readonly [SampleGroup, readonly number[], string, string, string])[] = [
    [class4H, everyDay, '09:15', '10:15', today],
    [class4H, everyDay, '13:30', '14:30', today],
    [class2C, everyDay, '09:30', '10:30', today],
    [boost, support, '10:45', '11:45', next],
  ]
  for (const [group, weekdays, startTime, endTime, fromOn] of plan)
    for (const weekday of weekdays) {
      const label = `time ${group.label} ${weekday} ${startTime}`
      const time = { id: stage.id(label), groupId: stage.id(group.label), weekday, startTime, endTime, fromOn, untilOn: null }
      await stage.send(group.teacher, calendar.at(14, '08:10'), label, weeklyTimeAdd, time)
    }
}
