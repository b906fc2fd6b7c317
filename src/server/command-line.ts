// `npm run -s evident -- …`: settings, seals and set-up codes from the terminal.
import { existsSync } from 'node:fs'
import pg from 'pg'
import { systemClock } from '../core/time.ts'
import { type Config, describeConfig, readConfig } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { tryLockFolder } from './folder-lock.ts'
import { installationState, printSetupCode } from './installation.ts'
import { createKeyring, installationSecret } from './keys.ts'
import { migrate } from './migrate.ts'
import { connectionOf, startPostgres } from './postgres.ts'
import { verifySeals } from './seal.ts'
import { SettingError } from './setting-error.ts'

const usage = `npm run -s evident -- COMMAND

  config        every setting, its default and what is in force
  seal verify   reads the audit trail of every organisation again and says what was changed
  setup-code    prints a code with which one more organisation can be set up
  help          this text`

async function run(words: readonly string[]): Promise<number> {
  const command = words.join(' ')
  if (command === '' || command === 'help') return print(usage)
  if (command === 'config') return print(describeConfig(process.env))
  if (command === 'seal verify') return withDatabase(verifyAll)
  if (command === 'setup-code') return withDatabase(newSetupCode)
  console.error(`There is no command “${command}”.\n\n${usage}`)
  return 2
}

function print(text: string): number {
  console.log(text)
  return 0
}

async function withDatabase(work: (database: Database, secret: Buffer) => Promise<number>): Promise<number> {
  const config = readConfig(process.env)
  const { connection, close } = await reachDatabase(config)
  const database = openDatabase({ connection, clock: systemClock, connections: 2 })
  try {
    const client = new pg.Client({ connectionString: connection })
    await client.connect()
    await migrate(client)
    await client.end()
    return await work(database, installationSecret(config.dataFolder, config.secret))
  } finally {
    await database.close()
    await close()
  }
}

/** A server's database; else the folder's own, started for this command, or while Evident runs on the folder, its. */
async function reachDatabase({ databaseUrl, dataFolder }: Config): Promise<{ connection: string; close: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { connection: databaseUrl, close: async () => undefined }
  if (!existsSync(dataFolder))
    throw new SettingError('EVIDENT_DATA', `there is no folder ${dataFolder}.`, 'Give the folder that Evident was started with.')
  const release = await tryLockFolder(dataFolder)
  if (release === undefined) return { connection: connectionOf(dataFolder), close: async () => undefined }
  const embedded = await startPostgres({ dataFolder })
  const close = async () => {
    await embedded.stop()
    release()
  }
  return { connection: embedded.connection, close }
}

async function verifyAll(database: Database, secret: Buffer): Promise<number> {
  const keys = createKeyring(secret)
  const organisations = await database.onShared((db) =>
    db.selectFrom('organisations').select(['id', 'name']).orderBy('createdAt').execute(),
  )
  let faults = 0
  for (const { id, name } of organisations) {
    const report = await database.inOrganisation(id, (tx) => verifySeals(tx, keys))
    faults += report.faults.length
    console.log(`${name}: ${report.events} events under ${report.seals} seals, ${report.faults.length === 0 ? 'unchanged' : 'CHANGED'}`)
    for (const fault of report.faults)
      console.log(`  seal ${fault.seal}${fault.event === undefined ? '' : `, event ${fault.event}`}: ${fault.what}`)
  }
  return faults === 0 ? 0 : 1
}

async function newSetupCode(database: Database): Promise<number> {
  if ((await installationState(database)) === 'demo')
    throw new SettingError(
      'EVIDENT_DATA',
      'this installation holds the sample, which never shares one with a real organisation.',
      'Give a folder or database of its own.',
    )
  return print(`Set-up code: ${await printSetupCode(database)}`)
}

run(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof SettingError ? error.message : error)
    process.exitCode = 1
  },
)
