// Sending: order, one tab, kills in the middle, refusals, and what must hold whatever happens in between.
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type ClosedEntry, openInput, type Writer } from './entry-content.ts'
import type { Local } from './local-database.ts'
import { addEntries, allEntries, discardEntry, replaceEntry, restoreEntry, retryEntry, undoEntries } from './outbox-store.ts'
import { createSender, type Sender, type SenderParts } from './sender.ts'
import { newEntry, newLocal, newOrganisation, newWriter, TestLocks, TestServer } from './test-support.ts'

let local: Local
let locks: TestLocks
let server: TestServer
let writer: Writer
let timers: (() => void)[]
let tabs = 0

function newTab(parts: Partial<SenderParts> = {}): { sender: Sender; kill: () => void } {
  const tab = `tab ${tabs++}`
  const sender = createSender({
    local,
    transport: server.transport,
    reopen: async () => 'retry',
    sendsFor: async () => writer.unlocked,
    changed: () => {},
    locks: locks.forTab(tab),
    now: () => new Date('2026-11-24T11:00:00.000Z'),
    chance: () => 0.5,
    later: (work) => {
      timers.push(work)
      return () => {}
    },
    ...parts,
  })
  return { sender, kill: () => locks.kill(tab) }
}

beforeEach(async () => {
  local = await newLocal()
  locks = new TestLocks()
  server = new TestServer()
  writer = await newWriter(await newOrganisation())
  timers = []
})

async function add(count: number): Promise<ClosedEntry[]> {
  const entries = await Promise.all(Array.from({ length: count }, (_, number) => newEntry(writer, { number })))
  await addEntries(local, entries)
  return entries
}

const numbers = () => server.accepted.map(({ input }) => (input as { number: number }).number)
const statesById = async () => Object.fromEntries((await allEntries(local)).map(({ id, state }) => [id, state]))

describe('sending', () => {
  it('goes in the order of adding, though ids are random within their millisecond', async () => {
    await add(30)
    expect(await newTab().sender.wake()).toBe('idle')
    expect(numbers()).toEqual(Array.from({ length: 30 }, (_, number) => number))
    expect(await allEntries(local)).toEqual([])
  })

  it('is done by one tab at a time, also when all wake at once', async () => {
    await add(20)
    await Promise.all([newTab(), newTab(), newTab()].map(({ sender }) => sender.wake()))
    expect(server.arrivals).toBe(20)
    expect(numbers()).toEqual(Array.from({ length: 20 }, (_, number) => number))
  })

  it('is taken over by the next tab when the sending one is killed', async () => {
    await add(3)
    server.mode = 'hanging'
    const first = newTab()
    void first.sender.wake()
    const second = newTab().sender.wake()
    await server.hung
    server.mode = 'online'
    first.kill()
    expect(await second).toBe('idle')
    expect(numbers()).toEqual([0, 1, 2])
  })

  it('happens once when the answer was lost', async () => {
    await add(2)
    server.mode = 'deaf'
    expect(await newTab().sender.wake()).toBe('retry')
    server.mode = 'online'
    timers[0]?.()
    await vi.waitFor(() => expect(numbers()).toEqual([0, 1]))
    expect(server.arrivals).toBe(3)
  })

  it('sends what is added while it sends', async () => {
    await add(1)
    const { sender } = newTab()
    const done = sender.wake()
    await add(1)
    await Promise.all([done, sender.wake()])
    expect(server.accepted).toHaveLength(2)
  })

  it('stops at the first bad network, and keeps the order', async () => {
    await add(3)
    server.mode = 'down'
    expect(await newTab().sender.wake()).toBe('retry')
    expect(server.arrivals).toBe(0)
    expect((await allEntries(local)).map(({ tries }) => tries).sort()).toEqual([0, 0, 1])
  })

  it('pauses when nobody is signed in, without a timer of its own', async () => {
    const [entry] = await add(2)
    server.refusals.set(entry?.entry.id ?? '', { code: 'signed_out' })
    expect(await newTab().sender.wake()).toBe('pause')
    expect(timers).toEqual([])
    expect(Object.values(await statesById())).toEqual(['waiting', 'waiting'])
  })

  it('leaves the entries of a colleague alone', async () => {
    await add(1)
    const colleague = await newWriter(await newOrganisation(), 'Ruth Bell')
    await addEntries(local, [await newEntry(colleague, { number: 9 })])
    expect(await newTab().sender.wake()).toBe('idle')
    expect(numbers()).toEqual([0])
    const [left] = await allEntries(local)
    if (left === undefined) throw new Error('the colleague’s entry is gone')
    await expect(openInput(left, writer.unlocked)).rejects.toThrow()
    expect(await openInput(left, colleague.unlocked)).toEqual({ number: 9 })
  })

  it('sends nothing while locked', async () => {
    await add(1)
    expect(await newTab({ sendsFor: async () => undefined }).sender.wake()).toBe('locked')
    expect(server.arrivals).toBe(0)
  })

  it('sends a photo before what names it, with its bytes', async () => {
    const photo = await newEntry(writer, { photoId: 'p' }, { attachment: { type: 'image/webp', bytes: new Uint8Array([1, 2, 3]) } })
    await addEntries(local, [photo, await newEntry(writer, { number: 1 }, { dependsOn: [photo.entry.id] })])
    const seen: unknown[] = []
    await newTab({
      transport: async (sending) => {
        seen.push(sending.attachment ?? sending.input)
        return { output: {} }
      },
    }).sender.wake()
    expect(seen).toEqual([{ type: 'image/webp', bytes: new Uint8Array([1, 2, 3]) }, { number: 1 }])
    expect(await local.count('attachments')).toBe(0)
  })

  it('holds an entry whose bytes were changed, without sending it', async () => {
    await add(2)
    const [first] = await allEntries(local)
    if (first === undefined) throw new Error('no entry')
    await local.put('outbox', { ...first, input: first.input.map((byte) => byte ^ 1) })
    await newTab().sender.wake()
    expect((await allEntries(local)).map(({ state, reason }) => ({ state, reason }))).toEqual([
      { state: 'held', reason: { code: 'unreadable' } },
    ])
    expect(numbers()).toEqual([1])
  })

  it('asks for the content keys of entries from before a forgotten PIN, first', async () => {
    await add(1)
    const before = writer.unlocked.keyId
    writer = { ...writer, unlocked: { ...writer.unlocked, keyId: newId() } }
    const asked: number[] = []
    const rest = await newTab({
      reopen: async (own) => {
        asked.push(own.length)
        for (const entry of own) await local.put('outbox', { ...entry, wrapKeyId: writer.unlocked.keyId })
        return undefined
      },
    }).sender.wake()
    expect(rest).toBe('idle')
    expect(asked).toEqual([1])
    expect(before).not.toBe(writer.unlocked.keyId)
    expect(numbers()).toEqual([0])
  })

  it('empties the entry of an erased learner and keeps its line', async () => {
    const [entry] = await add(1)
    server.refusals.set(entry?.entry.id ?? '', { code: 'learner_erased' })
    await newTab().sender.wake()
    const [line] = await allEntries(local)
    expect(line).toMatchObject({ state: 'erased', reason: { code: 'learner_erased' } })
    expect([line?.input, line?.wrappedKey, line?.sealedKey].map((bytes) => bytes?.length)).toEqual([0, 0, 0])
  })
})

type Step =
  | { do: 'add'; photo: boolean; after: number | undefined; refuse: 'no' | 'refused' | 'unexpected' | 'learner_erased' }
  | { do: 'wake' | 'kill'; mode: TestServer['mode'] }
  | { do: 'retry' | 'discard' | 'restore' | 'edit' | 'undo'; which: number }

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    photo: fc.boolean(),
    after: fc.option(fc.nat(4), { nil: undefined }),
    refuse: fc.constantFrom('no', 'no', 'no', 'refused', 'unexpected', 'learner_erased'),
  }),
  fc.record({ do: fc.constantFrom('wake', 'kill'), mode: fc.constantFrom<TestServer['mode']>('online', 'down', 'deaf', 'hanging') }),
  fc.record({ do: fc.constantFrom('retry', 'discard', 'restore', 'edit', 'undo', 'undo'), which: fc.nat(4) }),
)

/** What a person took back unsent, and lines of erased learners that they put away: those may have been sent, and withdrawn. */
interface Gone {
  readonly undone: Set<Id>
  readonly cleared: Set<Id>
}

/** Plays a whole day on one device and keeps count of what a person did, to compare with what the server has. */
async function play(day: readonly Step[]): Promise<void> {
  local = await newLocal()
  locks = new TestLocks()
  server = new TestServer()
  const added: Id[] = []
  const needs = new Map<Id, Id>()
  const gone: Gone = { undone: new Set(), cleared: new Set() }
  let tab = newTab()
  const wake = async (mode: TestServer['mode']) => {
    server.mode = mode
    await Promise.race([tab.sender.wake(), server.hung])
  }
  for (const step of day) {
    if (step.do === 'add') {
      const after = step.after === undefined ? undefined : added[step.after]
      const attachment = step.photo ? { type: 'image/webp', bytes: new Uint8Array([1]) } : undefined
      const entry = await newEntry(writer, { number: added.length }, { dependsOn: after === undefined ? [] : [after], attachment })
      if (step.refuse !== 'no') server.refusals.set(entry.entry.id, { code: step.refuse })
      await addEntries(local, [entry])
      added.push(entry.entry.id)
      if (after !== undefined) needs.set(entry.entry.id, after)
    } else if ('mode' in step) {
      await wake(step.mode)
      if (step.do === 'kill' || step.mode === 'hanging') {
        tab.kill()
        tab = newTab()
      }
    } else {
      const id = added[step.which]
      if (id !== undefined) await act(step.do, id, gone)
    }
  }
  server.refusals.clear()
  for (const id of added) await restoreEntry(local, id)
  for (const id of added) await retryEntry(local, id)
  server.mode = 'online'
  for (let round = 0; round < 3; round++) await tab.sender.wake()
  await check(added, gone)
  const at = (id: Id) => server.accepted.findIndex((event) => event.id === id)
  for (const [id, needed] of needs) if (at(id) >= 0) expect(at(needed)).toBeLessThan(at(id))
}

async function act(what: string, id: Id, { undone, cleared }: Gone): Promise<void> {
  const before = await allEntries(local)
  if (what === 'retry') await retryEntry(local, id)
  if (what === 'discard') await discardEntry(local, id)
  if (what === 'restore') await restoreEntry(local, id)
  if (what === 'edit') {
    const dependsOn = before.find((entry) => entry.id === id)?.dependsOn ?? []
    await replaceEntry(local, id, await newEntry(writer, { edited: true }, { id, dependsOn }))
  }
  if (what === 'undo' && !undone.has(id))
    await undoEntries(local, writer.unlocked.userId, [{ id, withdrawal: await newEntry(writer, { withdraws: id }) }])
  const left = new Set((await allEntries(local)).map((entry) => entry.id))
  for (const entry of before) if (!left.has(entry.id)) (entry.state === 'erased' ? cleared : undone).add(entry.id)
}

async function check(added: readonly Id[], { undone, cleared }: Gone): Promise<void> {
  const left = await allEntries(local)
  const accepted = server.accepted.map(({ id }) => id)
  expect(new Set(accepted).size).toBe(accepted.length)
  for (const id of added) {
    const isGone = undone.has(id) || cleared.has(id)
    const places = [accepted.includes(id), isGone, left.some((entry) => entry.id === id && entry.state === 'erased')]
    // An erased line that its person undid is gone for good, but one id is never in two places.
    expect(places.filter(Boolean), id).toHaveLength(1)
  }
  for (const { input } of server.accepted) {
    const withdraws = (input as { withdraws?: Id }).withdraws
    if (withdraws !== undefined) expect(undone.has(withdraws)).toBe(false)
  }
}

describe('whatever happens', () => {
  it('nothing is lost and nothing doubled, and what a person did not undo arrives', async () => {
    await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 6, maxLength: 24 }), play), { numRuns: 100 })
  }, 120_000)

  it('without refusals or undo, everything arrives in the order of adding', async () => {
    const calm = fc.array(
      fc.oneof(
        fc.record({
          do: fc.constant('add' as const),
          photo: fc.boolean(),
          after: fc.constant(undefined),
          refuse: fc.constant('no' as const),
        }),
        fc.record({ do: fc.constantFrom('wake', 'kill'), mode: fc.constantFrom<TestServer['mode']>('online', 'down', 'deaf', 'hanging') }),
      ),
      { minLength: 4, maxLength: 16 },
    )
    await fc.assert(
      fc.asyncProperty(calm, async (day) => {
        await play(day)
        expect(numbers()).toEqual(day.filter((step) => step.do === 'add').map((_, number) => number))
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
