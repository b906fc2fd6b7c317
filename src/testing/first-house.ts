// The rows of some organisations, and the ids in them that a field of an input could mean.
import type pg from 'pg'
import { type Id, newId } from '../core/ids.ts'
import { sharedTables } from '../server/shared-tables.ts'
import type { FindIds } from './plausible-input.ts'

/** Rows of organisations, by table. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Every row of these organisations, read by the owner of the tables (`owner.ts`). */
export async function readRows(owner: pg.Client, organisationIds: readonly Id[]): Promise<Rows> {
  const tables = await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const names = tables.rows.map(({ name }) => name).filter((name) => !sharedTables.includes(`public.${name}`))
  const found: Record<string, Record<string, unknown>[]> = Object.fromEntries(names.map((name) => [name, []]))
  // From inside each: on a server the owner is no superuser, and security is forced on owners too.
  for (const id of organisationIds) {
    await owner.query('begin')
    await owner.query('select evident.enter($1)', [id])
    for (const name of names) {
      const answer = await owner.query(`select * from public.${name} t where organisation_id = $1 order by t::text`, [id])
      found[name]?.push(...answer.rows)
    }
    await owner.query('commit')
  }
  return found
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** For `groupId` what tables say under `group_id`, then the ids of `groups`; for `id` one id of each table, and a fresh one. */
export const idsIn =
  (rows: Rows, organisationId: Id): FindIds =>
  (field) => {
    const tables = Object.entries(rows)
    const firstOf = (name: string, column: string) =>
      (rows[name] ?? []).map((row) => row[column]).find((value) => typeof value === 'string')
    if (field === 'id') return [newId(), ...tables.map(([name]) => firstOf(name, 'id')).filter((id) => id !== undefined)]
    const column = snake(field)
    const named = tables.map(([name]) => firstOf(name, column))
    const owned = tables
      .filter(([name]) => name.replace(/ies$/, 'y').replace(/s$/, '').endsWith(column.replace(/_id$/, '')))
      .map(([name]) => firstOf(name, 'id'))
    const all = [...new Set([...owned, ...named])].filter((id) => id !== undefined && id !== null)
    return all.length > 0 ? all : [organisationId, ...tables.map(([name]) => firstOf(name, 'id')).filter((id) => id !== undefined)]
  }
