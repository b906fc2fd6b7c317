// What names a learner, in counts; which events and photos are theirs; the list of erasures.
import { sql } from 'kysely'
import { countLettersOn } from '../../common/letters/views.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { ErasureCounts } from './contract.ts'

/** Tables whose rows are one learner's: those that refer to others first. */
export const learnersTables = [
  'lookedExampleWithdrawals',
  'lookedExamples',
  'nextActionMarks',
  'nextActions',
  'shownNoteAnswers',
  'shownNotes',
  'improvementWithdrawals',
  'improvements',
  'feedbackWithdrawals',
  'feedbackResponses',
  'feedbackGiven',
  'handoverDecisionLearners',
  'handoverLines',
  'briefLearnerNotes',
  'achievementDeclines',
  'achievementWithdrawals',
  'achievements',
  'summativeResults',
  'motivationNotes',
  'taskIdeas',
  'profileEntries',
  'observationWithdrawals',
  'learnerObservations',
  'successCriterionMarks',
  'goalTalkWithdrawals',
  'goalTalks',
  'learnerWordingWithdrawals',
  'learnerWordings',
  'photos',
] as const

/** Those that have a count of their own. */
const counted: readonly string[] = ['learnerObservations', 'photos', 'learnerWordings', 'successCriterionMarks']

/** How many rows of each kind name the learner. */
export async function countRecords(tx: ReadTx, learnerId: Id): Promise<ErasureCounts> {
  const of = sql`organisation_id = ${tx.organisationId} and learner_id = ${learnerId}`
  const others = learnersTables
    .filter((table) => !counted.includes(table))
    .map((table) => sql`(select count(*) from ${sql.table(table)} where ${of})`)
  const { rows } = await sql<Omit<ErasureCounts, 'letters'>>`select
    ${sql.join(others, sql` + `)} as others,
    (select count(*) from learner_observations where ${of}) as observations,
    (select count(*) from photos where ${of}) as photos,
    (select count(*) from learning_goals where ${of}) as goals,
    (select count(*) from learner_wordings where ${of}) as learner_wordings,
    (select count(*) from success_criterion_marks where ${of}) as marks,
    (select count(*) from consents where ${of}) as consents,
    (select count(*) from group_members where ${of}) as memberships,
    (select count(*) from event_contents where organisation_id = ${tx.organisationId} and event_id in (select event_id from event_learners where ${of})) as events`.execute(
    tx.db,
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('counting gave no row')
  return { ...counts, letters: await countLettersOn(tx, learnerId) }
}

/** Events whose content is about the learner. */
export async function listEventIds(tx: ReadTx, learnerId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('eventLearners')
    .select('eventId')
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .execute()
  return rows.map(({ eventId }) => eventId)
}

/** Files that show the learner's work. */
export async function listFileHashes(tx: ReadTx, learnerId: Id): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('photos')
    .select('fileHash')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .execute()
  return rows.map(({ fileHash }) => fileHash)
}

/** Erasures, the last first. */
export async function listErasures(tx: ReadTx) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('erasures')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'erasures.erasedBy').on('people.organisationId', '=', organisationId))
    .select([
      'erasures.id',
      'erasures.learnerId',
      'erasures.reason',
      'people.name as erasedByName',
      'erasures.erasedAt',
      'erasures.records',
    ])
    .where('erasures.organisationId', '=', organisationId)
    .orderBy('erasures.erasedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, erasedAt: moment(row.erasedAt) }))
}
