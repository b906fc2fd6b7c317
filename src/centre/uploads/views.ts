// Reads files of a portfolio, each with its last act, and the units through which somebody may see it.
import { sql } from 'kysely'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listRegistrations } from '../registrations/views.ts'
import type { FileState, PortfolioFile } from './contract.ts'

/** Files by their ids, in no order. Those that never came in whole are left out. */
export async function listFiles(tx: ReadTx, which: { candidateIds: readonly Id[] } | { ids: readonly Id[] }): Promise<PortfolioFile[]> {
  if ('ids' in which && which.ids.length === 0) return []
  const { organisationId } = tx
  const query = tx.db
    .selectFrom('uploads')
    .innerJoin('uploadContents', (join) =>
      join.onRef('uploadContents.uploadId', '=', 'uploads.id').on('uploadContents.organisationId', '=', organisationId),
    )
    .leftJoin('uploadActs', (join) =>
      join
        .onRef('uploadActs.uploadId', '=', 'uploads.id')
        .on('uploadActs.organisationId', '=', organisationId)
        .on((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('uploadActs as later')
                .select('later.id')
                .where('later.organisationId', '=', organisationId)
                .whereRef('later.uploadId', '=', 'uploadActs.uploadId')
                .where((where) =>
                  where.or([
                    where('later.actedAt', '>', where.ref('uploadActs.actedAt')),
                    where.and([
                      where('later.actedAt', '=', where.ref('uploadActs.actedAt')),
                      where('later.id', '>', where.ref('uploadActs.id')),
                    ]),
                  ]),
                ),
            ),
          ),
        ),
    )
    .leftJoin('people', (join) => join.onRef('people.id', '=', 'uploadActs.actedBy').on('people.organisationId', '=', organisationId))
    .select(['uploads.id', 'uploads.name', 'uploads.size', 'uploadContents.type', 'uploadContents.contentHash as hash'])
    .select(['uploadActs.act', 'uploadActs.reason', 'uploadActs.actedAt', 'people.name as byName'])
    .where('uploads.organisationId', '=', organisationId)
  const [column, ids] = 'ids' in which ? (['uploads.id', which.ids] as const) : (['uploads.candidateId', which.candidateIds] as const)
  const rows = await query.where(column, '=', sql<Id>`any(${ids}::uuid[])`).execute()
  return rows.map(({ act, reason, actedAt, byName, ...file }) => ({
    ...file,
    state: stateAfter(act),
    act:
      act === null || act === 'released' || actedAt === null ? null : { byName: byName ?? '', at: moment(actedAt), reason: reason ?? '' },
  }))
}

function stateAfter(act: string | null): FileState {
  return act === 'quarantined' || act === 'purged' ? act : 'kept'
}

/** A file that was begun, what was kept of it, and every unit of its candidate. @throws OperationError not_found */
export async function getUpload(tx: ReadTx, uploadId: Id) {
  const begun = await tx.db
    .selectFrom('uploads')
    .select(['id', 'registrationId', 'candidateId', 'name', 'size', 'begunBy'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', uploadId)
    .executeTakeFirst()
  if (begun === undefined) throw notFound('uploadId')
  const [kept] = await listFiles(tx, { ids: [uploadId] })
  const units = await listRegistrations(tx, { candidateId: begun.candidateId })
  return { ...begun, kept: kept ?? null, state: kept?.state ?? ('kept' as const), units }
}

/** Where its bytes lie, by kind. */
export async function listCopies(tx: ReadTx, uploadId: Id): Promise<{ kind: string; fileHash: string }[]> {
  return tx.db
    .selectFrom('uploadCopies')
    .select(['kind', 'fileHash'])
    .where('organisationId', '=', tx.organisationId)
    .where('uploadId', '=', uploadId)
    .execute()
}
