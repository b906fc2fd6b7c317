// Writes people, roles and one-time links, and loads what their handlers decide on.
import { createHash } from 'node:crypto'
import type { Role } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { linkLifetime } from './rules.ts'

export type LinkPurpose = keyof typeof linkLifetime

interface NewRole {
  readonly id: Id
  readonly role: Role
  readonly fromOn: Day
  readonly untilOn: Day | null
}

export async function insertPerson(tx: Tx, person: { id: Id; name: string; email: string }): Promise<void> {
  await tx.db
    .insertInto('people')
    .values({ organisationId: tx.organisationId, ...person, createdAt: tx.now })
    .execute()
}

export async function insertRoles(tx: Tx, personId: Id, grantedBy: Id, roles: readonly NewRole[]): Promise<void> {
  const { organisationId, now: grantedAt } = tx
  const rows = roles.map(({ id, role, fromOn, untilOn }) => ({ organisationId, id, personId, role, fromOn, untilOn, grantedBy, grantedAt }))
  await tx.db.insertInto('roleHoldings').values(rows).execute()
}

export async function setRoleEnd(tx: Tx, id: Id, untilOn: Day): Promise<void> {
  await tx.db.updateTable('roleHoldings').set({ untilOn }).where('organisationId', '=', tx.organisationId).where('id', '=', id).execute()
}

/** Makes a link and puts earlier ones of the same purpose out of use. Returns when it ends. */
export async function insertLink(
  tx: Tx,
  link: { id: Id; purpose: LinkPurpose; personId: Id; tokenHash: string; madeBy: Id },
): Promise<Date> {
  const { organisationId, now } = tx
  const { purpose, personId } = link
  await tx.db
    .updateTable('oneTimeLinks')
    .set({ usedAt: now })
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .execute()
  const expiresAt = new Date(now.getTime() + linkLifetime[purpose])
  await tx.db
    .insertInto('oneTimeLinks')
    .values({ organisationId, ...link, tokenHash: Buffer.from(link.tokenHash, 'hex'), madeAt: now, expiresAt })
    .execute()
  return expiresAt
}

/** The link of a token with its person, held until the transaction ends, so that it opens once. */
export async function findLink(tx: Tx, purpose: LinkPurpose, token: string) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('oneTimeLinks')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'oneTimeLinks.personId').on('people.organisationId', '=', organisationId))
    .select([
      'oneTimeLinks.id',
      'oneTimeLinks.usedAt',
      'oneTimeLinks.expiresAt',
      'people.id as personId',
      'people.name',
      'people.email',
      'people.userId',
    ])
    .where('oneTimeLinks.organisationId', '=', organisationId)
    .where('oneTimeLinks.purpose', '=', purpose)
    .where('oneTimeLinks.tokenHash', '=', createHash('sha256').update(token).digest())
    .forUpdate('oneTimeLinks')
    .executeTakeFirst()
}

export async function useLink(tx: Tx, id: Id): Promise<void> {
  await tx.db
    .updateTable('oneTimeLinks')
    .set({ usedAt: tx.now })
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .execute()
}

/** @throws OperationError not_found */
export async function getPerson(tx: Tx, id: Id) {
  const row = await tx.db
    .selectFrom('people')
    .select(['id', 'userId', 'email'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('personId')
  return row
}

export async function isEmailTaken(tx: Tx, email: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('people')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

/** The role, and how many administrators would hold their role without an end were it to end. @throws OperationError not_found */
export async function loadRoleEnd(tx: Tx, id: Id): Promise<{ isAdministratorRole: boolean; administratorsAfterwards: number }> {
  const { organisationId } = tx
  const role = await tx.db
    .selectFrom('roleHoldings')
    .select('role')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (role === undefined) throw notFound('id')
  const others = await tx.db
    .selectFrom('roleHoldings')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisationId', '=', organisationId)
    .where('role', 'in', administratorRoles)
    .where('untilOn', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow()
  return { isAdministratorRole: administratorRoles.includes(role.role as Role), administratorsAfterwards: others.count }
}

const administratorRoles: readonly Role[] = ['administrator', 'centre_administrator']
