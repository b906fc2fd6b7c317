// The real program for a journey: started on a port and a data folder of its own, killed and started again, cleared away at the end.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

export interface RunningProgram {
  /** `http://localhost:<port>`: what browsers use. It stays the same when the program is started again. */
  readonly origin: string
  /** What the terminal printed at the first start. */
  readonly setupCode: string
  /** Where everything is that it keeps: the database's files with its log of writes, photos, keys. */
  readonly folder: string
  /** All that it printed since it was started last. */
  said(): string
  /** Ends the program as a power cut would; the data folder stays. */
  kill(): Promise<void>
  /** Starts it again on the same port and folder. */
  start(): Promise<void>
  /** A code for one more organisation, from the terminal, while the program runs. */
  anotherSetupCode(): Promise<string>
  /** Ends it in order and removes its data. */
  stop(): Promise<void>
}

/** Starts Evident as `npm start` does. @param settings more of the environment, such as `EVIDENT_DEMO` */
export async function startProgram(settings: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const folder = await newDataFolder(settings.EVIDENT_DEMO)
  const port = await freePort()
  const environment = { EVIDENT_LOG: 'error', ...settings, PORT: String(port), EVIDENT_DATA: folder }
  let running = await run(environment)
  const setupCode = /Set-up code: (\S+)/.exec(running.said())?.[1] ?? ''
  return {
    origin: `http://localhost:${port}`,
    setupCode,
    folder,
    said: () => running.said(),
    kill: () => end(running.child, 'SIGKILL'),
    start: async () => {
      running = await run(environment)
    },
    anotherSetupCode: async () => (await terminal(['setup-code'], environment)).replace(/^Set-up code: /, '').trim(),
    stop: async () => {
      await end(running.child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const templates = new Map<string, Promise<string>>()

/** A data folder that has been started once: a copy of one, since making a database and the sample takes seconds. */
async function newDataFolder(demo = '0'): Promise<string> {
  const template = templates.get(demo) ?? makeTemplate(demo)
  templates.set(demo, template)
  const folder = mkdtempSync(join(tmpdir(), 'evident-journey-'))
  // Node's own copying forgets whose a file is, and the database's are not root's.
  await promisify(execFile)('cp', ['-a', `${await template}/.`, folder])
  return folder
}

async function makeTemplate(demo: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'evident-journey-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { child } = await run({ EVIDENT_LOG: 'error', EVIDENT_DEMO: demo, PORT: String(await freePort()), EVIDENT_DATA: folder })
  await end(child, 'SIGTERM')
  return folder
}

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
}

/** Resolves when the program says that it is there. */
function run(environment: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(join(root, 'node_modules/.bin/node'), ['src/server/main.ts'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      if (/Evident is at/.test(text)) resolve({ child, said: () => text })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${text}`)))
  })
}

/** What `npm run -s evident -- …` prints. */
function terminal(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const command = [join(root, 'src/server/command-line.ts'), ...words]
  return new Promise((resolve, reject) => {
    execFile(join(root, 'node_modules/.bin/node'), command, { cwd: root, env: { ...process.env, ...environment } }, (error, printed) =>
      error === null ? resolve(printed) : reject(error),
    )
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
