// `npm run -s evident -- …`: settings, seals and set-up codes from the terminal.
import pg from 'pg'
import { systemClock } from '../core/time.ts'
import { describeConfig, readConfig } from './config.ts'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { installationState, printSetupCode } from './installation.ts'
import { createKeyring, installationSecret } from './keys.ts'
import { migrate } from './migrate.ts'
import { startPostgres } from './postgres.ts'
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

/** On the embedded database the program must not run: one process per folder. On a server it may. */
async function withDatabase(work: (database: Database, secret: Buffer) => Promise<number>): Promise<number> {
  const config = readConfig(process.env)
  const release = config.databaseUrl === undefined ? await lockFolder(config.dataFolder) : () => undefined
  const embedded = config.databaseUrl === undefined ? await startPostgres({ dataFolder: config.dataFolder }) : undefined
  const connection = config.databaseUrl ?? embedded?.connection ?? ''
  const database = openDatabase({ connection, clock: systemClock, connections: 2 })
  try {
    const client = new pg.Client({ connectionString: connection })
    await client.connect()
    await migrate(client)
    await client.end()
    return await work(database, installationSecret(config.dataFolder, config.secret))
  } finally {
    await database.close()
    await embedded?.stop()
    release()
  }
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
