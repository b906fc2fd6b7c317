// Everything that a database holds, read by its owner with security lifted for the look: what a restore is compared by.
import pg from 'pg'

export interface EveryRow {
  /** `schema.table` → its rows as JSON, sorted. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** Keys, checks, security and rights, sorted. */
  readonly rules: readonly string[]
}

/** All of it but `events.written_in`, the number of a transaction in that cluster. */
export async function everyRow(connection: string): Promise<EveryRow> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'; set search_path = ''; begin`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    )
    const { rows: spaces } = await client.query<{ oid: number }>(`select oid from pg_namespace where nspname in ('public', 'auth')`)
    const { rows: rules } = await client.query<{ rule: string }>(
      `
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule from pg_constraint
        where contype <> 'n' and connamespace = any ($1)
      union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class
        where relkind = 'r' and relnamespace = any ($1)
      union all select polrelid::regclass || ' ' || polname from pg_policy
      union all select pg_get_indexdef(indexrelid) from pg_index where indrelid in (select oid from pg_class where relnamespace = any ($1))`,
      [spaces.map(({ oid }) => oid)],
    )
    const found: Record<string, readonly string[]> = {}
    for (const { name } of tables) {
      await client.query(`alter table ${name} no force row level security`)
      const { rows } = await client.query<{ row: string }>(`select (to_jsonb(t) - 'written_in')::text as row from ${name} t`)
      found[name] = rows.map(({ row }) => row).sort()
    }
    return { rows: found, rules: rules.map(({ rule }) => rule).sort() }
  } finally {
    await client.query('rollback')
    await client.end()
  }
}
