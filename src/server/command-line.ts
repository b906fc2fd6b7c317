// `npm run -s evident -- …`: settings, seals, set-up codes, backups and portfolios from the terminal.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { systemClock } from '../core/time.ts'
import { runBackup, runErasures, runRestore } from './archive-commands.ts'
import { describeConfig, readConfig } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { installationState, printSetupCode } from './installation.ts'
import { createKeyring, installationSecret } from './keys.ts'
import { migrate } from './migrate.ts'
import { exportFile, type Installation, importFile, verifyFile } from './portfolio-commands.ts'
import { reachDatabase } from './reach-database.ts'
import { verifySeals } from './seal.ts'
import { SettingError } from './setting-error.ts'

const usage = `npm run -s evident -- COMMAND

  config           every setting, its default and what is in force
  seal verify      reads the audit trail of every organisation again and says what was changed
  setup-code       prints a code with which one more organisation can be set up
  backup FILE      writes all rows and files into one archive, while the program runs or not
    --with-secret  and the secret, without which no archive can be restored: guard such an archive like a key
  restore FILE     restores an archive into a new folder (EVIDENT_DATA) or an empty database (DATABASE_URL)
    --erasures LIST  and erases again who was erased after the backup
  erasures LIST    writes the list of erasures that a restore needs
  portfolio export CANDIDATE UNIT FILE   writes a unit of a portfolio into a sealed ZIP: candidate by number, name or e-mail address
  portfolio verify FILE                  says without a network whether such a file is whole, and who signed it; exit code 1 when not
  portfolio import FILE [--centre NAME]  takes such a file into a centre, after the same check
  help             this text`

async function run(words: readonly string[]): Promise<number> {
  if (words[0] === 'portfolio') return runPortfolio(words.slice(1))
  const archived = await runWithFile(words)
  if (archived !== undefined) return archived
  const command = words.join(' ')
  if (command === '' || command === 'help') return print(usage)
  if (command === 'config') return print(describeConfig(process.env))
  if (command === 'seal verify') return withDatabase(verifyAll)
  if (command === 'setup-code') return withDatabase(newSetupCode)
  console.error(`There is no command “${command}”.\n\n${usage}`)
  return 2
}

async function runPortfolio([what, ...rest]: readonly string[]): Promise<number> {
  const { words, values } = readAll(rest, { centre: { type: 'string' } })
  const [first, second, third] = words
  const say = (line: string) => console.log(line)
  if (what === 'verify' && first !== undefined && words.length === 1) return verifyFile(first, say)
  if (what === 'import' && first !== undefined && words.length === 1)
    return withDatabase((database, secret) =>
      importFile(installationOf(database, secret), first, typeof values.centre === 'string' ? values.centre : undefined, say),
    )
  if (what === 'export' && first !== undefined && second !== undefined && third !== undefined && words.length === 3)
    return withDatabase((database, secret) => exportFile(installationOf(database, secret), [first, second, third], say))
  console.error(`There is no such command of portfolios.\n\n${usage}`)
  return 2
}

function installationOf(database: Database, secret: Buffer): Installation {
  return { database, keys: createKeyring(secret), dataFolder: readConfig(process.env).dataFolder }
}

/** Commands that bear a file's name. Undefined for every other one. */
async function runWithFile(words: readonly string[]): Promise<number | undefined> {
  const [command = '', ...rest] = words
  const options = fileCommands[command]
  if (options === undefined) return undefined
  const { file, values } = readWords(rest, options)
  if (file === undefined) {
    console.error(`${command} needs one name of a file, and knows no other words.\n\n${usage}`)
    return 2
  }
  const config = readConfig(process.env)
  const say = (line: string) => console.log(line)
  if (command === 'backup') await runBackup(config, file, { withSecret: values['with-secret'] === true }, say)
  else if (command === 'restore') await runRestore(config, file, typeof values.erasures === 'string' ? values.erasures : undefined, say)
  else await runErasures(config, file, say)
  return 0
}

type Options = Record<string, { type: 'boolean' | 'string' }>

const fileCommands: Readonly<Record<string, Options>> = {
  backup: { 'with-secret': { type: 'boolean' } },
  restore: { erasures: { type: 'string' } },
  erasures: {},
}

function readWords(words: readonly string[], options: Options): { file: string | undefined; values: Record<string, unknown> } {
  const read = readAll(words, options)
  return { file: read.words.length === 1 ? read.words[0] : undefined, values: read.values }
}

function readAll(words: readonly string[], options: Options): { words: readonly string[]; values: Record<string, unknown> } {
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { words: positionals, values }
  } catch {
    return { words: [], values: {} }
  }
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

async function verifyAll(database: Database, secret: Buffer): Promise<number> {
  const keys = createKeyring(secret)
  const organisations = await database.onShared((db) =>
    db.selectFrom('organisations').select(['id', 'name']).orderBy('createdAt').execute(),
  )
  if (organisations.length === 0) console.log('There is no organisation yet.')
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
