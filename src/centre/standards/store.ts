// Writes a centre's official wording, and keeps under which loading a unit was signed.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'

interface NewWording {
  readonly id: Id
  readonly packCode: string
  readonly packVersion: number
  readonly source: string
  readonly loadedBy: Id
}

/** A loading under the next number of its unit's version. */
export async function insertWording(tx: Tx, wording: NewWording, lines: readonly { code: string; text: string }[]): Promise<void> {
  const { organisationId } = tx
  const { last } = await tx.db
    .selectFrom('officialWordings')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisationId', '=', organisationId)
    .where('packCode', '=', wording.packCode)
    .where('packVersion', '=', wording.packVersion)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('officialWordings')
    .values({ organisationId, ...wording, number: (last ?? 0) + 1, loadedAt: tx.now })
    .execute()
  await tx.db
    .insertInto('officialWordingLines')
    .values(lines.map((line) => ({ organisationId, wordingId: wording.id, ...line })))
    .execute()
}

/** Whether a loading was taken back, and whether a unit was signed under it; it is held while this is decided. @throws OperationError not_found */
export async function loadWording(tx: Tx, id: Id): Promise<{ isTakenBack: boolean; isSigned: boolean }> {
  const row = await tx.db
    .selectFrom('officialWordings')
    .select('takenBackAt')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('id')
  const use = await tx.db
    .selectFrom('officialWordingUses')
    .select('registrationId')
    .where('organisationId', '=', tx.organisationId)
    .where('wordingId', '=', id)
    .limit(1)
    .executeTakeFirst()
  return { isTakenBack: row.takenBackAt !== null, isSigned: use !== undefined }
}

export async function takeWordingBack(tx: Tx, id: Id, takenBackBy: Id): Promise<void> {
  await tx.db
    .updateTable('officialWordings')
    .set({ takenBackBy, takenBackAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** From a unit's first signature on it keeps the wording that it was signed under. Again with another wording: the first stays. */
export async function keepWording(tx: Tx, use: { registrationId: Id; wordingId: Id }): Promise<void> {
  await tx.db
    .insertInto('officialWordingUses')
    .values({ organisationId: tx.organisationId, ...use, usedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
