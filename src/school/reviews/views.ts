// One's own examples, and how many records of a session show each line of the check.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment, zone } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { listFeedbackOfSession } from '../feedback/views.ts'
import { groupIdsOf, listMembers } from '../groups/views.ts'
import { listImprovementsOfSession } from '../improvements/views.ts'
import { shownName } from '../learners/rules.ts'
import { stands } from '../observations/views.ts'
import type { CheckFacts, LookedExample } from './contract.ts'
import { withoutName } from './rules.ts'

/** A person's own, newest first, at most a hundred. With the name only while they work with the learner. */
export async function listExamples(tx: ReadTx, personId: Id): Promise<LookedExample[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('lookedExamples')
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.id', '=', 'lookedExamples.sessionId').on('sessions.organisationId', '=', organisationId),
    )
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'lookedExamples.groupId').on('groups.organisationId', '=', organisationId))
    .leftJoin('learners', (join) =>
      join.onRef('learners.id', '=', 'lookedExamples.learnerId').on('learners.organisationId', '=', organisationId),
    )
    .leftJoin('lookedExampleWithdrawals as gone', (join) =>
      join.onRef('gone.exampleId', '=', 'lookedExamples.id').on('gone.organisationId', '=', organisationId),
    )
    .select(['lookedExamples.id', 'lookedExamples.sessionId', 'sessions.startedAt', 'groups.name as groupName', 'lookedExamples.learnerId'])
    .select(['learners.givenName', 'learners.familyInitial', 'lookedExamples.wording', 'lookedExamples.keptAt'])
    .where('lookedExamples.organisationId', '=', organisationId)
    .where('lookedExamples.keptBy', '=', personId)
    .where('gone.id', 'is', null)
    .orderBy('lookedExamples.keptAt', 'desc')
    .orderBy('lookedExamples.id', 'desc')
    .limit(100)
    .execute()
  const seen = new Set((await listMembers(tx, await groupIdsOf(tx, personId))).map(({ learnerId }) => learnerId))
  return rows.map(({ learnerId, givenName, familyInitial, startedAt, keptAt, wording, ...row }) => {
    const isSeen = learnerId === null || seen.has(learnerId)
    return {
      ...row,
      sessionStartedAt: moment(startedAt),
      keptAt: moment(keptAt),
      learner:
        learnerId === null || givenName === null || !isSeen ? null : { id: learnerId, name: shownName({ givenName, familyInitial }) },
      wording: isSeen ? wording : null,
      nameless: givenName === null ? wording : withoutName(wording, givenName),
    }
  })
}

/** What stands of a session, counted. A learner's words on a goal count on the day of the session. */
export async function countChecks(tx: ReadTx, { groupId, sessionId }: { groupId: Id; sessionId: Id }): Promise<CheckFacts> {
  const organisation = tx.organisationId
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${sql.lit(zone)})::date`
  const { rows } = await sql<Omit<CheckFacts, 'feedback' | 'improvements'>>`with noted as (
      select o.source from learner_observations o where o.organisation_id = ${organisation} and o.session_id = ${sessionId} and ${stands(tx, 'o')}
    )
    select
      (select count(*)::int from goal_talks t where t.organisation_id = ${organisation} and t.session_id = ${sessionId}
        and not exists (select from goal_talk_withdrawals gone where gone.organisation_id = ${organisation} and gone.talk_id = t.id)) as goal_talks,
      (select count(*)::int from learner_wordings w
        join sessions s on s.organisation_id = ${organisation} and s.id = ${sessionId} and ${day('w.setAt')} = ${day('s.startedAt')}
        join learning_goals g on g.organisation_id = ${organisation} and g.id = w.goal_id
        where w.organisation_id = ${organisation} and (g.group_id = ${groupId} or exists (
          select from group_members m where m.organisation_id = ${organisation} and m.group_id = ${groupId} and m.learner_id = g.learner_id))
        and not exists (select from learner_wording_withdrawals gone where gone.organisation_id = ${organisation} and gone.wording_id = w.id)) as own_words,
      (select count(*)::int from noted where source <> 'self_report') as observations,
      (select count(*)::int from noted where source = 'self_report') as self_reports,
      (select count(*)::int from handovers h join handover_decisions d on d.organisation_id = ${organisation} and d.handover_id = h.id
        where h.organisation_id = ${organisation} and h.session_id = ${sessionId} and d.decision <> 'no_change'
        and not exists (select from handover_withdrawals gone where gone.organisation_id = ${organisation} and gone.record_id in (h.id, d.id)))
      + (select count(*)::int from next_actions a where a.organisation_id = ${organisation} and a.session_id = ${sessionId} and a.owner <> 'learner'
        and not exists (select from next_action_marks gone where gone.organisation_id = ${organisation} and gone.action_id = a.id and gone.outcome = 'withdrawn')) as changes`.execute(
    tx.db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('counting gave no row')
  const feedback = await listFeedbackOfSession(tx, sessionId)
  const improvements = await listImprovementsOfSession(tx, sessionId)
  return { ...row, feedback: feedback.length, improvements: improvements.length }
}

/** Whether a session is of this group; true for one that nobody has begun. */
export async function isSessionOf(tx: ReadTx, sessionId: Id, groupId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sessions')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row === undefined || row.groupId === groupId
}
