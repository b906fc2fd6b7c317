// The quick phrases that hold.
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { shippedPhrases } from './rules.ts'

/** The list set last; without one, the product's own. */
export async function currentPhrases(tx: ReadTx): Promise<{ id: Id | null; phrases: string[] }> {
  const row = await tx.db
    .selectFrom('phraseLists')
    .select(['id', 'phrases'])
    .where('organisationId', '=', tx.organisationId)
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { id: null, phrases: [...shippedPhrases] }
}
