// Writes photos of work.
import type { Id } from '../../core/ids.ts'
import type { Moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'

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
