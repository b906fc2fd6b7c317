// Reads what a descriptor is made from: one's portfolios, one's own records, and the letters that learners have.
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
import type { ObservedFacts } from './rules.ts'

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
}

/** The records by their ids; what was withdrawn, corrected or erased is not there. @throws OperationError not_found */
export async function getRecords(tx: ReadTx, recordType: RecordType, recordIds: readonly Id[], personId: Id): Promise<OwnRecords> {
  if (recordType === 'session') return getSessions(tx, recordIds, personId)
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
