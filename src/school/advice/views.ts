// Advice on a group, and the questions that wait for a subject lead.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover } from '../groups/contract.ts'
import type { Advice, AdviceHeading, AdviceQuestion } from './contract.ts'

/** All advice on a group in the order of writing, also what was replaced. */
export async function listAdvice(tx: ReadTx, groupId: Id): Promise<Advice[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('advice')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'advice.writtenBy').on('people.organisationId', '=', organisationId))
    .selectAll('advice')
    .select('people.name as writtenByName')
    .where('advice.organisationId', '=', organisationId)
    .where('advice.groupId', '=', groupId)
    .orderBy('advice.writtenAt')
    .orderBy('advice.id')
    .execute()
  return rows.map(({ organisationId: _, recordedAt: __, ...row }) => ({
    ...row,
    heading: row.heading as AdviceHeading,
    writtenAt: moment(row.writtenAt),
  }))
}

/** Questions on a group that wait for an answer. */
export async function listQuestionsOnGroup(tx: ReadTx, groupId: Id): Promise<AdviceQuestion[]> {
  return listWaitingQuestions(tx, sql`and q.group_id = ${groupId}`)
}

/** Questions that wait for a lead, on open groups. */
export async function listAdviceQuestions(tx: ReadTx, leadId: Id): Promise<AdviceQuestion[]> {
  return listWaitingQuestions(tx, sql`and q.lead_id = ${leadId}`)
}

/** The latest of each group and lead that asks, and on which the lead has written nothing since. */
async function listWaitingQuestions(tx: ReadTx, which: RawBuilder<unknown>): Promise<AdviceQuestion[]> {
  const o = tx.organisationId
  const { rows } = await sql<Omit<AdviceQuestion, 'askedAt' | 'cover'> & { askedAt: Date; cover: string }>`
    select last.group_id, g.name as group_name, g.subject, g.cover, last.lead_id, lead.name as lead_name, asker.name as asked_by_name, last.asked_at
    from (
      select distinct on (q.group_id, q.lead_id) q.group_id, q.lead_id, q.is_asked, q.asked_by, q.asked_at
      from advice_questions q where q.organisation_id = ${o} ${which}
      order by q.group_id, q.lead_id, q.asked_at desc, q.id desc
    ) last
    join groups g on g.organisation_id = ${o} and g.id = last.group_id and g.closed_at is null
    join people lead on lead.organisation_id = ${o} and lead.id = last.lead_id
    join people asker on asker.organisation_id = ${o} and asker.id = last.asked_by
    where last.is_asked and not exists (
      select from advice a where a.organisation_id = ${o} and a.group_id = last.group_id and a.written_by = last.lead_id and a.written_at >= last.asked_at
    )
    order by last.asked_at, g.name`.execute(tx.db)
  return rows.map((row) => ({ ...row, cover: row.cover as Cover, askedAt: moment(row.askedAt) }))
}

/** Whether a lead was asked about a group, answered or not: what they have said they may change. */
export async function isAskedOn(tx: ReadTx, groupId: Id, leadId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('adviceQuestions')
    .select('isAsked')
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('leadId', '=', leadId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.isAsked === true
}
