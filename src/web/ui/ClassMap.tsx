// The class map: learners × criteria as a real table, one tab stop, arrow keys; each cell says learner, criterion and state.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FocusEvent, type KeyboardEvent, memo, type ReactNode, type RefObject, useCallback, useRef, useState } from 'react'
import styles from './ClassMap.module.css'
import { classes } from './classes.ts'
import { type HelpLevel, helpLevels, helpPhrases } from './help.ts'
import { moveOf, type Place, placeAfter } from './roving.ts'
import { Square, type SquareState, squareStates, squareWords } from './Square.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface MapColumn {
  readonly id: string
  /** Short: "Explain". */
  readonly name: string
  /** How many are secure, under the name. */
  readonly total?: number | undefined
  /** The column that the headline speaks of. */
  readonly isNeeded?: boolean
}

export interface MapRow {
  readonly id: string
  readonly name: string
  /** One state for each column, in their order; null where the column is a goal of somebody else. */
  readonly states: readonly (SquareState | null)[]
  /** The help that each state was reached with, as dots beneath the square: none to four. */
  readonly helps?: readonly (HelpLevel | null)[]
  /** Beside the name: a spark line, a symbol. */
  readonly note?: ReactNode
}

export interface MapGroup {
  readonly id: string
  /** "Fractions boost, with Mrs Okafor"; without a name its rows stand without a heading. */
  readonly name?: string
  readonly rows: readonly MapRow[]
}

interface ClassMapProps {
  readonly label: string
  readonly columns: readonly MapColumn[]
  readonly groups: readonly MapGroup[]
  /** Heading of the column of notes, when the rows have them: "Joining in". */
  readonly noteHeading?: string
  readonly selected?: { readonly rowId: string; readonly columnId: string } | undefined
  readonly onSelect: (rowId: string, columnId: string) => void
}

export function ClassMap({ label, columns, groups, noteHeading, selected, onSelect }: ClassMapProps) {
  const table = useRef<HTMLTableElement>(null)
  const lines = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const { stop, move, follow } = useGridFocus(table, { lines, columns: columns.length })
  let line = 0
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys move in */}
      <table ref={table} role="grid" aria-label={label} className={styles.map} onKeyDown={move} onFocus={follow}>
        <Heads columns={columns} noteHeading={noteHeading} />
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.name !== undefined && (
              <tr>
                <th colSpan={columns.length + (noteHeading === undefined ? 1 : 2)} scope="rowgroup" className={styles.group}>
                  {group.name}
                </th>
              </tr>
            )}
            {group.rows.map((row) => {
              const at = line++
              return (
                <Row
                  key={row.id}
                  row={row}
                  columns={columns}
                  line={at}
                  hasNote={noteHeading !== undefined}
                  stop={at === stop.line ? stop.column : undefined}
                  selected={row.id === selected?.rowId ? selected.columnId : undefined}
                  onSelect={onSelect}
                />
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Which cell is the one tab stop, and what keys and focus do to it. */
export function useGridFocus(table: RefObject<HTMLTableElement | null>, size: { readonly lines: number; readonly columns: number }) {
  const [wanted, setStop] = useState<Place>({ line: 0, column: 0 })
  const stop = { line: Math.min(wanted.line, size.lines - 1), column: Math.min(wanted.column, size.columns - 1) }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = moveOf(event)
    if (step === undefined) return
    event.preventDefault()
    const next = placeAfter(stop, step, size)
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${next.line} ${next.column}"]`)
    cell?.focus()
  }
  const follow = useCallback((event: FocusEvent<HTMLElement>) => {
    const place = event.target.dataset.place?.split(' ').map(Number)
    if (place !== undefined) setStop({ line: place[0] ?? 0, column: place[1] ?? 0 })
  }, [])
  return { stop, move, follow }
}

function Heads({ columns, noteHeading }: { readonly columns: readonly MapColumn[]; readonly noteHeading: string | undefined }) {
  const { t } = useLingui()
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>{t`Learner`}</th>
        {noteHeading !== undefined && <th scope="col">{noteHeading}</th>}
        {columns.map(({ id, name, total, isNeeded }) => (
          <th key={id} scope="col" className={classes(isNeeded === true && styles.needed)}>
            {name}
            {total !== undefined && (
              <span className={styles.total}>
                {total}
                <VisuallyHidden> {t`secure`}</VisuallyHidden>
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly row: MapRow
  readonly columns: readonly MapColumn[]
  readonly line: number
  readonly hasNote: boolean
  readonly stop: number | undefined
  readonly selected: string | undefined
  readonly onSelect: (rowId: string, columnId: string) => void
}

const Row = memo(function Row({ row, columns, line, hasNote, stop, selected, onSelect }: RowProps) {
  const { t } = useLingui()
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {row.name}
      </th>
      {hasNote && <td className={styles.note}>{row.note}</td>}
      {columns.map(({ id, name, isNeeded }, column) => {
        const state = row.states[column]
        if (state === null) {
          const words = t`${row.name}, ${name}: a goal of somebody else`
          return <NotTheirs key={id} words={words} place={`${line} ${column}`} isStop={column === stop} />
        }
        const help = row.helps?.[column] ?? null
        const word = help === null ? t(squareWords[state ?? 'none']) : t`${t(squareWords[state ?? 'none'])}, ${t(helpPhrases[help])}`
        return (
          <td key={id} className={classes(isNeeded === true && styles.needed)}>
            <button
              type="button"
              data-place={`${line} ${column}`}
              tabIndex={column === stop ? 0 : -1}
              aria-label={t`${row.name}, ${name}: ${word}`}
              aria-pressed={selected === id}
              onClick={() => onSelect(row.id, id)}
              className={styles.cell}
            >
              <Square state={state ?? 'none'} word="elsewhere" />
              {help !== null && <HelpDots level={help} />}
            </button>
          </td>
        )
      })}
    </tr>
  )
})

interface NotTheirsProps {
  readonly words: string
  readonly place: string
  readonly isStop: boolean
}

/** Keys come by here too, and there is nothing to open. */
function NotTheirs({ words, place, isStop }: NotTheirsProps) {
  return (
    <td>
      <button
        type="button"
        data-place={place}
        tabIndex={isStop ? 0 : -1}
        aria-label={words}
        aria-disabled="true"
        className={classes(styles.cell, styles.notTheirs)}
      >
        –
      </button>
    </td>
  )
}

/** No dot: without help; one to four: prompt, clue, model, correct. */
function HelpDots({ level }: { readonly level: HelpLevel }) {
  const dots = helpLevels.slice(1, helpLevels.indexOf(level) + 1)
  return (
    <span className={styles.dots} aria-hidden="true">
      {dots.map((dot) => (
        <i key={dot} />
      ))}
    </span>
  )
}

/** What the squares mean, once above a map; and the dots, where the map has them. */
export function SquareKey({ hasDots = false }: { readonly hasDots?: boolean }) {
  return (
    <ul className={styles.key}>
      {squareStates.map((state) => (
        <li key={state}>
          <Square state={state} size="small" word="seen" />
        </li>
      ))}
      {hasDots && (
        <li className={styles.dotKey}>
          <HelpDots level="correct" />
          <Trans>More dots, more help</Trans>
        </li>
      )}
    </ul>
  )
}
