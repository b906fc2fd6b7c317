// The fewest activities that cover what is open: an exact search with bounds, and the activities on offer for a candidate's units. Pure.
import type { Id } from '../../core/ids.ts'
import type { StandardPack } from '../standards/contract.ts'
import { canClose, findLeaf } from '../standards/rules.ts'
import { type ActivityKind, activityKinds, methodOf, mostPoints, type PlannedHalf, usuallyShows } from './contract.ts'

export interface Activity {
  /** The kind, and which one of it: "discussion <registration> 2". */
  readonly id: string
  readonly kind: ActivityKind
  /** The unit that it is about, where it is about one. */
  readonly registrationId: Id | null
  readonly shows: readonly PlannedHalf[]
}

interface UnitToPlan {
  readonly registration: { readonly id: Id }
  readonly pack: StandardPack
  readonly open: readonly PlannedHalf[]
}

export const halfKey = ({ registrationId, leaf, half }: PlannedHalf) => `${registrationId} ${leaf} ${half}`

/** What can be done about what is open in these units, each with the halves that it could show under the method rules (R2, R3), in order of preference. */
export function activitiesFor(units: readonly UnitToPlan[]): Activity[] {
  return activityKinds.flatMap((kind) => activitiesOf(kind, units)).filter(({ shows }) => shows.length > 0)
}

function activitiesOf(kind: ActivityKind, units: readonly UnitToPlan[]): Activity[] {
  if (kind === 'assignment') return units.map((unit) => ofUnit(kind, unit, shownBy(kind, unit)))
  if (kind === 'discussion')
    return units.flatMap((unit) => agendas(shownBy(kind, unit)).map((points, at) => ofUnit(kind, unit, points, ` ${at + 1}`)))
  return [{ id: kind, kind, registrationId: null, shows: units.flatMap((unit) => shownBy(kind, unit)) }]
}

function ofUnit(kind: ActivityKind, { registration: { id } }: UnitToPlan, shows: readonly PlannedHalf[], which = ''): Activity {
  return { id: `${kind} ${id}${which}`, kind, registrationId: id, shows }
}

function agendas(points: readonly PlannedHalf[]): (readonly PlannedHalf[])[] {
  return Array.from({ length: Math.ceil(points.length / mostPoints) }, (_, at) => points.slice(at * mostPoints, (at + 1) * mostPoints))
}

/** Open halves of a unit that an activity of this kind usually shows and that its method can close. */
function shownBy(kind: ActivityKind, { pack, open }: UnitToPlan): PlannedHalf[] {
  const usual = usuallyShows[kind]
  const named = usual?.leaves[pack.code]
  if (named === undefined && usual?.onlyNamed === true) return []
  return open.filter(({ leaf, half }) => {
    if (named !== undefined && !named.includes(leaf)) return false
    if ((kind === 'questions' || kind === 'reflection') && !isAlsoObserved(pack, leaf)) return false
    return canClose(pack, leaf, half, { method: methodOf[kind], isExpert: methodOf[kind] === 'WT' })
  })
}

/** What is asked on the spot, or reflected on, is what was done. */
function isAlsoObserved(pack: StandardPack, leaf: string): boolean {
  return findLeaf(pack, leaf)?.halves.includes('observed') === true
}

export interface Fewest {
  /** In the order of the offer; each with what it shows, and what no other chosen one shows. */
  readonly chosen: readonly {
    readonly activity: Activity
    readonly shows: readonly PlannedHalf[]
    readonly alone: readonly PlannedHalf[]
  }[]
  /** What no activity on offer shows. */
  readonly left: readonly PlannedHalf[]
  /** False: time was over, and this is the best that was found. */
  readonly isProven: boolean
}

/**
 * The fewest of these activities that show all that any of them shows; among equally few those that stand first. The same question has the same answer.
 * @param now milliseconds of a clock; after `budget` of them the best that was found is the answer, and says so
 */
export function fewestActivities(open: readonly PlannedHalf[], activities: readonly Activity[], now: () => number, budget = 1000): Fewest {
  const rows = new Map(open.map((half, at) => [halfKey(half), at]))
  const sets = activities.map(({ shows }) => [...new Set(shows.flatMap((half) => rows.get(halfKey(half)) ?? []))])
  const { chosen, isProven } = smallestCover(open.length, sets, now, budget)
  const shownBy_ = (at: number) => sets[at]?.map((row) => open[row]).filter((half) => half !== undefined) ?? []
  const times = new Map<number, number>()
  for (const at of chosen) for (const row of sets[at] ?? []) times.set(row, (times.get(row) ?? 0) + 1)
  return {
    chosen: chosen.flatMap((at) => {
      const activity = activities[at]
      if (activity === undefined) return []
      const alone = (sets[at] ?? []).filter((row) => times.get(row) === 1).flatMap((row) => open[row] ?? [])
      return [{ activity, shows: shownBy_(at), alone }]
    }),
    left: open.filter((_, row) => !sets.some((set) => set.includes(row))),
    isProven,
  }
}

interface Search {
  readonly costs: readonly number[]
  readonly columns: readonly (readonly number[])[]
  /** Row to the columns that cover it. */
  readonly coveredBy: readonly (readonly number[])[]
  /** What one more column costs at least. */
  readonly step: number
  readonly isOver: () => boolean
  best: { cost: number; chosen: readonly number[] }
  isProven: boolean
}

/**
 * The columns of a smallest cover of all rows that any column covers, by number first, then by the sum of their places: branch and bound, where a bound
 * is what a feasible dual solution costs. Rows and columns are counted from 0.
 */
export function smallestCover(
  rows: number,
  columns: readonly (readonly number[])[],
  now: () => number,
  budget: number,
): { readonly chosen: readonly number[]; readonly isProven: boolean } {
  const started = now()
  const step = 1 + (columns.length * (columns.length + 1)) / 2
  const coveredBy = Array.from({ length: rows }, (_, row) => columns.flatMap((column, at) => (column.includes(row) ? [at] : [])))
  const search: Search = {
    columns,
    coveredBy,
    step,
    costs: columns.map((_, at) => step + at),
    isOver: () => now() - started >= budget,
    best: { cost: Number.POSITIVE_INFINITY, chosen: [] },
    isProven: true,
  }
  const wanted = coveredBy.flatMap((some, row) => (some.length > 0 ? [row] : []))
  const greedy = greedyCover(search, wanted)
  search.best = { cost: costOf(search, greedy), chosen: greedy }
  branch(search, { wanted, allowed: columns.map(() => true), cost: 0, chosen: [] })
  return { chosen: [...search.best.chosen].sort((a, b) => a - b), isProven: search.isProven }
}

const costOf = ({ costs }: Search, chosen: readonly number[]) => chosen.reduce((sum, at) => sum + (costs[at] ?? 0), 0)

/** Each time the column that covers most of what is left, the first of several. */
function greedyCover({ columns }: Search, wanted: readonly number[]): readonly number[] {
  const chosen: number[] = []
  const left = new Set(wanted)
  while (left.size > 0) {
    const gains = columns.map((column) => column.filter((row) => left.has(row)).length)
    const at = gains.indexOf(Math.max(...gains))
    chosen.push(at)
    for (const row of columns[at] ?? []) left.delete(row)
  }
  return chosen
}

interface Node {
  readonly wanted: readonly number[]
  readonly allowed: readonly boolean[]
  readonly cost: number
  readonly chosen: readonly number[]
}

function branch(search: Search, node: Node): void {
  if (node.wanted.length === 0) {
    if (node.cost < search.best.cost) search.best = { cost: node.cost, chosen: node.chosen }
    return
  }
  if (!search.isProven) return
  const { bound, slack } = dualBound(search, node)
  if (node.cost + whole(search, bound) >= search.best.cost) return
  if (search.isOver()) {
    search.isProven = false
    return
  }
  // A column whose use would cost more than the best is left out below here.
  const allowed = node.allowed.map((isAllowed, at) => isAllowed && node.cost + whole(search, bound + (slack[at] ?? 0)) < search.best.cost)
  const row = hardestRow(search, node.wanted, allowed)
  const wanted = new Set(node.wanted)
  const gain = (at: number) => (search.columns[at] ?? []).filter((one) => wanted.has(one)).length
  const choices = (search.coveredBy[row] ?? []).filter((at) => allowed[at]).sort((a, b) => gain(b) - gain(a) || a - b)
  for (const at of choices) {
    const covered = new Set(search.columns[at])
    branch(search, {
      wanted: node.wanted.filter((one) => !covered.has(one)),
      allowed: [...allowed],
      cost: node.cost + (search.costs[at] ?? 0),
      chosen: [...node.chosen, at],
    })
    // Covers with it are done: the rest is searched without it.
    allowed[at] = false
  }
}

/** The row that the fewest columns can cover: the first of several. */
function hardestRow({ coveredBy }: Search, wanted: readonly number[], allowed: readonly boolean[]): number {
  const choices = (row: number) => (coveredBy[row] ?? []).filter((at) => allowed[at]).length
  return wanted.reduce((hardest, row) => (choices(row) < choices(hardest) ? row : hardest), wanted[0] ?? 0)
}

/** Prices of rows that no column is worth more than: their sum is no more than any cover costs. `slack` is what each column costs above its rows' prices. */
function dualBound({ costs, coveredBy }: Search, { wanted, allowed }: Node): { bound: number; slack: readonly number[] } {
  const slack = [...costs]
  let bound = 0
  const choices = (row: number) => (coveredBy[row] ?? []).filter((at) => allowed[at])
  const inOrder = wanted.map((row) => ({ row, by: choices(row) })).sort((a, b) => a.by.length - b.by.length || a.row - b.row)
  for (const { by } of inOrder) {
    const price = Math.min(...by.map((at) => slack[at] ?? 0))
    if (price === Number.POSITIVE_INFINITY) return { bound: price, slack }
    bound += price
    for (const at of by) slack[at] = (slack[at] ?? 0) - price
  }
  return { bound, slack }
}

/** What columns that cost this much together cost at least: they are whole, so that there are so many of them. */
function whole({ step, costs }: Search, cost: number): number {
  return Math.max(cost, Math.ceil(cost / (step + costs.length)) * step)
}
