// Results as pages show them; what was taken back with its import is in none.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { SummativeResult } from './contract.ts'

function stands(tx: ReadTx) {
  return sql<boolean>`not exists (select from result_import_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.import_id = summative_results.import_id)`
}

/** A learner's results, the latest test first. */
export async function listResults(tx: ReadTx, learnerId: Id): Promise<SummativeResult[]> {
  const { organisationId } = tx
  return tx.db
    .selectFrom('summativeResults')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'summativeResults.importedBy').on('people.organisationId', '=', organisationId),
    )
    .select(['summativeResults.id', 'importId', 'learnerId', 'subject', 'testName', 'takenOn', 'result', 'people.name as importedByName'])
    .where('summativeResults.organisationId', '=', organisationId)
    .where('summativeResults.learnerId', '=', learnerId)
    .where(stands(tx))
    .orderBy('takenOn', 'desc')
    .orderBy('subject')
    .orderBy('summativeResults.id')
    .execute()
}

/** What was read in together, newest first: one person's, or everybody's. */
export async function listImports(tx: ReadTx, importedBy: Id | undefined) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('summativeResults')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'summativeResults.importedBy').on('people.organisationId', '=', organisationId),
    )
    .select((select) => [
      'importId',
      'people.name as importedByName',
      select.fn.countAll<number>().as('rows'),
      select.fn.min('importedAt').as('importedAt'),
      sql<string[]>`array_agg(distinct test_name order by test_name)`.as('tests'),
    ])
    .where('summativeResults.organisationId', '=', organisationId)
    .$if(importedBy !== undefined, (query) => query.where('importedBy', '=', importedBy ?? ''))
    .where(stands(tx))
    .groupBy(['importId', 'people.name'])
    .orderBy(sql`min(imported_at)`, 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, importedAt: moment(row.importedAt) }))
}
