// Promises: what a day's pages ask takes at most twice its best single statement, over a school year of a trust of 2,000 learners.
import { type Measured, median, withinRatio } from './promise.ts'
import { deviceOf } from './school.ts'
import { type Trust, trust } from './trust.ts'

const rounds = 41
const warmUp = 30

interface Page {
  readonly query: string
  readonly input: (trust: Trust) => unknown
  /** The best single statement known for what the page needs. */
  readonly statement: string
  readonly values: (trust: Trust) => readonly unknown[]
}

const first = ({ school }: Trust) => school.learnerIds[0] ?? ''

const stands = `not exists (select from observation_withdrawals gone where gone.organisation_id = $1 and gone.observation_id = o.id)
  and not exists (select from learner_observations newer where newer.organisation_id = $1 and newer.corrects_id = o.id)`

const own = `select group_id from group_staff where organisation_id = $1 and person_id = $2 and session_id is null and from_on <= current_date and until_on is null`

const pages = {
  today: {
    query: 'today.mine',
    input: () => ({}),
    statement: `with own as materialized (${own}), open as materialized (
        select s.* from own join sessions s on s.organisation_id = $1 and s.group_id = own.group_id and s.started_at >= current_date and s.started_at < current_date + 8)
      select
      (select json_agg(json_build_object('session', to_json(open), 'group', to_json(g), 'taker', taker.person_id,
          'brief', (select json_agg(part) from brief_entries e where e.organisation_id = $1 and e.session_id = open.id and not e.is_gone
            and not exists (select from brief_entries newer where newer.organisation_id = $1 and newer.replaces_id = e.id)),
          'steps', (select json_agg(step order by taken_at, t.id) from brief_steps t where t.organisation_id = $1 and t.session_id = open.id)))
        from open join groups g on g.organisation_id = $1 and g.id = open.group_id
        left join group_staff taker on taker.organisation_id = $1 and taker.session_id = open.id) as sessions,
      (select json_agg(to_json(w)) from weekly_times w where organisation_id = $1 and group_id in (select group_id from own)) as times,
      (select json_agg(to_json(d)) from term_dates d where organisation_id = $1) as dates,
      (select json_agg(to_json(a)) from agreements a where organisation_id = $1 and group_id in (select group_id from own)) as agreements,
      (select json_agg(json_build_object('handover', h.id, 'decision', d.decision, 'by', p.name)) from handovers h
        join handover_decisions d on d.organisation_id = $1 and d.handover_id = h.id and d.decided_at >= now() - interval '7 days'
        join people p on p.organisation_id = $1 and p.id = d.decided_by
        where h.organisation_id = $1 and h.sent_by = $2 and h.sent_at >= now() - interval '28 days') as decisions`,
    values: ({ school }) => [school.organisationId, school.practitioners[0]?.personId],
  },
  brief: {
    query: 'brief.forSession',
    input: ({ sessionId, school }) => ({ sessionId, groupId: school.groupId }),
    statement: `select
      (select json_agg(to_json(e) order by written_at, id) from brief_entries e where organisation_id = $1 and session_id = $2) as entries,
      (select json_agg(to_json(e) order by written_at, id) from (select * from brief_entries where organisation_id = $1 and group_id = $3 and session_id <> $2
        order by written_at desc limit 80) e) as earlier,
      (select json_agg(to_json(n)) from brief_learner_notes n where organisation_id = $1 and session_id = $2) as notes,
      (select json_agg(to_json(t) order by taken_at) from brief_steps t where organisation_id = $1 and session_id = $2) as steps,
      (select json_agg(to_json(l)) from group_members m join learners l on l.organisation_id = $1 and l.id = m.learner_id
        where m.organisation_id = $1 and m.group_id = $3) as learners,
      (select json_agg(json_build_object('goal', to_json(g), 'criteria',
        (select json_agg(to_json(c) order by position) from success_criteria c where c.organisation_id = $1 and c.goal_id = g.id)))
        from learning_goals g where organisation_id = $1 and group_id = $3 and closed_at is null) as goals`,
    values: ({ school, sessionId }) => [school.organisationId, sessionId, school.groupId],
  },
  'learner-page': {
    query: 'learnerObservation.forLearner',
    input: (one) => ({ learnerId: first(one) }),
    statement: `select
      (select to_json(l) from learners l where organisation_id = $1 and id = $2) as learner,
      (select json_agg(to_json(o) order by observed_at desc, id desc) from learner_observations o where organisation_id = $1 and learner_id = $2 and ${stands}) as observations,
      (select json_agg(json_build_object('goal', to_json(g), 'criteria',
        (select json_agg(to_json(c) order by position) from success_criteria c where c.organisation_id = $1 and c.goal_id = g.id)))
        from learning_goals g where organisation_id = $1 and (learner_id = $2 or group_id in (select group_id from group_members where organisation_id = $1 and learner_id = $2))) as goals,
      (select json_agg(to_json(found)) from (
        select c.id as criterion_id, judged.* from success_criteria c join learning_goals g on g.organisation_id = $1 and g.id = c.goal_id
        join group_members m on m.organisation_id = $1 and m.group_id = g.group_id and m.learner_id = $2
        cross join unnest(array['seen', 'heard', 'work_sample', 'self_report', 'peer_report']) source (name) cross join lateral (
          select o.id, o.source, o.response, o.help_level, o.observed_at from learner_observations o
          where o.organisation_id = $1 and o.learner_id = $2 and o.criterion_id = c.id and o.source = source.name and o.response is not null and ${stands}
            and (o.help_level is not null or o.source = 'self_report')
          order by o.observed_at desc, o.id desc limit 1
        ) judged where c.organisation_id = $1
      ) found) as cells`,
    values: (one) => [one.school.organisationId, first(one)],
  },
  'handover-draft': {
    query: 'handover.draft',
    input: ({ sessionId, school }) => ({ sessionId, groupId: school.groupId }),
    statement: `select
      (select json_agg(json_build_object('id', l.id, 'name', l.given_name)) from group_members m join learners l on l.organisation_id = $1 and l.id = m.learner_id
        where m.organisation_id = $1 and m.group_id = $3) as learners,
      (select json_agg(to_json(noted)) from (select o.id, o.learner_id, o.criterion_id, o.help_level, o.response, o.participation, o.child_words, o.source, o.observed_at, c.short_name
        from learner_observations o left join success_criteria c on c.organisation_id = $1 and c.id = o.criterion_id
        where o.organisation_id = $1 and o.session_id = $2 and ${stands}) noted) as moments`,
    values: ({ school, sessionId }) => [school.organisationId, sessionId, school.groupId],
  },
} as const satisfies Readonly<Record<string, Page>>

export type YearPage = keyof typeof pages

/** The page through HTTP and its statement, in turn, so that a slow moment of the machine meets both. */
export async function measureYearPage(name: YearPage): Promise<readonly Measured[]> {
  const one = await trust()
  const { running, school } = one
  const [practitioner] = school.practitioners
  if (practitioner === undefined) throw new Error('the trust has no practitioner')
  const { query, input, statement, values }: Page = pages[name]
  const device = deviceOf(running, school, practitioner)
  const through: number[] = []
  const alone: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const began = performance.now()
    await school.database.query(statement, [...values(one)])
    const between = performance.now()
    const answer = await device.query(query, input(one))
    const ended = performance.now()
    if (answer.status !== 200) throw new Error(`${query}: ${answer.text}`)
    if (round < 0) continue
    alone.push(between - began)
    through.push(ended - between)
  }
  device.close()
  const promise = `${name}: ${query} through HTTP over 540,000 observations, median ms (floor: its best single statement)`
  return [withinRatio(promise, median(through), median(alone), 2)]
}
