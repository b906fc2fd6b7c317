// The fewest activities: against every subset, against an independent solver, under a clock that is over, and on units as they are.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { coverCases, integerSolver } from '../../testing/integer-solver.ts'
import type { StandardPack } from '../standards/contract.ts'
import { activityKinds, methodOf, type PlannedHalf } from './contract.ts'
import { type Activity, activitiesFor, fewestActivities, halfKey, smallestCover } from './rules.ts'

const still = () => 0

/** Tries every subset: number first, then the sum of places. */
function byTrying(rows: number, columns: readonly (readonly number[])[]): readonly number[] {
  const union = (chosen: readonly number[]) => new Set(chosen.flatMap((at) => columns[at] ?? []))
  const all = union([...columns.keys()]).size
  const sum = (chosen: readonly number[]) => chosen.reduce((a, b) => a + b, 0)
  let best: readonly number[] | undefined
  for (let mask = 0; mask < 2 ** columns.length; mask++) {
    const chosen = [...columns.keys()].filter((at) => (mask & (1 << at)) !== 0)
    if (union(chosen).size < all) continue
    if (best === undefined || chosen.length < best.length || (chosen.length === best.length && sum(chosen) < sum(best))) best = chosen
  }
  return rows === 0 ? [] : (best ?? [])
}

const cases = fc.integer({ min: 1, max: 14 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    columns: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: rows - 1 }), { maxLength: rows }), { maxLength: 9 }),
  }),
)

describe('smallestCover', () => {
  it('is as small as the smallest of all subsets, and stands as early', () => {
    fc.assert(
      fc.property(cases, ({ rows, columns }) => {
        const { chosen, isProven } = smallestCover(rows, columns, still, 1000)
        const tried = byTrying(rows, columns)
        const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0)
        expect(isProven).toBe(true)
        expect([chosen.length, sum(chosen)]).toEqual([tried.length, sum(tried)])
      }),
      { numRuns: 200 },
    )
  })
  it('shows all that can be shown, chooses nothing twice and nothing in vain, and answers the same again', () => {
    fc.assert(
      fc.property(cases, ({ rows, columns }) => {
        const { chosen } = smallestCover(rows, columns, still, 1000)
        const shown = (some: readonly number[]) => new Set(some.flatMap((at) => columns[at] ?? [])).size
        expect(shown(chosen)).toBe(new Set(columns.flat()).size)
        expect(new Set(chosen).size).toBe(chosen.length)
        for (const one of chosen) expect(shown(chosen.filter((other) => other !== one))).toBeLessThan(shown(chosen))
        expect(smallestCover(rows, columns, still, 1000).chosen).toEqual(chosen)
      }),
    )
  })
  it('agrees with an independent integer-programming solver on cases of up to 60 leaves and 25 activities', async () => {
    const fewest = await integerSolver()
    for (const asked of coverCases(7, 15)) {
      const { chosen, isProven } = smallestCover(asked.rows, asked.columns, still, 1000)
      expect([isProven, chosen.length]).toEqual([true, fewest(asked)])
    }
  })
  it('says when time was over, with a cover that shows everything all the same', () => {
    const proven = [...coverCases(7, 15)].map(({ rows, columns }) => {
      let asked = 0
      const { chosen, isProven } = smallestCover(rows, columns, () => 1000 * asked++, 1000)
      expect(new Set(chosen.flatMap((at) => columns[at] ?? [])).size).toBe(new Set(columns.flat()).size)
      return isProven
    })
    expect(proven).toContain(false)
  })
})

const registrationId = newId()
const leaf = (code: string, ...halves: ('observed' | 'knowledge')[]) => ({ code, criterionCode: code, label: '', description: '', halves })
const pack = {
  code: 'cg-5329-307',
  expertWitnessCountsAsObservation: 'yes',
  leafMethods: [],
  methods: [
    { half: 'observed', method: 'O', onlyExpert: false },
    { half: 'observed', method: 'WT', onlyExpert: true },
    ...(['A', 'Q', 'PD', 'RA'] as const).map((method) => ({ half: 'knowledge', method, onlyExpert: false })),
  ],
  leaves: [
    ...['1.1', '1.2', '1.3', '1.4', '1.5a', '1.5b', '1.5c'].map((code) => leaf(code, 'knowledge')),
    ...['2.1', '2.2', '2.4', '2.5', '3.1', '3.2', '3.3', '3.4a', '3.4b', '3.4c', '3.4d', '4.1a', '4.1b', '4.1c'].map((code) =>
      leaf(code, 'observed'),
    ),
    leaf('2.3', 'observed', 'knowledge'),
    leaf('4.2', 'observed', 'knowledge'),
  ],
} as unknown as StandardPack

const all: readonly PlannedHalf[] = pack.leaves.flatMap(({ code, halves }) => halves.map((half) => ({ registrationId, leaf: code, half })))
const unit = (open: readonly PlannedHalf[], change: Partial<StandardPack> = {}) => ({
  registration: { id: registrationId },
  pack: { ...pack, ...change },
  open,
})
const plan = (open: readonly PlannedHalf[], activities: readonly Activity[] = activitiesFor([unit(open)])) =>
  fewestActivities(open, activities, still)

describe('activitiesFor', () => {
  it('R2, R3: offers each half only by methods that can close it', () => {
    for (const { kind, shows } of activitiesFor([unit(all)]))
      for (const { half } of shows) expect(['O', 'WT'].includes(methodOf[kind])).toBe(half === 'observed')
  })
  it('offers no witness where none stands for an observation', () => {
    const kinds = activitiesFor([unit(all, { expertWitnessCountsAsObservation: 'supplementary' })]).map(({ kind }) => kind)
    expect(kinds).not.toContain('witness')
  })
  it('offers what is open, and a discussion of at most six points', () => {
    const activities = activitiesFor([unit(all)])
    expect(activitiesFor([unit([])])).toEqual([])
    const discussions = activities.filter(({ kind }) => kind === 'discussion')
    expect(discussions.map(({ shows }) => shows.length)).toEqual([6, 3])
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length)
    expect(activities.every(({ kind }) => activityKinds.includes(kind))).toBe(true)
  })
})

describe('fewestActivities', () => {
  it('covers all of unit 307 with one visit and the assignment', () => {
    const { chosen, left, isProven } = plan(all)
    expect(chosen.map(({ activity }) => activity.kind)).toEqual(['visit', 'assignment'])
    expect([left, isProven]).toEqual([[], true])
  })
  it('covers two units with the same visit', () => {
    const other = newId()
    const open = ['2.2', '3.1'].map((code) => ({ registrationId: other, leaf: code, half: 'observed' as const }))
    const second = { registration: { id: other }, pack: { ...pack, code: 'cg-5329-209' }, open }
    const both = [...all, ...open]
    const { chosen } = fewestActivities(both, activitiesFor([unit(all), second]), still)
    expect(chosen.map(({ activity }) => activity.kind)).toEqual(['visit', 'assignment'])
    expect(chosen[0]?.shows).toHaveLength(18)
  })
  it('asks on the spot what is left to ask after a lesson', () => {
    const open = all.filter((half) => half.half === 'knowledge' && ['2.3', '4.2'].includes(half.leaf))
    expect(plan(open).chosen.map(({ activity }) => activity.kind)).toEqual(['questions'])
  })
  it('says what each activity is there for, and what only it shows', () => {
    const { chosen } = plan(all)
    expect(chosen[0]?.shows.map(({ leaf: code }) => code)).toContain('2.1')
    expect(chosen.flatMap(({ alone }) => alone.map(halfKey)).sort()).toEqual(all.map(halfKey).sort())
  })
  it('leaves open what nothing on offer shows', () => {
    const withoutVisit = activitiesFor([unit(all)]).filter(({ kind }) => methodOf[kind] !== 'O' && kind !== 'witness')
    const { left } = plan(all, withoutVisit)
    expect(left.map(({ half }) => half)).toEqual(Array.from({ length: 16 }, () => 'observed'))
  })
})
