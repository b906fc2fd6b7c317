// The owner of a test's tables, who has lifted row-level security for themselves: sees every row, and can tamper. The application's role stays under it.
import pg from 'pg'
import type { TestApp } from './app.ts'

/** A connection that sees all rows, also where the owner is no superuser. End it before the app is closed. */
export async function ownerOf({ connection }: Pick<TestApp, 'connection'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select oid::regclass::text as name from pg_class where relforcerowsecurity')
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`)
  return client
}
