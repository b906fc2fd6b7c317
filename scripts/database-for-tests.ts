// A PostgreSQL server that is not the embedded one, for the second run of the handler tests.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const password = 'only-for-this-test-run'

export interface TestServer {
  readonly url: string
  readonly version: string
  stop(): Promise<void>
}

/**
 * Starts a server on a loopback port, with a password, from the oldest system installation that is 15 or later; as root on Debian it
 * installs one where there is none. `undefined` where neither can be done: the caller says so.
 */
export async function startTestServer(): Promise<TestServer | undefined> {
  const programs = systemPrograms() ?? installPrograms()
  if (programs === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'evident-server-'))
  const account = process.getuid?.() === 0 ? postgresAccount() : {}
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid)
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const cluster = join(folder, 'cluster')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: folder },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=100']
  const child = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  })
  const url = await makeOwner(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, version: await versionOf(url), stop }
}

function systemPrograms(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin')
    .filter((folder) => Number(folder.split('/')[4]) >= 15 && existsSync(join(folder, 'initdb')))
    .sort((a, b) => Number(a.split('/')[4]) - Number(b.split('/')[4]))[0]
}

function installPrograms(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  spawnSync(
    'sh',
    ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql'],
    { stdio: 'inherit' },
  )
  return systemPrograms()
}

function postgresAccount(): { uid?: number; gid?: number } {
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: number('-u'), gid: number('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** The role that a careful administrator would give: it owns its databases and may make roles, and is no superuser. */
async function makeOwner(superuser: string): Promise<string> {
  await versionOf(superuser)
  const client = new pg.Client({ connectionString: superuser })
  await client.connect()
  await client.query(`create role owner login createdb createrole password '${password}'`)
  await client.end()
  return superuser.replace('//postgres:', '//owner:')
}

async function versionOf(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version ?? ''
    } catch (error) {
      if (tries > 200) throw error
      await sleep(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
