// What the database's own catalogue says of its tables, in one order on every version of PostgreSQL.
import type { ClientBase } from 'pg'

export interface Column {
  readonly name: string
  /** As PostgreSQL names it in full, `timestamp with time zone`. */
  readonly type: string
  /** Its short name, `timestamptz`; of an array, `_text`. */
  readonly shortType: string
  readonly isNullable: boolean
  readonly fallback: string | null
}

export interface Policy {
  readonly name: string
  readonly command: string
  readonly role: string
  readonly using: string | null
  readonly check: string | null
}

export interface Grant {
  readonly role: string
  readonly verb: string
  /** Null: the whole table. */
  readonly columns: readonly string[] | null
}

export interface Table {
  readonly schema: string
  readonly name: string
  readonly comment: string | null
  readonly isProtected: boolean
  readonly isForced: boolean
  readonly columns: readonly Column[]
  /** Primary key, unique, check, exclusion, foreign keys: as SQL, in that order. */
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
  readonly policies: readonly Policy[]
  readonly grants: readonly Grant[]
}

/** All tables of the schemas `auth` and `public`, in the order of their names. */
export async function readTables(client: ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<{ tables: readonly Table[] | null }>(tablesStatement)
  return rows[0]?.tables ?? []
}

/** The definitions of the schema `evident`'s functions. */
export async function readFunctions(client: ClientBase): Promise<readonly { definition: string; comment: string | null }[]> {
  const { rows } = await client.query<{ definition: string; comment: string | null }>(`
    select pg_get_functiondef(p.oid) as definition, obj_description(p.oid, 'pg_proc') as comment
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'evident' order by p.proname collate "C"`)
  return rows
}

const tablesStatement = `
select json_agg(json_build_object(
  'schema', n.nspname,
  'name', c.relname,
  'comment', obj_description(c.oid, 'pg_class'),
  'isProtected', c.relrowsecurity,
  'isForced', c.relforcerowsecurity,
  'columns', (
    select json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'shortType', t.typname,
      'isNullable', not a.attnotnull, 'fallback', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
  'constraints', coalesce((
    select json_agg(pg_get_constraintdef(k.oid, true)
      order by array_position(array['p', 'u', 'c', 'x', 'f'], k.contype::text), pg_get_constraintdef(k.oid, true) collate "C")
    from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'x', 'f')), '[]'),
  'indexes', coalesce((
    select json_agg(pg_get_indexdef(i.indexrelid) order by pg_get_indexdef(i.indexrelid) collate "C")
    from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '[]'),
  'policies', coalesce((
    select json_agg(json_build_object(
      'name', p.polname,
      'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'role', coalesce((select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)), 'public'),
      'using', pg_get_expr(p.polqual, p.polrelid),
      'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname collate "C")
    from pg_policy p where p.polrelid = c.oid), '[]'),
  'grants', coalesce((
    select json_agg(json_build_object('role', g.role, 'verb', g.verb, 'columns', g.columns) order by g.role collate "C", g.verb, g.columns is not null)
    from (
      select pg_get_userbyid(x.grantee) as role, lower(x.privilege_type) as verb, null::jsonb as columns
      from aclexplode(c.relacl) x where x.grantee <> c.relowner
      union all
      select pg_get_userbyid(x.grantee), lower(x.privilege_type), jsonb_agg(a.attname order by a.attnum)
      from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid and not a.attisdropped
      group by x.grantee, x.privilege_type) g), '[]')
) order by n.nspname collate "C", c.relname collate "C") as tables
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname in ('auth', 'public')`
