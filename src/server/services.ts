// What handlers may use beside their transaction: keys, files, and the bytes that came with a request.
import type { FileStore } from './files.ts'
import type { Keyring } from './keys.ts'

/** Given to every handler by dispatch; tests give their own files. */
export interface Services {
  readonly keys: Keyring
  readonly files: FileStore
  /** The bytes that came with the command (a photo), when it came with some. */
  readonly bytes?: Uint8Array
}
