// Writes results and withdrawals of imports.
import type { Parsed } from '../../core/contract.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { resultRead } from './contract.ts'

export async function insertResult(tx: Tx, made: Parsed<typeof resultRead.input> & { importedBy: Id }): Promise<void> {
  await tx.db
    .insertInto('summativeResults')
    .values({ organisationId: tx.organisationId, ...made, importedAt: new Date(made.importedAt), recordedAt: tx.now })
    .execute()
}

/** Who read an import in. An import of another's id can't be added to. @throws OperationError not_found */
export async function getImport(tx: Tx, importId: Id): Promise<{ importedBy: Id }> {
  const found = await findImport(tx, importId)
  if (found === undefined) throw notFound('importId')
  return found
}

export async function findImport(tx: Tx, importId: Id): Promise<{ importedBy: Id } | undefined> {
  return tx.db
    .selectFrom('summativeResults')
    .select('importedBy')
    .where('organisationId', '=', tx.organisationId)
    .where('importId', '=', importId)
    .executeTakeFirst()
}

export async function insertImportWithdrawal(tx: Tx, made: { id: Id; importId: Id; withdrawnBy: Id }): Promise<void> {
  await tx.db
    .insertInto('resultImportWithdrawals')
    .values({ organisationId: tx.organisationId, ...made, withdrawnAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
