// Files of an organisation (photos of work), each kept once under the SHA-256 of its bytes.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Id, newId } from '../core/ids.ts'

/** Where bytes lie. Which rows name them, and when nothing does any more, is the features' business. */
export interface FileStore {
  /** Keeps the bytes and returns their SHA-256 in hexadecimal. Keeping the same bytes twice keeps them once. */
  keep(organisationId: Id, bytes: Uint8Array): Promise<string>
  /** The bytes, or undefined when they are gone. */
  find(organisationId: Id, hash: string): Promise<Uint8Array | undefined>
  /** The same for what is too large for memory: its bytes are read as they are asked for. */
  open(organisationId: Id, hash: string): Promise<KeptFile | undefined>
  /** Keeps what a stream brings, without ever holding all of it. */
  keepStream(organisationId: Id, bytes: AsyncIterable<Uint8Array>): Promise<{ readonly hash: string; readonly size: number }>
  remove(organisationId: Id, hash: string): Promise<void>
}

/** A file as it lies there, open only while it is read. `read` may be asked for a part: from a byte, up to and without another. */
export interface KeptFile {
  readonly size: number
  read(from?: number, until?: number): AsyncIterable<Uint8Array>
}

/** So much of a file is in memory at once. */
const chunkSize = 1024 * 1024

/** Files in a folder: `<folder>/<organisation>/<first two digits>/<hash>`. */
export function createFileStore(folder: string): FileStore {
  const place = (organisationId: Id, hash: string) => join(folder, organisationId, hash.slice(0, 2), hash)
  return {
    keep: async (organisationId, bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = place(organisationId, hash)
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a killed process leaves either the whole file or none.
      const beside = `${path}.${newId()}`
      await writeFile(beside, bytes, { mode: 0o600, flush: true })
      await rename(beside, path)
      return hash
    },
    find: async (organisationId, hash) => readFile(place(organisationId, hash)).catch(() => undefined),
    open: async (organisationId, hash) => {
      const path = place(organisationId, hash)
      const size = await stat(path).then(
        (found) => found.size,
        () => undefined,
      )
      return size === undefined ? undefined : { size, read: (from = 0, until = size) => readPart(path, from, until) }
    },
    keepStream: async (organisationId, bytes) => {
      const beside = join(folder, organisationId, newId())
      await mkdir(dirname(beside), { recursive: true, mode: 0o700 })
      try {
        const { hash, size } = await writeAll(beside, bytes)
        const path = place(organisationId, hash)
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(beside, path)
        return { hash, size }
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    remove: async (organisationId, hash) => rm(place(organisationId, hash), { force: true }),
  }
}

async function writeAll(path: string, bytes: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
      await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex'), size }
}

/** Opens the file when the first bytes are wanted, and closes it at the end or when nobody wants more. */
async function* readPart(path: string, from: number, until: number): AsyncGenerator<Uint8Array> {
  const handle = await open(path)
  try {
    for (let at = from; at < until; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(chunkSize, until - at)), 0, undefined, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
