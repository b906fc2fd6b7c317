// The parts of the test command: each runs one tool and counts what passed and failed, trusting no exit code alone.
import { spawn } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ensureChromium } from './browser.ts'
import { startTestServer } from './database-for-tests.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

const report = join(tmpdir(), `evident-report-${process.pid}.json`)

/** One command that passes or fails as a whole. */
export async function check(command: string, words: readonly string[]): Promise<Tally> {
  return (await run(command, words)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

export async function vitest(words: readonly string[], environment: Record<string, string> = {}): Promise<Tally> {
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words], environment)
  const { numPassedTests = 0, numFailedTests = 0 } = readReport<{ numPassedTests?: number; numFailedTests?: number }>()
  // A run that ended badly without a failed test (a file that can't be loaded) is a failure too.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) }
}

/** The files whose tests ask a database of ours for what it holds. A program that a test starts has its own, whichever server this is. */
export function databaseTests(): string[] {
  const root = join(import.meta.dirname, '..')
  return globSync('src/{common,school,centre,server}/**/*.test.ts', { cwd: root })
    .filter((file) => /from '[./]+\/testing\/(?:app|scratch-database)\.ts'/.test(readFileSync(join(root, file), 'utf8')))
    .sort()
}

/** The tests that use a database, once more on a server that is not ours. */
export async function onServer(): Promise<Tally> {
  const server = await startTestServer()
  if (server === undefined) {
    console.log('No PostgreSQL server was found or could be installed: skipped. Install PostgreSQL 15 or later to run this part.')
    return { passed: 0, failed: process.env.CI === undefined ? 0 : 1 }
  }
  console.log(`PostgreSQL ${server.version}`)
  try {
    return await vitest(databaseTests(), { EVIDENT_TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

export async function journeys(words: readonly string[] = []): Promise<Tally> {
  const code = await run('playwright', ['test', '--reporter=list,json', ...words], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    CHROMIUM_PATH: ensureChromium(),
  })
  const { stats } = readReport<{ stats?: { expected: number; unexpected: number; flaky: number } }>()
  const { expected = 0, unexpected = 0, flaky = 0 } = stats ?? {}
  if (flaky > 0) console.log(`${flaky} passed only at another try: see “flaky” above`)
  return { passed: expected + flaky, failed: Math.max(unexpected, code === 0 ? 0 : 1) }
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
  const program = command === 'node' ? process.execPath : join(import.meta.dirname, '../node_modules/.bin', command)
  // The tools find their Node by the path, and an old npm does not put the one that we bring there.
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
  return new Promise((resolve) => {
    spawn(program, words, { stdio: 'inherit', env: { ...process.env, PATH, ...environment } })
      .once('error', () => resolve(1))
      .once('exit', (code) => resolve(code ?? 1))
  })
}
