// Writes what was begun and what came in whole, acts on files, and takes rows of bytes away that nobody should have any more.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'

interface NewUpload {
  readonly id: Id
  readonly registrationId: Id
  readonly candidateId: Id
  readonly name: string
  readonly size: number
  readonly begunBy: Id
}

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.db
    .insertInto('uploads')
    .values({ organisationId: tx.organisationId, ...upload, begunAt: tx.now })
    .execute()
}

interface Received {
  readonly uploadId: Id
  readonly type: string
  readonly hash: string
  /** Of a picture: the copy without metadata. */
  readonly shownHash: string | undefined
}

export async function insertContent(tx: Tx, { uploadId, type, hash, shownHash }: Received): Promise<void> {
  const { organisationId } = tx
  await tx.db.insertInto('uploadContents').values({ organisationId, uploadId, type, contentHash: hash, receivedAt: tx.now }).execute()
  const copies = [{ kind: 'original', fileHash: hash }, ...(shownHash === undefined ? [] : [{ kind: 'shown', fileHash: shownHash }])]
  await tx.db
    .insertInto('uploadCopies')
    .values(copies.map((copy) => ({ organisationId, uploadId, ...copy })))
    .execute()
}

interface NewAct {
  readonly id: Id
  readonly uploadId: Id
  readonly act: 'quarantined' | 'released' | 'purged'
  readonly reason: string
  readonly actedBy: Id
}

export async function insertAct(tx: Tx, act: NewAct): Promise<void> {
  await tx.db
    .insertInto('uploadActs')
    .values({ organisationId: tx.organisationId, ...act, actedAt: tx.now })
    .execute()
}

/** Takes the rows away that name a file's bytes; returns the hashes that no other row names, whose bytes can go. */
export async function deleteCopies(tx: Tx, uploadId: Id): Promise<string[]> {
  const { organisationId } = tx
  const gone = await tx.db
    .deleteFrom('uploadCopies')
    .where('organisationId', '=', organisationId)
    .where('uploadId', '=', uploadId)
    .returning('fileHash')
    .execute()
  const hashes = [...new Set(gone.map(({ fileHash }) => fileHash))]
  if (hashes.length === 0) return []
  const still = await tx.db
    .selectFrom('uploadCopies')
    .select('fileHash')
    .where('organisationId', '=', organisationId)
    .where('fileHash', 'in', hashes)
    .execute()
  return hashes.filter((hash) => !still.some(({ fileHash }) => fileHash === hash))
}

/** Files that came in whole before a moment and that no item ever named. */
export async function listOrphans(tx: Tx, before: Date): Promise<Id[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('uploadCopies')
    .innerJoin('uploadContents', (join) =>
      join.onRef('uploadContents.uploadId', '=', 'uploadCopies.uploadId').on('uploadContents.organisationId', '=', organisationId),
    )
    .select('uploadCopies.uploadId')
    .where('uploadCopies.organisationId', '=', organisationId)
    .where('uploadCopies.kind', '=', 'original')
    .where('uploadContents.receivedAt', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceFiles')
            .select('evidenceFiles.uploadId')
            .where('evidenceFiles.organisationId', '=', organisationId)
            .whereRef('evidenceFiles.uploadId', '=', 'uploadCopies.uploadId'),
        ),
      ),
    )
    .limit(100)
    .execute()
  return rows.map(({ uploadId }) => uploadId)
}
