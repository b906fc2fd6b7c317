// Writes qualifications and CPD, and loads what is decided on.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { NewQualification } from './contract.ts'

export async function insertQualification(tx: Tx, qualification: NewQualification & { enteredBy: Id }): Promise<void> {
  await tx.db
    .insertInto('staffQualifications')
    .values({ organisationId: tx.organisationId, ...qualification, enteredAt: tx.now })
    .execute()
}

/** One qualification, locked until it is decided on. @throws OperationError not_found */
export async function loadQualification(tx: Tx, id: Id) {
  const row = await tx.db
    .selectFrom('staffQualifications')
    .select(['id', 'personId', 'awardedOn', 'checkedAt', 'withdrawnAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('qualificationId')
  return row
}

export async function setChecked(tx: Tx, id: Id, checkedHow: string, checkedBy: Id): Promise<void> {
  await tx.db
    .updateTable('staffQualifications')
    .set({ checkedHow, checkedBy, checkedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function setWithdrawn(tx: Tx, id: Id, withdrawnReason: string, withdrawnBy: Id): Promise<void> {
  await tx.db
    .updateTable('staffQualifications')
    .set({ withdrawnReason, withdrawnBy, withdrawnAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

interface NewCpd {
  readonly id: Id
  readonly personId: Id
  readonly doneOn: Day
  readonly minutes: number
  readonly what: string
  readonly learnt: string
}

export async function insertCpd(tx: Tx, entry: NewCpd): Promise<void> {
  await tx.db
    .insertInto('cpdEntries')
    .values({ organisationId: tx.organisationId, ...entry, enteredAt: tx.now })
    .execute()
}

/** Whose entry it is. @throws OperationError not_found */
export async function loadCpd(tx: Tx, id: Id) {
  const row = await tx.db
    .selectFrom('cpdEntries')
    .select(['id', 'personId', 'withdrawnAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('entryId')
  return row
}

export async function setCpdWithdrawn(tx: Tx, id: Id): Promise<void> {
  await tx.db
    .updateTable('cpdEntries')
    .set({ withdrawnAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}
