// Erases a witness: lists it, says why contents are missing, then empties words as the role that may, and goes on as the application.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { becomeApplication, becomeEraser, noteRemovedContents, raiseErasures, type Tx } from '../../server/database.ts'
import type { WitnessErasureReason } from '../witnesses/contract.ts'

export interface NewErasure {
  readonly id: Id
  readonly witnessId: Id
  readonly reason: WitnessErasureReason
  readonly erasedBy: Id
}

/** Lists the erasure, and raises the number at which every device drops what it keeps. */
export async function insertErasure(tx: Tx, erasure: NewErasure): Promise<void> {
  const { organisationId, now } = tx
  await tx.db
    .insertInto('witnessErasures')
    .values({ organisationId, ...erasure, erasedAt: now })
    .execute()
  await raiseErasures(tx)
}

/** Empties the words of the register about a witness, and deletes what these events said. Rows, ids, days and times stay. */
export async function emptyWords(tx: Tx, witnessId: Id, eventIds: readonly Id[]): Promise<void> {
  const { organisationId } = tx
  await noteRemovedContents(tx, eventIds)
  await becomeEraser(tx)
  await emptyTables(tx, witnessId)
  await tx.db
    .deleteFrom('eventContents')
    .where('organisationId', '=', organisationId)
    .where('eventId', '=', sql<Id>`any(${eventIds}::uuid[])`)
    .execute()
  await becomeApplication(tx)
}

/** A signature's hash goes with the name: whoever guessed the name could try it on the hash. */
async function emptyTables(tx: Tx, witnessId: Id): Promise<void> {
  const { organisationId } = tx
  const empty = {
    witnessDetails: { name: '', position: '', relationship: '', qualifications: '' },
    witnessSignatures: { signedName: '', contentHash: Buffer.alloc(0) },
    witnessInductions: { what: '' },
    witnessApprovals: { knowsUnits: '', isCompetent: '', thirdWords: '' },
    witnessEnds: { reason: '' },
  } as const
  for (const table of Object.keys(empty) as (keyof typeof empty)[])
    await tx.db
      .updateTable(table)
      .set(empty[table])
      .where('organisationId', '=', organisationId)
      .where('witnessId', '=', witnessId)
      .execute()
  await tx.db
    .updateTable('witnessDisapprovals')
    .set({ reason: '' })
    .where('organisationId', '=', organisationId)
    .where('approvalId', 'in', (select) =>
      select.selectFrom('witnessApprovals').select('id').where('organisationId', '=', organisationId).where('witnessId', '=', witnessId),
    )
    .execute()
}
