// Entries under earlier secrets: brought along with the old keys, or opened again by the server, some at a time.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromBase64url, toBase64url } from '../../core/bytes.ts'
import { newId } from '../../core/ids.ts'
import { openContentKey } from '../../core/sealed-entry.ts'
import { openInput, type Writer } from './entry-content.ts'
import type { StoredEntry } from './entry-format.ts'
import type { Local, Unlocked } from './local-database.ts'
import { addEntries, allEntries } from './outbox-store.ts'
import { rewrapped } from './reopening.ts'
import { keysOf, newSecrets } from './secrets.ts'
import { reopen } from './server-session.ts'
import { newEntry, newLocal, newOrganisation, newWriter, type TestOrganisation } from './test-support.ts'

let local: Local
let school: TestOrganisation
let writer: Writer
let after: Unlocked

beforeEach(async () => {
  local = await newLocal()
  school = await newOrganisation()
  writer = await newWriter(school)
  after = { ...writer.unlocked, keyId: newId(), keys: await keysOf((await newSecrets()).secrets) }
})
afterEach(() => vi.unstubAllGlobals())

const add = async (count: number) =>
  addEntries(local, await Promise.all(Array.from({ length: count }, (_, number) => newEntry(writer, { number }))))
const inputs = async () => Promise.all((await allEntries(local)).map((entry) => openInput(entry, after).catch(() => 'shut')))

interface Asked {
  readonly entries: readonly { readonly header: StoredEntry; readonly sealedKey: string }[]
}

/** The server of the school: opens what was sealed to it, but for entries that it is told to fail on. */
function server({ failsOn = [] as readonly string[] } = {}): { asked: number[] } {
  const asked: number[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    // A long question goes in a body.
    const inAddress = path.split('input=')[1]
    const { entries } = (inAddress === undefined ? JSON.parse(String(body)).input : JSON.parse(decodeURIComponent(inAddress))) as Asked
    asked.push(entries.length)
    const good = entries.filter(({ header }) => !failsOn.includes(header.id))
    const opened = good.map(async ({ header, sealedKey }) => ({
      id: header.id,
      contentKey: toBase64url(await openContentKey(school.privateKey, header, fromBase64url(sealedKey))),
    }))
    return Response.json({ output: { opened: await Promise.all(opened) } })
  })
  return { asked }
}

describe('new secrets', () => {
  it('take entries along while the old ones are at hand', async () => {
    await add(2)
    expect(await inputs()).toEqual(['shut', 'shut'])
    await rewrapped(local, writer.unlocked, after)
    expect(await inputs()).toEqual([{ number: 0 }, { number: 1 }])
  })

  it('leave a colleague’s entries as they are', async () => {
    const colleague = await newWriter(school, 'Dawn Okafor')
    await addEntries(local, [await newEntry(colleague, { number: 9 })])
    await rewrapped(local, writer.unlocked, after)
    const [entry] = await allEntries(local)
    expect(entry && (await openInput(entry, colleague.unlocked))).toEqual({ number: 9 })
  })
})

describe('after a forgotten PIN', () => {
  it('the server opens the author’s entries, five at a time', async () => {
    await add(13)
    const { asked } = server()
    for (const _turn of [1, 2, 3]) expect(await reopen(local, await allEntries(local), after)).toBeUndefined()
    expect(asked).toEqual([5, 5, 3])
    expect(await inputs()).toEqual(Array.from({ length: 13 }, (_, number) => ({ number })))
  })

  it('what the server can’t open is held, and does not stop the rest', async () => {
    await add(2)
    const [first] = await allEntries(local)
    server({ failsOn: [first?.id ?? ''] })
    await reopen(local, await allEntries(local), after)
    expect((await allEntries(local)).map(({ state, reason }) => [state, reason?.code])).toEqual([
      ['held', 'unreadable'],
      ['waiting', undefined],
    ])
    expect((await inputs())[1]).toEqual({ number: 1 })
  })

  it('waits for network and sign-in without touching anything', async () => {
    await add(1)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    expect(await reopen(local, await allEntries(local), after)).toBe('retry')
    vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'signed_out' } }, { status: 401 }))
    expect(await reopen(local, await allEntries(local), after)).toBe('pause')
    expect((await allEntries(local)).map(({ state }) => state)).toEqual(['waiting'])
  })
})
