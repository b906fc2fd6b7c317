// What a person sees of the outbox: their own entries opened, everybody else's counted.
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import { openInput } from './entry-content.ts'
import type { EntryReason, EntryState, StoredEntry } from './entry-format.ts'
import type { Local, Unlocked } from './local-database.ts'
import { canEdit, inOrder, isHeldBack } from './outbox-rules.ts'
import { allEntries } from './outbox-store.ts'

/** One of the person's own entries, opened. */
export interface OwnEntry {
  readonly id: Id
  readonly command: string
  readonly version: number
  readonly organisationId: Id
  readonly addedAt: Moment
  /** When it was accepted: an answer of the server from later has it. */
  readonly sentAt: Moment | undefined
  readonly dependsOn: readonly Id[]
  /** `sent`: accepted a while ago, and perhaps not yet in the last answer of a query. */
  readonly state: EntryState | 'sent'
  readonly reason: EntryReason | undefined
  /** As it was added; undefined where it does not open any more (erased, or waiting for the server after a forgotten PIN). */
  readonly input: unknown
  readonly hasAttachment: boolean
  readonly canEdit: boolean
  /** It waits for one that needs attention, not for the network. */
  readonly isHeldBack: boolean
}

export interface OutboxView {
  /** Waiting, held and erased, in their order; discarded ones too, while they can come back. */
  readonly entries: readonly OwnEntry[]
  /** Lately accepted. A list of records shows them until it has them from the server; both bear the same record id. */
  readonly sent: readonly OwnEntry[]
  readonly waiting: number
  readonly needingAttention: number
  /** Entries of colleagues that wait on this device: counted, and closed. */
  readonly ofOthers: number
}

export const emptyView: OutboxView = { entries: [], sent: [], waiting: 0, needingAttention: 0, ofOthers: 0 }

/** Reads the outbox as one person; opened inputs are remembered, so that a change costs one decryption. */
export function createReader(local: Local): (unlocked: Unlocked | undefined) => Promise<OutboxView> {
  let owner: Id | undefined
  let opened = new Map<string, unknown>()

  async function inputOf(entry: StoredEntry, unlocked: Unlocked): Promise<unknown> {
    // The signature changes whenever the content does.
    const mark = `${entry.id} ${entry.signature.join()}`
    if (!opened.has(mark)) opened.set(mark, await openInput(entry, unlocked).catch(() => undefined))
    return opened.get(mark)
  }

  return async (unlocked) => {
    if (owner !== unlocked?.keyId) opened = new Map()
    owner = unlocked?.keyId
    const all = await allEntries(local)
    if (unlocked === undefined) return { ...emptyView, ofOthers: all.length }
    const own = inOrder(all.filter(({ userId }) => userId === unlocked.userId))
    const sent = (await local.getAll('sent')).filter(({ userId }) => userId === unlocked.userId)
    const shown = (entry: StoredEntry, state: OwnEntry['state']) => show(entry, state, own, inputOf(entry, unlocked))
    const sentAt = new Map(sent.map(({ id, sentAt }) => [id, sentAt]))
    const accepted = await Promise.all(inOrder(sent.map(({ entry }) => entry)).map((entry) => shown(entry, 'sent')))
    return {
      entries: await Promise.all(own.map((entry) => shown(entry, entry.state))),
      sent: accepted.map((entry) => ({ ...entry, sentAt: sentAt.get(entry.id) })),
      waiting: own.filter(({ state }) => state === 'waiting').length,
      needingAttention: own.filter(({ state }) => state === 'held' || state === 'erased').length,
      ofOthers: all.length - own.length,
    }
  }
}

async function show(entry: StoredEntry, state: OwnEntry['state'], own: readonly StoredEntry[], input: Promise<unknown>): Promise<OwnEntry> {
  const { id, command, version, organisationId, addedAt, dependsOn, reason, attachment } = entry
  const about = { hasAttachment: attachment !== undefined, canEdit: state !== 'sent' && canEdit(entry), isHeldBack: isHeldBack(entry, own) }
  return { id, command, version, organisationId, addedAt, sentAt: undefined, dependsOn, state, reason, input: await input, ...about }
}
