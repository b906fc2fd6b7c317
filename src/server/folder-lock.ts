// One program per data folder: a lock that the system holds, so that it ends with the process, however that ends.
import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SettingError } from './setting-error.ts'

/**
 * Takes the folder for this process and returns the release.
 * @throws SettingError naming EVIDENT_DATA when a living process holds it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const release = await tryLockFolder(folder)
  if (release !== undefined) return release
  throw new SettingError(
    'EVIDENT_DATA',
    `Evident already runs on the folder ${folder}.`,
    'Stop that one, or give this one a folder of its own.',
  )
}

/**
 * Takes the folder when nobody holds it. The lock is a socket that this process listens on: on Linux a name without a file, which two
 * starters can't both have; elsewhere a file, which a dead process leaves behind and the next one removes.
 */
export async function tryLockFolder(folder: string): Promise<(() => void) | undefined> {
  const name = `evident-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`
  const path = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.lock`)
  const server = (await listenOn(path)) ?? (await listenOnLeftOver(path))
  server?.unref()
  return server && (() => void server.close())
}

function listenOn(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => void socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen({ path }, () => resolve(server))
  })
}

async function listenOnLeftOver(path: string): Promise<Server | undefined> {
  if (path.startsWith('\0') || (await isAnswered(path))) return undefined
  rmSync(path, { force: true })
  return listenOn(path)
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
