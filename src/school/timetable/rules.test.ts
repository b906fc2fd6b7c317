// The timetable's rules: school days, the sessions of a week on the wall clock, and the id that each has everywhere.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { addDays, wallTimeOf, weekdayOf } from '../../core/wall-clock.ts'
import type { TermDates, WeeklyTime } from './contract.ts'
import * as rules from './rules.ts'

const dates = (kind: TermDates['kind'], fromOn: string, untilOn: string): TermDates => ({ id: newId(), kind, name: kind, fromOn, untilOn })
/** A school year as an English school has it. */
const year = [
  dates('term', '2026-09-02', '2026-12-18'),
  dates('closed', '2026-10-26', '2026-10-30'),
  dates('closed', '2026-11-27', '2026-11-27'),
  dates('term', '2027-01-04', '2027-03-25'),
  dates('closed', '2027-02-15', '2027-02-19'),
  dates('term', '2027-04-12', '2027-07-21'),
]
const weekly = (change: Partial<WeeklyTime> = {}): WeeklyTime => ({
  id: newId(),
  groupId: newId(),
  weekday: 2,
  startTime: '10:45',
  endTime: '11:45',
  fromOn: '2026-09-01',
  untilOn: null,
  ...change,
})
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days))

describe('the id of a session', () => {
  it('is that of the weekly time with the day in its place: the same on every device, and both can be read from it', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), (day, at) => {
        const weeklyTimeId = newId(at)
        const id = rules.sessionIdOn(weeklyTimeId, day)
        expect(isId(id)).toBe(true)
        expect(rules.dayOfSessionId(id)).toBe(day)
        expect(rules.tailOf(id)).toBe(rules.tailOf(weeklyTimeId))
      }),
    )
  })
  it('as it is written', () => {
    expect(rules.sessionIdOn('0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40', '2026-11-24')).toBe('01a20ada-2c00-7b3a-9c4e-2f1d8a6b5c40')
    expect(rules.dayOfSessionId('0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40')).toBeUndefined()
  })
  it('differs between weekly times and between days', () => {
    const [one, other] = [newId(), newId()]
    const ids = [one, other].flatMap((id) => ['2026-11-24', '2026-12-01'].map((day) => rules.sessionIdOn(id, day)))
    expect(new Set(ids).size).toBe(4)
  })
})

describe('isSchoolDay', () => {
  it.each([
    ['2026-09-01', false, 'the day before term'],
    ['2026-09-02', true, 'its first day'],
    ['2026-10-23', true, 'the Friday before half-term'],
    ['2026-10-26', false, 'half-term begins'],
    ['2026-10-30', false, 'half-term ends'],
    ['2026-11-02', true, 'back'],
    ['2026-11-27', false, 'inset'],
    ['2026-12-18', true, 'the last day'],
    ['2026-12-21', false, 'the holidays'],
    ['2027-01-04', true, 'spring'],
    ['2027-07-22', false, 'summer'],
  ])('%s: %s, %s', (day, isOpen) => expect(rules.isSchoolDay(day, year)).toBe(isOpen))
  it('is every day while no term was entered, but for closed ones', () => {
    expect(rules.isSchoolDay('2026-12-25', [])).toBe(true)
    expect(rules.isSchoolDay('2026-11-27', [dates('closed', '2026-11-27', '2026-11-27')])).toBe(false)
  })
})

describe('weekAhead', () => {
  it.each([
    ['2026-11-10', '2026-11-17', 'a week'],
    ['2026-10-19', '2026-10-31', 'over half-term'],
    ['2026-10-26', '2026-11-06', 'in half-term'],
    ['2026-12-18', '2027-01-10', 'over Christmas'],
    ['2027-07-21', '2027-08-25', 'into the summer: five weeks and no more'],
  ])('from %s until %s: %s', (fromOn, untilOn) => {
    expect(rules.weekAhead(fromOn, year)).toBe(untilOn)
    expect(rules.weekAhead(fromOn, [])).toBe(addDays(fromOn, 7))
    expect(untilOn <= addDays(fromOn, rules.mostDaysAhead)).toBe(true)
  })
})

describe('plannedSessions', () => {
  it('keeps to the wall clock on both sides of each change of clocks', () => {
    const time = weekly({ weekday: 5, startTime: '09:00', endTime: '10:00' })
    const october = rules.plannedSessions([time], [], { fromOn: '2026-10-19', untilOn: '2026-11-01' })
    expect(october.map(({ startsAt }) => startsAt)).toEqual(['2026-10-23T08:00:00.000Z', '2026-10-30T09:00:00.000Z'])
    const march = rules.plannedSessions([time], [], { fromOn: '2027-03-22', untilOn: '2027-04-04' })
    expect(march.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-03-26T09:00:00.000Z', '2027-03-26T10:00:00.000Z'],
      ['2027-04-02T08:00:00.000Z', '2027-04-02T09:00:00.000Z'],
    ])
  })
  it('has none in a break, and goes on after it', () => {
    const found = rules.plannedSessions([weekly()], year, { fromOn: '2026-10-12', untilOn: '2026-11-09' })
    expect(found.map(({ day }) => day)).toEqual(['2026-10-13', '2026-10-20', '2026-11-03'])
  })
  it('begins and ends with the weekly time, both days included; one that ends before it begins never was', () => {
    const period = { fromOn: '2026-11-01', untilOn: '2026-12-18' }
    const days = (change: Partial<WeeklyTime>) => rules.plannedSessions([weekly(change)], year, period).map(({ day }) => day)
    expect(days({ fromOn: '2026-11-24', untilOn: '2026-12-01' })).toEqual(['2026-11-24', '2026-12-01'])
    expect(days({ fromOn: '2026-11-25', untilOn: '2026-11-30' })).toEqual([])
    expect(days({ fromOn: '2026-11-24', untilOn: '2026-11-23' })).toEqual([])
  })
  it('any week of any year: on its weekday, on a school day, at its time on the wall, each once and in order', () => {
    const time = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 7, max: 17 }) })
    fc.assert(
      fc.property(fc.array(time, { maxLength: 4 }), anyDay, (drawn, fromOn) => {
        const clock = (hour: number) => `${String(hour).padStart(2, '0')}:15`
        const times = drawn.map(({ weekday, hour }) =>
          weekly({ weekday, startTime: clock(hour), endTime: clock(hour + 1), fromOn: '2024-01-01' }),
        )
        const period = { fromOn, untilOn: addDays(fromOn, 13) }
        const found = rules.plannedSessions(times, year, period)
        for (const { id, weeklyTimeId, day, startsAt, endsAt } of found) {
          const of = times.find((one) => one.id === weeklyTimeId)
          expect([weekdayOf(day), dayOf(startsAt), wallTimeOf(startsAt), wallTimeOf(endsAt)]).toEqual([
            of?.weekday,
            day,
            of?.startTime,
            of?.endTime,
          ])
          expect(rules.isSchoolDay(day, year) && fromOn <= day && day <= period.untilOn).toBe(true)
          expect(id).toBe(rules.sessionIdOn(weeklyTimeId, day))
        }
        const schoolDays = Array.from({ length: 14 }, (_, n) => addDays(fromOn, n)).filter((day) => rules.isSchoolDay(day, year))
        const wanted = schoolDays.flatMap((day) => times.filter(({ weekday }) => weekday === weekdayOf(day)))
        expect(found.length).toBe(wanted.length)
        expect(found.map(({ startsAt }) => startsAt)).toEqual(found.map(({ startsAt }) => startsAt).toSorted())
      }),
    )
  })
})

describe('refusals', () => {
  it('weeklyTimeRefusal', () => {
    expect(rules.weeklyTimeRefusal(weekly())).toBeUndefined()
    expect(rules.weeklyTimeRefusal(weekly({ endTime: '10:45' }))).toMatchObject({ reason: 'ends_before_start', field: 'endTime' })
    expect(rules.weeklyTimeRefusal(weekly({ untilOn: '2026-08-31' }))).toMatchObject({ reason: 'until_before_from', field: 'untilOn' })
  })
  it('termDatesRefusal: a term over another, never closed days within one', () => {
    const refusal = (kind: TermDates['kind'], fromOn: string, untilOn: string) => rules.termDatesRefusal({ kind, fromOn, untilOn }, year)
    expect(refusal('closed', '2026-12-04', '2026-12-04')).toBeUndefined()
    expect(refusal('term', '2027-07-22', '2027-07-23')).toBeUndefined()
    expect(refusal('term', '2026-12-18', '2027-01-02')).toMatchObject({ reason: 'overlaps_term', field: 'fromOn' })
    expect(refusal('closed', '2026-12-05', '2026-12-04')).toMatchObject({ reason: 'until_before_from', field: 'untilOn' })
  })
  it('plannedOn is asked for days without school too', () => {
    expect(rules.plannedOn(weekly(), '2026-12-25')).toMatchObject({ day: '2026-12-25', startsAt: '2026-12-25T10:45:00.000Z' })
  })
})
