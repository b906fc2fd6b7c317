// Brings a person's entries from earlier secrets under their new ones: with the old keys, or by the server after a forgotten PIN.
import type { Bytes } from '../../core/bytes.ts'
import type { Id } from '../../core/ids.ts'
import { unwrapContentKey, wrapContentKey } from '../../core/sealed-entry.ts'
import type { StoredEntry } from './entry-format.ts'
import type { Local, Unlocked } from './local-database.ts'
import { allEntries, rewrapEntries } from './outbox-store.ts'

/** Wraps the content keys of a person's entries under new secrets, while the old ones are still at hand. */
export async function rewrapped(local: Local, before: Unlocked, after: Unlocked): Promise<void> {
  const own = (await allEntries(local)).filter(({ userId, wrapKeyId }) => userId === before.userId && wrapKeyId === before.keyId)
  const wrapped = new Map<Id, Bytes>()
  for (const entry of own) {
    if (entry.wrappedKey.length === 0) continue
    wrapped.set(entry.id, await wrapContentKey(after.keys.data, entry, await unwrapContentKey(before.keys.data, entry, entry.wrappedKey)))
  }
  await rewrapEntries(local, after.userId, after.keyId, wrapped)
}

/** Entries whose content key only the server can open for their author now. */
export function shutEntries(own: readonly StoredEntry[], { keyId }: Unlocked): StoredEntry[] {
  return own.filter((entry) => entry.wrapKeyId !== keyId && entry.sealedKey.length > 0)
}

/** Takes the content keys that the server opened. */
export async function takeContentKeys(
  local: Local,
  unlocked: Unlocked,
  opened: readonly { entry: StoredEntry; contentKey: Bytes }[],
): Promise<void> {
  const wrapped = new Map<Id, Bytes>()
  for (const { entry, contentKey } of opened) wrapped.set(entry.id, await wrapContentKey(unlocked.keys.data, entry, contentKey))
  await rewrapEntries(local, unlocked.userId, unlocked.keyId, wrapped)
}
