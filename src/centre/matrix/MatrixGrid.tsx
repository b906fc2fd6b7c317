// The sheet as a grid: what is decided × evidence, a real table with one tab stop. Only what is in sight is in the page, so that 600 lines × 400 items stay quick.
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, memo, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { classes } from '../../web/ui/classes.ts'
import { moveOf, type Place, placeAfter } from '../../web/ui/roving.ts'
import { useGapWords, useStateWords } from './client.ts'
import type { CellState, Matrix, MatrixItem, MatrixLeaf, MatrixUnit } from './contract.ts'
import { Halves } from './Halves.tsx'
import styles from './MatrixGrid.module.css'
import { StateMark } from './StateMark.tsx'

/** In pixels, as the styles have them. */
const size = { row: 44, column: 64, name: 280, head: 56 }

type Row =
  | { readonly kind: 'unit'; readonly unit: MatrixUnit }
  | { readonly kind: 'leaf'; readonly unit: MatrixUnit; readonly leaf: MatrixLeaf; readonly line: number }

/** Which rows and columns are in the page: the first of each, and the first after them. */
interface Sight {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

export function MatrixGrid({ matrix, label }: { readonly matrix: Matrix; readonly label: string }) {
  const { t } = useLingui()
  const rows = useMemo(() => rowsOf(matrix), [matrix])
  const grid = useGrid(rows, matrix.items.length)
  const { sight } = grid
  const items = matrix.items.slice(...sight.columns)
  const before = sight.columns[0] * size.column
  const after = (matrix.items.length - sight.columns[1]) * size.column
  const about = {
    'aria-label': label,
    'aria-rowcount': rows.length + 1,
    'aria-colcount': matrix.items.length + 1,
    className: classes(styles.grid),
    style: { inlineSize: size.name + matrix.items.length * size.column },
    onKeyDown: grid.move,
    onFocus: grid.follow,
  }
  return (
    <div className={styles.frame} ref={grid.frame} onScroll={() => grid.look()}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys move in */}
      <table role="grid" {...about}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.corner} aria-colindex={1}>{t`Criterion`}</th>
            <td aria-hidden="true" className={styles.spacer} style={{ inlineSize: before }} />
            {items.map((item, at) => (
              <th key={item.id} scope="col" title={item.title} aria-colindex={sight.columns[0] + at + 2} className={styles.item}>
                {item.reference}
              </th>
            ))}
            <td aria-hidden="true" className={styles.spacer} style={{ inlineSize: after }} />
          </tr>
        </thead>
        <tbody>
          <Room rows={sight.rows[0]} />
          {rows.slice(...sight.rows).map((row, at) => (
            <GridRow
              key={row.kind === 'unit' ? row.unit.registrationId : `${row.unit.registrationId} ${row.leaf.code}`}
              row={row}
              index={sight.rows[0] + at + 2}
              items={items}
              first={sight.columns[0]}
              columns={items.length}
              stop={row.kind === 'leaf' && row.line === grid.stop.line ? grid.stop.column : undefined}
            />
          ))}
          <Room rows={rows.length - sight.rows[1]} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of rows that are out of sight. */
function Room({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is no row of the grid, only the height of those out of sight
    <tr role="presentation">
      <td role="presentation" className={styles.room} style={{ blockSize: rows * size.row }} />
    </tr>
  )
}

function rowsOf({ units }: Matrix): readonly Row[] {
  let line = 0
  return units.flatMap((unit): Row[] => [
    ...(units.length > 1 ? [{ kind: 'unit' as const, unit }] : []),
    ...unit.leaves.map((leaf) => ({ kind: 'leaf' as const, unit, leaf, line: line++ })),
  ])
}

/** What is in sight, which cell is the one tab stop, and what keys do to both. */
function useGrid(rows: readonly Row[], columns: number) {
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>({ line: 0, column: 0 })
  const [wanted, setWanted] = useState<Place>()
  const lines = rows.filter(({ kind }) => kind === 'leaf').length
  const stop = { line: Math.max(0, Math.min(place.line, lines - 1)), column: Math.max(0, Math.min(place.column, columns - 1)) }
  const [seen, setSeen] = useState<Sight>({ rows: [0, 16], columns: [0, 16] })
  const sight: Sight = { rows: within(seen.rows, rows.length), columns: within(seen.columns, columns) }
  const look = (around = margin) => {
    const found = sightOf(frame.current, around)
    if (found !== undefined && JSON.stringify(found) !== JSON.stringify(seen)) setSeen(found)
  }
  // First what is in sight, then what is around it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is there, and when other rows or columns are
  useLayoutEffect(() => look(0), [rows, columns])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, once the first picture is painted
  useEffect(() => startTransition(() => look()), [rows, columns])
  useLayoutEffect(() => {
    if (wanted === undefined) return
    frame.current?.querySelector<HTMLElement>(`[data-place="${wanted.line} ${wanted.column}"]`)?.focus({ preventScroll: true })
    setWanted(undefined)
  }, [wanted])
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = moveOf(event)
    if (step === undefined) return
    event.preventDefault()
    const next = placeAfter(stop, step, { lines, columns })
    bringIntoSight(frame.current, { ...next, line: rows.findIndex((row) => row.kind === 'leaf' && row.line === next.line) })
    look()
    setPlace(next)
    setWanted(next)
  }
  const follow = ({ target }: { readonly target: HTMLElement }) => {
    const [line, column] = target.dataset.place?.split(' ').map(Number) ?? []
    if (line !== undefined && column !== undefined) setPlace({ line, column })
  }
  return { frame, sight, stop, look, move, follow }
}

function within([from, until]: readonly [number, number], length: number): readonly [number, number] {
  const first = Math.min(from, Math.max(0, length - 1))
  return [first, Math.max(first, Math.min(until, length))]
}

/** So many lines and columns are drawn on each side of what is in sight. */
const margin = 8

/** What is in sight, and so much around it; in steps, so that a short way scrolled draws nothing anew. */
function sightOf(frame: HTMLElement | null, around: number): Sight | undefined {
  if (frame === null || frame.clientHeight === 0) return undefined
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = frame
  const from = (pixels: number, each: number) => Math.max(0, Math.floor(pixels / each / 8) * 8 - around)
  const until = (pixels: number, each: number) => Math.ceil(pixels / each / 8) * 8 + around
  const left = Math.abs(scrollLeft)
  return {
    rows: [from(scrollTop, size.row), until(scrollTop + clientHeight - size.head, size.row)],
    columns: [from(left, size.column), until(left + clientWidth - size.name, size.column)],
  }
}

function bringIntoSight(frame: HTMLElement | null, { line, column }: Place): void {
  if (frame === null) return
  const top = line * size.row
  if (top < frame.scrollTop) frame.scrollTop = top
  const bottom = top + size.row + size.head - frame.clientHeight
  if (bottom > frame.scrollTop) frame.scrollTop = bottom
  const left = column * size.column
  if (left < frame.scrollLeft) frame.scrollLeft = left
  const right = left + size.column + size.name - frame.clientWidth
  if (right > frame.scrollLeft) frame.scrollLeft = right
}

interface GridRowProps {
  readonly row: Row
  readonly index: number
  readonly items: readonly MatrixItem[]
  readonly first: number
  readonly columns: number
  readonly stop: number | undefined
}

const GridRow = memo(function GridRow({ row, index, items, first, columns, stop }: GridRowProps) {
  const { t } = useLingui()
  const words = useStateWords()
  const gapOf = useGapWords()
  if (row.kind === 'unit') {
    const { unitNumber, unitTitle } = row.unit
    return (
      <tr aria-rowindex={index} className={styles.row}>
        <th scope="rowgroup" colSpan={columns + 3} className={styles.unit}>
          <span>{t`Unit ${unitNumber}: ${unitTitle}`}</span>
        </th>
      </tr>
    )
  }
  const { leaf, line } = row
  const states = new Map<number, CellState>(leaf.cells.map(({ item, state }) => [item, state]))
  const gap = gapOf(leaf)
  return (
    <tr aria-rowindex={index} className={styles.row}>
      <th scope="row" aria-colindex={1} className={classes(styles.name, gap !== '' && styles.gap)}>
        <span className={styles.words}>
          <Halves halves={leaf.halves} />
          <b>{leaf.code}</b>
          <span className={styles.label}>
            <span className={classes(styles.short, gap === '' && styles.twoLines)}>{leaf.name}</span>
            {gap !== '' && <small>{gap}</small>}
          </span>
        </span>
      </th>
      <td aria-hidden="true" />
      {items.map((item, at) => {
        const column = first + at
        const state = states.get(column)
        const says = state === undefined ? t`not claimed` : words[state]
        return (
          <td
            key={item.id}
            data-place={`${line} ${column}`}
            tabIndex={column === stop ? 0 : -1}
            aria-colindex={column + 2}
            aria-label={t`${leaf.code} ${leaf.name}, ${item.reference}: ${says}`}
            className={classes(styles.cell, state !== undefined && styles[state])}
          >
            {state !== undefined && <StateMark state={state} />}
          </td>
        )
      })}
      <td aria-hidden="true" />
    </tr>
  )
})
