// Whom a school tells: the list that was set last.
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { SafeguardingContact, SafeguardingPart } from './contract.ts'

/** In order; nobody while no list was set. */
export async function lastContacts(tx: ReadTx): Promise<{ contacts: SafeguardingContact[]; setAt: string | null }> {
  const { organisationId } = tx
  const list = await tx.db
    .selectFrom('safeguardingLists')
    .select(['id', 'setAt'])
    .where('organisationId', '=', organisationId)
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (list === undefined) return { contacts: [], setAt: null }
  const rows = await tx.db
    .selectFrom('safeguardingContacts')
    .select(['part', 'name', 'phone'])
    .where('organisationId', '=', organisationId)
    .where('listId', '=', list.id)
    .orderBy('place')
    .execute()
  return { contacts: rows.map((row) => ({ ...row, part: row.part as SafeguardingPart })), setAt: moment(list.setAt) }
}
