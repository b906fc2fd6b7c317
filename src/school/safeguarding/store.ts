// Writes a school's list of whom to tell.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { SafeguardingContact } from './contract.ts'

interface NewList {
  readonly id: Id
  readonly setBy: Id
  readonly contacts: readonly SafeguardingContact[]
}

export async function insertContacts(tx: Tx, { id, setBy, contacts }: NewList): Promise<void> {
  const { organisationId } = tx
  await tx.db.insertInto('safeguardingLists').values({ organisationId, id, setBy, setAt: tx.now }).execute()
  await tx.db
    .insertInto('safeguardingContacts')
    .values(contacts.map((contact, place) => ({ organisationId, listId: id, place, ...contact })))
    .execute()
}
