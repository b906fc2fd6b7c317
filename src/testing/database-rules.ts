// The rules of the database as questions to its catalogue: each finds what breaks it, in a sentence.
import type { ClientBase } from 'pg'

export interface DatabaseRule {
  readonly name: string
  /** Gives rows of one text, `fault`. It may use the tables of {@link words}. */
  readonly sql: string
}

/** What is known to be so, and why. */
export interface Known {
  /** `schema.table` of tables that belong to no organisation. */
  readonly shared: readonly string[]
  /** `verb schema.table` that the application may do although it is more than reading and adding → reason. */
  readonly grants: Readonly<Record<string, string>>
  /** `schema.table` that names learners and that the eraser leaves alone → reason. */
  readonly unerased: Readonly<Record<string, string>>
  /** `schema.table.column` that the eraser may empty, its row staying → reason. */
  readonly emptied: Readonly<Record<string, string>>
}

/** All faults that the rules find, `rule: fault`. */
export async function databaseFaults(client: ClientBase, rules: readonly DatabaseRule[], known: Known): Promise<readonly string[]> {
  const parameters = [known.shared, ...[known.grants, known.unerased, known.emptied].map(Object.keys)]
  // Names in the catalogue's own words then bear their schema, whatever the connecting role is called.
  await client.query("set search_path = ''")
  const found: string[] = []
  for (const { name, sql } of rules) {
    const { rows } = await client.query<{ fault: string }>(`${words} ${sql} order by 1`, parameters)
    found.push(...rows.map(({ fault }) => `${name}: ${fault}`))
  }
  return found
}

/** Temporary tables that every rule may name: tables, their columns' names by number, keys, grants. Parameters are always all used. */
const words = `
with lists as (select $1::text[] as shared, $2::text[] as granted, $3::text[] as unerased, $4::text[] as emptied),
tables as (
  select c.*, n.nspname || '.' || c.relname as name, (n.nspname || '.' || c.relname) = any (lists.shared) as is_shared
  from lists, pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'),
tenants as (select * from tables where not is_shared),
keys as (
  select k.*, t.name, t.is_shared, target.name as target, target.is_shared as is_target_shared,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(number, position)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number order by position) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(number, position)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number order by position) as target_columns
  from pg_constraint k join tables t on t.oid = k.conrelid left join tables target on target.oid = k.confrelid),
grants as (
  select t.name, t.is_shared, coalesce(r.rolname, 'public') as role, lower(g.privilege_type) as verb, null::text as col
  from tables t cross join aclexplode(t.relacl) g left join pg_roles r on r.oid = g.grantee where g.grantee <> t.relowner
  union all
  select t.name, t.is_shared, coalesce(r.rolname, 'public'), lower(g.privilege_type), a.attname::text
  from tables t join pg_attribute a on a.attrelid = t.oid cross join aclexplode(a.attacl) g left join pg_roles r on r.oid = g.grantee),
learner_tables as (
  select t.* from tables t where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'learner_id' and not a.attisdropped))`

const ownRows = '(organisation_id = evident.organisation())'

/** Own rows, or fewer: `(own rows AND …)`, where an OR would stand in brackets of its own. */
function isOwnRows(column: string): string {
  const text = `pg_get_expr(p.${column}, p.polrelid)`
  return `(p.${column} is null or ${text} = '${ownRows}' or ${text} like '(${ownRows} AND (%))' and ${text} not like '% OR %')`
}

export const databaseRules: readonly DatabaseRule[] = [
  {
    name: 'every table says what it is for',
    sql: `select name as fault from tables where length(coalesce(obj_description(oid, 'pg_class'), '')) < 15`,
  },
  {
    name: 'shared tables are in the one list, which names nothing else',
    sql: `select unnest(shared) as fault from lists except select name from tables`,
  },
  {
    name: 'a shared table holds nothing of a learner',
    sql: `select name as fault from learner_tables where is_shared`,
  },
  {
    name: 'a tenant table belongs to an organisation',
    sql: `select name as fault from tenants t where not exists (select from pg_attribute a where a.attrelid = t.oid
      and a.attname = 'organisation_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  },
  {
    name: 'row-level security is on, for the owner too',
    sql: `select name as fault from tenants where not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    name: 'a policy shows the entered organisation’s rows and no others, to our two roles',
    sql: `select t.name || ' ' || p.polname as fault from pg_policy p join tenants t on t.oid = p.polrelid
      where not p.polpermissive or p.polroles <@ array[0::oid]
      or exists (select from unnest(p.polroles) role left join pg_roles r on r.oid = role where r.rolname is null or r.rolname not in ('evident_app', 'evident_eraser'))
      or (p.polqual is null and p.polwithcheck is null)
      or not ${isOwnRows('polqual')} or not ${isOwnRows('polwithcheck')}`,
  },
  {
    name: 'what the application may do has a policy',
    sql: `select distinct g.name || ' ' || g.verb || ' by ' || g.role as fault from grants g join tenants t on t.name = g.name
      where not exists (select from pg_policy p join pg_roles r on r.oid = any (p.polroles) where p.polrelid = t.oid and r.rolname = g.role
        and p.polcmd = case g.verb when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' when 'delete' then 'd' end::"char")`,
  },
  {
    name: 'every tenant table can be read by the application',
    sql: `select name as fault from tenants t where not exists (select from grants g where g.name = t.name and g.role = 'evident_app' and g.verb = 'select')`,
  },
  {
    name: 'the application reads and adds; more only with a reason',
    sql: `select g.name || ' ' || g.verb as fault from grants g, lists where g.role = 'evident_app' and g.col is null
      and g.verb not in ('select', 'insert') and not (g.verb || ' ' || g.name) = any (lists.granted)`,
  },
  {
    name: 'a reason for a grant is one that is needed',
    sql: `select unnest(granted) as fault from lists except select verb || ' ' || name from grants where role = 'evident_app' and col is null`,
  },
  {
    name: 'no row moves to another organisation',
    sql: `select g.name as fault from grants g where not g.is_shared and g.verb = 'update' and g.col = 'organisation_id'`,
  },
  {
    name: 'nobody else has a right to a table',
    sql: `select name || ' ' || verb || ' by ' || role as fault from grants where role not in ('evident_app', 'evident_eraser')
      union select name || ' ' || verb || ' by the eraser' from grants, lists where role = 'evident_eraser'
        and (verb not in ('select', 'delete', 'insert') and not (verb = 'update' and coalesce(name || '.' || col = any (emptied), false)) or is_shared and verb <> 'select')`,
  },
  {
    name: 'a reason for emptying is one that is needed',
    sql: `select unnest(emptied) as fault from lists except select name || '.' || col from grants where role = 'evident_eraser' and verb = 'update'`,
  },
  {
    name: 'every key begins with organisation_id',
    sql: `select name || ' ' || pg_get_constraintdef(oid) as fault from keys where not is_shared and contype in ('p', 'u', 'x') and columns[1] <> 'organisation_id'
      union select t.name || ' has no primary key' from tenants t where not exists (select from keys k where k.conrelid = t.oid and k.contype = 'p')
      union select pg_get_indexdef(i.indexrelid) from pg_index i join tenants t on t.oid = i.indrelid
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] where i.indisunique and a.attname is distinct from 'organisation_id'`,
  },
  {
    name: 'a key to a tenant table begins with organisation_id on both sides',
    sql: `select name || ' ' || pg_get_constraintdef(oid) as fault from keys where contype = 'f' and not is_target_shared
      and (columns[1] <> 'organisation_id' or target_columns[1] <> 'organisation_id')`,
  },
  {
    name: 'no shared table points at a tenant table',
    sql: `select name || ' ' || pg_get_constraintdef(oid) as fault from keys where contype = 'f' and is_shared and not is_target_shared`,
  },
  {
    name: 'no key sets null or cascades from one tenant table to another',
    sql: `select name || ' ' || pg_get_constraintdef(oid) as fault from keys where contype = 'f'
      and (confdeltype in ('n', 'd') or confupdtype <> 'a' or (confdeltype = 'c' and not is_shared))`,
  },
  {
    name: 'no constraint waits until the end',
    sql: `select name || ' ' || pg_get_constraintdef(oid) as fault from keys where condeferrable`,
  },
  {
    name: 'no triggers and no rules',
    sql: `select t.name || ' ' || g.tgname as fault from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
      union select t.name || ' ' || r.rulename from pg_rewrite r join tables t on t.oid = r.ev_class`,
  },
  {
    name: 'no function runs with its owner’s rights',
    sql: `select p.proname::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
  },
  {
    name: 'no sequences, views or materialised views',
    sql: `select n.nspname || '.' || c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('S', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')`,
  },
  {
    name: 'what names a learner can be erased',
    sql: `select t.name || ' ' || needed as fault from lists, learner_tables t cross join unnest(array['select', 'delete']) needed
      where not t.is_shared and not t.name = any (lists.unerased)
      and not exists (select from grants g where g.name = t.name and g.role = 'evident_eraser' and g.verb = needed and g.col is null)`,
  },
  {
    name: 'a reason for not erasing is one that is needed',
    sql: `select unnest(unerased) as fault from lists except select t.name from learner_tables t
      where not exists (select from grants g where g.name = t.name and g.role = 'evident_eraser' and g.verb = 'delete')`,
  },
  {
    name: 'our roles stay under row-level security',
    sql: `select rolname::text as fault from pg_roles where rolname in ('evident_app', 'evident_eraser') and (rolbypassrls or rolsuper or rolcreaterole)
      union select 'evident_app owns ' || t.name from tables t where pg_get_userbyid(t.relowner) in ('evident_app', 'evident_eraser')`,
  },
]
