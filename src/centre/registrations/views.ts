// Reads registrations with the names that screens show.
import { sql } from 'kysely'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Registration, RegistrationChange } from './contract.ts'

/** Whose: a candidate's, those of the candidate of one of them, an assessor's, or those in which one of the staff has any part; all when nothing is said. */
interface Whose {
  readonly candidateId?: Id
  readonly besideId?: Id
  readonly assessorId?: Id
  readonly staffId?: Id
}

/** Registrations in the order in which they began. */
export async function listRegistrations(tx: ReadTx, { candidateId, besideId, assessorId, staffId }: Whose = {}): Promise<Registration[]> {
  let query = registrations(tx)
  if (candidateId !== undefined) query = query.where('registrations.candidateId', '=', candidateId)
  if (besideId !== undefined)
    query = query.where('registrations.candidateId', '=', ({ selectFrom }) =>
      selectFrom('registrations as one')
        .select('one.candidateId')
        .where('one.organisationId', '=', tx.organisationId)
        .where('one.id', '=', besideId),
    )
  if (assessorId !== undefined) query = query.where('registrations.assessorId', '=', assessorId)
  if (staffId !== undefined)
    query = query.where((row) =>
      row.or([
        row('registrations.assessorId', '=', staffId),
        row('registrations.tutorId', '=', staffId),
        row('registrations.countersignerId', '=', staffId),
        row('registrations.iqaId', '=', staffId),
        sql<boolean>`${staffId}::uuid = any(${eqaIds(tx)}::uuid[])`,
      ]),
    )
  return (await query.orderBy('registrations.registeredOn').orderBy('registrations.id').execute()).map(asRegistration)
}

/** One registration, if it is there. */
export async function findRegistration(tx: ReadTx, id: Id): Promise<Registration | undefined> {
  const row = await registrations(tx).where('registrations.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : asRegistration(row)
}

/** One registration. @throws OperationError not_found */
export async function getRegistration(tx: ReadTx, id: Id): Promise<Registration> {
  const row = await findRegistration(tx, id)
  if (row === undefined) throw notFound('registrationId')
  return row
}

/** What changed in a registration, the last first. */
export async function listChanges(tx: ReadTx, registrationId: Id): Promise<RegistrationChange[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('registrationChanges')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'registrationChanges.changedBy').on('people.organisationId', '=', organisationId),
    )
    .select(['registrationChanges.id', 'field', 'was', 'became', 'reason', 'people.name as changedByName', 'changedAt'])
    .where('registrationChanges.organisationId', '=', organisationId)
    .where('registrationChanges.registrationId', '=', registrationId)
    .orderBy('changedAt', 'desc')
    .orderBy('field')
    .execute()
  return rows.map((row) => ({ ...row, field: row.field as RegistrationChange['field'], changedAt: moment(row.changedAt) }))
}

/** Names of people of this centre, by id. */
export async function namesOf(tx: ReadTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a unit's signatures say of the registration: who, on what, with whom. The IQA is left out: being chosen for a sample changes nothing of the work. */
export async function contentForUnit(_tx: ReadTx, registration: Registration): Promise<Plain> {
  const { candidateName, candidateNumber, assessorName, tutorName, countersignerName, site } = registration
  const { packCode, packVersion, unitNumber, registeredOn } = registration
  return {
    candidateName,
    candidateNumber,
    assessorName,
    tutorName,
    countersignerName,
    site,
    packCode,
    packVersion,
    unitNumber,
    registeredOn,
  }
}

type Row = Omit<Registration, 'claimedAt'> & { readonly claimedAt: Date | null }

function asRegistration({ claimedAt, ...row }: Row): Registration {
  return { ...row, claimedAt: claimedAt === null ? null : moment(claimedAt) }
}

/** The earlier of two last days; a day that is not set is none. */
const closesOn = sql<Day | null>`least(registrations.ends_on, standard_packs.certification_ends_on)`

/** External verifiers with an account for the registration that has not ended. */
function eqaIds({ organisationId, now }: ReadTx) {
  return sql<Id[]>`(
    select coalesce(array_agg(a.person_id), '{}') from eqa_account_units u
    join eqa_accounts a on a.organisation_id = ${organisationId} and a.id = u.account_id and a.ended_at is null and a.ends_at > ${now}
    where u.organisation_id = ${organisationId} and u.registration_id = registrations.id
  )`
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
    .leftJoin('people as tutor', (join) =>
      join.onRef('tutor.id', '=', 'registrations.tutorId').on('tutor.organisationId', '=', organisationId),
    )
    .leftJoin('people as countersigner', (join) =>
      join.onRef('countersigner.id', '=', 'registrations.countersignerId').on('countersigner.organisationId', '=', organisationId),
    )
    .leftJoin('people as iqa', (join) => join.onRef('iqa.id', '=', 'registrations.iqaId').on('iqa.organisationId', '=', organisationId))
    .select([
      'registrations.id',
      'registrations.candidateId',
      'candidate.name as candidateName',
      'registrations.candidateNumber',
      'registrations.assessorId',
      'assessor.name as assessorName',
      'registrations.tutorId',
      'tutor.name as tutorName',
      'registrations.countersignerId',
      'countersigner.name as countersignerName',
      'registrations.iqaId',
      'iqa.name as iqaName',
      'registrations.site',
      'registrations.packCode',
      'registrations.packVersion',
      'standardPacks.unitNumber',
      'standardPacks.title as unitTitle',
      'registrations.registeredOn',
      'registrations.endsOn',
      'registrations.claimedAt',
    ])
    .select(eqaIds(tx).as('eqaIds'))
    .select(closesOn.as('closesOn'))
    .where('registrations.organisationId', '=', organisationId)
}
