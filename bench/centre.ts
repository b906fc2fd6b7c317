// A centre to measure on: a candidate with five units of 120 leaves and 400 items of evidence, and what belongs to them; made past the screens.
import pg from 'pg'
import { newId } from '../src/core/ids.ts'
import type { Running } from './running.ts'
import { type Member, setUp, signIn } from './school.ts'

export interface Centre {
  readonly organisationId: string
  readonly candidate: Member
  /** The five units, in their order. */
  readonly registrationIds: readonly string[]
  /** A sixth one, of a candidate who has nothing yet. */
  readonly emptyRegistrationId: string
  readonly database: pg.Client
}

/** Sets up a centre over HTTP with the set-up code, then fills it by SQL. Whoever set it up is the assessor of all units. */
export async function makeCentre(running: Running): Promise<Centre> {
  const organisationId = newId()
  const assessorId = await setUp(running, { organisationId, kind: 'centre', name: 'Northgate College' })
  const database = new pg.Client({ connectionString: running.connection })
  await database.connect()
  const [candidateId, newcomerId] = [newId(), newId()]
  const names: Readonly<Record<string, string>> = {
    ':o': organisationId,
    ':candidate': candidateId,
    ':assessor': assessorId,
    ':newcomer': newcomerId,
    ':plan': newId(),
  }
  const run = (statement: string) =>
    database.query<{ id: string }>(statement.replace(/:(?:o|candidate|assessor|newcomer|plan)\b/g, (word) => `'${names[word]}'::uuid`))
  for (const statement of [...standards, ...people, ...evidence, ...witnesses, ...decisions]) await run(statement)
  const { rows } = await run('select id from t_unit order by u')
  const registrationIds = rows.map(({ id }) => id)
  await database.query(`insert into plan_versions values ($1, $2, 1, $3, repeat('a', 64), $4, now())`, [
    organisationId,
    names[':plan'],
    JSON.stringify({ assessorId, ...planFor(registrationIds, (await run('select id from t_witness')).rows) }),
    assessorId,
  ])
  for (const statement of plan) await run(statement)
  await database.query('vacuum analyze')
  await database.query('checkpoint')
  const empty = await run('select id from registrations where candidate_id = :newcomer')
  const [candidate] = await signIn(running, database, [candidateId])
  if (candidate === undefined) throw new Error('the centre has no candidate')
  return { organisationId, candidate, registrationIds, emptyRegistrationId: empty.rows[0]?.id ?? '', database }
}

/** Five packs of 6 outcomes × 10 criteria × 2 leaves. Every third leaf is knowledge alone, every third observed alone. */
const standards = [
  "create temp table t_pack as select u, 'bench-' || u as code from generate_series(1, 5) u",
  `insert into standard_packs (code, version, awarding_body, qualification, unit_number, unit_reference, title, level, credits, expert_witness_counts_as_observation)
   select code, 1, 'Awarding body', 'Qualification', '90' || u, 'A/900/000' || u, 'Unit ' || u || ' of the benchmark', 3, 4, 'yes' from t_pack`,
  `insert into half_methods select code, 1, rule.half, rule.method, rule.method = 'WT' from t_pack, (values ('observed', 'O'), ('observed', 'WT'),
   ('knowledge', 'A'), ('knowledge', 'Q'), ('knowledge', 'PD'), ('knowledge', 'RA')) rule (half, method)`,
  `insert into unit_outcomes select code, 1, n, 'Use assessment to move learning on' from t_pack, generate_series(1, 6) n`,
  `insert into assessment_criteria select code, 1, n || '.' || c, n, 'Give feedback that helps', n * 10 + c from t_pack, generate_series(1, 6) n, generate_series(1, 10) c`,
  `insert into criterion_leaves (pack_code, pack_version, code, criterion_code, label, description, must_be_observed, needs_knowledge, position, verb)
   select code, 1, n || '.' || c || l, n || '.' || c, 'Feedback on the task', 'Give feedback on the task that a learner can act on at once', (n * 10 + c) % 3 <> 0,
     (n * 10 + c) % 3 <> 1, (n * 10 + c) * 2 + ascii(l) - 97, 'provide' from t_pack, generate_series(1, 6) n, generate_series(1, 10) c, unnest(array['a', 'b']) l`,
  `create temp table t_leaf as select u, l.code, must_be_observed, needs_knowledge, (row_number() over (partition by u order by position))::int - 1 as n
   from criterion_leaves l join t_pack p on p.code = l.pack_code`,
]

const people = [
  `insert into people (organisation_id, id, name, email, created_at) values (:o, :candidate, 'Dawn Okafor', 'dawn@example.org', now()),
   (:o, :newcomer, 'Kofi Mensah', 'kofi@example.org', now())`,
  `insert into role_holdings (organisation_id, id, person_id, role, from_on, granted_by, granted_at) values
   (:o, gen_random_uuid(), :candidate, 'candidate', '2026-01-01', :assessor, now()), (:o, gen_random_uuid(), :newcomer, 'candidate', '2026-01-01', :assessor, now()),
   (:o, gen_random_uuid(), :assessor, 'assessor', '2026-01-01', :assessor, now())`,
  'create temp table t_unit as select u, code, gen_random_uuid() as id from t_pack',
  `insert into registrations (organisation_id, id, candidate_id, candidate_number, assessor_id, pack_code, pack_version, registered_on, registered_by, registered_at)
   select :o, id, :candidate, '4471', :assessor, code, 1, date '2026-01-01' + u, :assessor, now() from t_unit
   union all select :o, gen_random_uuid(), :newcomer, '4472', :assessor, 'bench-1', 1, '2026-09-14', :assessor, now()`,
]

/** Each item claims six leaves in each of two units: 4,800 claims. Every fifth item has two versions, and every other record was seen in place. */
const evidence = [
  `create temp table t_item as select n, gen_random_uuid() as id, (array['O', 'Q', 'A', 'PE', 'WT', 'PD', 'RA', 'O', 'O', 'PE'])[1 + n % 10] as method,
   now() - (400 - n) * interval '1 hour' as at from generate_series(0, 399) n`,
  `insert into evidence_items (organisation_id, id, candidate_id, method, number, added_by, added_at)
   select :o, id, :candidate, method, row_number() over (partition by method order by n), :candidate, at from t_item`,
  `insert into evidence_versions (organisation_id, evidence_id, version, title, occurred_on, record, content_hash, written_by, written_at)
   select :o, id, v, 'Lesson on equal fractions ' || n, at::date,
     json_build_object('method', 'PE', 'howProduced', repeat('Kept in the school record. ', 40), 'place', 'Class 4H', 'note', '')::text,
     encode(sha256(convert_to(id || '-' || v, 'UTF8')), 'hex'), :candidate, at from t_item, generate_series(1, 2) v where v = 1 or n % 5 = 0`,
  `insert into evidence_sightings (organisation_id, id, evidence_id, seen_where, seen_on, seen_by, recorded_at)
   select :o, gen_random_uuid(), id, 'Class 4H', at::date, :assessor, at from t_item where method = 'PE' and n % 4 < 2`,
  `create temp table t_claim as select i.id as evidence_id, i.n, i.method, l.u, l.code, t.id as registration_id
   from t_item i cross join unnest(array[1 + i.n % 5, 1 + (i.n + 2) % 5]) as of (u) cross join generate_series(0, 5) k
   join t_leaf l on l.u = of.u and l.n = (i.n * 7 + k * 19) % 120 join t_unit t on t.u = of.u`,
  `insert into evidence_claims (organisation_id, registration_id, evidence_id, leaf_code, claimed_by, claimed_at)
   select :o, registration_id, evidence_id, code, :candidate, now() from t_claim`,
]

/** Two expert witnesses, who signed every statement that there is, and a plan for all units that names both. */
const witnesses = [
  'create temp table t_witness as select gen_random_uuid() as id, gen_random_uuid() as details_id, gen_random_uuid() as link_id, n from generate_series(0, 1) n',
  'insert into witnesses select :o, id, :candidate, :assessor, now() from t_witness',
  `insert into witness_details select :o, details_id, id, 1, 'Priya Nair', 'Teacher', 'Teacher', true, 'Colleague', 'Teacher', :assessor, now() - interval '90 days' from t_witness`,
  `insert into witness_approvals select :o, gen_random_uuid(), id, details_id, 'Knows them', 'Teaches', 'evaluates_practice', 'Appraises', :assessor, now() - interval '80 days' from t_witness`,
  `insert into witness_links (organisation_id, id, witness_id, purpose, token_hash, code_hash, made_by, made_at, expires_at)
   select :o, link_id, id, 'testimony', sha256(convert_to(id::text, 'UTF8')), sha256('1'), :assessor, now(), now() from t_witness`,
  `create temp table t_signed as select i.id as evidence_id, i.at, w.id as witness_id, w.link_id, gen_random_uuid() as request_id
   from t_item i join t_witness w on w.n = (i.n / 10) % 2 where i.method = 'WT'`,
  `insert into testimony_requests select :o, request_id, witness_id, :candidate, 'Peer assessment', :assessor, at from t_signed`,
  'insert into testimony_request_leaves select :o, request_id, registration_id, code from t_signed join t_claim using (evidence_id)',
  `insert into testimonies select :o, gen_random_uuid(), request_id, evidence_id, link_id, 'Priya Nair', 'Teacher', sha256('1'), at from t_signed`,
  'insert into plans values (:o, :plan, :candidate, :assessor, now())',
]

const plan = [
  'insert into plan_units select :o, :plan, 1, id from t_unit',
  `insert into plan_signatures select :o, gen_random_uuid(), :plan, repeat('a', 64), part, person, 'Signed', now()
   from (values ('candidate', :candidate), ('assessor', :assessor)) signer (part, person)`,
]

function planFor(registrationIds: readonly string[], named: readonly { readonly id: string }[]) {
  const nothing = { site: '', activity: '', needs: '', resources: '', risk: '', adjustments: '', teacherTold: '', bring: '' }
  return {
    registrationIds,
    meeting: { on: null, how: 'video', minutes: null },
    visit: { on: null, startTime: null, endTime: null, learners: null, ...nothing },
    moments: [],
    forecast: [],
    otherWays: [],
    witnesses: named.map(({ id }) => ({ witnessId: id, name: 'Priya Nair', sees: 'Peer assessment' })),
    permissions: { school: 'told', adults: 'told', visitorRule: '', on: null },
    confidentiality: '',
  }
}

/** Of every three halves one is met, one was first asked for more and then met, one waits; each decision rests on two items. */
const decisions = [
  `create temp table t_half as select t.id as registration_id, l.code, half, (row_number() over (partition by l.u order by l.n, half))::int as n
   from t_leaf l join t_unit t using (u) cross join unnest(array['observed', 'knowledge']) half
   where (half = 'observed' and must_be_observed) or (half = 'knowledge' and needs_knowledge)`,
  `create temp table t_decision as select gen_random_uuid() as id, gen_random_uuid() as assessment_id, h.*, r,
     (row_number() over (partition by registration_id order by r, h.n))::int as number from t_half h cross join generate_series(1, 2) r where n % 3 = 0 and r = 1 or n % 3 = 1`,
  `insert into assessments select :o, assessment_id, registration_id, '[]', false, :assessor, now() from t_decision`,
  `insert into decisions (organisation_id, id, registration_id, number, leaf_code, half, outcome, reason, action, action_by, decided_by, decided_at, assessment_id)
   select :o, id, registration_id, number, code, half, outcome, case when outcome <> 'met' then 'Say what she answered' end, case when outcome <> 'met' then 'Add it' end,
     case when outcome <> 'met' then current_date + 7 end, :assessor, now() - (3 - r) * interval '1 day', assessment_id
   from (select *, case when n % 3 = 1 and r = 1 then 'more_evidence_needed' else 'met' end as outcome from t_decision) made`,
  `insert into decision_evidence select :o, d.id, c.evidence_id, v.content_hash from t_decision d
   cross join lateral (select evidence_id from t_claim c where c.registration_id = d.registration_id and c.code = d.code and c.method <> 'PE'
     order by (c.method in ('O', 'WT')) = (d.half = 'observed') desc, c.n limit 2) c
   cross join lateral (select content_hash from evidence_versions where organisation_id = :o and evidence_id = c.evidence_id order by version desc limit 1) v`,
  `insert into decision_counters select :o, registration_id, max(number) from t_decision group by registration_id`,
]
