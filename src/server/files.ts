// Files of an organisation (photos of work), each kept once under the SHA-256 of its bytes.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Id, newId } from '../core/ids.ts'

/** Where bytes lie. Which rows name them, and when nothing does any more, is the features' business. */
export interface FileStore {
  /** Keeps the bytes and returns their SHA-256 in hexadecimal. Keeping the same bytes twice keeps them once. */
  keep(organisationId: Id, bytes: Uint8Array): Promise<string>
  /** The bytes, or undefined when they are gone. */
  find(organisationId: Id, hash: string): Promise<Uint8Array | undefined>
  remove(organisationId: Id, hash: string): Promise<void>
}

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
    remove: async (organisationId, hash) => rm(place(organisationId, hash), { force: true }),
  }
}
