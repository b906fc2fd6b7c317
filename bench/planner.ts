// The planner beside an independent integer-programming solver: the same number of activities on 200 random cases, within a second each.
import { smallestCover } from '../src/centre/planner/rules.ts'
import { coverCases, integerSolver } from '../src/testing/integer-solver.ts'
import { atLeastPart, type Measured, median, withinLimit } from './promise.ts'

const cases = 200

export async function measurePlanner(): Promise<readonly Measured[]> {
  const fewest = await integerSolver()
  const own: number[] = []
  const theirs: number[] = []
  let agreed = 0
  for (const asked of coverCases(20261128, cases)) {
    const begun = performance.now()
    const { chosen, isProven } = smallestCover(asked.rows, asked.columns, () => performance.now(), 1000)
    const between = performance.now()
    const least = fewest(asked)
    own.push(between - begun)
    theirs.push(performance.now() - between)
    if (isProven && chosen.length === least) agreed++
  }
  return [
    atLeastPart('planner: cases of 200 in which it is proven and as few as the independent solver says', agreed, cases, 1),
    withinLimit('planner: slowest of 200 cases, ms; floor: the solver’s median', Math.max(...own), median(theirs), 1000),
  ]
}
