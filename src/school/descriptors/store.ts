// Writes portfolios' addresses, and gives learners their letters.
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { Pseudonym } from './contract.ts'
import { pseudonymsFor } from './rules.ts'

interface NewPortfolio {
  readonly id: Id
  readonly personId: Id
  readonly centreId: Id
  readonly registrationId: Id
  readonly centreName: string
  readonly centreKey: Buffer
  readonly packCode: string
  readonly packVersion: number
  readonly unitNumber: string
  readonly unitTitle: string
}

/** Keeps an address; one that the person has kept before stays as it is. */
export async function insertPortfolio(tx: Tx, portfolio: NewPortfolio): Promise<void> {
  await tx.db
    .insertInto('portfolioAddresses')
    .values({ organisationId: tx.organisationId, ...portfolio, addedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'registrationId', 'personId']).doNothing())
    .execute()
}

/** Gives each learner a letter in a portfolio, once; the counter's row is held, so that one letter never means two children. */
export async function givePseudonyms(tx: Tx, registrationId: Id, learnerIds: readonly Id[]): Promise<Pseudonym[]> {
  const { organisationId } = tx
  await tx.db
    .insertInto('pseudonymCounters')
    .values({ organisationId, registrationId, lastNumber: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const counter = await tx.db
    .selectFrom('pseudonymCounters')
    .select('lastNumber')
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const known = await tx.db
    .selectFrom('descriptorPseudonyms')
    .select(['learnerId', 'letter'])
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .where('learnerId', 'in', [...learnerIds])
    .execute()
  const pseudonyms = pseudonymsFor(learnerIds, known, counter.lastNumber)
  const added = pseudonyms.filter(({ learnerId }) => !known.some((one) => one.learnerId === learnerId))
  if (added.length === 0) return pseudonyms
  await tx.db
    .updateTable('pseudonymCounters')
    .set({ lastNumber: counter.lastNumber + added.length })
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .execute()
  await tx.db
    .insertInto('descriptorPseudonyms')
    .values(added.map((one) => ({ organisationId, registrationId, ...one })))
    .execute()
  return pseudonyms
}

/** Removes the key to a learner's letters. For the role that may delete. */
export async function erasePseudonyms(tx: Tx, learnerId: Id): Promise<void> {
  await tx.db
    .deleteFrom('descriptorPseudonyms')
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .execute()
}
