// Reads verifiers' accounts and the log of what they were shown.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listRegistrations } from '../registrations/views.ts'
import type { EqaAccount, VerifierRead } from './contract.ts'

/** All accounts, the last opened first. */
export async function listAccounts(tx: ReadTx): Promise<EqaAccount[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('eqaAccounts')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'eqaAccounts.personId').on('people.organisationId', '=', organisationId))
    .innerJoin('people as opener', (join) =>
      join.onRef('opener.id', '=', 'eqaAccounts.openedBy').on('opener.organisationId', '=', organisationId),
    )
    .select(['eqaAccounts.id', 'personId', 'people.name', 'opener.name as openedByName', 'openedAt', 'endsAt', 'endedAt'])
    .where('eqaAccounts.organisationId', '=', organisationId)
    .orderBy('openedAt', 'desc')
    .orderBy('eqaAccounts.id')
    .execute()
  const units = await unitsOf(tx)
  return rows.map(({ openedAt, endsAt, endedAt, ...row }) => ({
    ...row,
    openedAt: moment(openedAt),
    endsAt: moment(endsAt),
    endedAt: endedAt === null ? null : moment(endedAt),
    units: units.filter(({ accountId }) => accountId === row.id).map(({ accountId: _, ...unit }) => unit),
  }))
}

/** @throws OperationError not_found */
export async function getAccount(tx: ReadTx, id: Id): Promise<EqaAccount> {
  const account = (await listAccounts(tx)).find((one) => one.id === id)
  if (account === undefined) throw notFound('accountId')
  return account
}

async function unitsOf(tx: ReadTx) {
  const rows = await tx.db
    .selectFrom('eqaAccountUnits')
    .select(['accountId', 'registrationId'])
    .where('organisationId', '=', tx.organisationId)
    .execute()
  const registrations = new Map((await listRegistrations(tx)).map((one) => [one.id, one]))
  return rows.map(({ accountId, registrationId }) => {
    const { candidateName = '', unitNumber = '' } = registrations.get(registrationId) ?? {}
    return { accountId, registrationId, candidateName, unitNumber }
  })
}

/** Until when each unit is open to a verifier, by registration. */
export async function openUntil(tx: ReadTx, personId: Id): Promise<Map<Id, Moment>> {
  const rows = await tx.db
    .selectFrom('eqaAccounts')
    .innerJoin('eqaAccountUnits', (join) =>
      join.onRef('eqaAccountUnits.accountId', '=', 'eqaAccounts.id').on('eqaAccountUnits.organisationId', '=', tx.organisationId),
    )
    .select(['registrationId', 'endsAt'])
    .where('eqaAccounts.organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('endsAt', '>', tx.now)
    .orderBy('endsAt')
    .execute()
  return new Map(rows.map(({ registrationId, endsAt }) => [registrationId, moment(endsAt)]))
}

/** When the last account of a verifier ended, by itself or by the centre; null while none has. */
export async function lastEnd(tx: ReadTx, personId: Id): Promise<Moment | null> {
  const rows = await tx.db
    .selectFrom('eqaAccounts')
    .select(['endsAt', 'endedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .execute()
  const ends = rows.map(({ endsAt, endedAt }) => (endedAt ?? endsAt).getTime()).filter((at) => at <= tx.now.getTime())
  return ends.length === 0 ? null : moment(new Date(Math.max(...ends)))
}

/** What a verifier was shown from the account's opening to its end, the last first. */
export async function listReads(tx: ReadTx, { personId, openedAt, endsAt, endedAt }: EqaAccount): Promise<VerifierRead[]> {
  const rows = await tx.db
    .selectFrom('verifierReads')
    .select(['lookedAt', 'view', 'registrationId'])
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .where('lookedAt', '>=', new Date(openedAt))
    .where('lookedAt', '<=', new Date(endedAt ?? endsAt))
    .orderBy('lookedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const registrations = new Map((await listRegistrations(tx)).map((one) => [one.id, one]))
  return rows.map(({ lookedAt, view, registrationId }) => {
    const about = registrationId === null ? undefined : registrations.get(registrationId)
    return { at: moment(lookedAt), view, candidateName: about?.candidateName ?? null, unitNumber: about?.unitNumber ?? null }
  })
}
