// Writes entries of profiles.
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { profileWrite } from './contract.ts'

export async function insertEntry(tx: Tx, entry: Parsed<typeof profileWrite.input> & { writtenBy: Id }): Promise<void> {
  await tx.db
    .insertInto('profileEntries')
    .values({ organisationId: tx.organisationId, ...entry, writtenAt: new Date(entry.writtenAt), recordedAt: tx.now })
    .execute()
}
