// What was said and settled about goals, and their examples, for pages and for later features. What was taken back is in none of these.
import { sql } from 'kysely'
import type { StatementRef } from '../../common/frameworks/contract.ts'
import { Drawing } from '../../core/drawing.ts'
import type { Id } from '../../core/ids.ts'
import { type SymbolName, symbols } from '../../core/symbols.ts'
import { type Moment, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { wordingStands } from '../goals/views.ts'
import type { ExamplePart, GoalExample, GoalTalk, OwnWording, Settled } from './contract.ts'

export interface KeptWording extends OwnWording {
  readonly id: Id
  readonly goalId: Id
  readonly learnerId: Id
  readonly setAt: Moment
}

interface Which {
  /** Every goal when left out. */
  readonly goalIds?: readonly Id[]
  readonly learnerIds: readonly Id[]
}

/** The latest wording of each of these learners for each of these goals. */
export async function listOwnWordings(tx: ReadTx, { goalIds, learnerIds }: Which): Promise<KeptWording[]> {
  if (goalIds?.length === 0 || learnerIds.length === 0) return []
  let wordings = tx.db
    .selectFrom('learnerWordings')
    .selectAll()
    .distinctOn(['learnerId', 'goalId'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', 'in', learnerIds)
    .where(wordingStands(tx))
    .orderBy('learnerId')
    .orderBy('goalId')
    .orderBy('setAt', 'desc')
    .orderBy('id', 'desc')
  if (goalIds !== undefined) wordings = wordings.where('goalId', 'in', goalIds)
  const rows = await wordings.execute()
  return rows.map(({ id, goalId, learnerId, wording, drawing, symbols: chosen, language, firstWording, helpedBy, setAt }) => ({
    ...{ id, goalId, learnerId, wording, helpedBy },
    drawing: drawing === null ? null : drawingOf(drawing),
    symbols: chosen.filter((name): name is SymbolName => (symbols as readonly string[]).includes(name)),
    firstLanguage: language === null || firstWording === null ? null : { language, wording: firstWording },
    setAt: moment(setAt),
  }))
}

/** A stored drawing, as strictly checked as when it came. */
function drawingOf(stored: unknown): Drawing | null {
  const parsed = Drawing.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** The latest of each kind that was settled with these learners about these goals. */
export async function listTalks(tx: ReadTx, { goalIds, learnerIds }: Which): Promise<GoalTalk[]> {
  if (goalIds?.length === 0 || learnerIds.length === 0) return []
  let talks = tx.db
    .selectFrom('goalTalks')
    .selectAll()
    .distinctOn(['learnerId', 'goalId', 'about'])
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', 'in', learnerIds)
    .where(
      sql<boolean>`not exists (select from goal_talk_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.talk_id = goal_talks.id)`,
    )
    .orderBy('learnerId')
    .orderBy('goalId')
    .orderBy('about')
    .orderBy('observedAt', 'desc')
    .orderBy('id', 'desc')
  if (goalIds !== undefined) talks = talks.where('goalId', 'in', goalIds)
  const rows = await talks.execute()
  return rows.map((row) => ({
    ...{ id: row.id, goalId: row.goalId, learnerId: row.learnerId, sessionId: row.sessionId },
    settled: settledOf(row),
    observedAt: moment(row.observedAt),
  }))
}

function settledOf({
  about,
  criterionId,
  choice,
  words,
}: {
  about: string
  criterionId: Id | null
  choice: string | null
  words: string | null
}) {
  if (about === 'criterion') return { about, criterionId } as Settled
  return (about === 'helps' || about === 'start' ? { about, words } : { about, choice }) as Settled
}

/** Of each goal the latest good and weaker example, and every feature in the order of naming. */
export async function listExamples(tx: ReadTx, goalIds: readonly Id[]): Promise<GoalExample[]> {
  if (goalIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('goalExamples')
    .selectAll()
    .where('organisationId', '=', tx.organisationId)
    .where('goalId', 'in', goalIds)
    .where(
      sql<boolean>`not exists (select from goal_example_withdrawals gone where gone.organisation_id = ${tx.organisationId} and gone.example_id = goal_examples.id)`,
    )
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  const all = rows.map(({ id, goalId, part, words, drawing }) => ({
    ...{ id, goalId, words, part: part as ExamplePart },
    drawing: drawing === null ? null : drawingOf(drawing),
  }))
  const latest = new Map(all.map((example) => [`${example.goalId} ${example.part === 'feature' ? example.id : example.part}`, example]))
  return [...latest.values()]
}

/** Which of these goals were taken along, and from which. */
export async function listTravels(tx: ReadTx, goalIds: readonly Id[]): Promise<{ goalId: Id; fromGoalId: Id }[]> {
  if (goalIds.length === 0) return []
  return tx.db
    .selectFrom('goalTravels')
    .select(['goalId', 'fromGoalId'])
    .where('organisationId', '=', tx.organisationId)
    .where('goalId', 'in', goalIds)
    .execute()
}

/** Groups into which these goals were taken along, where they are open still. */
export async function listTakenInto(tx: ReadTx, fromGoalIds: readonly Id[]): Promise<{ fromGoalId: Id; groupId: Id }[]> {
  if (fromGoalIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('goalTravels')
    .innerJoin('learningGoals', 'learningGoals.id', 'goalTravels.goalId')
    .select(['goalTravels.fromGoalId', 'learningGoals.groupId'])
    .where('goalTravels.organisationId', '=', tx.organisationId)
    .where('learningGoals.organisationId', '=', tx.organisationId)
    .where('goalTravels.fromGoalId', 'in', fromGoalIds)
    .where('learningGoals.closedAt', 'is', null)
    .orderBy('learningGoals.setAt')
    .orderBy('learningGoals.id')
    .execute()
  return rows.flatMap(({ fromGoalId, groupId }) => (groupId === null ? [] : [{ fromGoalId, groupId }]))
}

/** The statements that these references name, in no order. */
export async function listNamedStatements(tx: ReadTx, refs: readonly StatementRef[]) {
  const named = new Set(refs.map(({ framework, version, code }) => `${framework} ${version} ${code}`))
  if (named.size === 0) return []
  const rows = await tx.db
    .selectFrom('frameworkStatements')
    .select(['framework', 'version', 'code', 'year', 'strand', 'wording'])
    .where('code', 'in', [...new Set(refs.map(({ code }) => code))])
    .execute()
  return rows.filter(({ framework, version, code }) => named.has(`${framework} ${version} ${code}`))
}
