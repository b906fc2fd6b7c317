// What a benchmark says: a promise, what was measured, and the floor measured in the same run.

/** One line of the report. `ratio` is value by floor; `limit` bounds the ratio or the value, as `promise` says. */
export interface Measured {
  readonly promise: string
  readonly value: number
  readonly floor: number
  readonly ratio: number
  readonly limit: number
  readonly ok: boolean
}

/** A value that must stay within so many times its floor. */
export function withinRatio(promise: string, value: number, floor: number, limit: number): Measured {
  const ratio = value / floor
  return line({ promise, value, floor, ratio, limit, ok: ratio <= limit })
}

/** A value that must reach at least this part of its ceiling. */
export function atLeastPart(promise: string, value: number, ceiling: number, limit: number): Measured {
  const ratio = value / ceiling
  return line({ promise, value, floor: ceiling, ratio, limit, ok: ratio >= limit })
}

/** A value with a limit of its own; the floor says what the least possible would be. */
export function withinLimit(promise: string, value: number, floor: number, limit: number): Measured {
  return line({ promise, value, floor, ratio: value / floor, limit, ok: value <= limit })
}

function line(measured: Measured): Measured {
  const round = (number: number) => Number(number.toPrecision(4))
  return { ...measured, value: round(measured.value), floor: round(measured.floor), ratio: round(measured.ratio) }
}

/** The middle of some numbers. @example median([3, 1, 2]) // 2 */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
