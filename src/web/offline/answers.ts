// The last answers of queries, encrypted for whoever asked, so that what was seen can be looked at without network.
import { type Bytes, textOf, toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical, type Plain } from '../../core/canonical.ts'
import type { Id } from '../../core/ids.ts'
import { decrypt, encrypt } from '../../core/sealed-entry.ts'
import type { CachedAnswer, Local, Unlocked } from './local-database.ts'

/** A question, as it is kept. The answer is found again by the same person in the same organisation only. */
export interface Question {
  readonly query: string
  readonly input: Plain
}

export interface KeptAnswer {
  readonly answer: unknown
  /** Milliseconds since 1970. */
  readonly answeredAt: number
}

/** More than a day's work asks; the oldest go first. */
export const answersKept = 400
/** So many go at once, so that not each of the next has to look for the oldest. */
const room = 40

/** The name under which an answer lies: a keyed hash, because a question can hold a name. */
export async function nameOf({ keys, organisationId, userId }: Unlocked, { query, input }: Question): Promise<string> {
  const said = utf8(canonical({ userId, organisationId, query, input }))
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', keys.names, said)))
}

/** What lies under a name. The question is inside, so that the answer can be given another name under other keys. */
interface Content {
  readonly question: Question
  readonly answer: unknown
}

/** Encrypts what lies under a name. */
export function seal({ keys }: Unlocked, key: string, content: Content): Promise<Bytes> {
  return encrypt(keys.data, utf8(JSON.stringify(content)), utf8(key))
}

/** @returns undefined for what other keys sealed, or an earlier version of the program without the question */
export async function unseal({ keys }: Unlocked, { key, sealed }: CachedAnswer): Promise<Content | undefined> {
  try {
    const content: Content | null = JSON.parse(textOf(await decrypt(keys.data, sealed, utf8(key))))
    return content?.question === undefined ? undefined : content
  } catch {
    return undefined
  }
}

/** An answer on its way into the cache. */
export interface NewAnswer extends KeptAnswer {
  /** How many erasures the organisation had seen when it gave this answer; undefined for what is written here, a draft. */
  readonly erasures?: number | undefined
}

/** Keeps an answer in the place of the last one to the same question. */
export async function keepAnswer(
  local: Local,
  unlocked: Unlocked,
  question: Question,
  { answer, answeredAt, erasures }: NewAnswer,
): Promise<void> {
  const key = await nameOf(unlocked, question)
  const sealed = await seal(unlocked, key, { question, answer })
  const { userId, organisationId } = unlocked
  const transaction = local.transaction('cache', 'readwrite')
  await transaction.store.put({ key, userId, organisationId, answeredAt, erasures, sealed })
  // Counted, not read: reading hundreds of answers to keep one took longer than a tablet may stay in the network.
  if ((await transaction.store.index('userId').count(userId)) > answersKept) {
    const own = await transaction.store.index('userId').getAll(userId)
    const surplus = own.sort((a, b) => b.answeredAt - a.answeredAt).slice(answersKept - room)
    for (const old of surplus) await transaction.store.delete(old.key)
  }
  await transaction.done
}

/** @returns the last answer to this question; undefined when there is none that these keys open */
export async function findAnswer(local: Local, unlocked: Unlocked, question: Question): Promise<KeptAnswer | undefined> {
  const key = await nameOf(unlocked, question)
  const kept = await local.get('cache', key)
  if (kept === undefined) return undefined
  const content = await unseal(unlocked, kept)
  return content === undefined ? undefined : { answer: content.answer, answeredAt: kept.answeredAt }
}

/**
 * Notes how many erasures the organisation has seen. When the number is another, everything cached of it goes, everybody's:
 * somewhere in it may be the learner who was erased. At the first number that a device hears, what was answered under another goes.
 * @returns whether anything that is shown may have gone
 */
export async function noteErasures(local: Local, organisationId: Id, erasures: number): Promise<boolean> {
  // Nearly always: no answer waits for the disk then.
  if ((await local.get('organisations', organisationId))?.erasures === erasures) return false
  const transaction = local.transaction(['organisations', 'cache', 'sent'], 'readwrite', { durability: 'strict' })
  const known = await transaction.objectStore('organisations').get(organisationId)
  let isNews = false
  if (known !== undefined && known.erasures !== erasures) {
    await transaction.objectStore('organisations').put({ ...known, erasures })
    const isFirst = known.erasures === undefined
    const isStale = (kept: Forgettable) => !isFirst || (kept.erasures !== undefined && kept.erasures !== erasures)
    const gone = await forgetIn(transaction, (kept) => kept.organisationId === organisationId && isStale(kept))
    isNews = !isFirst || gone > 0
  }
  await transaction.done
  return isNews
}

/** Forgets what one person had cached, in all organisations but these: elsewhere they have no business any more. */
export async function keepOnly(local: Local, userId: Id, organisationIds: readonly Id[]): Promise<void> {
  const transaction = local.transaction(['cache', 'sent'], 'readwrite')
  await forgetIn(transaction, (kept) => kept.userId === userId && !organisationIds.includes(kept.organisationId))
  await transaction.done
}

/** Forgets what was sent before a moment: by then an answer of the server shows it. */
export async function forgetSentBefore(local: Local, before: Date): Promise<void> {
  const transaction = local.transaction('sent', 'readwrite')
  for (const sent of await transaction.store.getAll()) if (new Date(sent.sentAt) < before) await transaction.store.delete(sent.id)
  await transaction.done
}

interface Forgettable {
  readonly userId: Id
  readonly organisationId: Id
  readonly erasures?: number | undefined
}

interface Forgetting {
  objectStore(name: 'cache'): { getAll(): Promise<(Forgettable & { key: string })[]>; delete(key: string): Promise<void> }
  objectStore(name: 'sent'): { getAll(): Promise<(Forgettable & { id: Id })[]>; delete(key: Id): Promise<void> }
}

/** @returns how many went */
async function forgetIn(transaction: Forgetting, goes: (kept: Forgettable) => boolean): Promise<number> {
  const cache = transaction.objectStore('cache')
  const answers = (await cache.getAll()).filter(goes)
  for (const { key } of answers) await cache.delete(key)
  const sent = transaction.objectStore('sent')
  const entries = (await sent.getAll()).filter(goes)
  for (const { id } of entries) await sent.delete(id)
  return answers.length + entries.length
}
