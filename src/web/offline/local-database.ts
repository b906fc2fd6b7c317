// What this installation of the browser keeps: one IndexedDB, its stores and the shapes in them.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OrganisationKind, Role } from '../../core/actor.ts'
import type { Bytes } from '../../core/bytes.ts'
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { StoredEntry } from './entry-format.ts'

/** This browser on this machine. Made at the first visit; gone with the browser's storage. */
export interface DeviceRecord {
  readonly id: Id
  /** Not extractable. A PIN opens nothing without it, so a copied wrapped key is of no use elsewhere. */
  readonly pinKey: CryptoKey
  /** A session that ended here without network still has to be ended at the server. */
  readonly owesSignOut: boolean
}

/** What a device knows of an organisation whose people work on it. */
export interface OrganisationRecord {
  readonly id: Id
  /** P-256, SPKI: entries are sealed to it. */
  readonly sealingKey: Bytes
  /** The last `evident-erasures` number seen; when it changes, everything cached of this organisation goes. */
  readonly erasures: number | undefined
}

/** A person in one organisation. One account may have several. */
export interface Membership {
  readonly organisationId: Id
  readonly organisationName: string
  readonly kind: OrganisationKind
  readonly personId: Id
  /** As the server told them last: for what is shown, never for what is allowed. */
  readonly roles: readonly Role[]
}

/** A person's secrets, wrapped under a PIN and the device's key. */
export interface PinLock {
  readonly salt: Bytes
  readonly iterations: number
  readonly wrapped: Bytes
  readonly misses: number
}

/** Somebody who signs in on this device. The name lies open: the lock screen shows it. */
export interface Profile {
  readonly userId: Id
  readonly name: string
  readonly memberships: readonly Membership[]
  /** Where this person was last. */
  readonly organisationId: Id
  /** Names the secrets: entries wrapped under others have to be opened again by the server. */
  readonly keyId: Id
  readonly publicKey: Bytes
  /** Organisations that know `publicKey`. */
  readonly enrolledIn: readonly Id[]
  readonly lastFullSignInAt: Moment
  readonly pin: PinLock | undefined
}

/** A person's keys while unlocked. None can be read out, only used. */
export interface Keys {
  readonly data: CryptoKey
  readonly names: CryptoKey
  readonly signing: CryptoKey
}

/** At most one: who is using the device now. Both HTML entries read it. */
export interface Unlocked {
  readonly userId: Id
  readonly name: string
  readonly organisationId: Id
  readonly personId: Id
  readonly keyId: Id
  readonly keys: Keys
  readonly hasPin: boolean
  /** Whether the browser's session is this person's: without network a PIN opens the device and no session. */
  readonly hasSession: boolean
  readonly lastActiveAt: number
}

/** An accepted command, kept encrypted so that what was sent is still seen before the next answer comes. */
export interface SentEntry {
  readonly id: Id
  readonly userId: Id
  readonly organisationId: Id
  readonly sentAt: Moment
  readonly entry: StoredEntry
}

/** The last answer of a query. `key` is a keyed hash: the question may hold a name. */
export interface CachedAnswer {
  readonly key: string
  readonly userId: Id
  readonly organisationId: Id
  readonly answeredAt: number
  /** The organisation's number of erasures when it answered; undefined for drafts, and for what an earlier version kept. */
  readonly erasures?: number | undefined
  readonly sealed: Bytes
}

export interface LocalSchema extends DBSchema {
  device: { key: 'this'; value: DeviceRecord }
  organisations: { key: Id; value: OrganisationRecord }
  profiles: { key: Id; value: Profile }
  unlocked: { key: 'now'; value: Unlocked }
  outbox: { key: number; value: StoredEntry; indexes: { id: Id } }
  attachments: { key: Id; value: Bytes }
  sent: { key: Id; value: SentEntry }
  cache: { key: string; value: CachedAnswer; indexes: { userId: Id } }
}

export type Local = IDBPDatabase<LocalSchema>

/** Opens the database, and lets a newer version of the program in another tab take it over. */
export async function openLocal(name = 'evident'): Promise<Local> {
  return openDB<LocalSchema>(name, 1, {
    upgrade: (local) => {
      local.createObjectStore('device')
      local.createObjectStore('organisations', { keyPath: 'id' })
      local.createObjectStore('profiles', { keyPath: 'userId' })
      local.createObjectStore('unlocked')
      // The counter is the order in which entries leave. It never gives a number twice, also after a removal.
      local.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', { unique: true })
      local.createObjectStore('attachments')
      local.createObjectStore('sent', { keyPath: 'id' })
      local.createObjectStore('cache', { keyPath: 'key' }).createIndex('userId', 'userId')
    },
    blocking: (_current, _blocked, event) => {
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
    },
  })
}
