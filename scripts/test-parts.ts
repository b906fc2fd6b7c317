// The parts of the test command: each runs one tool and counts what passed and failed, trusting no exit code alone.
import { spawn } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { builtWeb } from '../src/server/web-build.ts'
import { ensureChromium } from './browser.ts'
import { startTestServer } from './database-for-tests.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed, a line or two each: said once more at the end, where somebody who has only the last lines of a log finds it. */
  readonly faults: readonly string[]
}

const root = join(import.meta.dirname, '..')
const report = join(tmpdir(), `evident-report-${process.pid}.json`)

/** One command that passes or fails as a whole. */
export async function check(command: string, words: readonly string[]): Promise<Tally> {
  const code = await run(command, words)
  if (code === 0) return { passed: 1, failed: 0, faults: [] }
  return { passed: 0, failed: 1, faults: [`${[command, ...words].join(' ')} ended with ${code}`] }
}

/** A browser and the built pages, before a test with a limit of time would wait for them. */
export async function makeReady(): Promise<Tally> {
  try {
    ensureChromium()
    await builtWeb(console.log)
    return { passed: 1, failed: 0, faults: [] }
  } catch (error) {
    return { passed: 0, failed: 1, faults: [String(error)] }
  }
}

interface UnitReport {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

export async function vitest(words: readonly string[], environment: Record<string, string> = {}): Promise<Tally> {
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words], environment)
  const { numPassedTests = 0, testResults = [] } = readReport<UnitReport>()
  const faults = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const ofTests = failed.map((test) => `${relative(root, name)}: ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`)
    // A file that can't be loaded has no test that failed.
    return status === 'failed' && failed.length === 0 ? [`${relative(root, name)}\n${firstLines(message)}`] : ofTests
  })
  return tallyOf(numPassedTests, faults, code)
}

/** The files whose tests ask a database of ours for what it holds. A program that a test starts has its own, whichever server this is. */
export function databaseTests(): string[] {
  return globSync('src/{common,school,centre,server}/**/*.test.ts', { cwd: root })
    .filter((file) => /from '[./]+\/testing\/(?:app|scratch-database)\.ts'/.test(readFileSync(join(root, file), 'utf8')))
    .sort()
}

/** The tests that use a database, once more on a server that is not ours. */
export async function onServer(): Promise<Tally> {
  const server = await startTestServer()
  if (server === undefined) {
    console.log('No PostgreSQL server was found or could be installed: skipped. Install PostgreSQL 15 or later to run this part.')
    return { passed: 0, ...(process.env.CI === undefined ? { failed: 0, faults: [] } : { failed: 1, faults: ['no PostgreSQL server'] }) }
  }
  console.log(`PostgreSQL ${server.version}`)
  try {
    return await vitest(databaseTests(), { EVIDENT_TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

interface JourneySuite {
  readonly suites?: readonly JourneySuite[]
  readonly specs?: readonly { readonly file: string; readonly line: number; readonly title: string; readonly ok: boolean }[]
}

export async function journeys(words: readonly string[] = []): Promise<Tally> {
  const code = await run('playwright', ['test', '--reporter=list,json', ...words], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    CHROMIUM_PATH: ensureChromium(),
  })
  const { stats, suites = [] } = readReport<{ stats: { expected: number; flaky: number }; suites: readonly JourneySuite[] }>()
  const { expected = 0, flaky = 0 } = stats ?? {}
  if (flaky > 0) console.log(`${flaky} passed only at another try: see “flaky” above`)
  const specs = (suite: JourneySuite): NonNullable<JourneySuite['specs']> => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(specs),
  ]
  const faults = suites.flatMap(specs).filter((spec) => !spec.ok)
  return tallyOf(
    expected + flaky,
    faults.map(({ file, line, title }) => `${file}:${line}: ${title}`),
    code,
  )
}

/** A run that ended badly without a failed test (a file that can't be loaded, no test at all) is a failure too. */
function tallyOf(passed: number, faults: readonly string[], code: number): Tally {
  const all = faults.length === 0 && code !== 0 ? [`the run ended with ${code}, and no test of it failed: see above`] : faults
  return { passed, failed: all.length, faults: all }
}

function firstLines(message: string): string {
  return message.split('\n').slice(0, 8).join('\n')
}

function readReport<T>(): Partial<T> {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Partial<T>
  } catch {
    return {}
  } finally {
    rmSync(report, { force: true })
  }
}

function run(command: string, words: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  const program = command === 'node' ? process.execPath : join(root, 'node_modules/.bin', command)
  // The tools find their Node by the path, and an old npm does not put the one that we bring there.
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
  return new Promise((resolve) => {
    spawn(program, words, { stdio: 'inherit', env: { ...process.env, PATH, ...environment } })
      .once('error', () => resolve(1))
      .once('exit', (code) => resolve(code ?? 1))
  })
}
