// What a verifier read, as the centre reads it.
import { expect, it } from 'vitest'
import { readLines } from './client.ts'

const look = (at: string, view: string, unitNumber: string | null = '307') => ({
  at: `2027-01-11T09:${at}.000Z`,
  view,
  candidateName: unitNumber === null ? null : 'Dawn Okafor',
  unitNumber,
})

it('looks of one minute at one unit are one line, each kind of look once', () => {
  const lines = readLines([
    look('02:40', 'unit.inPortfolio'),
    look('02:39', 'matrix.show'),
    look('02:10', 'unit.inPortfolio'),
    look('02:05', 'eqa.mine', null),
    look('01:00', 'unit.inPortfolio'),
  ])
  expect(lines.map(({ at, unit, seen }) => [at.slice(11, 16), unit, seen.length])).toEqual([
    ['09:02', 'Dawn Okafor, 307', 2],
    ['09:02', null, 1],
    ['09:01', 'Dawn Okafor, 307', 1],
  ])
})

it('a look that has no words yet is said as it was asked for, never left out', () => {
  expect(readLines([look('01:00', 'somethingNew.show')]).map(({ seen }) => seen)).toEqual([['somethingNew.show']])
})
