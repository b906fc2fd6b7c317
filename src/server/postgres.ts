// The embedded database: PostgreSQL's own programs from npm, started as a child on a socket in the data folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { embeddedPrograms, type Programs } from './postgres-programs.ts'
import { SettingError } from './setting-error.ts'

export interface EmbeddedPostgres {
  /** A connection string to the database `evident`. */
  readonly connection: string
  /** Resolves when the server has ended, told to or not. */
  readonly ended: Promise<void>
  /** Shuts it down and waits for its end. */
  stop(): Promise<void>
}

interface StartOptions {
  readonly dataFolder: string
  /** For tests: nothing is synchronised to disk. */
  readonly isFast?: boolean
  readonly programs?: Programs
}

interface Account {
  readonly uid: number
  readonly gid: number
}

const superuser = 'evident'

/**
 * Starts the database of a data folder, making it at the first start. A server that a killed program left behind is shut down first.
 * The caller holds the folder's lock.
 * @throws SettingError when the programs can't be run or the folder can't be entered
 */
export async function startPostgres({ dataFolder, isFast = false, programs }: StartOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(dataFolder)
  const { initdb, postgres } = programs ?? (await embeddedPrograms())
  const account = process.getuid?.() === 0 ? databaseAccount() : undefined
  makeFolder(folder)
  // The database's user must pass through; what is not its own stays shut to it.
  if (account !== undefined) chmodSync(folder, 0o711)
  const socketFolder = makeSocketFolder(folder, account)
  if (account !== undefined) checkReach([initdb, folder], account)
  const cluster = join(folder, 'postgres')
  await endLeftOver(cluster)
  if (!existsSync(cluster)) makeCluster(initdb, cluster, account, isFast)
  for (let tries = 1; ; tries++) {
    const started = await startServer(postgres, { folder, cluster, socketFolder, isFast, account })
    if (typeof started !== 'string') return started
    // The processes of a server that was killed take a moment to notice it and to let go.
    if (!started.includes('postmaster') || tries === 20) {
      throw new SettingError(
        'EVIDENT_DATA',
        `the embedded database did not start: ${started}`,
        'Look for a full disk, or a folder from another version of PostgreSQL.',
      )
    }
    await sleep(250)
  }
}

interface Place {
  readonly folder: string
  readonly cluster: string
  readonly socketFolder: string
  readonly isFast: boolean
  readonly account: Account | undefined
}

/** Starts the server; what it said last when it can't. */
async function startServer(
  postgres: string,
  { folder, cluster, socketFolder, isFast, account }: Place,
): Promise<EmbeddedPostgres | string> {
  // In a process group of its own: Ctrl-C must reach the program alone, which lets requests end before the database does.
  const options = { ...account, cwd: cluster, detached: true }
  const child = spawn(postgres, serverArguments(cluster, socketFolder, isFast), { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((done) => void child.once('exit', () => done()).once('error', () => done()))
  const stop = () => stopChild(child)
  const connection = connectionOf(folder)
  const problem = await untilReady(child, connection, cluster).catch((error: unknown) => String(error))
  if (problem === undefined) return { connection, ended, stop }
  await stop()
  return problem
}

/** PostgreSQL refuses to run as root: an account of its own, made where that can be done, else `nobody`. */
function databaseAccount(): Account {
  const find = (name: string) => new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8'))
  if (find('evident-db') === null) spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'evident-db'])
  const [, uid, gid] = find('evident-db') ?? find('nobody') ?? []
  if (uid === undefined || gid === undefined)
    throw new SettingError(
      'DATABASE_URL',
      'the embedded database can’t run as root.',
      'Start Evident as an ordinary user, or set DATABASE_URL.',
    )
  return { uid: Number(uid), gid: Number(gid) }
}

function makeFolder(folder: string, account?: Account): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (account === undefined) return
    chownSync(folder, account.uid, account.gid)
    chmodSync(folder, 0o700)
  } catch (error) {
    throw new SettingError(
      'EVIDENT_DATA',
      `the folder ${folder} can’t be written (${(error as NodeJS.ErrnoException).code}).`,
      'Give a folder that this user may write.',
    )
  }
}

/** Where a data folder's database answers while it runs, whoever started it. */
export function connectionOf(dataFolder: string): string {
  return `postgres://${superuser}@/evident?host=${encodeURIComponent(socketFolderOf(resolve(dataFolder)))}`
}

/** A socket's path may have 107 bytes; in a deep folder it goes to a short one, named after the deep one. */
function socketFolderOf(folder: string): string {
  const inside = join(folder, 'socket')
  const isShort = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= 107
  return isShort ? inside : join(tmpdir(), `evident-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

function makeSocketFolder(folder: string, account: Account | undefined): string {
  const path = socketFolderOf(folder)
  try {
    mkdirSync(path, { mode: 0o700 })
    if (account !== undefined) chownSync(path, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // Anyone could have made that name before us, as a folder of theirs or a link to one of ours.
  const made = lstatSync(path)
  if (made.isDirectory() && made.uid === (account?.uid ?? process.getuid?.())) return path
  throw new SettingError('EVIDENT_DATA', `${path} belongs to somebody else.`, 'Remove it, or give a data folder with a shorter path.')
}

function checkReach(paths: readonly string[], account: Account): void {
  for (const path of paths) {
    const tried = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], account)
    if (tried.status === 0) continue
    const problem = `as root, the embedded database runs as a user of its own, and that user can’t enter ${path}.`
    throw new SettingError(
      'EVIDENT_DATA',
      problem,
      'Put the program and its data where every user may enter (not under /root), or start Evident as an ordinary user, or set DATABASE_URL.',
    )
  }
}

/** Makes the cluster beside and renames it: one that was half made when the program was killed is never taken for a whole one. */
function makeCluster(initdb: string, cluster: string, account: Account | undefined, isFast: boolean): void {
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  makeFolder(fresh, account)
  const options = [
    '-D',
    fresh,
    '-U',
    superuser,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
    ...(isFast ? ['--no-sync'] : []),
  ]
  const made = spawnSync(initdb, options, { ...account, cwd: fresh, encoding: 'utf8' })
  if (made.status !== 0) {
    throw new SettingError(
      'EVIDENT_DATA',
      `the database could not be made in ${cluster}: ${lastLine(made.stderr)}`,
      'Look for a full disk, or give another folder.',
    )
  }
  renameSync(fresh, cluster)
}

function serverArguments(cluster: string, socketFolder: string, isFast: boolean): string[] {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    'max_connections=60',
    'timezone=UTC',
    'log_min_messages=error',
    'log_min_error_statement=panic',
  ]
  const unsafe = isFast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []
  return ['-D', cluster, ...[...settings, ...unsafe].flatMap((setting) => ['-c', setting])]
}

/** The process that says it serves this cluster. */
function serverOf(cluster: string): number | undefined {
  const [line = '', folder] = readIfThere(join(cluster, 'postmaster.pid')).split('\n')
  return folder === cluster ? Number(line) : undefined
}

/** Shuts down a server that a killed program left behind on this cluster, and waits for its end. */
async function endLeftOver(cluster: string): Promise<void> {
  const pid = serverOf(cluster)
  if (pid === undefined || !isPostgres(pid)) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    for (let waited = 0; waited < 5000; waited += 20) {
      if (!isPostgres(pid)) return
      await sleep(20)
    }
  }
}

/** Whether a process of this number is a PostgreSQL; one that has ended and is not reaped yet is not. */
function isPostgres(pid: number): boolean {
  if (!(pid > 1)) return false
  const command =
    process.platform === 'linux'
      ? readIfThere(`/proc/${pid}/cmdline`)
      : spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout
  return command.includes('postgres')
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Waits until the server answers. What it said last, when it ends before or takes a minute. */
async function untilReady(child: ChildProcess, connection: string, cluster: string): Promise<string | undefined> {
  let said = ''
  let isEnded = false
  child.stderr?.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000)))
  child.on('error', () => void (isEnded = true))
  child.on('exit', () => void (isEnded = true))
  for (let waited = 0; waited < 60_000 && !isEnded; waited += 15) {
    // A server that answers must be this child, not another on the same socket.
    if (serverOf(cluster) === child.pid && (await canConnect(connection))) return undefined
    await sleep(15)
  }
  return lastLine(said)
}

/** Whether the server answers; makes the database `evident` when it does for the first time. */
async function canConnect(connection: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: connection })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') await makeDatabase(connection)
    return false
  }
}

async function makeDatabase(connection: string): Promise<void> {
  const client = new pg.Client({ connectionString: connection.replace('/evident?', '/postgres?') })
  await client.connect()
  await client.query('create database evident')
  await client.end()
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGQUIT'), 10_000)
    child.once('exit', () => {
      clearTimeout(impatient)
      resolve()
    })
    child.kill('SIGINT')
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
