// Summative results: tests that other people set, read in as dated context beside what is recorded to learn from.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** The longest text of each column. */
export const longest = { subject: 40, testName: 80, result: 60 } as const

const told = {
  subject: words(longest.subject),
  testName: words(longest.testName),
  takenOn: Day,
  /** As it was told: "Working at the expected standard", "104". Never calculated with. */
  result: words(longest.result),
}

/** A result as the learner's page shows it. */
export const SummativeResult = z.object({
  id: Id,
  importId: Id,
  learnerId: Id,
  subject: z.string(),
  testName: z.string(),
  takenOn: Day,
  result: z.string(),
  importedByName: z.string(),
})
export type SummativeResult = z.infer<typeof SummativeResult>

/** One row of an import; rows that come together share `importId`. Refused: `in_future`; code `learner_erased`. */
export const resultRead = command('result.read', {
  where: 'school',
  summary: 'Read one result of a test in, as context.',
  input: z.object({ id: Id, importId: Id, learnerId: Id, ...told, importedAt: Moment }),
  output: z.object({}),
})

/** By whoever read it in, or a data lead. Twice is once. */
export const resultWithdrawImport = command('result.withdrawImport', {
  where: 'school',
  summary: 'Take back all results that were read in together.',
  input: z.object({ id: Id, importId: Id }),
  output: z.object({}),
})

export const resultForLearner = query('result.forLearner', {
  where: 'school',
  summary: 'Results of a learner that were read in, by the day of the test.',
  input: z.object({ learnerId: Id }),
  output: z.object({ results: z.array(SummativeResult) }),
})

export const resultImports = query('result.imports', {
  where: 'school',
  summary: 'What one read in oneself, or for a data lead what anybody did: which tests, how many rows, nobody’s result.',
  input: z.object({}),
  output: z.object({
    /** Newest first. */
    imports: z.array(z.object({ importId: Id, tests: z.array(z.string()), rows: z.int(), importedByName: z.string(), importedAt: Moment })),
  }),
})
