// The outbox as screens use it: add, undo, mend, discard; everything that was added leaves by itself, in its order.
import * as z from 'zod/mini'
import type { Command, Parsed, Schema } from '../core/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import { moment } from '../core/time.ts'
import { type Attachment, type ClosedEntry, closeEntry, type Writer } from './offline/entry-content.ts'
import type { Local, Unlocked } from './offline/local-database.ts'
import { needsNewId } from './offline/outbox-rules.ts'
import * as store from './offline/outbox-store.ts'
import { createReader, emptyView, type OutboxView } from './offline/outbox-view.ts'
import type { Rest, Sender } from './offline/sender.ts'
import { createStore, type Store, type Wire } from './offline/watched.ts'
import type { Wish, Wishes } from './offline/wishes.ts'

export interface AddOptions {
  /** When another command of the same act names it; made here otherwise. */
  readonly id?: Id
  /** Commands that must be accepted before this one, by their ids: a photo before what names it. */
  readonly dependsOn?: readonly Id[]
  /** A photo. The command that carries it is an entry of its own. */
  readonly attachment?: Attachment
}

type AnyCommand<I extends Schema> = Command<string, I, Schema>

/** One command of an act that is kept as a whole. */
export interface Addition {
  readonly command: AnyCommand<Schema>
  readonly input: unknown
  readonly options: AddOptions
}

/** Holds a command and an input that fits it, for {@link Outbox.addAll}. */
export function addition<I extends Schema>(command: AnyCommand<I>, input: Parsed<I>, options: AddOptions = {}): Addition {
  return { command, input, options }
}

/** An entry to take back, and the command that withdraws it should it have been sent. */
export interface Undo {
  readonly id: Id
  readonly withdraw: Addition
}

export interface Outbox {
  readonly view: Store<OutboxView>
  /**
   * Keeps a command and sends it when it can. Resolves with the command's id once it is on the disk: only then may a screen say *kept*.
   * @throws when nobody is unlocked, when the device can't keep anything yet, or when the input is not the contract's
   */
  add<I extends Schema>(command: AnyCommand<I>, input: Parsed<I>, options?: AddOptions): Promise<Id>
  /** As `add`, for commands that belong together: all of them are kept, or none. @returns their ids in the same order */
  addAll(additions: readonly Addition[]): Promise<readonly Id[]>
  /** Takes an entry back: unsent, it is gone in one step; otherwise the withdrawal follows it. */
  undo<I extends Schema>(id: Id, withdraw: AnyCommand<I>, input: Parsed<I>): Promise<'removed' | 'withdrawn'>
  /** As `undo`, for entries of one act. */
  undoAll(undos: readonly Undo[]): Promise<void>
  /** Says something else in the place of a refused or unsent entry. `false`: it was sent meanwhile. */
  edit<I extends Schema>(id: Id, command: AnyCommand<I>, input: Parsed<I>, options?: AddOptions): Promise<boolean>
  retry(id: Id): Promise<void>
  /** `false`: it may be with the server, and can't be discarded any more. */
  discard(id: Id): Promise<boolean>
  restore(id: Id): Promise<void>
  /** The page is left: what was discarded on it is gone. */
  removeDiscarded(): Promise<void>
  /** A page begins: what was discarded or brought back in the moment an earlier one was left is done now. */
  fulfilWishes(): Promise<void>
  wake(): Promise<Rest>
  refresh(): Promise<void>
}

export interface OutboxParts {
  readonly local: Local
  readonly sender: Sender
  readonly wire: Wire
  readonly wishes: Wishes
  readonly now: () => Date
  readonly person: () => Promise<Unlocked | undefined>
  /** Who writes, on what, sealed to whom. @throws when nobody can */
  readonly writer: () => Promise<Writer>
}

/** Works one after the other: encrypting takes its time, and the order of calls must be the order of entries. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Reads anew; calls during a reading make one more, however many they are. */
function createRefresh(read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | undefined
  let isStale = false
  async function readUntilFresh(): Promise<void> {
    while (isStale) {
      isStale = false
      await read()
    }
  }
  return () => {
    isStale = true
    reading ??= readUntilFresh().finally(() => {
      reading = undefined
    })
    return reading
  }
}

/** What changes the entries on the disk, in the words of screens. */
function createWriting({ local, now, writer }: OutboxParts) {
  async function close<I extends Schema>(id: Id, command: AnyCommand<I>, input: Parsed<I>, options: AddOptions = {}): Promise<ClosedEntry> {
    const { name, version } = command
    const parsed = z.parse(command.input, input)
    const { dependsOn = [], attachment } = options
    return closeEntry(await writer(), { id, command: { name, version }, input: parsed, dependsOn, attachment, addedAt: moment(now()) })
  }

  async function edit<I extends Schema>(id: Id, command: AnyCommand<I>, input: Parsed<I>, options?: AddOptions): Promise<boolean> {
    const held = (await store.allEntries(local)).find((entry) => entry.id === id)
    const closed = await close(needsNewId(held?.reason) ? newId() : id, command, input, options)
    return store.replaceEntry(local, id, closed)
  }

  async function addAll(additions: readonly Addition[]): Promise<readonly Id[]> {
    const closed = await Promise.all(
      additions.map(({ command, input, options }) => close(options.id ?? newId(), command, input as never, options)),
    )
    await store.addEntries(local, closed)
    return closed.map(({ entry }) => entry.id)
  }

  async function undoAll(undos: readonly Undo[]): Promise<('removed' | 'withdrawn')[]> {
    const { unlocked } = await writer()
    const undoings = await Promise.all(
      undos.map(async ({ id, withdraw: { command, input, options } }) => ({
        id,
        withdrawal: await close(newId(), command, input as never, options),
      })),
    )
    return store.undoEntries(local, unlocked.userId, undoings)
  }

  return { edit, addAll, undoAll }
}

/** Puts the outbox together for one page. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { local, sender, wire, wishes, person } = parts
  const view = createStore(emptyView)
  const read = createReader(local)
  const inTurn = createTurns()
  const { edit, addAll, undoAll } = createWriting(parts)

  /** Undone is a wish too: what was brought back must not go because the page was left before the disk knew. */
  async function fulfil(id: Id, wish: Wish): Promise<boolean> {
    wishes.note(id, wish)
    const isDone = wish === 'discard' ? await store.discardEntry(local, id) : await store.restoreEntry(local, id).then(() => true)
    wishes.forget(id, wish)
    return isDone
  }

  function changed<T>(result: T): T {
    wire.tell('outbox')
    void sender.wake()
    return result
  }

  return {
    view,
    refresh: createRefresh(async () => view.set(await read(await person()))),
    addAll: (additions) => inTurn(() => addAll(additions)).then(changed),
    add: async (command, input, options) => {
      const [id] = await inTurn(() => addAll([addition(command, input, options)])).then(changed)
      return id as Id
    },
    undoAll: (undos) => inTurn(() => undoAll(undos)).then(() => changed(undefined)),
    undo: async (id, withdraw, input) => {
      const [result] = await inTurn(() => undoAll([{ id, withdraw: addition(withdraw, input) }])).then(changed)
      return result ?? 'removed'
    },
    edit: (id, command, input, options) => inTurn(() => edit(id, command, input, options)).then(changed),
    retry: (id) => store.retryEntry(local, id).then(changed),
    discard: (id) => fulfil(id, 'discard').then(changed),
    restore: async (id) => void changed(await fulfil(id, 'restore')),
    fulfilWishes: async () => {
      for (const [id, wish] of wishes.left()) await fulfil(id, wish)
    },
    removeDiscarded: async () => {
      const unlocked = await person()
      if (unlocked !== undefined) await store.removeDiscarded(local, unlocked.userId)
      changed(undefined)
    },
    wake: () => sender.wake(),
  }
}
