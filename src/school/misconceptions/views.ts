// Misconceptions by their names of today, and hinge questions with their options.
import { sql } from 'kysely'
import type { StatementRef } from '../../common/frameworks/contract.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { HingeOption, HingeQuestion, Misconception } from './contract.ts'
import { shippedMisconceptions } from './rules.ts'

interface StatementColumns {
  readonly framework: string | null
  readonly frameworkVersion: number | null
  readonly statementCode: string | null
}

function statementOf({ framework, frameworkVersion, statementCode }: StatementColumns): StatementRef | null {
  if (framework === null || frameworkVersion === null || statementCode === null) return null
  return { framework, version: frameworkVersion, code: statementCode }
}

/** The school's own list and the product's, in the order of their names. */
export async function listMisconceptions(tx: ReadTx): Promise<Misconception[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('misconceptions')
    .innerJoin('misconceptionWordings', (join) =>
      join
        .onRef('misconceptionWordings.misconceptionId', '=', 'misconceptions.id')
        .on('misconceptionWordings.organisationId', '=', organisationId),
    )
    .distinctOn('misconceptions.id')
    .select(['misconceptions.id', 'framework', 'frameworkVersion', 'statementCode', 'wording', 'isRetired'])
    .where('misconceptions.organisationId', '=', organisationId)
    .orderBy('misconceptions.id')
    .orderBy('misconceptionWordings.setAt', 'desc')
    .orderBy('misconceptionWordings.id', 'desc')
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const own = rows.map((row) => ({ id: row.id, statement: statementOf(row), wording: row.wording, isRetired: row.isRetired }))
  const order = new Intl.Collator('en-GB')
  return [...own, ...shippedMisconceptions.filter(({ id }) => !known.has(id))].sort((a, b) => order.compare(a.wording, b.wording))
}

/** What these are called today. */
export async function misconceptionNames(tx: ReadTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('misconceptionWordings')
    .distinctOn('misconceptionId')
    .select(['misconceptionId', 'wording'])
    .where('organisationId', '=', tx.organisationId)
    .where('misconceptionId', 'in', ids)
    .orderBy('misconceptionId')
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ misconceptionId, wording }) => [misconceptionId, wording]))
}

/** A question that was answered is listed, offered or not. */
export interface ListedQuestion extends HingeQuestion {
  readonly isRetired: boolean
}

interface QuestionRow extends StatementColumns {
  readonly id: Id
  readonly groupId: Id
  readonly question: string
  readonly madeAt: Date
  readonly isRetired: boolean
  readonly options: HingeOption[]
}

/** Questions of a group or of one of these statements that are still offered, and those of these options whatever became of them; the last made first. */
export async function listHingeQuestions(
  tx: ReadTx,
  groupId: Id,
  { statements, optionIds }: { readonly statements: readonly StatementRef[]; readonly optionIds: readonly Id[] },
): Promise<ListedQuestion[]> {
  const { organisationId } = tx
  const keys = statements.map(({ framework, version, code }) => `${framework} ${version} ${code}`)
  const { rows } = await sql<QuestionRow>`select * from (
      select q.id, q.group_id, q.framework, q.framework_version, q.statement_code, q.question, q.made_at,
        exists (select from hinge_retirements r where r.organisation_id = ${organisationId} and r.question_id = q.id) as is_retired,
        (select json_agg(json_build_object('id', o.id, 'wording', o.wording, 'isRight', o.is_right, 'misconceptionId', o.misconception_id) order by o.position)
          from hinge_options o where o.organisation_id = ${organisationId} and o.question_id = q.id) as options
      from hinge_questions q
      where q.organisation_id = ${organisationId}
    ) listed
    where (not is_retired and (group_id = ${groupId} or framework || ' ' || framework_version || ' ' || statement_code = any(${keys}::text[])))
      or id in (select o.question_id from hinge_options o where o.organisation_id = ${organisationId} and o.id = any(${optionIds}::uuid[]))
    order by made_at desc, id desc limit 100`.execute(tx.db)
  return rows.map(({ framework, frameworkVersion, statementCode, madeAt, ...row }) => ({
    ...row,
    statement: statementOf({ framework, frameworkVersion, statementCode }),
    madeAt: moment(madeAt),
  }))
}
