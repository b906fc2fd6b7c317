// What tables a database has, asked of its own catalogue: a backup names no table, so it can't forget a new one.
import pg, { type ClientBase } from 'pg'

export interface CatalogueTable {
  /** `schema.table`. */
  readonly name: string
  /** Under row-level security: its rows are seen one organisation at a time. */
  readonly isTenant: boolean
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/**
 * Every table with the columns whose values mean the same in another cluster. A transaction's number (xid8) does not: after a restore the
 * default stands, which is the restoring transaction, and events not yet sealed are sealed as any other that has ended.
 */
export async function listTables(client: ClientBase): Promise<readonly CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as "isTenant",
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attname) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth', 'evident')
    group by n.nspname, c.relname, c.relrowsecurity order by 1`)
  return rows
}

/** @example quoted('public.events') // '"public"."events"' */
export function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.')
}

/** Values as text that every version of PostgreSQL and every machine reads alike. */
export const plainText = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'`
