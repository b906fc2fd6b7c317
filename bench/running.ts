// The real program in a process of its own, on a data folder that is removed afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Running {
  readonly origin: string
  readonly dataFolder: string
  readonly pid: number
  /** A connection to its database, past the program. */
  readonly connection: string
  /** From its start to its first answer, in milliseconds. */
  readonly startedIn: number
  readonly setupCode: string | undefined
  /** Processor time of the program so far, without its database's, in milliseconds. */
  cpu(): number
  stop(): Promise<void>
}

export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'evident-bench-'))
}

/** Starts `src/server/main.ts` as `npm start` does and waits for its first answer. */
export async function startProgram(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<Running> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), EVIDENT_DATA: dataFolder, EVIDENT_LOG: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const origin = `http://localhost:${port}`
  await answered(origin, child)
  const startedIn = performance.now() - began
  return {
    origin,
    dataFolder,
    pid: child.pid ?? 0,
    connection: `postgres://evident@/evident?host=${encodeURIComponent(join(dataFolder, 'socket'))}`,
    startedIn,
    setupCode: /Set-up code: (\S+)/.exec(said)?.[1],
    cpu: () => cpuOf(child.pid ?? 0),
    stop: () => stopped(child),
  }
}

/** Stops it and removes its folder. */
export async function discard(running: Running): Promise<void> {
  await running.stop()
  rmSync(running.dataFolder, { recursive: true, force: true })
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

async function answered(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(`${origin}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('the program ended before it answered')
}

/** User and system time of a process, from the kernel, in ticks of 10 ms. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
