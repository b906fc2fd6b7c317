// Reads staff with their qualifications and CPD, and says who is a trainee assessor.
import type { Role } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { CpdEntry, Qualification, QualificationKind, StaffMember } from './contract.ts'
import { isTrainee } from './rules.ts'

const staffRoles = ['assessor', 'tutor', 'iqa'] as const

/** Everyone who holds a role of the staff on the day, by name. */
export async function listStaff(tx: ReadTx, day: Day): Promise<StaffMember[]> {
  const rows = await tx.db
    .selectFrom('people')
    .innerJoin('roleHoldings', (join) =>
      join.onRef('roleHoldings.personId', '=', 'people.id').on('roleHoldings.organisationId', '=', tx.organisationId),
    )
    .select(['people.id', 'people.name', 'roleHoldings.role'])
    .where('people.organisationId', '=', tx.organisationId)
    .where('roleHoldings.role', 'in', staffRoles)
    .where('roleHoldings.fromOn', '<=', day)
    .where((row) => row.or([row('roleHoldings.untilOn', 'is', null), row('roleHoldings.untilOn', '>=', day)]))
    .orderBy('people.name')
    .orderBy('people.id')
    .orderBy('roleHoldings.role')
    .execute()
  const people = new Map<Id, { name: string; roles: Role[] }>()
  for (const { id, name, role } of rows) people.set(id, { name, roles: [...(people.get(id)?.roles ?? []), role as Role] })
  const ids = [...people.keys()]
  const [held, cpd] = [await qualificationsOf(tx, ids), await cpdOf(tx, ids)]
  return [...people].map(([personId, { name, roles }]) => {
    const qualifications = held.get(personId) ?? []
    return { personId, name, roles, qualifications, cpd: cpd.get(personId) ?? [], isTrainee: isTrainee(roles, qualifications, day) }
  })
}

/** Whether this assessor's decisions need a countersignature on that day: no assessor qualification of hers counts. */
export async function isTraineeAssessor(tx: ReadTx, personId: Id, day: Day): Promise<boolean> {
  return isTrainee(['assessor'], (await qualificationsOf(tx, [personId])).get(personId) ?? [], day)
}

async function qualificationsOf(tx: ReadTx, personIds: readonly Id[]): Promise<Map<Id, Qualification[]>> {
  const found = new Map<Id, Qualification[]>()
  if (personIds.length === 0) return found
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('staffQualifications')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'staffQualifications.checkedBy').on('people.organisationId', '=', organisationId),
    )
    .select([
      'staffQualifications.id',
      'staffQualifications.personId',
      'staffQualifications.kind',
      'staffQualifications.title',
      'staffQualifications.awardedOn',
      'staffQualifications.dueOn',
      'staffQualifications.expiresOn',
      'staffQualifications.checkedHow',
      'staffQualifications.checkedAt',
      'people.name as checkedByName',
    ])
    .where('staffQualifications.organisationId', '=', organisationId)
    .where('staffQualifications.personId', 'in', [...personIds])
    .where('staffQualifications.withdrawnAt', 'is', null)
    .orderBy('staffQualifications.enteredAt')
    .orderBy('staffQualifications.id')
    .execute()
  for (const { checkedAt, kind, ...row } of rows) {
    const qualification = { ...row, kind: kind as QualificationKind, checkedAt: checkedAt === null ? null : moment(checkedAt) }
    found.set(row.personId, [...(found.get(row.personId) ?? []), qualification])
  }
  return found
}

/** The last done first. */
async function cpdOf(tx: ReadTx, personIds: readonly Id[]): Promise<Map<Id, CpdEntry[]>> {
  const found = new Map<Id, CpdEntry[]>()
  if (personIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('cpdEntries')
    .select(['id', 'personId', 'doneOn', 'minutes', 'what', 'learnt'])
    .where('organisationId', '=', tx.organisationId)
    .where('personId', 'in', [...personIds])
    .where('withdrawnAt', 'is', null)
    .orderBy('doneOn', 'desc')
    .orderBy('id')
    .execute()
  for (const { personId, ...entry } of rows) found.set(personId, [...(found.get(personId) ?? []), entry])
  return found
}
