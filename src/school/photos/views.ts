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
