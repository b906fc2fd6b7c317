// Sends the waiting entries of whoever is unlocked, one by one in their order; of all tabs, one sends at a time.
import type { Bytes } from '../../core/bytes.ts'
import { openAttachment, openInput } from './entry-content.ts'
import type { StoredEntry } from './entry-format.ts'
import type { Local, Unlocked } from './local-database.ts'
import { type Answer, nextToSend, type Outcome, outcomeOf, pauseAfter } from './outbox-rules.ts'
import { allEntries, beginSending, type Going, settle } from './outbox-store.ts'

/** One command, decrypted, on its way to the server as its author. */
export interface Sending {
  readonly entry: StoredEntry
  readonly input: unknown
  readonly attachment: { readonly type: string; readonly bytes: Bytes } | undefined
}

export interface SenderParts {
  readonly local: Local
  /** Hands a command to the server. Never throws: a network that fails is the answer `unavailable`. */
  readonly transport: (sending: Sending) => Promise<Answer>
  /** Gets the content keys of entries from before a forgotten PIN from the server. Returns why sending stops, or undefined to go on. */
  readonly reopen: (own: readonly StoredEntry[], unlocked: Unlocked) => Promise<Rest | undefined>
  /** Who may send now; undefined while locked, or while there is certainly no network. */
  readonly sendsFor: () => Promise<Unlocked | undefined>
  /** Called after each change of the outbox. */
  readonly changed: (entry: StoredEntry, outcome: Outcome) => void
  readonly locks: Pick<LockManager, 'request'>
  readonly now: () => Date
  readonly chance: () => number
  readonly later: (work: () => void, milliseconds: number) => () => void
}

/** idle: nothing to send · pause: the server knows no session · retry: it goes on by itself later · locked: nobody is unlocked, or no network. */
export type Rest = 'idle' | 'pause' | 'retry' | 'locked'

export interface Sender {
  /** Sends until nothing is left that may go. Calls during a run make it look once more at its end. */
  wake(): Promise<Rest>
  stop(): void
}

/** Of all tabs, and of whatever sends, one holds it. */
export const sendingLock = 'evident-outbox'

/** Builds the one loop that sends. */
export function createSender(parts: SenderParts): Sender {
  let running: Promise<Rest> | undefined
  let again = false
  let failures = 0
  let cancel = () => {}

  async function run(): Promise<Rest> {
    let rest: Rest
    do {
      again = false
      // A tab that finds another one sending waits here: should that one be killed, this one goes on.
      rest = await parts.locks.request(sendingLock, () => sendAll(parts))
    } while (again && rest !== 'retry')
    failures = rest === 'retry' ? failures + 1 : 0
    if (rest === 'retry') cancel = parts.later(() => void wake(), pauseAfter(failures, parts.chance()))
    return rest
  }

  function wake(): Promise<Rest> {
    cancel()
    again = true
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  return { wake, stop: () => cancel() }
}

async function sendAll(parts: SenderParts): Promise<Rest> {
  for (;;) {
    const unlocked = await parts.sendsFor()
    if (unlocked === undefined) return 'locked'
    const own = (await allEntries(parts.local)).filter(({ userId }) => userId === unlocked.userId)
    const next = nextToSend(own)
    if (next === undefined) return 'idle'
    const rest = next.wrapKeyId === unlocked.keyId ? await sendOne(parts, next, unlocked) : await parts.reopen(own, unlocked)
    if (rest !== undefined) return rest
  }
}

/** Sends one entry, unless undo or a person took it away first. @returns why sending stops; undefined to go on */
async function sendOne(parts: SenderParts, next: StoredEntry, unlocked: Unlocked): Promise<Rest | undefined> {
  const { local, transport, changed, now } = parts
  const going = await beginSending(local, next.id)
  if (going === undefined) return undefined
  const sending = await opened(going, unlocked)
  const outcome: Outcome =
    sending === undefined ? { to: 'held', reason: { code: 'unreadable' } } : outcomeOf(going.entry, await transport(sending))
  await settle(local, next.id, outcome, now())
  changed(going.entry, outcome)
  return outcome.to === 'waiting' ? outcome.next : undefined
}

/** @returns undefined when it does not open: changed bytes, or a photo that is not there */
async function opened({ entry, attachment }: Going, unlocked: Unlocked): Promise<Sending | undefined> {
  try {
    const input = await openInput(entry, unlocked)
    if (entry.attachment === undefined) return { entry, input, attachment: undefined }
    if (attachment === undefined) return undefined
    return { entry, input, attachment: { type: entry.attachment.type, bytes: await openAttachment(entry, attachment, unlocked) } }
  } catch {
    return undefined
  }
}
