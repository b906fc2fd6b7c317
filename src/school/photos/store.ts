// Writes photos of work, and takes those away that nothing ever named.
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { findFilesInUse } from './views.ts'

interface NewPhoto {
  readonly id: Id
  readonly learnerId: Id
  readonly fileHash: string
  readonly width: number
  readonly height: number
  readonly takenAt: Moment
  readonly addedBy: Id
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.db
    .insertInto('photos')
    .values({ organisationId: tx.organisationId, ...photo, takenAt: new Date(photo.takenAt), addedAt: tx.now })
    .execute()
}

/**
 * Takes photos away that came before a moment and that no observation names: theirs was refused, and stayed on a device or was discarded there.
 * Returns the hashes that no other photo names, whose bytes can go.
 */
export async function deleteLeftPhotos(tx: Tx, before: Date): Promise<string[]> {
  const { organisationId } = tx
  const gone = await tx.db
    .deleteFrom('photos')
    .where('organisationId', '=', organisationId)
    .where('addedAt', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('learnerObservations')
            .select('learnerObservations.id')
            .where('learnerObservations.organisationId', '=', organisationId)
            .whereRef('learnerObservations.photoId', '=', 'photos.id'),
        ),
      ),
    )
    .returning('fileHash')
    .execute()
  const hashes = [...new Set(gone.map(({ fileHash }) => fileHash))]
  const inUse = await findFilesInUse(tx, hashes)
  return hashes.filter((hash) => !inUse.has(hash))
}
