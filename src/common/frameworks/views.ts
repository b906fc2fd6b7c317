// The statements of all frameworks.
import type { ReadTx } from '../../server/database.ts'
import type { FrameworkStatement } from './contract.ts'

export async function listStatements(tx: ReadTx): Promise<FrameworkStatement[]> {
  return tx.db
    .selectFrom('frameworkStatements')
    .select(['framework', 'version', 'code', 'subject', 'year', 'strand', 'wording'])
    .orderBy('framework')
    .orderBy('version')
    .orderBy('year')
    .orderBy('position')
    .execute()
}
