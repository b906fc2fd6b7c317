// The core's promises: ids, days, canonical bytes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, type Plain } from './canonical.ts'
import { isId, newId } from './ids.ts'
import { Day, dayOf, isWithin, Moment } from './time.ts'
import { addDays, momentAt, WallTime, wallTimeOf, weekdayOf } from './wall-clock.ts'

describe('ids', () => {
  it('makes a UUID v7 that carries its millisecond', () => {
    const id = newId(Date.UTC(2026, 10, 24, 10, 55))
    expect(isId(id)).toBe(true)
    expect(id[14]).toBe('7')
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 24, 10, 55))
  })
  it('never makes the same id twice in one millisecond', () => {
    expect(new Set(Array.from({ length: 2000 }, () => newId(0))).size).toBe(2000)
  })
})

describe('days', () => {
  it('puts a late summer evening on the next day, because London is an hour ahead of UTC', () => {
    expect(dayOf('2026-06-30T23:30:00.000Z')).toBe('2026-07-01')
    expect(dayOf('2026-11-24T23:30:00.000Z')).toBe('2026-11-24')
  })
  it('keeps a day right on both sides of the autumn change of clocks', () => {
    expect(dayOf('2026-10-24T23:30:00.000Z')).toBe('2026-10-25')
    expect(dayOf('2026-10-25T23:30:00.000Z')).toBe('2026-10-25')
  })
  it('counts both ends of a period, and leaves an open end open', () => {
    expect(isWithin('2026-09-01', '2026-09-01', '2026-09-01')).toBe(true)
    expect(isWithin('2026-09-02', '2026-09-01', '2026-09-01')).toBe(false)
    expect(isWithin('2030-01-01', '2026-09-01', null)).toBe(true)
    expect(isWithin('2026-08-31', '2026-09-01', null)).toBe(false)
  })
})

describe('the clock on the wall', () => {
  it.each([
    ['2026-11-24', '10:45', '2026-11-24T10:45:00.000Z', 'winter'],
    ['2026-06-30', '10:45', '2026-06-30T09:45:00.000Z', 'summer'],
    ['2026-10-23', '09:00', '2026-10-23T08:00:00.000Z', 'the Friday before the clocks go back'],
    ['2026-10-26', '09:00', '2026-10-26T09:00:00.000Z', 'the Monday after'],
    ['2027-03-26', '09:00', '2027-03-26T09:00:00.000Z', 'the Friday before the clocks go forward'],
    ['2027-03-29', '09:00', '2027-03-29T08:00:00.000Z', 'the Monday after'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', 'the hour that is there twice: the first'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z', 'before the change on the day itself'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', 'after it'],
    ['2027-03-28', '00:59', '2027-03-28T00:59:00.000Z', 'a minute before the hour that is left out'],
    ['2027-03-28', '01:30', '2027-03-28T01:30:00.000Z', 'in it: 02:30 on the wall'],
    ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z', 'after it'],
  ])('%s %s is %s: %s', (day, time, at) => expect(momentAt(day, time)).toBe(at))
  it('shows the same time and day again, for any minute but those that are left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
        const day = addDays('2000-01-01', days)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const at = momentAt(day, time)
        const isLeftOut = time.startsWith('01:') && wallTimeOf(at).startsWith('02:')
        expect([dayOf(at), isLeftOut ? time : wallTimeOf(at)]).toEqual([day, time])
      }),
    )
  })
  it('goes on by days over the change of clocks, months and leap days, and knows their weekdays', () => {
    expect([addDays('2026-10-24', 2), addDays('2028-02-28', 1), addDays('2026-12-31', 1), addDays('2026-11-24', -24)]).toEqual([
      '2026-10-26',
      '2028-02-29',
      '2027-01-01',
      '2026-10-31',
    ])
    expect(['2026-11-23', '2026-11-24', '2026-11-29'].map(weekdayOf)).toEqual([1, 2, 7])
  })
  it('takes times of a day', () => {
    for (const time of ['00:00', '10:45', '23:59']) expect(WallTime.safeParse(time).success).toBe(true)
    for (const time of ['24:00', '9:00', '10:60', '10.45', '']) expect(WallTime.safeParse(time).success).toBe(false)
  })
})

describe('what a field takes for a day or a moment', () => {
  it('is on the calendar', () => {
    expect(Day.safeParse('2028-02-29').success).toBe(true)
    for (const text of ['2027-02-29', '2026-02-30', '2026-13-01', '2026-1-1', 'today']) expect(Day.safeParse(text).success).toBe(false)
    expect(Moment.safeParse('2026-11-24T10:45:00.000Z').success).toBe(true)
    for (const text of ['2026-11-24T24:00:00.000Z', '2026-02-30T10:45:00.000Z', '2026-11-24T10:45:00Z'])
      expect(Moment.safeParse(text).success).toBe(false)
  })
})

describe('canonical', () => {
  it('does not depend on the order in which members were written', () => {
    expect(canonical({ b: 1, a: [true, null, 'é'] })).toBe('{"a":[true,null,"é"],"b":1}')
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
  })
  it('refuses a number that JSON does not know', () => {
    expect(() => canonical({ a: Number.NaN })).toThrow(TypeError)
  })
  it('is unchanged by a journey through JSON, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Plain
        expect(canonical(JSON.parse(canonical(plain)) as Plain)).toBe(canonical(plain))
      }),
    )
  })
})
