// Photos by id.
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'

export async function findPhoto(tx: ReadTx, id: Id): Promise<{ learnerId: Id; fileHash: string } | undefined> {
  return tx.db
    .selectFrom('photos')
    .select(['learnerId', 'fileHash'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Which of these files some photo still names. */
export async function findFilesInUse(tx: ReadTx, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('photos')
    .select('fileHash')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('fileHash', 'in', hashes)
    .execute()
  return new Set(rows.map(({ fileHash }) => fileHash))
}
