// The timetable: when the school is open, and when each group meets.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { WallTime } from '../../core/wall-clock.ts'
import { Cover } from '../groups/contract.ts'

/** A term, or days within one on which the school is closed: half-term, inset. */
export const TermKind = z.enum(['term', 'closed'])
export type TermKind = z.infer<typeof TermKind>

export const TermName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

const period = { id: Id, kind: TermKind, fromOn: Day, untilOn: Day }

/** Both ends belong to it. */
export const TermDates = z.object({ ...period, name: z.string() })
export type TermDates = z.infer<typeof TermDates>

/** When a group meets each week, on the wall clock of the school. */
export const WeeklyTime = z.object({
  id: Id,
  groupId: Id,
  /** 1 is Monday. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  startTime: WallTime,
  endTime: WallTime,
  fromOn: Day,
  /** The last day; null for no end. */
  untilOn: z.nullable(Day),
})
export type WeeklyTime = z.infer<typeof WeeklyTime>

/** Refused: `until_before_from`, `overlaps_term`. */
export const termDatesAdd = command('termDates.add', {
  where: 'school',
  summary: 'Enter a term, or days within one on which the school is closed.',
  input: z.object({ ...period, name: TermName }),
  output: z.object({}),
})

/** Sessions that took place keep their records. */
export const termDatesRemove = command('termDates.remove', {
  where: 'school',
  summary: 'Take a term or closed days out of the calendar.',
  input: z.object({ id: Id }),
  output: z.object({}),
})

export const termDatesAll = query('termDates.all', {
  where: 'school',
  summary: 'Terms and closed days, in their order.',
  input: z.object({}),
  output: z.object({ dates: z.array(TermDates) }),
})

/** Refused: `ends_before_start`, `until_before_from`, `group_closed`. */
export const weeklyTimeAdd = command('weeklyTime.add', {
  where: 'school',
  summary: 'Give a group a time of the week, from a day on.',
  input: WeeklyTime,
  output: z.object({}),
})

/**
 * `untilOn` is the last day, or null to go on without an end: so that what was ended can be undone. A time that ends before it begins never was.
 * Sessions that took place keep their records.
 */
export const weeklyTimeEnd = command('weeklyTime.end', {
  where: 'school',
  summary: 'Say until when a group has a time of the week.',
  input: z.object({ id: Id, groupId: Id, untilOn: z.nullable(Day) }),
  output: z.object({}),
})

export const weeklyTimeOfGroup = query('weeklyTime.ofGroup', {
  where: 'school',
  summary: 'The times of the week that a group has, from today on.',
  input: z.object({ groupId: Id }),
  output: z.object({
    group: z.object({ id: Id, name: z.string(), subject: z.string(), cover: Cover }),
    times: z.array(WeeklyTime),
    /** Whether the actor says when the group meets, and may move, cancel and hand over its sessions. */
    canSet: z.boolean(),
  }),
})
