// The stored form of an outbox entry. Later versions of the program read it: a change of shape is a new format with an upgrade.
import type { Bytes } from '../../core/bytes.ts'
import type { ErrorCode } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { EntryHeader } from '../../core/sealed-entry.ts'

export const currentFormat = 1

/** waiting: to be sent · held: refused, for a person to look at · erased: its learner is gone, and so is its content · discarded: by a person, can be undone. */
export type EntryState = 'waiting' | 'held' | 'erased' | 'discarded'

/** Why an entry is held or erased: the server's answer, or the device's own finding. */
export interface EntryReason {
  readonly code: ErrorCode | 'unreadable'
  readonly reason?: string
  readonly field?: string
}

/** What of an entry lies open, and its encrypted content. The counter `order` is given when it is added. */
export interface NewStoredEntry extends EntryHeader {
  readonly format: number
  readonly userId: Id
  readonly dependsOn: readonly Id[]
  readonly state: EntryState
  readonly reason: EntryReason | undefined
  /** How often it was handed to the network. From the first time on it may be with the server. */
  readonly tries: number
  /** How often the server answered that it failed itself. */
  readonly faults: number
  /** Under which secrets of the author the content key is wrapped now. */
  readonly wrapKeyId: Id
  /** With which it was signed: the server keeps the public key. */
  readonly signKeyId: Id
  readonly wrappedKey: Bytes
  readonly sealedKey: Bytes
  readonly signature: Bytes
  readonly input: Bytes
  /** The photo's type and size; its encrypted bytes lie apart. */
  readonly attachment: { readonly type: string; readonly size: number } | undefined
}

export interface StoredEntry extends NewStoredEntry {
  readonly order: number
}

export type Upgrades = Readonly<Record<number, (older: Record<string, unknown>) => Record<string, unknown>>>

/** From each earlier format to the next. Each earlier format keeps a fixture in the tests, which is never changed. */
const known: Upgrades = {}

/**
 * Reads a stored entry of this or an earlier format.
 * @returns undefined for a format of a later version of the program: it is left alone, neither sent nor shown
 */
export function readEntry(stored: object, format: number = currentFormat, upgrades: Upgrades = known): StoredEntry | undefined {
  let entry = stored as Record<string, unknown>
  while (typeof entry.format === 'number' && entry.format < format) {
    const upgrade = upgrades[entry.format]
    if (upgrade === undefined) return undefined
    entry = upgrade(entry)
  }
  return entry.format === format ? (entry as unknown as StoredEntry) : undefined
}
