// Holds the migrated database to the rules of record 4: each rule finds nothing in it, and finds the bad table that is planted.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseFaults, databaseRules, type Known } from '../testing/database-rules.ts'
import { cloneTemplate, dropDatabase } from '../testing/scratch-database.ts'
import { sharedTables } from './shared-tables.ts'

const witnessWords = 'a witness’s name and words; the row stays, since what was observed rests on it'

const known: Known = {
  shared: sharedTables,
  grants: {
    'delete public.photos': 'a photo that no observation ever named goes; its policy holds every other',
    'delete public.upload_copies': 'a file that is purged is named by nothing any more; its tombstone stays',
    'delete auth.sessions': 'signing out ends sessions; they are no record of anything',
    'delete public.witness_contacts': 'an address and a number of somebody outside are kept no longer than the witness is one',
    'delete public.witness_traces': 'hashes for comparing, kept no longer than the witness is one',
  },
  unerased: {
    'public.access_log': 'who looked at whom stays provable; it holds an id and no word about the learner',
    'public.erasures': 'the list of erasures itself, replayed after a restore',
    'public.event_learners': 'ids that say which contents were erased, so that the seal can be verified',
  },
  emptied: Object.fromEntries(
    [
      ...['details.name', 'details.position', 'details.relationship', 'details.qualifications'],
      ...['signatures.signed_name', 'signatures.content_hash', 'inductions.what', 'disapprovals.reason', 'ends.reason'],
      ...['approvals.knows_units', 'approvals.is_competent', 'approvals.third_words'],
    ].map((column) => [`public.witness_${column}`, witnessWords]),
  ),
}

let connection: string
let client: pg.Client

beforeAll(async () => {
  connection = await cloneTemplate()
  client = new pg.Client({ connectionString: connection })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await dropDatabase(connection)
})

const table = (name: string, more = '') =>
  `create table public.${name} (organisation_id uuid not null, id uuid not null, primary key (organisation_id, id)${more === '' ? '' : `, ${more}`});
   comment on table public.${name} is 'A table that was planted for this test.';`
const good = `${table('planted')} select evident.protect('planted', 'select, insert');`

/** Per rule: what breaks it, and what is then said. */
const planted: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'every table says what it is for': [[`${good} comment on table public.planted is null`, 'public.planted']],
  'shared tables are in the one list, which names nothing else': [['drop table public.outcome_links', 'public.outcome_links']],
  'a shared table holds nothing of a learner': [['alter table public.organisations add learner_id uuid', 'public.organisations']],
  'a tenant table belongs to an organisation': [
    ['create table public.planted (id uuid primary key)', 'public.planted'],
    ['create table public.planted (organisation_id text not null)', 'public.planted'],
    ['create table auth.planted (organisation_id uuid)', 'auth.planted'],
  ],
  'row-level security is on, for the owner too': [
    [table('planted'), 'public.planted'],
    [`${good} alter table public.planted no force row level security`, 'public.planted'],
  ],
  'a policy shows the entered organisation’s rows and no others, to our two roles': [
    [`${good} create policy all_rows on public.planted for select to evident_app using (true)`, 'public.planted all_rows'],
    [`${good} create policy anyone on public.planted for select using (organisation_id = evident.organisation())`, 'public.planted anyone'],
    [
      `${good} create policy late on public.planted for update to evident_app using (organisation_id = evident.organisation()) with check (true)`,
      'late',
    ],
  ],
  'what the application may do has a policy': [
    [`${good} grant update (id) on public.planted to evident_app`, 'public.planted update by evident_app'],
    [`${good} grant truncate on public.planted to evident_app`, 'public.planted truncate by evident_app'],
  ],
  'every tenant table can be read by the application': [[table('planted'), 'public.planted']],
  'the application reads and adds; more only with a reason': [
    [`${table('planted')} select evident.protect('planted', 'select, delete')`, 'public.planted delete'],
    [`${good} grant update on public.planted to evident_app`, 'public.planted update'],
    [`${good} grant truncate on public.planted to evident_app`, 'public.planted truncate'],
  ],
  'a reason for a grant is one that is needed': [['revoke delete on auth.sessions from evident_app', 'delete auth.sessions']],
  'no row moves to another organisation': [[`${good} grant update (organisation_id) on public.planted to evident_app`, 'public.planted']],
  'nobody else has a right to a table': [
    [`${good} grant select on public.planted to public`, 'public.planted select by public'],
    [`${good} grant update on public.planted to evident_eraser`, 'public.planted update by the eraser'],
    [`${good} grant update (id) on public.planted to evident_eraser`, 'public.planted update by the eraser'],
  ],
  'a reason for emptying is one that is needed': [
    ['revoke update (what) on public.witness_inductions from evident_eraser', 'public.witness_inductions.what'],
  ],
  'every key begins with organisation_id': [
    ['create table public.planted (organisation_id uuid not null, id uuid primary key)', 'PRIMARY KEY (id)'],
    ['create table public.planted (organisation_id uuid not null)', 'no primary key'],
    [table('planted', 'unique (id, organisation_id)'), 'UNIQUE (id, organisation_id)'],
    [`${good} create unique index planted_id on public.planted (id)`, 'planted_id'],
    [`${good} create unique index planted_text on public.planted (lower(id::text))`, 'planted_text'],
  ],
  'a key to a tenant table begins with organisation_id on both sides': [
    [
      `${table('target', 'unique (id)')} ${table('planted', 'foreign key (id) references public.target (id)')}`,
      'public.planted FOREIGN KEY',
    ],
  ],
  'no shared table points at a tenant table': [
    ['alter table public.memberships add foreign key (organisation_id, person_id) references public.people', 'public.memberships'],
  ],
  'no key sets null or cascades from one tenant table to another': [
    [`${table('planted', 'foreign key (organisation_id, id) references public.people on delete set null')}`, 'SET NULL'],
    [`${table('planted', 'foreign key (organisation_id, id) references public.people on delete cascade')}`, 'CASCADE'],
    [`${table('planted', 'foreign key (organisation_id, id) references public.people on update cascade')}`, 'ON UPDATE CASCADE'],
  ],
  'no constraint waits until the end': [[table('planted', 'unique (organisation_id) deferrable initially deferred'), 'DEFERRABLE']],
  'no triggers and no rules': [
    [
      `${good} create function public.f() returns trigger language plpgsql as 'begin return new; end';
       create trigger planted_trigger before insert on public.planted for each row execute function public.f()`,
      'planted_trigger',
    ],
    [`${good} create rule planted_rule as on delete to public.planted do instead nothing`, 'planted_rule'],
  ],
  'no function runs with its owner’s rights': [
    ["create function evident.f() returns int language sql security definer as 'select 1'", 'f'],
  ],
  'no sequences, views or materialised views': [
    [`${good} alter table public.planted add number serial`, 'planted_number_seq'],
    ['create view public.everyone as select * from public.people', 'public.everyone'],
    ['create materialized view public.kept as select * from public.people', 'public.kept'],
  ],
  'what names a learner can be erased': [
    [`${good} alter table public.planted add learner_id uuid`, 'public.planted delete'],
    [`${good} alter table public.planted add learner_id uuid; grant delete on public.planted to evident_eraser`, 'public.planted select'],
  ],
  'a reason for not erasing is one that is needed': [],
  'our roles stay under row-level security': [
    [
      `${good} grant create on schema public to evident_app; alter table public.planted owner to evident_app`,
      'evident_app owns public.planted',
    ],
  ],
}

describe('the database', () => {
  it.each(databaseRules)('$name', async (rule) => {
    expect(await databaseFaults(client, [rule], known)).toEqual([])
  })
})

describe('a planted fault', () => {
  const cases = databaseRules.flatMap((rule) =>
    (planted[rule.name] ?? [['', 'a plant']]).map(([sql, found]) => ({ rule, name: rule.name, sql, found })),
  )
  it.each(cases)('is found: $name ($found)', async ({ rule, sql, found }) => {
    await client.query('begin')
    try {
      await client.query(sql)
      expect((await databaseFaults(client, [rule], known)).join('\n')).toContain(found)
    } finally {
      await client.query('rollback')
    }
  })

  it('is found: a reason for not erasing that nothing needs', async () => {
    const faults = await databaseFaults(client, databaseRules, {
      ...known,
      unerased: { ...known.unerased, 'public.people': 'names nobody' },
    })
    expect(faults).toEqual(['a reason for not erasing is one that is needed: public.people'])
  })
})
