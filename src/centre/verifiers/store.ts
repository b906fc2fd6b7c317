// Writes verifiers' accounts, and loads who comes back.
import type { Role } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'

interface NewAccount {
  readonly id: Id
  readonly personId: Id
  readonly endsAt: Date
  readonly openedBy: Id
}

export async function insertAccount(tx: Tx, account: NewAccount, registrationIds: readonly Id[]): Promise<void> {
  const { organisationId } = tx
  await tx.db
    .insertInto('eqaAccounts')
    .values({ organisationId, ...account, openedAt: tx.now })
    .execute()
  await tx.db
    .insertInto('eqaAccountUnits')
    .values(registrationIds.map((registrationId) => ({ organisationId, accountId: account.id, registrationId })))
    .execute()
}

export async function setEnded(tx: Tx, id: Id, endedBy: Id): Promise<void> {
  await tx.db
    .updateTable('eqaAccounts')
    .set({ endedBy, endedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Every role that a person of this centre ever held. @throws OperationError not_found */
export async function rolesEverHeld(tx: Tx, personId: Id): Promise<Role[]> {
  const rows = await tx.db
    .selectFrom('people')
    .innerJoin('roleHoldings', (join) =>
      join.onRef('roleHoldings.personId', '=', 'people.id').on('roleHoldings.organisationId', '=', tx.organisationId),
    )
    .select('roleHoldings.role')
    .where('people.organisationId', '=', tx.organisationId)
    .where('people.id', '=', personId)
    .execute()
  if (rows.length === 0) throw notFound('personId')
  return rows.map(({ role }) => role as Role)
}
