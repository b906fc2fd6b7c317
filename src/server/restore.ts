// Restores an archive into an empty installation: proved whole first, then all of it or nothing, then what was erased since is erased again.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { CheckedArchive } from './archive.ts'
import { secretMark } from './backup.ts'
import { type CatalogueTable, listTables } from './catalogue.ts'
import type { ErasureFile } from './erasure-file.ts'
import { nothingRepeated, type Repeated, repeatErasures } from './erasure-list.ts'
import { createFileStore } from './files.ts'
import { createKeyring, findSecret, type Keyring, secretFile } from './keys.ts'
import { migrate, migrationSections, restoreMark } from './migrate.ts'
import type { Progress } from './progress.ts'
import { findFilledTable, loadArchive } from './restore-rows.ts'
import { SettingError } from './setting-error.ts'

export interface RestoreTarget {
  readonly connection: string
  readonly dataFolder: string
  /** Over the secret of {@link chooseSecret}. */
  readonly keys: Keyring
  readonly progress: Progress
}

/** @throws SettingError when the archive's database was newer than this program */
export function checkMigrations({ head }: CheckedArchive): void {
  const known = new Set(migrationSections().map(({ name }) => name))
  const unknown = head.migrations.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new SettingError(
    'FILE',
    `it was written by Evident ${head.version}, whose ${unknown} this version does not know.`,
    'Restore it with that version or a newer one.',
  )
}

/**
 * The secret that opens the archive's keys: the setting's, else the data folder's, else the archive's own, which the folder then keeps.
 * @throws SettingError when there is none, or another one
 */
export async function chooseSecret(
  archive: CheckedArchive,
  dataFolder: string,
  setting: string | undefined,
): Promise<{ secret: Buffer; isFromArchive: boolean }> {
  const known = findSecret(dataFolder, setting)
  const secret = known ?? (await archivedSecret(archive, dataFolder))
  if (secretMark(createKeyring(secret)) === archive.head.secretMark) return { secret, isFromArchive: known === undefined }
  const [name, place] = setting === undefined ? ['EVIDENT_DATA', secretFile(dataFolder)] : ['EVIDENT_SECRET', 'the setting']
  throw new SettingError(
    name,
    `the secret in ${place} is not the one that opens the keys of this backup.`,
    'Give the secret of the installation that the backup was taken from, or a new folder.',
  )
}

async function archivedSecret({ head, entries }: CheckedArchive, dataFolder: string): Promise<Buffer> {
  if (head.hasSecret) for await (const entry of entries()) if (entry.kind === 'secret') return Buffer.from(entry.text.trim(), 'base64')
  throw new SettingError(
    'EVIDENT_SECRET',
    'the backup was taken without the secret, and without it nobody can open its keys.',
    `Copy secret.key of the old installation to ${secretFile(dataFolder)}, or set EVIDENT_SECRET as it was there.`,
  )
}

/** Returns what was erased again, and which notes were removed again. @throws SettingError when the database or the folder of files is not empty */
export async function restore(target: RestoreTarget, archive: CheckedArchive, erasures: ErasureFile | undefined): Promise<Repeated> {
  const { connection, dataFolder, keys, progress } = target
  const filesFolder = join(dataFolder, 'files')
  const files = createFileStore(filesFolder)
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    await checkEmpty(client, archive)
    if (existsSync(filesFolder) && readdirSync(filesFolder).length > 0)
      throw new SettingError('EVIDENT_DATA', `there are files in ${filesFolder} already.`, 'Restore into a new folder.')
    await migrate(client, { only: archive.head.migrations })
    const tables = await listTables(client)
    checkTables(archive, tables)
    try {
      await loadArchive(client, { archive, tables, files, progress })
    } catch (error) {
      rmSync(filesFolder, { recursive: true, force: true })
      throw error
    }
    await migrate(client, { isRestoring: true })
    const repeated = erasures === undefined ? nothingRepeated : await repeatErasures(connection, { keys, files }, erasures)
    await client.query('delete from public.schema_migrations where name = $1', [restoreMark])
    return repeated
  } finally {
    await client.end()
  }
}

const notEmpty = (what: string) =>
  new SettingError(
    'EVIDENT_DATA or DATABASE_URL',
    `the database is not empty: ${what}.`,
    'Restore into a new folder or a new database; what is here stays as it is.',
  )

async function checkEmpty(client: pg.ClientBase, { head }: CheckedArchive): Promise<void> {
  const tables = await listTables(client)
  if (tables.length === 0) return
  if (!tables.some(({ name }) => name === 'public.schema_migrations')) throw notEmpty(`it holds ${tables[0]?.name}, which is not Evident’s`)
  const { rows } = await client.query<{ name: string }>('select name from public.schema_migrations')
  if (rows.some(({ name }) => name === restoreMark)) throw notEmpty('a restore into it was cut short')
  const filled = await findFilledTable(client, tables)
  if (filled !== undefined) throw notEmpty(`there are rows in ${filled}`)
  const known = new Set(head.migrations)
  const newer = rows.find(({ name }) => !known.has(name))
  if (newer !== undefined) throw notEmpty(`it was begun by a newer version than the backup’s (${newer.name})`)
}

/** The same migrations make the same tables, unless somebody has made tables of their own. */
function checkTables({ head }: CheckedArchive, tables: readonly CatalogueTable[]): void {
  const shape = (name: string, columns: readonly string[]) => `${name} (${columns.join(', ')})`
  const here = new Set(
    tables.map(({ name, columns }) =>
      shape(
        name,
        columns.map((column) => column.name),
      ),
    ),
  )
  const archived = head.tables.map(({ name, columns }) => shape(name, columns))
  const odd = archived.find((one) => !here.has(one))
  if (odd !== undefined || archived.length !== here.size)
    throw new SettingError(
      'FILE',
      `its tables are not those of Evident ${head.version}${odd === undefined ? '' : `: ${odd}`}.`,
      'Restore it with the version that wrote it.',
    )
}
