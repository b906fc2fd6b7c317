// The outbox as screens use it: kept means on the disk, calls keep their order, undo does the right one of two.
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { textOf } from '../core/bytes.ts'
import { command } from '../core/contract.ts'
import { newId } from '../core/ids.ts'
import { decryptPart, isSignedBy, openContentKey, signedBytes } from '../core/sealed-entry.ts'
import type { Writer } from './offline/entry-content.ts'
import type { Local } from './offline/local-database.ts'
import { allEntries } from './offline/outbox-store.ts'
import { createSender } from './offline/sender.ts'
import { newLocal, newOrganisation, newWriter, TestLocks, type TestOrganisation, TestServer } from './offline/test-support.ts'
import { createWire } from './offline/watched.ts'
import { createWishes } from './offline/wishes.ts'
import { addition, createOutbox, type Outbox } from './outbox.ts'

const record = command('learnerObservation.record', {
  where: 'school',
  summary: 'test',
  version: 2,
  input: z.object({ note: z.string().check(z.maxLength(20)) }),
  output: z.object({}),
})
const withdraw = command('learnerObservation.withdraw', {
  where: 'school',
  summary: 'test',
  input: z.object({ id: z.string() }),
  output: z.object({}),
})
const photoAdd = command('photo.add', { where: 'school', summary: 'test', input: z.object({ alt: z.string() }), output: z.object({}) })

let local: Local
let server: TestServer
let organisation: TestOrganisation
let sam: Awaited<ReturnType<typeof newWriter>>
let person: Writer
let isOnline: boolean
let outbox: Outbox
/** As `localStorage`: it outlives a page. */
let lines: Storage

beforeEach(async () => {
  local = await newLocal()
  server = new TestServer()
  organisation = await newOrganisation()
  sam = await newWriter(organisation)
  person = sam
  isOnline = false
  lines = newLines()
  outbox = newTab(new TestLocks().forTab('only'))
})

function newLines(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

function newTab(locks: Pick<LockManager, 'request'>, disk = local): Outbox {
  const wire = createWire({ postMessage: () => {}, addEventListener: () => {} })
  const sender = createSender({
    local,
    transport: server.transport,
    reopen: async () => 'retry',
    sendsFor: async () => (isOnline ? person.unlocked : undefined),
    changed: () => {},
    locks,
    now: () => new Date('2026-11-24T11:00:00.000Z'),
    chance: () => 0,
    later: () => () => {},
  })
  return createOutbox({
    local: disk,
    sender,
    wire,
    wishes: createWishes(lines),
    now: () => new Date('2026-11-24T10:55:00.000Z'),
    person: async () => person.unlocked,
    writer: async () => person,
  })
}

const ended = () => {
  throw new Error('the page was left')
}

const notes = () => server.accepted.map(({ input }) => (input as { note?: string }).note)
const seen = async () => {
  await outbox.refresh()
  return outbox.view.get()
}
async function online(): Promise<void> {
  isOnline = true
  await outbox.wake()
}

describe('adding', () => {
  it('is done when the entry is on the disk, and shows at once', async () => {
    const id = await outbox.add(record, { note: 'Ewa: clue' })
    expect((await allEntries(local)).map((entry) => entry.id)).toEqual([id])
    expect(await seen()).toMatchObject({
      waiting: 1,
      needingAttention: 0,
      entries: [{ id, version: 2, input: { note: 'Ewa: clue' }, state: 'waiting', canEdit: true }],
    })
  })

  it('keeps the order of calls, though a long text takes longer to encrypt', async () => {
    const calls = Array.from({ length: 12 }, (_, number) => outbox.add(record, { note: 'x'.repeat(12 - number) }))
    await Promise.all(calls)
    await online()
    expect(notes().map((note) => note?.length)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('refuses what the contract refuses, and takes the next one all the same', async () => {
    await expect(outbox.add(record, { note: 'far too long for this contract' })).rejects.toThrow()
    await outbox.add(record, { note: 'short' })
    expect((await seen()).waiting).toBe(1)
  })

  it('leaves nothing of the content open on the device', async () => {
    await outbox.add(record, { note: 'Ewa: clue' })
    await outbox.add(
      photoAdd,
      { alt: 'strips of paper' },
      { attachment: { type: 'image/webp', bytes: new TextEncoder().encode('PHOTO OF EWA') } },
    )
    const everything = JSON.stringify([await local.getAll('outbox'), await local.getAll('attachments')], (_key, value) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    )
    for (const word of ['Ewa', 'clue', 'strips', 'PHOTO']) expect(everything).not.toContain(word)
  })

  it('seals the entry to the organisation and signs it as its author', async () => {
    await outbox.add(record, { note: 'Ewa: clue' })
    const [entry] = await allEntries(local)
    if (entry === undefined) throw new Error('no entry')
    const contentKey = await openContentKey(organisation.privateKey, entry, entry.sealedKey)
    expect(textOf(await decryptPart(contentKey, entry, 'input', entry.input))).toBe('{"note":"Ewa: clue"}')
    expect(
      await isSignedBy(sam.publicKey, await signedBytes(entry, { sealedKey: entry.sealedKey, input: entry.input }), entry.signature),
    ).toBe(true)
  })
})

describe('several entries of one act', () => {
  it('are kept in their order, and can name one another', async () => {
    const photo = newId()
    const ids = await outbox.addAll([
      addition(photoAdd, { alt: 'strips' }, { id: photo }),
      addition(record, { note: 'Ewa' }, { dependsOn: [photo] }),
      addition(record, { note: 'Theo' }),
    ])
    expect(ids[0]).toBe(photo)
    expect((await seen()).entries.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      [photo, []],
      [ids[1], [photo]],
      [ids[2], []],
    ])
  })

  it('are kept together or not at all', async () => {
    await expect(
      outbox.addAll([addition(record, { note: 'Ewa' }), addition(record, { note: 'far too long for this contract' })]),
    ).rejects.toThrow()
    expect((await seen()).waiting).toBe(0)
  })

  it('are undone together, sent and unsent alike', async () => {
    const sent = await outbox.add(record, { note: 'Ewa' })
    await online()
    isOnline = false
    const unsent = await outbox.add(record, { note: 'Theo' })
    await outbox.undoAll([sent, unsent].map((id) => ({ id, withdraw: addition(withdraw, { id }) })))
    expect((await seen()).entries.map(({ command, input }) => [command, input])).toEqual([[withdraw.name, { id: sent }]])
  })
})

describe('undo', () => {
  it('of what was not sent leaves no trace, its photo included', async () => {
    const photo = await outbox.add(photoAdd, { alt: '' }, { attachment: { type: 'image/webp', bytes: new Uint8Array([1]) } })
    const id = await outbox.add(record, { note: 'wrong child' }, { dependsOn: [photo] })
    expect(await outbox.undo(id, withdraw, { id })).toBe('removed')
    await online()
    expect(server.arrivals).toBe(0)
    expect(await local.count('attachments')).toBe(0)
  })

  it('of what was not sent, when its photo was, takes the photo out of sight too', async () => {
    isOnline = true
    const photo = await outbox.add(photoAdd, { alt: 'strips' }, { attachment: { type: 'image/webp', bytes: new Uint8Array([1]) } })
    await outbox.wake()
    isOnline = false
    const id = await outbox.add(record, { note: 'wrong child' }, { dependsOn: [photo] })
    expect(await outbox.undo(id, withdraw, { id })).toBe('withdrawn')
    await online()
    expect(server.accepted.map(({ input }) => input)).toEqual([{ alt: 'strips' }, { note: 'wrong child' }, { id }])
  })

  it('of what was accepted sends the withdrawal', async () => {
    isOnline = true
    const id = await outbox.add(record, { note: 'wrong child' })
    await outbox.wake()
    expect(await outbox.undo(id, withdraw, { id })).toBe('withdrawn')
    await outbox.wake()
    expect(server.accepted.map(({ input }) => input)).toEqual([{ note: 'wrong child' }, { id }])
  })

  it('of what is under way sends the withdrawal after it', async () => {
    server.mode = 'deaf'
    isOnline = true
    const id = await outbox.add(record, { note: 'wrong child' })
    await outbox.wake()
    expect(await outbox.undo(id, withdraw, { id })).toBe('withdrawn')
    server.mode = 'online'
    await outbox.wake()
    expect(server.accepted.map(({ input }) => input)).toEqual([{ note: 'wrong child' }, { id }])
  })

  it('and sending at the same moment: the server has both or neither, never the record alone', async () => {
    for (let round = 0; round < 25; round++) {
      server.accepted.length = 0
      isOnline = false
      const id = await outbox.add(record, { note: 'wrong child' })
      isOnline = true
      const undone = new Promise((resolve) => setTimeout(resolve, round % 5)).then(() => outbox.undo(id, withdraw, { id }))
      await Promise.all([outbox.wake(), undone])
      await outbox.wake()
      expect(server.accepted.length).toBe((await undone) === 'removed' ? 0 : 2)
    }
  })
})

describe('a refused entry', () => {
  const refuse = async () => {
    const id = await outbox.add(record, { note: 'old goal' })
    const after = await outbox.add(record, { note: 'names it' }, { dependsOn: [id] })
    await outbox.add(record, { note: 'on its own' })
    server.refusals.set(id, { code: 'refused', reason: 'goal_closed', field: 'goalId' })
    await online()
    return { id, after }
  }

  it('is shown with its reason, and holds its dependants and nothing else', async () => {
    const { id, after } = await refuse()
    expect(notes()).toEqual(['on its own'])
    expect(await seen()).toMatchObject({
      waiting: 1,
      needingAttention: 1,
      entries: [
        {
          id,
          state: 'held',
          reason: { code: 'refused', reason: 'goal_closed', field: 'goalId' },
          canEdit: true,
          input: { note: 'old goal' },
        },
        { id: after, state: 'waiting', isHeldBack: true },
      ],
      sent: [{ input: { note: 'on its own' }, state: 'sent' }],
    })
  })

  it('leaves under its own id when it is mended, and its dependants after it', async () => {
    const { id, after } = await refuse()
    server.refusals.clear()
    expect(await outbox.edit(id, record, { note: 'new goal' })).toBe(true)
    await outbox.wake()
    expect(notes()).toEqual(['on its own', 'new goal', 'names it'])
    expect(server.accepted.map((event) => event.id).slice(1)).toEqual([id, after])
  })

  it('gets another id when its id was the fault, and its dependants follow', async () => {
    const id = await outbox.add(record, { note: 'twin' })
    await outbox.add(record, { note: 'names it' }, { dependsOn: [id] })
    server.refusals.set(id, { code: 'id_in_use' })
    await online()
    await outbox.edit(id, record, { note: 'twin' })
    await outbox.wake()
    expect(notes()).toEqual(['twin', 'names it'])
    expect(server.accepted[0]?.id).not.toBe(id)
  })

  it('can be discarded, brought back, and is gone when the page is left', async () => {
    const { id, after } = await refuse()
    expect(await outbox.discard(id)).toBe(true)
    expect((await seen()).entries.map(({ state }) => state)).toEqual(['discarded', 'waiting'])
    await outbox.restore(id)
    expect((await seen()).entries.map(({ state }) => state)).toEqual(['held', 'waiting'])
    await outbox.discard(id)
    await outbox.removeDiscarded()
    await outbox.wake()
    expect(server.accepted.at(-1)?.id).toBe(after)
    expect((await seen()).entries).toEqual([])
  })

  it('stays discarded, or back, when the page was left in that moment', async () => {
    const { id, after } = await refuse()
    // A page that is left ends its transactions: nothing of them reaches the disk.
    const left = new Proxy(local, { get: (of, name) => (name === 'transaction' ? ended : Reflect.get(of, name)) })
    const leaving = newTab(new TestLocks().forTab('left'), left)
    await expect(leaving.discard(id)).rejects.toThrow('left')
    expect((await seen()).entries.map(({ state }) => state)).toEqual(['held', 'waiting'])
    await outbox.fulfilWishes()
    expect((await seen()).entries.map(({ state }) => state)).toEqual(['discarded', 'waiting'])
    await expect(leaving.restore(id)).rejects.toThrow('left')
    await outbox.fulfilWishes()
    await outbox.removeDiscarded()
    expect((await seen()).entries.map(({ state }) => state)).toEqual(['held', 'waiting'])
    expect(lines.length).toBe(0)
    await outbox.discard(id)
    expect(lines.length).toBe(0)
    expect((await seen()).entries.map((entry) => entry.id)).toEqual([id, after])
  })

  it('goes again as it is when a person says so', async () => {
    const { id } = await refuse()
    server.refusals.clear()
    await outbox.retry(id)
    await outbox.wake()
    expect(notes()).toEqual(['on its own', 'old goal', 'names it'])
  })
})

describe('a colleague on the same tablet', () => {
  it('sees a number, sends nothing of it, and can’t take it back', async () => {
    const id = await outbox.add(record, { note: 'Sam’s' })
    person = await newWriter(organisation, 'Dawn Okafor')
    expect(await seen()).toEqual({ entries: [], sent: [], waiting: 0, needingAttention: 0, ofOthers: 1 })
    expect(await outbox.undo(id, withdraw, { id })).toBe('withdrawn')
    await online()
    expect(server.accepted.map(({ personId }) => personId)).toEqual([person.unlocked.personId])
    person = sam
    await outbox.wake()
    expect(notes()).toContain('Sam’s')
  })
})
