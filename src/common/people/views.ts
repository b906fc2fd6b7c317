// People as screens list them.
import type { Role } from '../../core/actor.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Person } from './contract.ts'

/** Everyone with every role they hold, held or will hold, in the order of their names. */
export async function listPeople(tx: ReadTx): Promise<Person[]> {
  const { organisationId } = tx
  const people = await tx.db
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.personId', '=', 'people.id').on('memberships.organisationId', '=', organisationId),
    )
    .select(['people.id', 'people.name', 'people.email', 'people.userId', 'memberships.shutAt'])
    .where('people.organisationId', '=', organisationId)
    .execute()
  const roles = await tx.db
    .selectFrom('roleHoldings')
    .select(['id', 'personId', 'role', 'fromOn', 'untilOn'])
    .where('organisationId', '=', organisationId)
    .orderBy('fromOn')
    .execute()
  const order = new Intl.Collator('en-GB')
  return people
    .map(({ id, name, email, userId, shutAt }) => ({
      id,
      name,
      email,
      state: userId === null ? ('invited' as const) : shutAt === null ? ('active' as const) : ('shut' as const),
      roles: roles
        .filter((role) => role.personId === id)
        .map((role) => ({ id: role.id, role: role.role as Role, fromOn: role.fromOn, untilOn: role.untilOn })),
    }))
    .sort((a, b) => order.compare(a.name, b.name))
}

/** Names of those who hold a role today. Candidates are not named to each other. */
export async function listColleagues(tx: ReadTx): Promise<{ id: string; name: string; roles: Role[] }[]> {
  const today = dayOf(tx.now)
  const people = await listPeople(tx)
  return people
    .map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles.filter((role) => role.fromOn <= today && (role.untilOn === null || role.untilOn >= today)).map(({ role }) => role),
    }))
    .map((person) => ({ ...person, roles: person.roles.filter((role) => role !== 'candidate') }))
    .filter((person) => person.roles.length > 0)
}
