// Reads a candidate's introduction, and the notices that hold.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Introduction, NoticeKind, ReadNotice, ScanAnswer } from './contract.ts'

export async function getIntroduction(tx: ReadTx, registration: { id: Id; candidateId: Id }): Promise<Introduction> {
  return {
    profile: await findProfile(tx, registration.candidateId),
    scan: await listScan(tx, registration.id),
    priorLearning: await listPriorLearning(tx, registration.id),
    notices: await listNotices(tx, registration.candidateId),
  }
}

async function findProfile(tx: ReadTx, candidateId: Id): Promise<Introduction['profile']> {
  const row = await tx.db
    .selectFrom('candidateProfiles')
    .select(['experience', 'job', 'setting', 'needs', 'writtenAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('candidateId', '=', candidateId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { ...row, writtenAt: moment(row.writtenAt) }
}

/** The last line of each leaf. */
async function listScan(tx: ReadTx, registrationId: Id): Promise<Introduction['scan']> {
  const rows = await tx.db
    .selectFrom('skillScanLines')
    .select(['leafCode as leaf', 'answer', 'words', 'saidAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('saidAt')
    .orderBy('id')
    .execute()
  const last = new Map(rows.map((row) => [row.leaf, { ...row, answer: row.answer as ScanAnswer, saidAt: moment(row.saidAt) }]))
  return [...last.values()].sort((one, other) => one.leaf.localeCompare(other.leaf, 'en', { numeric: true }))
}

async function listPriorLearning(tx: ReadTx, registrationId: Id): Promise<Introduction['priorLearning']> {
  const rows = await tx.db
    .selectFrom('priorLearning')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'priorLearning.saidBy').on('people.organisationId', '=', tx.organisationId))
    .select(['priorLearning.id', 'what', 'gainedIn', 'people.name as saidByName', 'saidAt'])
    .where('priorLearning.organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('withdrawnAt', 'is', null)
    .orderBy('saidAt')
    .orderBy('priorLearning.id')
    .execute()
  return rows.map((row) => ({ ...row, saidAt: moment(row.saidAt) }))
}

/** The newest notice of each kind, and when this person acknowledged it. */
export async function listNotices(tx: ReadTx, personId: Id): Promise<ReadNotice[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('notices')
    .leftJoin('noticeAcknowledgements', (join) =>
      join
        .onRef('noticeAcknowledgements.noticeId', '=', 'notices.id')
        .on('noticeAcknowledgements.organisationId', '=', organisationId)
        .on('noticeAcknowledgements.candidateId', '=', personId),
    )
    .select(['notices.id', 'kind', 'words', 'publishedAt', 'acknowledgedAt'])
    .where('notices.organisationId', '=', organisationId)
    .orderBy('publishedAt')
    .orderBy('notices.id')
    .execute()
  const last = new Map(rows.map((row) => [row.kind, row]))
  return [...last.values()]
    .sort((one, other) => one.kind.localeCompare(other.kind))
    .map(({ kind, publishedAt, acknowledgedAt, ...row }) => ({
      ...row,
      kind: kind as NoticeKind,
      publishedAt: moment(publishedAt),
      acknowledgedAt: acknowledgedAt === null ? null : moment(acknowledgedAt),
    }))
}

/** @throws OperationError not_found when this centre never published it */
export async function checkNotice(tx: ReadTx, noticeId: Id): Promise<void> {
  const row = await tx.db
    .selectFrom('notices')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', noticeId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('noticeId')
}
