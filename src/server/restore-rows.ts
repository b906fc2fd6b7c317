// Loads an archive's rows and files into an empty database: one transaction as the tables' owner, who need not be a superuser.
import type pg from 'pg'
import { escapeIdentifier } from 'pg'
import type { ArchiveEntry, CheckedArchive } from './archive.ts'
import { type CatalogueTable, plainText, quoted } from './catalogue.ts'
import type { FileStore } from './files.ts'
import { restoreMark } from './migrate.ts'
import type { Progress } from './progress.ts'
import { SettingError } from './setting-error.ts'

interface Load {
  readonly archive: CheckedArchive
  readonly tables: readonly CatalogueTable[]
  readonly files: FileStore
  readonly progress: Progress
}

/**
 * Which table, if any, has rows that the migrations did not write. Security is lifted for the look, and the look rolled back: an owner sees
 * no row otherwise, and would take a full database for an empty one.
 */
export async function findFilledTable(client: pg.ClientBase, tables: readonly CatalogueTable[]): Promise<string | undefined> {
  const ours = tables.filter(({ name, isTenant }) => isTenant || /^auth\.|^public\.(organisations|memberships)$/.test(name))
  await client.query('begin')
  try {
    await setForced(client, tables, false)
    for (const { name } of ours) {
      const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`)
      if (rows[0]?.filled === true) return name
    }
    return undefined
  } finally {
    await client.query('rollback')
  }
}

/**
 * Replaces what the migrations wrote by the archive's rows, and leaves {@link restoreMark}. Keys are taken off and put on again over the
 * loaded rows, which checks every one; with security lifted in the same transaction, or the check would go through the policies and see nothing.
 */
export async function loadArchive(client: pg.ClientBase, load: Load): Promise<void> {
  const { archive, tables, progress } = load
  await client.query(plainText)
  await client.query('begin')
  try {
    const keys = await listForeignKeys(client)
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`)
    await setForced(client, tables, false)
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
    const counts = await loadEntries(client, load)
    for (const { name } of tables) {
      const [expected, loaded] = [archive.summary.rows[name] ?? 0, counts.get(name) ?? 0]
      if (expected !== loaded)
        throw new SettingError('FILE', `it says ${expected} rows of ${name} and holds ${loaded}.`, 'Take another copy.')
    }
    progress.show('Checking keys')
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`)
    await setForced(client, tables, true)
    await client.query('insert into public.schema_migrations (name) values ($1)', [restoreMark])
    await client.query('commit')
    progress.step(`Keys: ${keys.length} checked`)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await client.query(`analyze ${tables.map(({ name }) => quoted(name)).join(', ')}`)
}

async function setForced(client: pg.ClientBase, tables: readonly CatalogueTable[], isForced: boolean): Promise<void> {
  for (const { name } of tables.filter(({ isTenant }) => isTenant))
    await client.query(`alter table ${quoted(name)} ${isForced ? '' : 'no '}force row level security`)
}

async function listForeignKeys(client: pg.ClientBase) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'auth', 'evident') order by 1, 2`)
  return rows
}

async function loadEntries(client: pg.ClientBase, { archive, tables, files, progress }: Load): Promise<Map<string, number>> {
  const statements = new Map(tables.map((table) => [table.name, insertStatement(table)]))
  const counts = new Map<string, number>()
  let fileCount = 0
  const keeper = createKeeper(files)
  for await (const entry of archive.entries()) {
    if (entry.kind === 'rows') {
      const { rowCount } = await client.query(statements.get(entry.table) ?? '', [`[${entry.rows.join(',')}]`])
      counts.set(entry.table, (counts.get(entry.table) ?? 0) + (rowCount ?? 0))
    }
    if (entry.kind === 'file') {
      await keeper.take(entry)
      fileCount += (entry.part ?? 1) === 1 ? 1 : 0
    }
    progress.show(`Restoring: ${Math.floor((100 * entry.end) / archive.size)} %`)
  }
  const rowCount = [...counts.values()].reduce((sum, count) => sum + count, 0)
  await keeper.end()
  progress.step(`Restored: ${rowCount.toLocaleString('en-GB')} rows, ${fileCount.toLocaleString('en-GB')} files`)
  return counts
}

/** One parameter holds many rows: arrays of texts, in the order of the columns. */
function insertStatement({ name, columns }: CatalogueTable): string {
  const names = columns.map((column) => escapeIdentifier(column.name)).join(', ')
  const values = columns.map(({ type }, position) => `(r.value ->> ${position})::${type}`).join(', ')
  return `insert into ${quoted(name)} (${names}) select ${values} from json_array_elements($1::json) r`
}

type FileEntry = Extract<ArchiveEntry, { kind: 'file' }>

/** Keeps files as they come out of the archive; of a large one each part goes on to the disk before the next is read. */
function createKeeper(files: FileStore) {
  let open: { hash: string; writer: WritableStreamDefaultWriter<Uint8Array>; kept: Promise<{ hash: string }> } | undefined
  const prove = (found: string, hash: string) => {
    if (found !== hash) throw new SettingError('FILE', `the file ${hash} is another.`, 'Take another copy of the backup.')
  }
  const end = async () => {
    if (open === undefined) return
    const { writer, kept, hash } = open
    open = undefined
    await writer.close()
    prove((await kept).hash, hash)
  }
  return {
    end,
    take: async ({ organisationId, hash, part, bytes }: FileEntry) => {
      if (part === undefined || part === 1) await end()
      if (part === undefined) return prove(await files.keep(organisationId, bytes), hash)
      if (open === undefined) {
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
        open = { hash, writer: writable.getWriter(), kept: files.keepStream(organisationId, readable) }
      }
      await open.writer.write(bytes)
    },
  }
}
