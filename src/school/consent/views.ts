// What families said, for the consent page and for features that must heed it.
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Consent, ConsentPurpose } from './contract.ts'
import { holdsOn } from './rules.ts'

/** All that was ever said for a learner, the last first. */
export async function listConsents(tx: ReadTx, learnerId: Id): Promise<Consent[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('consents')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'consents.setBy').on('people.organisationId', '=', organisationId))
    .select([
      'consents.id',
      'consents.purpose',
      'consents.isGiven',
      'consents.toldBy',
      'consents.toldOn',
      'consents.setAt',
      'people.name as setByName',
    ])
    .where('consents.organisationId', '=', organisationId)
    .where('consents.learnerId', '=', learnerId)
    .orderBy('consents.toldOn', 'desc')
    .orderBy('consents.setAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, purpose: row.purpose as ConsentPurpose, setAt: moment(row.setAt) }))
}

/** For which of these learners the purpose is allowed on a day. */
export async function allowedOn(tx: ReadTx, purpose: ConsentPurpose, learnerIds: readonly Id[], day: Day): Promise<Set<Id>> {
  const said = await listSaid(tx, learnerIds)
  return new Set(learnerIds.filter((id) => holdsOn(said(id, purpose), day)))
}

interface Said {
  readonly isGiven: boolean
  readonly toldOn: Day
  readonly setAt: string
}

/** What was ever said for these learners: asked by learner and purpose. */
export async function listSaid(
  tx: ReadTx,
  learnerIds: readonly Id[],
): Promise<(learnerId: Id, purpose: ConsentPurpose) => readonly Said[]> {
  if (learnerIds.length === 0) return () => []
  const rows = await tx.db
    .selectFrom('consents')
    .select(['learnerId', 'purpose', 'isGiven', 'toldOn', 'setAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', 'in', learnerIds)
    .execute()
  const said = Map.groupBy(
    rows.map((row) => ({ ...row, setAt: moment(row.setAt) })),
    ({ learnerId, purpose }) => `${learnerId} ${purpose}`,
  )
  return (learnerId, purpose) => said.get(`${learnerId} ${purpose}`) ?? []
}
