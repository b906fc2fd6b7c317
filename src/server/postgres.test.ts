// The embedded database: what was acknowledged survives a kill, what is left over is ended, two programs never share a folder.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'
import { startPostgres } from './postgres.ts'

const folders: string[] = []
const newFolder = (name = 'evident-postgres-') => {
  const folder = mkdtempSync(join(tmpdir(), name))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const on = async <T>(connection: string, statement: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: connection })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows as T[]
}
const serverOf = (folder: string) => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('keeps what was acknowledged when the server is killed, and starts again', async () => {
    const dataFolder = newFolder()
    const first = await startPostgres({ dataFolder })
    await on(first.connection, 'create table kept as select 1 as one')
    process.kill(serverOf(dataFolder), 'SIGKILL')
    const second = await startPostgres({ dataFolder })
    expect(await on(second.connection, 'select one from kept')).toEqual([{ one: 1 }])
    await second.stop()
  })
  it('ends a server that a killed program left behind, and loses nothing', async () => {
    const dataFolder = newFolder()
    const first = await startPostgres({ dataFolder })
    await on(first.connection, 'create table kept as select 1 as one')
    const leftOver = serverOf(dataFolder)
    const second = await startPostgres({ dataFolder })
    expect(serverOf(dataFolder)).not.toBe(leftOver)
    expect(await on(second.connection, 'select one from kept')).toEqual([{ one: 1 }])
    await second.stop()
    expect(spawnSync('ps', ['-p', String(leftOver)]).status).not.toBe(0)
  })
  it('is made anew when the first making was cut short', async () => {
    const dataFolder = newFolder()
    mkdirSync(join(dataFolder, 'postgres.new'))
    writeFileSync(join(dataFolder, 'postgres.new/PG_VERSION'), '18\n')
    const server = await startPostgres({ dataFolder, isFast: true })
    expect(await on(server.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })
  it('refuses a socket folder that somebody else made', async () => {
    const dataFolder = newFolder()
    const theirs = newFolder()
    symlinkSync(theirs, join(dataFolder, 'socket'))
    await expect(startPostgres({ dataFolder, isFast: true })).rejects.toThrow(/belongs to somebody else/)
  })
  it('works in a folder too deep for a socket’s path', async () => {
    const outer = newFolder()
    chmodSync(outer, 0o755)
    const dataFolder = join(outer, 'a-folder-with-a-long-name/'.repeat(5))
    const server = await startPostgres({ dataFolder, isFast: true })
    expect(await on(server.connection, 'show fsync')).toEqual([{ fsync: 'off' }])
    await server.stop()
  })
  it('synchronises to disk unless a test asks otherwise', async () => {
    const server = await startPostgres({ dataFolder: newFolder() })
    expect(await on(server.connection, 'show fsync')).toEqual([{ fsync: 'on' }])
    expect(await on(server.connection, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    await server.stop()
  })
})

describe('the lock of a data folder', () => {
  const holdBy = (folder: string) => {
    const program = `import { lockFolder } from '${join(import.meta.dirname, 'folder-lock.ts')}'; await lockFolder('${folder}'); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    const held = new Promise((resolve) => child.stdout.once('data', resolve))
    return { child, held, ended: new Promise((resolve) => child.once('exit', resolve)) }
  }
  it('is refused to a second program in a sentence that names the setting, until the first is gone, even killed', async () => {
    const folder = newFolder()
    const holder = holdBy(folder)
    await holder.held
    await expect(lockFolder(folder)).rejects.toThrow(/EVIDENT_DATA: Evident already runs on the folder/)
    holder.child.kill('SIGKILL')
    await holder.ended
    const release = await lockFolder(folder)
    release()
  })
  it('is had by exactly one of many that try at the same moment', async () => {
    const folder = newFolder()
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
    const taken = tries.filter((one) => one.status === 'fulfilled')
    expect(taken).toHaveLength(1)
    for (const one of taken) one.value()
  })
})
