// Writes registrations, and loads what registering is decided on.
import type { Role } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'

/** Roles of the two people that have not ended before the day. @throws OperationError not_found when a person is not of this centre */
export async function loadForRegistering(tx: Tx, wish: { candidateId: Id; assessorId: Id; packCode: string; registeredOn: Day }) {
  return {
    candidateRoles: await rolesOf(tx, wish.candidateId, wish.registeredOn, 'candidateId'),
    assessorRoles: await rolesOf(tx, wish.assessorId, wish.registeredOn, 'assessorId'),
    isRegisteredAlready: await isRegistered(tx, wish.candidateId, wish.packCode),
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
