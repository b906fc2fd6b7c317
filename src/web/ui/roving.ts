// One tab stop for a row or a grid of parts: arrow keys, Home and End move inside, Tab leaves.
import type { KeyboardEvent } from 'react'

/** Steps in lines and columns that a key asks for; `first`/`last` of the line, or of everything with Control. */
export type Move = { readonly line: number; readonly column: number } | 'first' | 'last' | 'very-first' | 'very-last'

/** Reads a key press as a move; arrows to the side follow the direction of writing. `undefined`: not ours. */
export function moveOf(event: KeyboardEvent<HTMLElement>): Move | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const moves: Readonly<Record<string, Move>> = {
    ArrowRight: { line: 0, column: forward },
    ArrowLeft: { line: 0, column: -forward },
    ArrowDown: { line: 1, column: 0 },
    ArrowUp: { line: -1, column: 0 },
    Home: event.ctrlKey ? 'very-first' : 'first',
    End: event.ctrlKey ? 'very-last' : 'last',
    PageDown: { line: 10, column: 0 },
    PageUp: { line: -10, column: 0 },
  }
  return moves[event.key]
}

export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Where a move leads in a grid of `lines` × `columns`; it stops at the edges.
 * @example placeAfter({ line: 0, column: 2 }, { line: 1, column: 0 }, { lines: 3, columns: 4 }) // { line: 1, column: 2 }
 */
export function placeAfter(from: Place, move: Move, { lines, columns }: { readonly lines: number; readonly columns: number }): Place {
  if (move === 'first') return { ...from, column: 0 }
  if (move === 'last') return { ...from, column: columns - 1 }
  if (move === 'very-first') return { line: 0, column: 0 }
  if (move === 'very-last') return { line: lines - 1, column: columns - 1 }
  return { line: within(from.line + move.line, lines), column: within(from.column + move.column, columns) }
}

function within(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value))
}
