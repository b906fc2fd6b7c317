// Kept answers under new secrets: fetched when a PIN is chosen, once for a person on a device.
import { nameOf, seal, unseal } from './answers.ts'
import type { CachedAnswer, Local, Unlocked } from './local-database.ts'

/** Brings a person's answers from earlier keys under new ones: a PIN that is chosen without network takes nothing away. */
export async function takeAnswersAlong(local: Local, before: Unlocked, after: Unlocked): Promise<void> {
  const own = await local.getAllFromIndex('cache', 'userId', before.userId)
  const moved = await Promise.all(own.map((kept) => underNewKeys(kept, before, after)))
  const transaction = local.transaction('cache', 'readwrite')
  for (const [place, { key }] of own.entries()) {
    const answer = moved[place]
    // What an erasure took away meanwhile stays away.
    if (answer === undefined || (await transaction.store.getKey(key)) === undefined) continue
    await transaction.store.delete(key)
    await transaction.store.put(answer)
  }
  await transaction.done
}

async function underNewKeys(kept: CachedAnswer, before: Unlocked, after: Unlocked): Promise<CachedAnswer | undefined> {
  const content = await unseal(before, kept)
  if (content === undefined) return undefined
  const { organisationId } = kept
  const key = await nameOf({ ...after, organisationId }, content.question)
  return { ...kept, key, sealed: await seal(after, key, content) }
}
