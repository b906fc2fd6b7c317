// What one session's handover is drafted from. What was withdrawn or corrected is not in it.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { StaffPart } from '../groups/contract.ts'
import { goesOn } from '../groups/views.ts'
import { shownName } from '../learners/rules.ts'
import { stands } from '../observations/views.ts'
import type { DraftFacts, DraftMoment } from './contract.ts'

export interface LoadedDraft {
  readonly part: StaffPart | undefined
  /** False for a session of another group; true where nobody has begun it yet. */
  readonly isOfGroup: boolean
  readonly facts: DraftFacts
}

interface DraftRow {
  readonly part: StaffPart | null
  readonly sessionGroupId: Id | null
  readonly learners: { id: Id; givenName: string; familyInitial: string | null }[] | null
  readonly criteria: DraftFacts['criteria'] | null
  readonly moments: (Omit<DraftMoment, 'observedAt'> & { observedAt: string })[] | null
}

const order = new Intl.Collator('en-GB')

/** Everything that the query decides on and answers, in one statement: a promise compares the two (`bench/handover-draft`). */
export async function loadDraft(tx: ReadTx, wanted: { groupId: Id; sessionId: Id }, personId: Id): Promise<LoadedDraft> {
  const organisation = tx.organisationId
  const { groupId, sessionId } = wanted
  const { rows } = await sql<DraftRow>`with learner as (
      select l.id, l.given_name, l.family_initial from group_members
      cross join lateral (select * from learners where organisation_id = ${organisation} and id = group_members.learner_id limit 1) l
      where group_members.organisation_id = ${organisation} and group_id = ${groupId} and ${goesOn('groupMembers', tx.now)}
    ), noted as (
      select o.* from learner_observations o
      where o.organisation_id = ${organisation} and o.session_id = ${sessionId} and o.learner_id in (select id from learner) and ${stands(tx, 'o')}
    ), named as (
      select distinct on (misconception_id) misconception_id, wording from misconception_wordings
      where organisation_id = ${organisation} and misconception_id in (select misconception_id from noted)
      order by misconception_id, set_at desc, id desc
    ), open (id) as (
      select id from learning_goals where organisation_id = ${organisation} and closed_at is null and group_id = ${groupId}
      union all select id from learning_goals where organisation_id = ${organisation} and closed_at is null and learner_id in (select id from learner)
    ), criterion as (
      select id, short_name, goal_id, position from success_criteria where organisation_id = ${organisation} and goal_id in (select id from open)
      union select id, short_name, goal_id, position from success_criteria where organisation_id = ${organisation} and id in (select criterion_id from noted)
    )
    select
      (select part from group_staff where organisation_id = ${organisation} and group_id = ${groupId} and person_id = ${personId}
        and ${goesOn('groupStaff', tx.now)} order by part desc limit 1) as part,
      (select group_id from sessions where organisation_id = ${organisation} and id = ${sessionId}) as session_group_id,
      (select json_agg(json_build_object('id', id, 'givenName', given_name, 'familyInitial', family_initial)) from learner) as learners,
      (select json_agg(json_build_object('id', id, 'shortName', short_name) order by goal_id, position) from criterion) as criteria,
      (select json_agg(json_build_object('id', id, 'learnerId', learner_id, 'criterionId', criterion_id, 'helpLevel', help_level, 'response', response,
        'participation', participation, 'childWords', child_words, 'technique', technique,
        'misconception', wording, 'source', source, 'observedAt', observed_at)) from noted left join named using (misconception_id)) as moments`.execute(
    tx.db,
  )
  const [row] = rows
  const learners = (row?.learners ?? []).map(({ id, ...name }) => ({ id, name: shownName(name) }))
  return {
    part: row?.part ?? undefined,
    isOfGroup: row?.sessionGroupId === null || row?.sessionGroupId === groupId,
    facts: {
      learners: learners.sort((a, b) => order.compare(a.name, b.name)),
      criteria: row?.criteria ?? [],
      moments: (row?.moments ?? []).map((one) => ({ ...one, observedAt: moment(new Date(one.observedAt)) })),
    },
  }
}
