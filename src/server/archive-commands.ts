// What the terminal says around backup, restore and the list of erasures.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { systemClock } from '../core/time.ts'
import { checkArchive } from './archive.ts'
import { backUp } from './backup.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database.ts'
import { readErasures, writeErasures } from './erasure-file.ts'
import { collectErasures } from './erasure-list.ts'
import { createFileStore } from './files.ts'
import { lockFolder } from './folder-lock.ts'
import { createKeyring, findSecret, keepSecret, secretFile } from './keys.ts'
import { startPostgres } from './postgres.ts'
import { createProgress } from './progress.ts'
import { reachDatabase } from './reach-database.ts'
import { checkMigrations, chooseSecret, restore } from './restore.ts'
import { SettingError } from './setting-error.ts'

type Say = (line: string) => void

/** `backup FILE [--with-secret]`; the program may run meanwhile. @throws SettingError */
export async function runBackup(config: Config, file: string, { withSecret }: { withSecret: boolean }, say: Say): Promise<void> {
  const secret = findSecret(config.dataFolder, config.secret)
  if (secret === undefined) throw noInstallation(config.dataFolder)
  const report = await withExisting(config, async (connection) => {
    const client = new pg.Client({ connectionString: connection })
    await client.connect()
    try {
      const source = {
        client,
        files: createFileStore(join(config.dataFolder, 'files')),
        keys: createKeyring(secret),
        clock: systemClock,
        progress: createProgress(process.stdout),
      }
      return await backUp(source, resolve(file), withSecret ? secret : undefined)
    } finally {
      await client.end()
    }
  })
  say(`Backup: ${file}, ${(report.size / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`)
  for (const { organisationId, hash } of report.missing)
    say(`Not in the folder any more, or changed there: files/${organisationId}/${hash}`)
  say(withSecret ? secretInside : secretApart(config))
}

const secretInside = `The secret IS in this archive: whoever holds it can read everything and sign as your organisations. Keep it as you keep a key.`

function secretApart({ dataFolder, secret }: Config): string {
  const where = secret === undefined ? secretFile(dataFolder) : 'the setting EVIDENT_SECRET'
  return `The secret is NOT in this archive: keep ${where} in another place. Without it this backup can’t be restored.`
}

/** `restore FILE [--erasures FILE]`, into a new folder or an empty database. @throws SettingError */
export async function runRestore(config: Config, file: string, erasuresFile: string | undefined, say: Say): Promise<void> {
  const { dataFolder } = config
  const progress = createProgress(process.stdout)
  const archive = await checkArchive(resolve(file), (done, total) => progress.show(`Checking: ${Math.floor((100 * done) / total)} %`))
  progress.step(`The archive is whole: Evident ${archive.head.version}, ${archive.head.madeAt}`)
  checkMigrations(archive)
  const erasures = erasuresFile === undefined ? undefined : readErasures(resolve(erasuresFile))
  const { secret, isFromArchive } = await chooseSecret(archive, dataFolder, config.secret)
  mkdirSync(dataFolder, { recursive: true })
  const release = await lockFolder(dataFolder)
  if (isFromArchive) keepSecret(dataFolder, secret)
  try {
    const repeated = await withTarget(config, (connection) =>
      restore({ connection, dataFolder, keys: createKeyring(secret), progress }, archive, erasures),
    )
    if (erasures !== undefined) say(`Erased again: ${repeated.erased}`)
    if (repeated.removed > 0) say(`Notes removed again: ${repeated.removed}`)
  } catch (error) {
    if (isFromArchive) rmSync(secretFile(dataFolder))
    throw error
  } finally {
    release()
  }
  for (const { organisationId, hash } of archive.summary.missing)
    say(`Was missing when the backup was taken: files/${organisationId}/${hash}`)
  if (erasures === undefined) say(erasuresUnknown(archive.head.madeAt))
  say('Restored. “npm run -s evident -- seal verify” reads the audit trail again.')
}

async function withTarget<T>({ dataFolder, databaseUrl }: Config, work: (connection: string) => Promise<T>): Promise<T> {
  if (databaseUrl !== undefined) return work(databaseUrl)
  const embedded = await startPostgres({ dataFolder })
  try {
    return await work(embedded.connection)
  } finally {
    await embedded.stop()
  }
}

function erasuresUnknown(madeAt: string): string {
  return `Who was erased after ${madeAt} is here again. If there is a newer list of erasures, restore once more into a new place with --erasures.`
}

/** `erasures FILE`: the list to give to a restore. @throws SettingError */
export async function runErasures(config: Config, file: string, say: Say): Promise<void> {
  const list = await withExisting(config, async (connection) => {
    const database = openDatabase({ connection, clock: systemClock, connections: 2 })
    try {
      return await collectErasures(database, systemClock)
    } finally {
      await database.close()
    }
  })
  writeErasures(resolve(file), list)
  say(
    `Erasures: ${list.organisations.reduce((sum, { erasures, witnesses = [] }) => sum + erasures.length + witnesses.length, 0)}, in ${file}`,
  )
}

const noInstallation = (dataFolder: string) =>
  new SettingError('EVIDENT_DATA', `there is no installation in ${dataFolder}.`, 'Give the folder of the one that you mean.')

/** An installation that is there, as it is: neither made nor migrated. */
async function withExisting<T>(config: Config, work: (connection: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = config
  if (databaseUrl === undefined && !existsSync(join(dataFolder, 'postgres'))) throw noInstallation(dataFolder)
  const { connection, close } = await reachDatabase(config)
  try {
    return await work(connection)
  } finally {
    await close()
  }
}
