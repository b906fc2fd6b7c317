// Takes a backup: all rows in one snapshot, without a lock on anybody's work, then the files that these rows name.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { escapeLiteral } from 'pg'
import type { Id } from '../core/ids.ts'
import { type Clock, moment } from '../core/time.ts'
import { type ArchiveHead, type ArchiveSummary, type ArchiveWriter, createArchive } from './archive.ts'
import { type CatalogueTable, listTables, plainText, quoted } from './catalogue.ts'
import type { FileStore, KeptFile } from './files.ts'
import type { Keyring } from './keys.ts'
import type { Progress } from './progress.ts'
import { SettingError } from './setting-error.ts'

export interface BackupSource {
  readonly client: pg.ClientBase
  readonly files: FileStore
  readonly keys: Keyring
  readonly clock: Clock
  readonly progress: Progress
}

export interface BackupReport extends ArchiveSummary {
  /** In bytes. */
  readonly size: number
}

/** A piece of rows in the archive, before it is compressed. */
const pieceSize = 4_000_000
const rowsAtOnce = 2000

/** The version of this program. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version
}

/** Tells whether a secret is the one of an archive, and nothing else about it. */
export function secretMark(keys: Keyring): string {
  return keys.derive('mark of a backup').toString('hex')
}

/**
 * Writes the archive, with the secret when it is given. When anything fails, there is none.
 * @throws SettingError when it can't be written there, or the keys are another secret's
 */
export async function backUp(source: BackupSource, path: string, secret?: Uint8Array): Promise<BackupReport> {
  const { client, keys } = source
  await client.query(plainText)
  await client.query('begin isolation level repeatable read read only')
  try {
    const tables = await listTables(client)
    const ids = await listOrganisations(client)
    await checkSecret(client, keys, ids)
    const archive = await createArchive(path, await makeHead(source, tables, secret !== undefined))
    try {
      if (secret !== undefined) await archive.secret(`${Buffer.from(secret).toString('base64')}\n`)
      const summary = await copyAll(source, { tables, ids, archive })
      return { ...summary, size: await archive.finish(summary) }
    } catch (error) {
      await archive.abandon()
      throw error
    }
  } finally {
    await client.query('rollback')
  }
}

async function listOrganisations(client: pg.ClientBase): Promise<readonly Id[]> {
  const { rows } = await client.query<{ id: Id }>('select id from public.organisations order by created_at, id')
  return rows.map(({ id }) => id)
}

/** A backup that names the wrong secret would be found useless on the day when it is needed. */
async function checkSecret(client: pg.ClientBase, keys: Keyring, organisationIds: readonly Id[]): Promise<void> {
  for (const organisationId of organisationIds) {
    await enter(client, organisationId)
    const { rows } = await client.query<{ key: Buffer }>(
      'select private_key as key from public.organisation_keys where organisation_id = $1',
      [organisationId],
    )
    if (rows.every(({ key }) => keys.opens(key))) continue
    throw new SettingError(
      'EVIDENT_SECRET',
      'this secret does not open the keys of this database.',
      'Give EVIDENT_DATA or EVIDENT_SECRET as the program has it.',
    )
  }
  await enter(client, undefined)
}

async function makeHead(
  { client, keys, clock }: BackupSource,
  tables: readonly CatalogueTable[],
  hasSecret: boolean,
): Promise<ArchiveHead> {
  const { rows: migrations } = await client.query<{ name: string }>('select name from public.schema_migrations order by name')
  const { rows: servers } = await client.query<{ server_version: string }>('show server_version')
  return {
    format: 'evident-archive-1',
    version: programVersion(),
    madeAt: moment(clock.now()),
    postgres: servers[0]?.server_version ?? '',
    migrations: migrations.map(({ name }) => name),
    secretMark: secretMark(keys),
    hasSecret,
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  }
}

interface Copy {
  readonly tables: readonly CatalogueTable[]
  readonly ids: readonly Id[]
  readonly archive: ArchiveWriter
}

async function copyAll(source: BackupSource, { tables, ids, archive }: Copy): Promise<ArchiveSummary> {
  const { client, progress } = source
  const rows: Record<string, number> = {}
  let total = 0
  for (const [position, table] of tables.entries()) {
    const tell = (count: number) =>
      progress.show(`Rows: table ${position + 1} of ${tables.length}, ${(total + count).toLocaleString('en-GB')} rows so far`)
    const copied = await copyTable(client, { table, organisationIds: table.isTenant ? ids : [undefined], archive, tell })
    rows[table.name] = copied
    total += copied
  }
  progress.step(`Rows: ${total.toLocaleString('en-GB')} in ${tables.length} tables`)
  const files = await listFiles(client, tables, ids)
  return { rows, ...(await copyFiles(source, files, archive)) }
}

interface TableCopy {
  readonly table: CatalogueTable
  /** Undefined: the shared rows. */
  readonly organisationIds: readonly (Id | undefined)[]
  readonly archive: ArchiveWriter
  readonly tell: (count: number) => void
}

async function copyTable(client: pg.ClientBase, { table, organisationIds, archive, tell }: TableCopy): Promise<number> {
  let count = 0
  let piece: string[] = []
  let size = 0
  const flush = async () => {
    if (piece.length > 0) await archive.rows(table.name, piece)
    piece = []
    size = 0
  }
  for await (const row of readRows(client, table, organisationIds)) {
    piece.push(row)
    size += row.length
    count += 1
    if (size < pieceSize) continue
    await flush()
    tell(count)
  }
  await flush()
  tell(count)
  return count
}

/** A table's rows, organisation by organisation. */
async function* readRows(
  client: pg.ClientBase,
  table: CatalogueTable,
  organisationIds: TableCopy['organisationIds'],
): AsyncGenerator<string> {
  for (const organisationId of organisationIds) {
    await enter(client, organisationId)
    for await (const rows of readCursor(client, table, organisationId)) yield* rows
  }
}

/** As the application reads: an owner who is no superuser sees no row of a tenant table, and lifting the security would lock everybody out. */
async function enter(client: pg.ClientBase, organisationId: Id | undefined): Promise<void> {
  await client.query('reset role')
  if (organisationId !== undefined) await client.query('select evident.enter($1)', [organisationId])
}

async function* readCursor(
  client: pg.ClientBase,
  { name, columns }: CatalogueTable,
  organisationId: Id | undefined,
): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  const which = organisationId === undefined ? '' : `where organisation_id = ${escapeLiteral(organisationId)}`
  await client.query(`declare copied no scroll cursor for select json_build_array(${values})::text from ${quoted(name)} ${which}`)
  for (;;) {
    const { rows } = await client.query<[string]>({ text: `fetch ${rowsAtOnce} from copied`, rowMode: 'array' })
    if (rows.length === 0) break
    yield rows.map(([row]) => row)
  }
  await client.query('close copied')
}

interface NamedFile {
  readonly organisationId: Id
  readonly hash: string
}

/** Files that the snapshot's rows name: every tenant table with a column `file_hash`. */
async function listFiles(client: pg.ClientBase, tables: readonly CatalogueTable[], organisationIds: readonly Id[]): Promise<NamedFile[]> {
  const naming = tables.filter(({ isTenant, columns }) => isTenant && columns.some(({ name }) => name === 'file_hash'))
  const selects = naming.map(
    ({ name }) => `select file_hash as hash from ${quoted(name)} where organisation_id = $1 and file_hash is not null`,
  )
  if (selects.length === 0) return []
  const found: NamedFile[] = []
  for (const organisationId of organisationIds) {
    await enter(client, organisationId)
    const { rows } = await client.query<{ hash: string }>(selects.join(' union '), [organisationId])
    found.push(...rows.map(({ hash }) => ({ organisationId, hash })))
  }
  return found
}

/** So much of a file is in memory at once; a larger one goes out in parts. */
const partSize = 32 * 1024 * 1024

async function hashOf(file: KeptFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of file.read()) hash.update(bytes)
  return hash.digest('hex')
}

async function copyFile(file: KeptFile, write: (bytes: Buffer, part: number | undefined) => Promise<void>): Promise<void> {
  const parts = Math.max(1, Math.ceil(file.size / partSize))
  for (let part = 0; part < parts; part++) {
    const until = Math.min(file.size, (part + 1) * partSize)
    const pieces: Uint8Array[] = []
    if (until > part * partSize) for await (const bytes of file.read(part * partSize, until)) pieces.push(bytes)
    await write(Buffer.concat(pieces), parts === 1 ? undefined : part + 1)
  }
}

async function copyFiles(
  { files, progress }: BackupSource,
  named: readonly NamedFile[],
  archive: ArchiveWriter,
): Promise<Pick<ArchiveSummary, 'files' | 'missing'>> {
  const missing: NamedFile[] = []
  for (const [position, { organisationId, hash }] of named.entries()) {
    const file = await files.open(organisationId, hash)
    if (file === undefined || (await hashOf(file)) !== hash) missing.push({ organisationId, hash })
    else await copyFile(file, (bytes, part) => archive.file(organisationId, hash, bytes, part))
    progress.show(`Files: ${position + 1} of ${named.length}`)
  }
  progress.step(`Files: ${named.length - missing.length}`)
  return { files: named.length - missing.length, missing }
}
