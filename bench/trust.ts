// A school year of a trust to measure on: 2,000 learners in 67 groups, 540,000 observations, and what belongs to them.

import { discard, newDataFolder, type Running, startProgram } from './running.ts'
import { makeSchool, type School } from './school.ts'

export interface Trust {
  readonly running: Running
  /** Its first group is the one that is measured: a class of thirty with forty success criteria. */
  readonly school: School
  /** The group's last session. */
  readonly sessionId: string
}

const days = 190

let made: Promise<Trust> | undefined
let running: Running | undefined
let school: School | undefined

/** Made once for all benchmarks of a run. */
export function trust(): Promise<Trust> {
  made ??= makeTrust()
  return made
}

export async function closeTrust(): Promise<void> {
  await school?.database.end()
  if (running !== undefined) await discard(running)
}

async function makeTrust(): Promise<Trust> {
  running = await startProgram(newDataFolder())
  school = await makeSchool(running, { learners: 30, criteria: 40, practitioners: 1 })
  const { database, organisationId } = school
  const run = (statement: string) => database.query(statement.replaceAll(':o', `'${organisationId}'`))
  for (const statement of [...people, ...lessons, ...notes, ...around]) await run(statement)
  await database.query('vacuum analyze')
  // What was written goes to the disk before anything is measured.
  await database.query('checkpoint')
  const { rows } = await database.query<{ id: string }>('select id from t_session where g = 0 and d = 0')
  return { running, school, sessionId: rows[0]?.id ?? '' }
}

/** The measured group is number 0, and day 0 is today. */
const people = [
  'create temp table t_person as select person_id from group_staff where organisation_id = :o limit 1',
  'create temp table t_group as select id, 0 as g from groups where organisation_id = :o',
  'insert into t_group select gen_random_uuid(), g from generate_series(1, 66) g',
  `insert into groups (organisation_id, id, name, subject, cover, kind, created_by, created_at)
   select :o, t.id, 'Class ' || g, 'Mathematics', 'sky', 'class', person_id, now() from t_group t, t_person p where g > 0`,
  `insert into group_staff (organisation_id, id, group_id, person_id, part, from_on)
   select :o, gen_random_uuid(), t.id, person_id, 'practitioner', '2025-09-01' from t_group t, t_person p where g between 1 and 3`,
  'create temp table t_learner as select id, (row_number() over ())::int - 1 as n, 0 as g from learners where organisation_id = :o',
  'insert into t_learner select gen_random_uuid(), n, n / 30 from generate_series(30, 1999) n',
  `insert into learners (organisation_id, id, given_name, family_initial, what_helps, created_by, created_at)
   select :o, t.id, 'Learner', chr(65 + n % 26), 'Step cards', person_id, now() from t_learner t, t_person p where g > 0`,
  `insert into group_members (organisation_id, id, group_id, learner_id, from_on)
   select :o, gen_random_uuid(), t.id, l.id, '2025-09-01' from t_learner l join t_group t using (g) where g > 0`,
]

const lessons = [
  'create temp table t_goal as select gen_random_uuid() as id, g, c from t_group, generate_series(0, 9) c where g > 0',
  `insert into learning_goals (organisation_id, id, group_id, wording, set_by, set_at)
   select :o, t.id, s.id, 'Families of equal fractions', person_id, now() from t_goal t join t_group s using (g), t_person p`,
  `insert into success_criteria (organisation_id, id, goal_id, short_name, child_text, kind, position)
   select :o, gen_random_uuid(), id, 'Explain', 'I can explain', 'must', n from t_goal, generate_series(1, 4) n`,
  `create temp table t_criterion as select c.id, c.goal_id, s.g, (row_number() over (partition by s.g order by c.id))::int - 1 as c
   from success_criteria c join learning_goals l on l.organisation_id = :o and l.id = c.goal_id join t_group s on s.id = l.group_id where c.organisation_id = :o`,
  `create temp table t_session as select gen_random_uuid() as id, t.id as group_id, g, d, date_trunc('hour', now()) - d * interval '1 day' - interval '1 hour' as at
   from t_group t, generate_series(0, ${days - 1}) d`,
  `insert into sessions (organisation_id, id, group_id, started_by, started_at, recorded_at) select :o, t.id, group_id, person_id, at, at from t_session t, t_person p`,
  `insert into weekly_times (organisation_id, id, tail, group_id, weekday, start_time, end_time, from_on, set_by, set_at)
   select :o, id, right(id::text, 22), group_id, weekday, '10:45', '11:45', current_date - 200, person_id, now()
   from (select gen_random_uuid() as id, t.id as group_id, weekday from t_group t, generate_series(1, 5) weekday) each, t_person p`,
  `insert into term_dates (organisation_id, id, kind, name, from_on, until_on, set_by, set_at)
   select :o, gen_random_uuid(), 'term', 'Year', current_date - 300, current_date + 60, person_id, now() from t_person p`,
]

const notes = [
  `insert into learner_observations (organisation_id, id, learner_id, group_id, session_id, goal_id, criterion_id, help_level, response, participation, child_words, source,
     technique, observed_at, recorded_by, recorded_at)
   select :o, gen_random_uuid(), l.id, s.group_id, s.id, c.goal_id, c.id, (array['self', 'prompt', 'clue', 'model'])[1 + i % 4],
     (array['secure', 'nearly', 'not_yet'])[1 + (i / 7) % 3], (array['watching', 'joining', 'contributing', 'leading'])[1 + (i / 5) % 4],
     case when i % 6 = 0 then 'They are the same size' end, (array['seen', 'heard', 'work_sample'])[1 + (i / 3) % 3],
     (array['whiteboards', 'hinge_question', null])[1 + (i / 11) % 3], s.at + (i % 50) * interval '1 minute', person_id, now()
   from (select n as i from generate_series(0, 539999) n) each join t_learner l on l.n = i % 2000 join t_session s on s.g = l.g and s.d = (i / 2000) % ${days}
     join t_criterion c on c.g = l.g and c.c = (i / 2000) % 40, t_person p`,
  `create temp table t_noted as select id, learner_id, group_id, session_id, goal_id, criterion_id, observed_at, row_number() over (partition by learner_id order by observed_at) as n
   from learner_observations where organisation_id = :o`,
  `insert into observation_withdrawals (organisation_id, id, observation_id, learner_id, withdrawn_by, withdrawn_at)
   select :o, gen_random_uuid(), t.id, learner_id, person_id, now() from t_noted t, t_person p where n % 50 = 7`,
  'create temp table t_feedback as select gen_random_uuid() as id, t.* from (select id as observation_id, learner_id, group_id, session_id, goal_id, criterion_id, observed_at, n from t_noted where n % 10 = 3) t',
  `insert into feedback_given (organisation_id, id, first_id, learner_id, group_id, session_id, goal_id, criterion_id, did_well, next_action, mode, is_private, observed_at,
     recorded_by, recorded_at)
   select :o, t.id, t.id, learner_id, group_id, session_id, goal_id, criterion_id, 'You lined the strips up before you compared them', 'Write one sentence with denominator',
     'spoken', false, observed_at, person_id, now() from t_feedback t, t_person p`,
  `insert into feedback_responses (organisation_id, id, feedback_id, learner_id, session_id, response, observed_at, recorded_by, recorded_at)
   select :o, gen_random_uuid(), t.id, learner_id, session_id, 'said_back', observed_at, person_id, now() from t_feedback t, t_person p where n % 20 = 3`,
  `insert into improvements (organisation_id, id, first_id, learner_id, group_id, session_id, goal_id, criterion_id, feedback_id, second_observation_id, minutes, what_changed,
     observed_at, recorded_by, recorded_at)
   select :o, id, id, learner_id, group_id, session_id, goal_id, criterion_id, feedback_id, observation_id, 5, 'I used the wall', observed_at, person_id, now()
   from (select gen_random_uuid() as id, id as feedback_id, observation_id, learner_id, group_id, session_id, goal_id, criterion_id, observed_at from t_feedback where n % 50 = 3) t, t_person p`,
]

const around = [
  `insert into profile_entries (organisation_id, id, learner_id, section, about, text, voice, written_by, written_at, recorded_at)
   select :o, gen_random_uuid(), t.id, section, '', 'Trains, and how they are built', 'child', person_id, now(), now()
   from t_learner t, unnest(array['interests', 'important', 'helps', 'access']) section, t_person p`,
  `insert into achievements (organisation_id, id, learner_id, words, voice, source, achieved_on, kept_by, kept_at, recorded_at)
   select :o, gen_random_uuid(), t.id, 'I can find an equal fraction', 'child', 'own', current_date - day, person_id, now(), now() from t_learner t, generate_series(1, 10) day, t_person p`,
  `insert into brief_entries (organisation_id, id, session_id, group_id, part, words, source, is_gone, written_by, written_at, recorded_at)
   select :o, gen_random_uuid(), t.id, group_id, part, 'Families of equal fractions', 'teacher', false, person_id, at - interval '1 hour', now()
   from t_session t, unnest(array['objective', 'prior_learning', 'misconceptions', 'vocabulary', 'resources', 'wanted']) part, t_person p`,
  `insert into brief_steps (organisation_id, id, session_id, group_id, step, taken_by, taken_at, recorded_at)
   select :o, gen_random_uuid(), t.id, group_id, step, person_id, at - interval '2 hours', now() from t_session t, unnest(array['asked', 'answered']) step, t_person p`,
  'create temp table t_handover as select gen_random_uuid() as id, id as session_id, group_id, g, d, at from t_session where d > 0',
  `insert into handovers (organisation_id, id, session_id, group_id, suggestion, is_urgent, sent_by, sent_at, recorded_at)
   select :o, t.id, session_id, group_id, 'Start with folding', false, person_id, at, at from t_handover t, t_person p`,
  `insert into handover_lines (organisation_id, id, handover_id, learner_id, heading, wording, position, written_by, recorded_at)
   select :o, gen_random_uuid(), t.id, l.id, 'progress', 'needed a clue on Explain', n % 30, person_id, at from t_handover t join t_learner l using (g), t_person p where (n + d) % 5 = 0`,
  `insert into handover_decisions (organisation_id, id, handover_id, decision, decided_by, decided_at, recorded_at)
   select :o, gen_random_uuid(), t.id, 'regroup', person_id, at, at from t_handover t, t_person p where d % 3 <> 1`,
]
