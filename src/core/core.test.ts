// The core's promises: ids, days, canonical bytes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, type Plain } from './canonical.ts'
import { isId, newId } from './ids.ts'
import { Day, dayOf, isWithin, Moment } from './time.ts'

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
