// Brings a database to the newest shape: plain SQL files, forward only, each section a transaction of its own.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { SettingError } from './setting-error.ts'

interface Section {
  readonly name: string
  readonly sql: string
}

const folder = join(import.meta.dirname, '../../migrations')

/** The sections in their order: `0002_organisation.sql`, then what follows its `-- keys` line as `0002_organisation.sql#keys`. */
export function migrationSections(): readonly Section[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.flatMap((file) => {
    const [tables = '', ...keys] = readFileSync(join(folder, file), 'utf8').split(/^-- keys$/m)
    return [{ name: file, sql: tables }, ...keys.map((sql) => ({ name: `${file}#keys`, sql }))]
  })
}

interface MigrateOptions {
  /** These sections alone, as an archive names them; all when left out. */
  readonly only?: readonly string[]
  /** By the restore itself, which goes on in a database that nobody else may use yet. */
  readonly isRestoring?: boolean
}

/** Stands among the applied sections from a restore's first row until its last step: no version of the program starts on half a restore. */
export const restoreMark = 'a restore is under way'

/**
 * Applies what is missing, one process at a time (an advisory lock), and returns the names of what it applied.
 * @throws Error when the database is newer than this program, naming the migration that it does not know
 * @throws SettingError when a restore into the database was cut short
 */
export async function migrate(client: ClientBase, { only, isRestoring = false }: MigrateOptions = {}): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock(4040)')
  try {
    await client.query(`create table if not exists public.schema_migrations (name text primary key, applied_at timestamptz not null default now());
      comment on table public.schema_migrations is 'Shared. Which sections of the migrations have been applied.'`)
    const done = await client.query<{ name: string }>('select name from public.schema_migrations')
    const applied = new Set(done.rows.map((row) => row.name))
    if (applied.delete(restoreMark) && !isRestoring)
      throw new SettingError(
        'DATABASE_URL',
        'a restore into this database is under way, or was cut short.',
        'Wait for its end. If it was cut short, restore again into a new folder or database.',
      )
    const sections = migrationSections()
    const unknown = [...applied].find((name) => !sections.some((section) => section.name === name))
    if (unknown !== undefined)
      throw new Error(`the database has the migration ${unknown}, which this version of Evident does not know: start the newer version`)
    const missing = sections.filter(({ name }) => !applied.has(name) && (only === undefined || only.includes(name)))
    for (const section of missing) await apply(client, section)
    return missing.map((section) => section.name)
  } finally {
    await client.query('select pg_advisory_unlock(4040)')
  }
}

async function apply(client: ClientBase, section: Section): Promise<void> {
  await client.query('begin')
  try {
    await client.query(section.sql)
    await client.query('insert into public.schema_migrations (name) values ($1)', [section.name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${section.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
