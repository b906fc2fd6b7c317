// Writes what follows from the code and the migrations: types of tables, schema, API, glossary, the shape of a portfolio's file, symbols, the catalogue of words on screen.
// `--check` only says what would change.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/server/migrate.ts'
import { operations } from '../src/server/operations.ts'
import { portfolioSchema } from '../src/server/portfolio-press.ts'
import { startPostgres } from '../src/server/postgres.ts'
import { writeApi } from './generate/api.ts'
import { readFunctions, readTables } from './generate/catalogue.ts'
import { writeGlossary } from './generate/glossary.ts'
import { writeSchema } from './generate/schema.ts'
import { stalePaths } from './generate/stale.ts'
import { writeTables } from './generate/tables.ts'

const root = join(import.meta.dirname, '..')
const lingui = 'node_modules/@lingui/cli/dist/lingui.js'
const isCheck = process.argv.includes('--check')

const documents = await onMigratedDatabase(async (client) => {
  const tables = await readTables(client)
  return {
    'src/server/tables.ts': writeTables(tables),
    'docs/schema.sql': writeSchema(tables, await readFunctions(client)),
    'docs/api.json': writeApi(operations.map(({ contract }) => contract)),
    'docs/glossary.md': writeGlossary(),
    'docs/portfolio.schema.json': portfolioSchema(),
  }
})

const stale = stalePaths(documents, read)
for (const path of stale) {
  if (!isCheck) writeFileSync(join(root, path), documents[path as keyof typeof documents])
  process.stdout.write(`${path} ${isCheck ? 'is not what `npm run generate` writes' : 'written'}\n`)
}
const isDone = [
  run('scripts/symbols.ts', isCheck ? ['--check'] : []),
  run(lingui, isCheck ? ['check', 'sync', '--clean'] : ['extract', '--clean']),
]
if ((isCheck && stale.length > 0) || isDone.includes(false)) process.exitCode = 1

/** Runs a script to its end; what it says goes to the terminal. */
function run(script: string, words: readonly string[]): boolean {
  return spawnSync(process.execPath, [script, ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

/** A database of its own on the embedded server, gone afterwards. */
async function onMigratedDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'evident-generate-'))
  const server = await startPostgres({ dataFolder, isFast: true })
  const client = new pg.Client({ connectionString: server.connection })
  try {
    await client.connect()
    await migrate(client)
    // Then names bear their schema in definitions, whatever the connecting role is called.
    await client.query("set search_path = ''")
    return await work(client)
  } finally {
    await client.end()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
