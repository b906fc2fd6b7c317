// An independent integer-programming solver (HiGHS), asked how few columns cover all rows that can be covered.
import loadHighs from 'highs'

// Its declarations are read as those of a CommonJS module, where the function would be a member; as a module it is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default

/** A random case by its seed: up to so many leaves, so many activities, each showing every leaf with the same chance. */
export interface CoverCase {
  readonly rows: number
  readonly columns: readonly (readonly number[])[]
}

export async function integerSolver(): Promise<(asked: CoverCase) => number> {
  const highs = await load()
  return (asked) =>
    asked.columns.some((column) => column.length > 0) ? Math.round(highs.solve(asText(asked), { output_flag: false }).ObjectiveValue) : 0
}

/** Cases of at most 60 leaves and 25 activities, the same for the same seed. */
export function* coverCases(seed: number, number: number): Generator<CoverCase> {
  const next = numbers(seed)
  for (let at = 0; at < number; at++) {
    const rows = 1 + next(60)
    const percent = 5 + next(30)
    const activities = 1 + next(25)
    const columns = Array.from({ length: activities }, () =>
      Array.from({ length: rows }, (_, row) => row).filter(() => next(100) < percent),
    )
    yield { rows, columns }
  }
}

/** Whole numbers below a limit. */
function numbers(seed: number): (most: number) => number {
  let state = seed >>> 0
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

/** CPLEX LP format. */
function asText({ rows, columns }: CoverCase): string {
  const names = columns.map((_, at) => `a${at}`)
  const limits = Array.from({ length: rows }, (_, row) => names.filter((_name, at) => columns[at]?.includes(row)))
    .filter((some) => some.length > 0)
    .map((some, at) => ` c${at}: ${some.join(' + ')} >= 1`)
  return ['Minimize', ` obj: ${names.join(' + ')}`, 'Subject To', ...limits, 'Binary', ` ${names.join(' ')}`, 'End'].join('\n')
}
