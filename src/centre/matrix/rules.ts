// What an item is to a leaf, which leaves are gaps and of which kind, what filters leave, and the sheet as CSV. Pure.
import type { Id } from '../../core/ids.ts'
import type { Missing } from '../decisions/contract.ts'
import { type Item, isUnseen, type LeafState } from '../decisions/rules.ts'
import type { StandardPack } from '../standards/contract.ts'
import { canClose, methodsFor } from '../standards/rules.ts'
import type { CellState, Matrix, MatrixItem, MatrixLeaf, MatrixUnit } from './contract.ts'

/** What an item that is claimed for a leaf is to it. Where a half is met by others, nobody waits for it any more: it supports. */
export function cellState(pack: StandardPack, leaf: LeafState, item: Item): CellState {
  const rests = (outcome: 'met' | 'more_evidence_needed') =>
    leaf.halves.some(
      ({ standing, isMet }) => standing?.outcome === outcome && standing.evidenceIds.includes(item.id) && (outcome !== 'met' || isMet),
    )
  if (rests('met')) return 'met'
  if (isUnseen(item)) return 'unseen'
  if (rests('more_evidence_needed')) return 'more'
  return leaf.halves.some(({ half, isMet }) => !isMet && canClose(pack, leaf.leaf, half, item)) ? 'waits' : 'supports'
}

/** The leaves of one unit as lines of the sheet. @param places an item's id → its place among all items */
export function linesOf(
  pack: StandardPack,
  progress: readonly LeafState[],
  items: readonly Item[],
  places: ReadonlyMap<Id, number>,
): MatrixLeaf[] {
  const criteria = new Map(pack.criteria.map((criterion) => [criterion.code, criterion]))
  const byLeaf = new Map<string, Item[]>(pack.leaves.map(({ code }) => [code, []]))
  for (const item of items) for (const code of item.leaves) byLeaf.get(code)?.push(item)
  const states = new Map(progress.map((leaf) => [leaf.leaf, leaf]))
  return pack.leaves.flatMap(({ code, criterionCode, label }) => {
    const leaf = states.get(code)
    const criterion = criteria.get(criterionCode)
    if (leaf === undefined || criterion === undefined) return []
    return [
      {
        code,
        name: code === criterionCode ? label : `${criterion.label}: ${label}`,
        outcomeNumber: criterion.outcomeNumber,
        isComplete: leaf.isComplete,
        halves: leaf.halves.map(({ half, isMet, missing }) => ({
          half,
          isMet,
          missing,
          methods: methodsFor(pack, code, half).map(({ method }) => method),
        })),
        cells: (byLeaf.get(code) ?? []).map((item) => ({ item: places.get(item.id) ?? -1, state: cellState(pack, leaf, item) })),
      },
    ]
  })
}

/** Missing for want of any evidence, or of evidence of a method that closes the half. */
const methodGaps: readonly Missing[] = ['only_supporting', 'not_resting']

export interface Filter {
  /** Registrations whose units are shown; all when empty. */
  readonly units: readonly Id[]
  readonly show: 'all' | 'open' | 'no_evidence' | 'wrong_method'
  /** One method's items alone; all when empty. */
  readonly method: string
}

export const everything: Filter = { units: [], show: 'all', method: '' }

/** Whether a leaf is what the filter looks for: open, without any evidence, or with evidence of methods that cannot close it. */
export function isShown(leaf: MatrixLeaf, show: Filter['show']): boolean {
  if (show === 'all') return true
  if (show === 'open') return !leaf.isComplete
  if (show === 'no_evidence') return leaf.cells.length === 0
  return leaf.halves.some(({ missing }) => missing !== null && methodGaps.includes(missing))
}

/** The sheet as a filter leaves it; items without a cell in what is left are not shown, and cells point into the items that are. */
export function filtered(matrix: Matrix, filter: Filter): Matrix {
  const isWanted = (item: MatrixItem | undefined) => item !== undefined && (filter.method === '' || item.method === filter.method)
  const units = matrix.units
    .filter(({ registrationId }) => filter.units.length === 0 || filter.units.includes(registrationId))
    .map((unit) => ({
      ...unit,
      leaves: unit.leaves
        .filter((leaf) => isShown(leaf, filter.show))
        .map((leaf) => ({ ...leaf, cells: leaf.cells.filter(({ item }) => isWanted(matrix.items[item])) })),
    }))
  const used = new Set(units.flatMap(({ leaves }) => leaves.flatMap(({ cells }) => cells.map(({ item }) => item))))
  const kept = matrix.items.flatMap((item, at) => (used.has(at) ? [{ item, at }] : []))
  const places = new Map(kept.map(({ at }, place) => [at, place]))
  const moved = (unit: MatrixUnit): MatrixUnit => ({
    ...unit,
    leaves: unit.leaves.map((leaf) => ({ ...leaf, cells: leaf.cells.map(({ item, state }) => ({ item: places.get(item) ?? -1, state })) })),
  })
  return { ...matrix, items: kept.map(({ item }) => item), units: units.map(moved) }
}

/** The sheet's first lines; units without any of them are left out. */
export function beginningOf(matrix: Matrix, lines: number): Matrix {
  let left = lines
  const units = matrix.units.map((unit) => {
    const leaves = unit.leaves.slice(0, left)
    left -= leaves.length
    return { ...unit, leaves }
  })
  return { ...matrix, units: units.filter(({ leaves }) => leaves.length > 0) }
}

/** The words that a CSV of the sheet needs, in the reader's language. */
export interface SheetWords {
  readonly heads: readonly [unit: string, criterion: string, name: string, complete: string]
  readonly yes: string
  readonly no: string
  readonly states: Readonly<Record<CellState, string>>
}

/**
 * The sheet as CSV: a line for each leaf, a column for each item. A cell that a spreadsheet could take for a formula begins with an apostrophe.
 * @example sheetCsv(matrix, words).split('\r\n')[0] // '"Unit","Criterion","Name","Complete","O-01 Visit"'
 */
export function sheetCsv({ items, units }: Matrix, { heads, yes, no, states }: SheetWords): string {
  const head = [...heads, ...items.map(({ reference, title }) => `${reference} ${title}`)]
  const lines = units.flatMap(({ unitNumber, leaves }) =>
    leaves.map(({ code, name, isComplete, cells }) => {
      const at = new Map(cells.map(({ item, state }) => [item, states[state]]))
      return [unitNumber, code, name, isComplete ? yes : no, ...items.map((_, place) => at.get(place) ?? '')]
    }),
  )
  return [head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')
}

/** One cell, in quotation marks, harmless in a spreadsheet. @example csvCell('=1+1') // '"\'=1+1"' */
export function csvCell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
