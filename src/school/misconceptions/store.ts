// Writes misconceptions and hinge questions.
import type { StatementRef } from '../../common/frameworks/contract.ts'
import { notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import type { HingeOption, Misconception } from './contract.ts'
import { shippedMisconceptions } from './rules.ts'

function columnsOf(statement: StatementRef | null) {
  return {
    framework: statement?.framework ?? null,
    frameworkVersion: statement?.version ?? null,
    statementCode: statement?.code ?? null,
  }
}

export async function insertMisconception(tx: Tx, made: Omit<Misconception, 'isRetired'> & { by: Id }): Promise<void> {
  const { organisationId, now } = tx
  const { id, statement, wording, by } = made
  await tx.db
    .insertInto('misconceptions')
    .values({ organisationId, id, ...columnsOf(statement), addedBy: by, addedAt: now })
    .execute()
  await insertWording(tx, { id: newId(), misconceptionId: id, wording, isRetired: false, by })
}

export async function insertWording(
  tx: Tx,
  { by, ...said }: { id: Id; misconceptionId: Id; wording: string; isRetired: boolean; by: Id },
): Promise<void> {
  await tx.db
    .insertInto('misconceptionWordings')
    .values({ organisationId: tx.organisationId, ...said, setBy: by, setAt: tx.now })
    .execute()
}

/** Makes rows of those that come with the product, before something names them. */
export async function adoptShipped(tx: Tx, ids: readonly (Id | null)[], by: Id): Promise<void> {
  const { organisationId, now } = tx
  const wanted = shippedMisconceptions.filter(({ id }) => ids.includes(id))
  if (wanted.length === 0) return
  const fresh = await tx.db
    .insertInto('misconceptions')
    .values(wanted.map(({ id, statement }) => ({ organisationId, id, ...columnsOf(statement), addedBy: by, addedAt: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  for (const { id, wording } of wanted) {
    // The row bears the misconception's own id, older than any: what is said in the same moment comes after it.
    if (fresh.some((row) => row.id === id)) await insertWording(tx, { id, misconceptionId: id, wording, isRetired: false, by })
  }
}

interface NewQuestion {
  readonly id: Id
  readonly groupId: Id
  readonly statement: StatementRef | null
  readonly question: string
  readonly options: readonly HingeOption[]
  readonly madeBy: Id
}

export async function insertHingeQuestion(tx: Tx, { statement, options, ...question }: NewQuestion): Promise<void> {
  const { organisationId, now } = tx
  await tx.db
    .insertInto('hingeQuestions')
    .values({ organisationId, ...question, ...columnsOf(statement), madeAt: now })
    .execute()
  await tx.db
    .insertInto('hingeOptions')
    .values(options.map((option, place) => ({ organisationId, questionId: question.id, position: place + 1, ...option })))
    .execute()
}

/** Retiring twice is once. */
export async function retireHingeQuestion(tx: Tx, questionId: Id, retiredBy: Id): Promise<void> {
  await tx.db
    .insertInto('hingeRetirements')
    .values({ organisationId: tx.organisationId, questionId, retiredBy, retiredAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The group that a hinge question was made for. @throws OperationError not_found */
export async function getHingeGroup(tx: Tx, questionId: Id): Promise<Id> {
  const row = await tx.db
    .selectFrom('hingeQuestions')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('questionId')
  return row.groupId
}
