// Next actions of a group, and those that wait for a person. About learners who are in the group now, or about nobody.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { type Day, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { goesOn } from '../groups/views.ts'
import { shownName } from '../learners/rules.ts'
import type { ActionOwner, NextAction } from './contract.ts'

interface Row {
  readonly id: Id
  readonly sessionId: Id
  readonly sessionStartedAt: Date
  readonly groupId: Id
  readonly groupName: string
  readonly owner: ActionOwner
  readonly learnerId: Id | null
  readonly givenName: string | null
  readonly familyInitial: string | null
  readonly wording: string
  readonly dueOn: Day | null
  readonly personId: Id
  readonly personName: string
  readonly notedAt: Date
  readonly outcome: string | null
  readonly seenSessionId: Id | null
  readonly seenStartedAt: Date | null
}

/** `condition` on the tables `a` (the action) and `latest` (its latest mark). */
async function listWhere(tx: ReadTx, condition: ReturnType<typeof sql>): Promise<NextAction[]> {
  const organisation = tx.organisationId
  const { rows } = await sql<Row>`
    select a.id, a.session_id, s.started_at as session_started_at, a.group_id, g.name as group_name, a.owner, a.learner_id, l.given_name, l.family_initial,
      a.wording, a.due_on, p.id as person_id, p.name as person_name, a.noted_at, latest.outcome, latest.session_id as seen_session_id, seen.started_at as seen_started_at
    from next_actions a
    join sessions s on s.organisation_id = ${organisation} and s.id = a.session_id
    join groups g on g.organisation_id = ${organisation} and g.id = a.group_id
    join people p on p.organisation_id = ${organisation} and p.id = a.noted_by
    left join learners l on l.organisation_id = ${organisation} and l.id = a.learner_id
    left join lateral (
      select outcome, session_id from next_action_marks
      where organisation_id = ${organisation} and action_id = a.id order by recorded_at desc, id desc limit 1
    ) latest on true
    left join sessions seen on seen.organisation_id = ${organisation} and seen.id = latest.session_id
    where a.organisation_id = ${organisation} and latest.outcome is distinct from 'withdrawn' and ${condition}
      and (a.learner_id is null or exists (select from group_members
        where group_members.organisation_id = ${organisation} and group_members.group_id = a.group_id and group_members.learner_id = a.learner_id
          and ${goesOn('groupMembers', tx.now)}))
    order by a.noted_at desc, a.id desc limit 100`.execute(tx.db)
  return rows.map((row) => ({
    ...{ id: row.id, sessionId: row.sessionId, groupId: row.groupId, groupName: row.groupName, owner: row.owner },
    ...{ wording: row.wording, dueOn: row.dueOn, notedBy: { id: row.personId, name: row.personName } },
    sessionStartedAt: moment(row.sessionStartedAt),
    notedAt: moment(row.notedAt),
    learner:
      row.learnerId === null || row.givenName === null
        ? null
        : { id: row.learnerId, name: shownName({ givenName: row.givenName, familyInitial: row.familyInitial }) },
    isDone: row.outcome === 'done',
    seenIn:
      row.seenSessionId === null || row.seenStartedAt === null
        ? null
        : { sessionId: row.seenSessionId, startedAt: moment(row.seenStartedAt) },
  }))
}

export function listActionsOfGroup(tx: ReadTx, groupId: Id): Promise<NextAction[]> {
  return listWhere(tx, sql`a.group_id = ${groupId}`)
}

/** In milliseconds; what is older stays on the group's page. */
const waitsFor = 60 * 24 * 3_600_000

/** Open actions of the last two months that are a person's to do: a teacher's in the groups they teach, a practitioner's in those they support. Learners do their own. */
export function listMyActions(tx: ReadTx, personId: Id): Promise<NextAction[]> {
  return listWhere(
    tx,
    sql`latest.outcome is distinct from 'done' and a.noted_at >= ${new Date(tx.now.getTime() - waitsFor)} and (a.group_id, a.owner) in (
      select group_id, part from group_staff
      where group_staff.organisation_id = ${tx.organisationId} and group_staff.person_id = ${personId} and ${goesOn('groupStaff', tx.now)})`,
  )
}
