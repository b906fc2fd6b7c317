// A drawing keeps its shape, stays on its sheet, and is nothing but numbers.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Drawing, hasRoom, lineOf, mostLines, pathOf, sheet } from './drawing.ts'

const point = fc.record({ x: fc.double({ min: -50, max: 500, noNaN: true }), y: fc.double({ min: -50, max: 400, noNaN: true }) })

describe('lineOf', () => {
  it('makes a line that a drawing takes, however the pen went', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 900 }), (drawn) => {
        expect(z.safeParse(Drawing, { lines: [lineOf('blue', drawn)] }).success).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
  it('leaves out what lies on the way, and keeps corners', () => {
    const along = Array.from({ length: 100 }, (_, x) => ({ x, y: 50 }))
    const down = Array.from({ length: 100 }, (_, y) => ({ x: 99, y: 50 + y }))
    expect(lineOf('black', [...along, ...down]).points).toEqual([0, 50, 99, 50, 99, 149])
  })
})

describe('Drawing', () => {
  it.each([
    ['no line', { lines: [] }],
    ['half a point', { lines: [{ pen: 'black', points: [1, 2, 3] }] }],
    ['a point beneath the sheet', { lines: [{ pen: 'black', points: [1, sheet.height + 1] }] }],
    ['a point that is no whole number', { lines: [{ pen: 'black', points: [1.5, 2] }] }],
    ['a pen that is none', { lines: [{ pen: 'url(x)', points: [1, 2] }] }],
    ['words among the points', { lines: [{ pen: 'black', points: ['1', 2] }] }],
    ['more than fits', { lines: Array.from({ length: mostLines + 1 }, () => ({ pen: 'black', points: [1, 2] })) }],
    ['too many points in all', { lines: Array.from({ length: 6 }, () => ({ pen: 'black', points: Array(1_200).fill(3) })) }],
  ])('refuses %s', (_, drawing) => {
    expect(z.safeParse(Drawing, drawing).success).toBe(false)
  })
  it('has room until it is full', () => {
    const dot = lineOf('red', [{ x: 3, y: 4 }])
    expect(hasRoom([], dot)).toBe(true)
    expect(hasRoom(Array(mostLines).fill(dot), dot)).toBe(false)
  })
})

describe('pathOf', () => {
  it.each([
    [[5, 6], 'M5 6h0.1'],
    [[0, 0, 10, 20], 'M0 0L10 20'],
    [[0, 0, 10, 2, 20, 0], 'M0 0Q10 2 15 1L20 0'],
    [[0, 0, 10, 0, 10, 20], 'M0 0L10 0L10 20'],
  ])('draws %j', (points, path) => {
    expect(pathOf({ points })).toBe(path)
  })
})
