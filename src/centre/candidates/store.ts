// Writes profiles, skill scans, prior learning and notices.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { NoticeKind, ScanAnswer } from './contract.ts'

interface NewProfile {
  readonly id: Id
  readonly candidateId: Id
  readonly experience: string
  readonly job: string
  readonly setting: string
  readonly needs: string
}

export async function insertProfile(tx: Tx, profile: NewProfile): Promise<void> {
  await tx.db
    .insertInto('candidateProfiles')
    .values({ organisationId: tx.organisationId, ...profile, writtenAt: tx.now })
    .execute()
}

export async function insertScanLine(
  tx: Tx,
  line: { id: Id; registrationId: Id; leafCode: string; answer: ScanAnswer; words: string },
): Promise<void> {
  await tx.db
    .insertInto('skillScanLines')
    .values({ organisationId: tx.organisationId, ...line, saidAt: tx.now })
    .execute()
}

export async function insertPriorLearning(
  tx: Tx,
  note: { id: Id; registrationId: Id; what: string; gainedIn: number; saidBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('priorLearning')
    .values({ organisationId: tx.organisationId, ...note, saidAt: tx.now })
    .execute()
}

/** A note on prior learning of that registration. @throws OperationError not_found */
export async function loadPriorLearning(tx: Tx, registrationId: Id, noteId: Id) {
  const row = await tx.db
    .selectFrom('priorLearning')
    .select(['id', 'withdrawnAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('id', '=', noteId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('noteId')
  return row
}

export async function setPriorLearningWithdrawn(tx: Tx, id: Id): Promise<void> {
  await tx.db
    .updateTable('priorLearning')
    .set({ withdrawnAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function insertNotice(tx: Tx, notice: { id: Id; kind: NoticeKind; words: string; publishedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('notices')
    .values({ organisationId: tx.organisationId, ...notice, publishedAt: tx.now })
    .execute()
}

/** Once; the first day stays. */
export async function insertAcknowledgement(tx: Tx, noticeId: Id, candidateId: Id): Promise<void> {
  await tx.db
    .insertInto('noticeAcknowledgements')
    .values({ organisationId: tx.organisationId, noticeId, candidateId, acknowledgedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'noticeId', 'candidateId']).doNothing())
    .execute()
}
