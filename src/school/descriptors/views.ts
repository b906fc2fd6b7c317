// Reads what a descriptor is made from: one's portfolios, one's own records, and the letters that learners have.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '../../common/letters/contract.ts'
import { isCentreHere } from '../../common/letters/views.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listConsents } from '../consent/views.ts'
import { groupIdsOf, listMembers } from '../groups/views.ts'
import { listLearners } from '../learners/views.ts'
import type { Portfolio, Pseudonym } from './contract.ts'
import type { ObservedFacts, Story } from './rules.ts'

/** A person's portfolios, in the order in which they were added. */
export async function listPortfolios(tx: ReadTx, personId: Id): Promise<Portfolio[]> {
  const rows = await tx.db
    .selectFrom('portfolioAddresses')
    .selectAll()
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .orderBy('addedAt')
    .execute()
  const portfolios: Portfolio[] = []
  for (const row of rows)
    portfolios.push({
      addressee: { organisationId: row.centreId, registrationId: row.registrationId },
      centreName: row.centreName,
      unit: { packCode: row.packCode, packVersion: row.packVersion, number: row.unitNumber, title: row.unitTitle },
      delivery: (await isCentreHere(tx, row.centreId)) ? 'here' : 'file',
    })
  return portfolios
}

/** One of a person's portfolios. @throws OperationError not_found */
export async function getPortfolio(tx: ReadTx, personId: Id, registrationId: Id): Promise<Portfolio> {
  const portfolio = (await listPortfolios(tx, personId)).find(({ addressee }) => addressee.registrationId === registrationId)
  if (portfolio === undefined) throw notFound('registrationId')
  return portfolio
}

/** What a descriptor would rest on. */
export interface OwnRecords {
  /** Who made each record. */
  readonly authors: readonly Id[]
  readonly occurredOn: Day
  readonly facts: readonly ObservedFacts[]
  /** Record and learner, each pair once. */
  readonly sources: readonly { readonly recordType: RecordType; readonly recordId: Id; readonly learnerId: Id }[]
  readonly childWords: readonly { readonly learnerId: Id; readonly words: string }[]
  /** Of other kinds than observations and sessions. */
  readonly stories: readonly Story[]
  /** Those that may be about no learner. */
  readonly records: readonly { readonly recordType: 'handover' | 'agreement' | 'next_action'; readonly recordId: Id }[]
}

/** The records by their ids; what was withdrawn, corrected or erased is not there. @throws OperationError not_found */
export async function getRecords(tx: ReadTx, recordType: RecordType, recordIds: readonly Id[], personId: Id): Promise<OwnRecords> {
  if (recordType === 'session') return getSessions(tx, recordIds, personId)
  if (recordType !== 'learner_observation') return getStories(tx, recordType, recordIds)
  const rows = await observations(tx)
    .where('learnerObservations.id', 'in', [...recordIds])
    .execute()
  if (rows.length !== new Set(recordIds).size) throw notFound('recordIds')
  return recordsOf(
    rows,
    (row) => ({ recordType, recordId: row.id, learnerId: row.learnerId }),
    rows.map((row) => row.recordedBy),
  )
}

/** A session stands for the person's own observations in it. */
async function getSessions(tx: ReadTx, sessionIds: readonly Id[], personId: Id): Promise<OwnRecords> {
  const sessions = await tx.db
    .selectFrom('sessions')
    .select(['id', 'startedBy'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', 'in', [...sessionIds])
    .execute()
  const rows = await observations(tx)
    .where('learnerObservations.sessionId', 'in', [...sessionIds])
    .where('learnerObservations.recordedBy', '=', personId)
    .execute()
  if (sessions.length !== new Set(sessionIds).size) throw notFound('recordIds')
  return recordsOf(
    rows,
    (row) => ({ recordType: 'session', recordId: row.sessionId ?? row.id, learnerId: row.learnerId }),
    sessions.map((session) => session.startedBy),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof observations>['execute']>>[number]

function recordsOf(rows: readonly Row[], sourceOf: (row: Row) => OwnRecords['sources'][number], authors: readonly Id[]): OwnRecords {
  const sources = rows.map(sourceOf)
  return {
    stories: [],
    records: [],
    authors,
    occurredOn:
      rows
        .map((row) => dayOf(row.observedAt))
        .sort()
        .at(-1) ?? '',
    facts: rows.map((row) => ({
      learnerId: row.learnerId,
      helpLevel: row.helpLevel as ObservedFacts['helpLevel'],
      response: row.response as ObservedFacts['response'],
      participation: row.participation as ObservedFacts['participation'],
      source: row.source as ObservedFacts['source'],
      hasChildWords: row.childWords !== null,
      criterion: row.criterion,
      subject: row.subject,
    })),
    sources: sources.filter(
      (one, at) => sources.findIndex((other) => other.recordId === one.recordId && other.learnerId === one.learnerId) === at,
    ),
    childWords: rows.flatMap((row) => (row.childWords === null ? [] : [{ learnerId: row.learnerId, words: row.childWords }])),
  }
}

type StoryType = Exclude<RecordType, 'learner_observation' | 'session'>

interface Told {
  readonly id: Id
  readonly author: Id
  readonly at: Date
  readonly learnerIds: readonly Id[] | null
  readonly story: Record<string, unknown>
}

/** Records of the other kinds that stand: neither withdrawn nor corrected, an agreement signed by both. One statement for each kind. */
async function getStories(tx: ReadTx, recordType: StoryType, recordIds: readonly Id[]): Promise<OwnRecords> {
  const { rows } = await storyQueries[recordType](tx.organisationId, [...recordIds]).execute(tx.db)
  if (rows.length !== new Set(recordIds).size) throw notFound('recordIds')
  const pairs = rows.flatMap(({ id, learnerIds }) => (learnerIds ?? []).map((learnerId) => ({ recordType, recordId: id, learnerId })))
  return {
    authors: rows.map(({ author }) => author),
    occurredOn:
      rows
        .map(({ at }) => dayOf(at))
        .sort()
        .at(-1) ?? '',
    facts: [],
    sources: pairs,
    childWords: [],
    stories: rows.map(({ story }) => ({ kind: recordType, ...story }) as Story),
    records: recordType === 'feedback' || recordType === 'improvement' ? [] : rows.map(({ id }) => ({ recordType, recordId: id })),
  }
}

const storyQueries: Readonly<Record<StoryType, (o: Id, ids: readonly Id[]) => RawBuilder<Told>>> = {
  feedback: (o, ids) => sql<Told>`
    select given.id, given.recorded_by as author, given.observed_at as at, array[given.learner_id] as learner_ids,
      jsonb_build_object('learnerId', given.learner_id, 'subject', g.subject, 'criterion', c.child_text, 'mode', given.mode, 'response',
        (select r.response from feedback_responses r where r.organisation_id = ${o} and r.feedback_id = given.first_id order by r.observed_at desc limit 1)) as story
    from feedback_given given
      join groups g on g.organisation_id = ${o} and g.id = given.group_id
      left join success_criteria c on c.organisation_id = ${o} and c.id = given.criterion_id
    where given.organisation_id = ${o} and given.id = any(${ids}::uuid[])
      and not exists (select from feedback_given later where later.organisation_id = ${o} and later.corrects_id = given.id)
      and not exists (select from feedback_withdrawals gone where gone.organisation_id = ${o} and gone.feedback_id = given.first_id)`,
  improvement: (o, ids) => sql<Told>`
    select better.id, better.recorded_by as author, better.observed_at as at, array[better.learner_id] as learner_ids,
      jsonb_build_object('learnerId', better.learner_id, 'subject', g.subject, 'criterion', c.child_text) as story
    from improvements better
      join groups g on g.organisation_id = ${o} and g.id = better.group_id
      left join success_criteria c on c.organisation_id = ${o} and c.id = better.criterion_id
    where better.organisation_id = ${o} and better.id = any(${ids}::uuid[])
      and not exists (select from improvements later where later.organisation_id = ${o} and later.corrects_id = better.id)
      and not exists (select from improvement_withdrawals gone where gone.organisation_id = ${o} and gone.improvement_id = better.first_id)`,
  handover: (o, ids) => sql<Told>`
    select sent.id, sent.sent_by as author, sent.sent_at as at,
      array(select distinct line.learner_id from handover_lines line
        where line.organisation_id = ${o} and line.handover_id = sent.id and line.learner_id is not null order by 1) as learner_ids,
      jsonb_build_object('subject', g.subject, 'hasSuggestion', sent.suggestion is not null,
        'learnerIds', array(select distinct line.learner_id from handover_lines line
          where line.organisation_id = ${o} and line.handover_id = sent.id and line.learner_id is not null order by 1),
        'headings', array(select distinct line.heading from handover_lines line
          where line.organisation_id = ${o} and line.handover_id = sent.id order by 1)) as story
    from handovers sent join groups g on g.organisation_id = ${o} and g.id = sent.group_id
    where sent.organisation_id = ${o} and sent.id = any(${ids}::uuid[])
      and not exists (select from handover_withdrawals gone where gone.organisation_id = ${o} and gone.record_id = sent.id)`,
  agreement: (o, ids) => sql<Told>`
    select agreed.id, agreed.practitioner_id as author, agreed.proposed_at as at, null as learner_ids, jsonb_build_object('subject', g.subject) as story
    from agreements agreed join groups g on g.organisation_id = ${o} and g.id = agreed.group_id
    where agreed.organisation_id = ${o} and agreed.id = any(${ids}::uuid[])
      and 2 = (select count(*) from agreement_signatures s where s.organisation_id = ${o} and s.agreement_id = agreed.id)
      and not exists (select from agreement_withdrawals gone where gone.organisation_id = ${o} and gone.agreement_id = agreed.id)`,
  next_action: (o, ids) => sql<Told>`
    select noted.id, noted.noted_by as author, noted.noted_at as at, array_remove(array[noted.learner_id], null) as learner_ids,
      jsonb_build_object('subject', g.subject, 'owner', noted.owner, 'learnerId', noted.learner_id, 'isDone', coalesce(mark.outcome = 'done', false)) as story
    from next_actions noted join groups g on g.organisation_id = ${o} and g.id = noted.group_id
      left join lateral (select m.outcome from next_action_marks m where m.organisation_id = ${o} and m.action_id = noted.id
        order by m.marked_at desc, m.id desc limit 1) mark on true
    where noted.organisation_id = ${o} and noted.id = any(${ids}::uuid[]) and mark.outcome is distinct from 'withdrawn'`,
}

/** Observations that stand: neither withdrawn nor corrected. */
function observations(tx: ReadTx) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('learnerObservations')
    .innerJoin('groups', (join) =>
      join.onRef('groups.id', '=', 'learnerObservations.groupId').on('groups.organisationId', '=', organisationId),
    )
    .leftJoin('successCriteria', (join) =>
      join.onRef('successCriteria.id', '=', 'learnerObservations.criterionId').on('successCriteria.organisationId', '=', organisationId),
    )
    .leftJoin('observationWithdrawals as withdrawal', (join) =>
      join.onRef('withdrawal.observationId', '=', 'learnerObservations.id').on('withdrawal.organisationId', '=', organisationId),
    )
    .leftJoin('learnerObservations as correction', (join) =>
      join.onRef('correction.correctsId', '=', 'learnerObservations.id').on('correction.organisationId', '=', organisationId),
    )
    .select([
      'learnerObservations.id',
      'learnerObservations.learnerId',
      'learnerObservations.sessionId',
      'learnerObservations.recordedBy',
      'learnerObservations.observedAt',
    ])
    .select([
      'learnerObservations.helpLevel',
      'learnerObservations.response',
      'learnerObservations.participation',
      'learnerObservations.source',
      'learnerObservations.childWords',
    ])
    .select(['groups.subject', 'successCriteria.childText as criterion'])
    .where('learnerObservations.organisationId', '=', organisationId)
    .where('withdrawal.id', 'is', null)
    .where('correction.id', 'is', null)
    .orderBy('learnerObservations.observedAt')
    .orderBy('learnerObservations.id')
}

/** Given names that must not leave: of the records' learners and of everyone in the person's groups. */
export async function listNamesToKeep(tx: ReadTx, personId: Id, learnerIds: readonly Id[]): Promise<string[]> {
  const members = await listMembers(tx, await groupIdsOf(tx, personId))
  const learners = await listLearners(tx, [...new Set([...learnerIds, ...members.map((member) => member.learnerId)])])
  return [...new Set(learners.map((learner) => learner.givenName))].sort()
}

/** Whether a family of one of these learners said no, and has not said yes since. Nothing said is no objection to a sentence without a name. */
export async function isDescriptorRefused(tx: ReadTx, learnerIds: readonly Id[]): Promise<boolean> {
  const today = dayOf(tx.now)
  for (const learnerId of new Set(learnerIds)) {
    const said = (await listConsents(tx, learnerId)).find(({ purpose, toldOn }) => purpose === 'portfolio_descriptor' && toldOn <= today)
    if (said?.isGiven === false) return true
  }
  return false
}

/** The letters that learners have in a portfolio, and how many were given out. */
export async function findPseudonyms(tx: ReadTx, registrationId: Id): Promise<{ known: Pseudonym[]; lastNumber: number }> {
  const { organisationId } = tx
  const known = await tx.db
    .selectFrom('descriptorPseudonyms')
    .select(['learnerId', 'letter'])
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .execute()
  const counter = await tx.db
    .selectFrom('pseudonymCounters')
    .select('lastNumber')
    .where('organisationId', '=', organisationId)
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  return { known, lastNumber: counter?.lastNumber ?? 0 }
}
