// The outbox in IndexedDB: each function is one transaction, so that two tabs, or a killed one, never see half of a change.
import type { Bytes } from '../../core/bytes.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ClosedEntry } from './entry-content.ts'
import { readEntry, type StoredEntry } from './entry-format.ts'
import type { Local } from './local-database.ts'
import { canEdit, type Outcome, undoPlan } from './outbox-rules.ts'

type Stores = ('outbox' | 'attachments' | 'sent')[]

/** A transaction that is complete only when it is on the disk. */
function write(local: Local, stores: Stores) {
  return local.transaction(stores, 'readwrite', { durability: 'strict' })
}

type Writing = ReturnType<typeof write>

function understood(stored: readonly StoredEntry[]): StoredEntry[] {
  return stored.flatMap((each) => readEntry(each) ?? [])
}

async function ofPerson(transaction: Writing, userId: Id): Promise<StoredEntry[]> {
  return understood(await transaction.objectStore('outbox').getAll()).filter((entry) => entry.userId === userId)
}

async function byId(transaction: Writing, id: Id): Promise<StoredEntry | undefined> {
  const stored = await transaction.objectStore('outbox').index('id').get(id)
  return stored && readEntry(stored)
}

async function put(transaction: Writing, { entry, attachment }: ClosedEntry, order?: number): Promise<void> {
  // Without a number the store gives the next one of its counter.
  await transaction.objectStore('outbox').put({ ...entry, ...(order === undefined ? {} : { order }) } as StoredEntry)
  if (attachment !== undefined) await transaction.objectStore('attachments').put(attachment, entry.id)
}

async function remove(transaction: Writing, { order, id }: StoredEntry): Promise<void> {
  await transaction.objectStore('outbox').delete(order)
  await transaction.objectStore('attachments').delete(id)
}

/** All entries on this device, everybody's, in no particular order. */
export async function allEntries(local: Local): Promise<StoredEntry[]> {
  return understood(await local.getAll('outbox'))
}

/** Adds entries in the order given. Resolves when they are on the disk. */
export async function addEntries(local: Local, entries: readonly ClosedEntry[]): Promise<void> {
  const transaction = write(local, ['outbox', 'attachments'])
  for (const entry of entries) await put(transaction, entry)
  await transaction.done
}

/** An entry on its way, as it was in the moment it was marked. */
export interface Going {
  readonly entry: StoredEntry
  readonly attachment: Bytes | undefined
}

/** Notes that an entry is about to be handed to the network. @returns undefined when it no longer waits: it must not be sent */
export async function beginSending(local: Local, id: Id): Promise<Going | undefined> {
  const transaction = write(local, ['outbox', 'attachments'])
  const entry = await byId(transaction, id)
  const attachment = await transaction.objectStore('attachments').get(id)
  const going = entry?.state === 'waiting' ? { ...entry, tries: entry.tries + 1 } : undefined
  if (going !== undefined) await transaction.objectStore('outbox').put(going)
  await transaction.done
  return going && { entry: going, attachment }
}

const nothing: Bytes = new Uint8Array()

/** Does to a sent entry what the answer's outcome says. An accepted one moves among the sent; an erased one keeps its line alone. */
export async function settle(local: Local, id: Id, outcome: Outcome, now: Date): Promise<void> {
  const transaction = write(local, ['outbox', 'attachments', 'sent'])
  const entry = await byId(transaction, id)
  if (entry !== undefined) await settleEntry(transaction, entry, outcome, now)
  await transaction.done
}

async function settleEntry(transaction: Writing, entry: StoredEntry, outcome: Outcome, now: Date): Promise<void> {
  const outbox = transaction.objectStore('outbox')
  if (outcome.to === 'waiting') {
    await outbox.put({ ...entry, faults: outcome.faults })
  } else if (outcome.to === 'held') {
    await outbox.put({ ...entry, state: 'held', reason: outcome.reason })
  } else if (outcome.to === 'erased') {
    await outbox.put({
      ...entry,
      state: 'erased',
      reason: outcome.reason,
      input: nothing,
      wrappedKey: nothing,
      sealedKey: nothing,
      signature: nothing,
    })
    await transaction.objectStore('attachments').delete(entry.id)
  } else {
    const { id, userId, organisationId } = entry
    await remove(transaction, entry)
    await transaction.objectStore('sent').put({ id, userId, organisationId, sentAt: moment(now), entry })
  }
}

/** Sets a held entry waiting again. */
export async function retryEntry(local: Local, id: Id): Promise<void> {
  const transaction = write(local, ['outbox'])
  const entry = await byId(transaction, id)
  if (entry !== undefined && entry.state === 'held')
    await transaction.objectStore('outbox').put({ ...entry, state: 'waiting', reason: undefined, faults: 0 })
  await transaction.done
}

/** Puts new content in the place of an entry's old one, at the same number. @returns false when it may not be edited any more */
export async function replaceEntry(local: Local, id: Id, closed: ClosedEntry): Promise<boolean> {
  const transaction = write(local, ['outbox', 'attachments'])
  const entry = await byId(transaction, id)
  const may = entry !== undefined && canEdit(entry)
  if (may) await replaceIn(transaction, entry, closed)
  await transaction.done
  return may
}

async function replaceIn(transaction: Writing, entry: StoredEntry, closed: ClosedEntry): Promise<void> {
  const { id } = closed.entry
  // Nobody else's photo is touched: without a new one, the old goes with the old content.
  await remove(transaction, entry)
  await put(transaction, closed, entry.order)
  if (id === entry.id) return
  for (const other of await ofPerson(transaction, entry.userId)) {
    if (!other.dependsOn.includes(entry.id)) continue
    await transaction.objectStore('outbox').put({ ...other, dependsOn: other.dependsOn.map((each) => (each === entry.id ? id : each)) })
  }
}

/** Marks an entry as discarded, so that it can still come back; an erased one, being only a line, goes at once. @returns false when it may be with the server */
export async function discardEntry(local: Local, id: Id): Promise<boolean> {
  const transaction = write(local, ['outbox', 'attachments'])
  const entry = await byId(transaction, id)
  const may = entry !== undefined && (canEdit(entry) || entry.state === 'erased')
  if (may && entry.state === 'erased') await remove(transaction, entry)
  else if (may) await transaction.objectStore('outbox').put({ ...entry, state: 'discarded' })
  await transaction.done
  return may
}

/** Brings a discarded entry back: held if it was refused, else waiting. */
export async function restoreEntry(local: Local, id: Id): Promise<void> {
  const transaction = write(local, ['outbox'])
  const entry = await byId(transaction, id)
  if (entry?.state === 'discarded')
    await transaction.objectStore('outbox').put({ ...entry, state: entry.reason === undefined ? 'waiting' : 'held' })
  await transaction.done
}

/** Removes what a person discarded, when the page is left. */
export async function removeDiscarded(local: Local, userId: Id): Promise<void> {
  const transaction = write(local, ['outbox', 'attachments'])
  for (const entry of await ofPerson(transaction, userId)) if (entry.state === 'discarded') await remove(transaction, entry)
  await transaction.done
}

/** One entry to take back, and the entry that withdraws it should it have been sent. */
export interface Undoing {
  readonly id: Id
  readonly withdrawal: ClosedEntry
}

/**
 * Undoes entries in one transaction, so that the sender, and a killed tab, see an act either whole or not at all.
 * A withdrawal is added, after those it depends on, where an entry may have been sent.
 * @returns for each whether it was removed unsent
 */
export async function undoEntries(local: Local, userId: Id, undoings: readonly Undoing[]): Promise<('removed' | 'withdrawn')[]> {
  const transaction = write(local, ['outbox', 'attachments', 'sent'])
  const results: ('removed' | 'withdrawn')[] = []
  for (const undoing of undoings) results.push(await undoIn(transaction, userId, undoing))
  await transaction.done
  return results
}

async function undoIn(transaction: Writing, userId: Id, { id, withdrawal }: Undoing): Promise<'removed' | 'withdrawn'> {
  const lines = await ofPerson(transaction, userId)
  const plan = undoPlan(
    id,
    lines,
    await sentPhotosOf(
      transaction,
      lines.find((line) => line.id === id),
    ),
  )
  if ('remove' in plan) for (const line of lines) if (plan.remove.includes(line.id)) await remove(transaction, line)
  if ('withdraw' in plan) await put(transaction, { ...withdrawal, entry: { ...withdrawal.entry, dependsOn: plan.dependsOn } })
  return 'remove' in plan ? 'removed' : 'withdrawn'
}

/** Which of the photos that an entry waited for were accepted. */
async function sentPhotosOf(transaction: Writing, entry: StoredEntry | undefined): Promise<ReadonlySet<Id>> {
  const sent = await Promise.all((entry?.dependsOn ?? []).map((id) => transaction.objectStore('sent').get(id)))
  return new Set(sent.flatMap((one) => (one?.entry.attachment === undefined ? [] : [one.id])))
}

/** Replaces the wrapped content keys of a person's entries, after new secrets. */
export async function rewrapEntries(local: Local, userId: Id, wrapKeyId: Id, wrapped: ReadonlyMap<Id, Bytes>): Promise<void> {
  const transaction = write(local, ['outbox'])
  for (const entry of await ofPerson(transaction, userId)) {
    const wrappedKey = wrapped.get(entry.id)
    if (wrappedKey !== undefined) await transaction.objectStore('outbox').put({ ...entry, wrapKeyId, wrappedKey })
  }
  await transaction.done
}
