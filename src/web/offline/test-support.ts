// For tests of the offline core: a device with people on it, locks that die with their tab, and a server that counts.
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import type { Bytes } from '../../core/bytes.ts'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type ClosedEntry, closeEntry, type Draft, type Writer } from './entry-content.ts'
import { type Local, openLocal, type Unlocked } from './local-database.ts'
import type { Answer } from './outbox-rules.ts'
import { keysOf, newSecrets } from './secrets.ts'
import type { Sending } from './sender.ts'

/** A fresh device: nothing of an earlier test is on it. */
export async function newLocal(): Promise<Local> {
  globalThis.indexedDB = new IDBFactory()
  return openLocal()
}

export interface TestOrganisation {
  readonly id: Id
  readonly publicKey: Bytes
  readonly privateKey: Bytes
}

export async function newOrganisation(): Promise<TestOrganisation> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return {
    id: newId(),
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

/** Somebody unlocked on the device, who can write entries for the organisation. */
export async function newWriter(organisation: TestOrganisation, name = 'Sam Okafor'): Promise<Writer & { readonly publicKey: Bytes }> {
  const { secrets, publicKey } = await newSecrets()
  const keys = await keysOf(secrets)
  const unlocked: Unlocked = {
    userId: newId(),
    name,
    organisationId: organisation.id,
    personId: newId(),
    keyId: newId(),
    keys,
    hasPin: false,
    hasSession: true,
    lastActiveAt: 0,
  }
  return { unlocked, deviceId: newId(), sealingKey: organisation.publicKey, publicKey }
}

/** An entry as the outbox takes it. */
export function newEntry(writer: Writer, input: unknown, parts: Partial<Draft> = {}): Promise<ClosedEntry> {
  const command = { name: 'learnerObservation.record', version: 1 }
  return closeEntry(writer, { id: newId(), command, input, dependsOn: [], addedAt: '2026-11-24T10:55:00.000Z', ...parts })
}

/** Web Locks of one browser with several tabs: a killed tab lets go, and its waiting requests vanish. */
export class TestLocks {
  readonly #queue: { tab: string; start: () => void }[] = []
  #holder: string | undefined

  forTab(tab: string): Pick<LockManager, 'request'> {
    const request = (_name: string, work: () => unknown) =>
      new Promise((resolve, reject) => {
        const start = () => {
          this.#holder = tab
          Promise.resolve()
            .then(work)
            .then(resolve, reject)
            .finally(() => this.#release(tab))
        }
        if (this.#holder === undefined) start()
        else this.#queue.push({ tab, start })
      })
    return { request } as unknown as Pick<LockManager, 'request'>
  }

  kill(tab: string): void {
    for (let at = this.#queue.length - 1; at >= 0; at--) if (this.#queue[at]?.tab === tab) this.#queue.splice(at, 1)
    this.#release(tab)
  }

  #release(tab: string): void {
    if (this.#holder !== tab) return
    this.#holder = undefined
    this.#queue.shift()?.start()
  }
}

/** A server that accepts each command id once, in the order of arrival, and can be told to misbehave. */
export class TestServer {
  readonly accepted: { id: Id; personId: Id; input: unknown }[] = []
  readonly refusals = new Map<Id, Refusal>()
  /** online · down: nothing arrives · deaf: it arrives, and the answer is lost · hanging: it arrives, and no answer ever comes. */
  mode: 'online' | 'down' | 'deaf' | 'hanging' = 'online'
  arrivals = 0
  #hangs = () => {}
  /** Resolves when the next request is left without an answer. */
  hung = new Promise<void>((resolve) => {
    this.#hangs = resolve
  })

  readonly transport = async ({ entry, input }: Sending): Promise<Answer> => {
    await Promise.resolve()
    if (this.mode === 'down') return { refusal: { code: 'unavailable' } }
    const answer = this.#attend(entry, input)
    if (this.mode === 'deaf') return { refusal: { code: 'unavailable' } }
    if (this.mode === 'hanging') return this.#hang()
    return answer
  }

  #hang(): Promise<Answer> {
    this.#hangs()
    this.hung = new Promise((resolve) => {
      this.#hangs = resolve
    })
    return new Promise(() => {})
  }

  #attend({ id, personId }: { id: Id; personId: Id }, input: unknown): Answer {
    this.arrivals++
    if (this.accepted.some((event) => event.id === id)) return { output: {} }
    const refusal = this.refusals.get(id)
    if (refusal !== undefined) return { refusal }
    this.accepted.push({ id, personId, input })
    return { output: {} }
  }
}
