// Reads registrations with the names that screens show.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Registration } from './contract.ts'

/** Registrations of a candidate, of an assessor, or all; in the order in which they began. */
export async function listRegistrations(tx: ReadTx, whose: { candidateId?: Id; assessorId?: Id } = {}): Promise<Registration[]> {
  let query = registrations(tx)
  if (whose.candidateId !== undefined) query = query.where('registrations.candidateId', '=', whose.candidateId)
  if (whose.assessorId !== undefined) query = query.where('registrations.assessorId', '=', whose.assessorId)
  return query.orderBy('registrations.registeredOn').orderBy('registrations.id').execute()
}

/** One registration, if it is there. */
export async function findRegistration(tx: ReadTx, id: Id): Promise<Registration | undefined> {
  return registrations(tx).where('registrations.id', '=', id).executeTakeFirst()
}

/** One registration. @throws OperationError not_found */
export async function getRegistration(tx: ReadTx, id: Id): Promise<Registration> {
  const row = await findRegistration(tx, id)
  if (row === undefined) throw notFound('registrationId')
  return row
}

function registrations(tx: ReadTx) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('registrations')
    .innerJoin('standardPacks', (join) =>
      join.onRef('standardPacks.code', '=', 'registrations.packCode').onRef('standardPacks.version', '=', 'registrations.packVersion'),
    )
    .innerJoin('people as candidate', (join) =>
      join.onRef('candidate.id', '=', 'registrations.candidateId').on('candidate.organisationId', '=', organisationId),
    )
    .innerJoin('people as assessor', (join) =>
      join.onRef('assessor.id', '=', 'registrations.assessorId').on('assessor.organisationId', '=', organisationId),
    )
    .select([
      'registrations.id',
      'registrations.candidateId',
      'candidate.name as candidateName',
      'registrations.candidateNumber',
      'registrations.assessorId',
      'assessor.name as assessorName',
      'registrations.packCode',
      'registrations.packVersion',
      'standardPacks.unitNumber',
      'standardPacks.title as unitTitle',
      'registrations.registeredOn',
      'registrations.endsOn',
    ])
    .where('registrations.organisationId', '=', organisationId)
}
