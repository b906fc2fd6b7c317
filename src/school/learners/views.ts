// Learners as lists show them, in the order of their names.
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { goesOn, listMembers } from '../groups/views.ts'
import type { Learner } from './contract.ts'
import { shownName } from './rules.ts'

const order = new Intl.Collator('en-GB')

/** These learners; ids that name nobody are left out. */
export async function listLearners(tx: ReadTx, ids: readonly Id[]): Promise<Learner[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('learners')
    .select(['id', 'givenName', 'familyInitial', 'symbol', 'whatHelps'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => ({ ...row, name: shownName(row) })).sort((a, b) => order.compare(a.name, b.name))
}

/** Those who are in these groups now. */
export async function listLearnersIn(tx: ReadTx, groupIds: readonly Id[]): Promise<Learner[]> {
  const members = await listMembers(tx, groupIds)
  return listLearners(tx, [...new Set(members.map(({ learnerId }) => learnerId))])
}

/** Given names of those who are in these groups now: a text that belongs to no learner names none of them. */
export async function givenNamesIn(tx: ReadTx, groupIds: readonly Id[]): Promise<string[]> {
  return (await listLearnersIn(tx, groupIds)).map(({ givenName }) => givenName)
}

/** Given names that a text about one learner of the group must not have: everybody's but their own. `null`: it is about nobody. */
export async function otherNamesIn(tx: ReadTx, groupId: Id, learnerId: Id | null): Promise<string[]> {
  const [own] = learnerId === null ? [] : await listLearners(tx, [learnerId])
  return (await givenNamesIn(tx, [groupId])).filter((name) => name !== own?.givenName)
}

/** Whether a learner of this id was erased: what still waits for them on a device must go too. */
export async function isErased(tx: ReadTx, id: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('erasures')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Names of everyone with the groups that they are in now. */
export async function listNames(tx: ReadTx): Promise<{ id: Id; name: string; symbol: string | null; groups: string[] }[]> {
  const { organisationId } = tx
  const learners = await tx.db
    .selectFrom('learners')
    .select(['id', 'givenName', 'familyInitial', 'symbol'])
    .where('organisationId', '=', organisationId)
    .execute()
  const groups = new Map<Id, string[]>()
  for (const { learnerId, name } of await listGroupNames(tx)) groups.set(learnerId, [...(groups.get(learnerId) ?? []), name])
  return learners
    .map((row) => ({ id: row.id, name: shownName(row), symbol: row.symbol, groups: (groups.get(row.id) ?? []).sort(order.compare) }))
    .sort((a, b) => order.compare(a.name, b.name))
}

async function listGroupNames(tx: ReadTx): Promise<{ learnerId: Id; name: string }[]> {
  const { organisationId } = tx
  return tx.db
    .selectFrom('groupMembers')
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'groupMembers.groupId').on('groups.organisationId', '=', organisationId))
    .select(['groupMembers.learnerId', 'groups.name'])
    .where('groupMembers.organisationId', '=', organisationId)
    .where(goesOn('groupMembers', tx.now))
    .execute()
}
