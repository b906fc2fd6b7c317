// Writes the school's quick phrases.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'

export async function insertPhraseList(tx: Tx, list: { id: Id; phrases: string[]; setBy: Id }): Promise<void> {
  await tx.db
    .insertInto('phraseLists')
    .values({ organisationId: tx.organisationId, ...list, setAt: tx.now })
    .execute()
}
