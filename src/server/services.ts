// What handlers may use beside their transaction: keys, files, the bytes that came with a request, and dispatch for entries sent on.
import type { Actor } from '../core/actor.ts'
import type { ErrorCode } from '../core/errors.ts'
import type { Tx } from './database.ts'
import type { FileStore } from './files.ts'
import type { Keyring } from './keys.ts'

/** What the program has for all requests; tests give their own files. */
export interface Services {
  readonly keys: Keyring
  readonly files: FileStore
}

/** Where a command came from. Handlers keep neither: a hash at most, for comparing. */
export interface Whence {
  /** The network address of the peer. */
  readonly address?: string
  /** The mark that a browser keeps (`whence.ts`). */
  readonly device?: string
}

/** A file that came in whole by the upload paths, looked at and kept before its command. */
export interface ReceivedFile {
  readonly size: number
  /** By its first bytes; `text/plain` for readable text; undefined when they say nothing. */
  readonly type: string | undefined
  readonly hash: string
  /** Of a picture: the copy that is shown. */
  readonly shownHash: string | undefined
}

/** One command as it comes from a device. */
export interface CommandRequest {
  readonly id: unknown
  readonly version: unknown
  readonly input: unknown
  readonly bytes?: Uint8Array
  readonly whence?: Whence
  /** Set by the upload paths alone. */
  readonly received?: ReceivedFile
}

/** Given to every handler by dispatch. */
export interface HandlerServices extends Services {
  /** The bytes that came with the command (a photo), when it came with some. */
  readonly bytes?: Uint8Array
  readonly received?: ReceivedFile
  /** Where the command came from, when it came through a door. */
  readonly whence?: Whence
  /** Runs another command inside the same transaction, as its author; a refusal undoes that command alone, and is told by its code. */
  readonly sendAs: (tx: Tx, author: Actor, name: string, request: CommandRequest) => Promise<'accepted' | ErrorCode>
}
