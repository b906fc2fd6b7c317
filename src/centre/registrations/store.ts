// Writes registrations, and loads what registering is decided on.
import type { Role } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import type { Registration, RegistrationChange } from './contract.ts'
import type { Parts } from './rules.ts'

/** Roles of those named that have not ended before the day. @throws OperationError not_found when a person is not of this centre */
export async function loadForRegistering(tx: Tx, wish: Parts & { packCode: string; registeredOn: Day }) {
  return {
    candidateRoles: await rolesOf(tx, wish.candidateId, wish.registeredOn, 'candidateId'),
    ...(await loadStaffRoles(tx, wish, wish.registeredOn)),
    isRegisteredAlready: await isRegistered(tx, wish.candidateId, wish.packCode),
  }
}

/** Roles of the staff that are named. @throws OperationError not_found when a person is not of this centre */
export async function loadStaffRoles(tx: Tx, named: { readonly [Name in keyof Parts]?: Parts[Name] | undefined }, day: Day) {
  const { assessorId, tutorId, countersignerId, iqaId } = named
  return {
    ...(assessorId == null ? {} : { assessorRoles: await rolesOf(tx, assessorId, day, 'assessorId') }),
    ...(tutorId == null ? {} : { tutorRoles: await rolesOf(tx, tutorId, day, 'tutorId') }),
    ...(countersignerId == null ? {} : { countersignerRoles: await rolesOf(tx, countersignerId, day, 'countersignerId') }),
    ...(iqaId == null ? {} : { iqaRoles: await rolesOf(tx, iqaId, day, 'iqaId') }),
  }
}

async function rolesOf(tx: Tx, personId: Id, day: Day, field: string): Promise<Role[]> {
  const rows = await tx.db
    .selectFrom('people')
    .leftJoin('roleHoldings', (join) =>
      join.onRef('roleHoldings.personId', '=', 'people.id').on('roleHoldings.organisationId', '=', tx.organisationId),
    )
    .select(['roleHoldings.role', 'roleHoldings.untilOn'])
    .where('people.organisationId', '=', tx.organisationId)
    .where('people.id', '=', personId)
    .execute()
  if (rows.length === 0) throw notFound(field)
  return rows.filter((row) => row.role !== null && (row.untilOn === null || row.untilOn >= day)).map((row) => row.role as Role)
}

async function isRegistered(tx: Tx, candidateId: Id, packCode: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('registrations')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('candidateId', '=', candidateId)
    .where('packCode', '=', packCode)
    .executeTakeFirst()
  return row !== undefined
}

interface NewRegistration {
  readonly id: Id
  readonly candidateId: Id
  readonly assessorId: Id
  readonly tutorId: Id | null
  readonly countersignerId: Id | null
  readonly iqaId: Id | null
  readonly site: string | null
  readonly candidateNumber: string
  readonly packCode: string
  readonly packVersion: number
  readonly registeredOn: Day
  readonly endsOn: Day | null
  readonly registeredBy: Id
}

export async function insertRegistration(tx: Tx, registration: NewRegistration): Promise<void> {
  await tx.db
    .insertInto('registrations')
    .values({ organisationId: tx.organisationId, ...registration, registeredAt: tx.now })
    .execute()
}

/** Keeps a change: the registration as it is now, and what was and became of each field, as words. */
export async function keepChange(
  tx: Tx,
  after: Registration,
  change: { readonly id: Id; readonly reason: string; readonly changedBy: Id },
  fields: readonly Pick<RegistrationChange, 'field' | 'was' | 'became'>[],
): Promise<void> {
  const { organisationId } = tx
  const { id, assessorId, tutorId, countersignerId, iqaId, site, endsOn } = after
  await tx.db
    .updateTable('registrations')
    .set({ assessorId, tutorId, countersignerId, iqaId, site, endsOn })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
  await tx.db
    .insertInto('registrationChanges')
    .values(fields.map((field) => ({ organisationId, registrationId: id, ...change, ...field, changedAt: tx.now })))
    .execute()
}

/** Closes the unit for good: its certificate is claimed. */
export async function markClaimed(tx: Tx, registrationId: Id): Promise<void> {
  await tx.db
    .updateTable('registrations')
    .set({ claimedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', registrationId)
    .execute()
}
