// Seals all that happened in an organisation: a transaction of another test on the same server may hold events back for a moment.
import type { Tx } from '../server/database.ts'
import type { Keyring } from '../server/keys.ts'
import { sealNext } from '../server/seal.ts'

interface Sealed {
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Seals until no event is left, for half a minute at most. */
export async function sealEverything(organisation: Sealed, keys: Keyring): Promise<void> {
  await untilSealed(organisation, () => organisation.look((tx) => sealNext(tx, keys)))
}

/** Repeats what seals until no event of the organisation is left without a seal. Throws after half a minute. */
export async function untilSealed(organisation: Sealed, seal: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 30_000
  do {
    await seal()
    if ((await organisation.look(countUnsealed)) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  } while (Date.now() < end)
  throw new Error('Events were still without a seal after half a minute: is a transaction left open?')
}

async function countUnsealed({ db, organisationId }: Tx): Promise<number> {
  const rows = await db
    .selectFrom('events')
    .leftJoin('sealedEvents', (join) =>
      join.onRef('sealedEvents.eventId', '=', 'events.id').on('sealedEvents.organisationId', '=', organisationId),
    )
    .select('events.id')
    .where('events.organisationId', '=', organisationId)
    .where('sealedEvents.eventId', 'is', null)
    .execute()
  return rows.length
}
