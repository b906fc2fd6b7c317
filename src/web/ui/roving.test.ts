// Moves in a grid stop at its edges and never leave it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Move, type Place, placeAfter } from './roving.ts'

const moves = fc.constantFrom<Move>(
  { line: 1, column: 0 },
  { line: -1, column: 0 },
  { line: 0, column: 1 },
  { line: 0, column: -1 },
  { line: 10, column: 0 },
  'first',
  'last',
  'very-first',
  'very-last',
)

test('no run of moves leaves the grid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.array(moves), (lines, columns, run) => {
      const end = run.reduce<Place>((place, move) => placeAfter(place, move, { lines, columns }), { line: 0, column: 0 })
      expect(end.line).toBeGreaterThanOrEqual(0)
      expect(end.line).toBeLessThan(lines)
      expect(end.column).toBeGreaterThanOrEqual(0)
      expect(end.column).toBeLessThan(columns)
    }),
  )
})

test('an arrow moves by one, End goes to the line’s end', () => {
  const size = { lines: 3, columns: 4 }
  expect(placeAfter({ line: 0, column: 2 }, { line: 1, column: 0 }, size)).toEqual({ line: 1, column: 2 })
  expect(placeAfter({ line: 1, column: 2 }, 'last', size)).toEqual({ line: 1, column: 3 })
})
