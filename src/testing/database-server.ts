// One PostgreSQL server for a test run, with a migrated template that each test file makes its database from.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../server/migrate.ts'
import { startPostgres } from '../server/postgres.ts'

/** Uses the server of `EVIDENT_TEST_DATABASE_URL` when it is set, else starts the embedded one, without synchronising to disk. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.EVIDENT_TEST_DATABASE_URL
  const server = given === undefined ? await startOwn() : { connection: given, stop: () => Promise.resolve() }
  await makeTemplate(server.connection)
  project.provide('databaseServer', server.connection)
  return server.stop
}

async function startOwn(): Promise<{ connection: string; stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'evident-tests-'))
  const server = await startPostgres({ dataFolder, isFast: true })
  return {
    connection: server.connection,
    stop: async () => {
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(connection: string): Promise<void> {
  const server = new pg.Client({ connectionString: connection })
  await server.connect()
  await server.query('drop database if exists evident_template with (force)')
  await server.query('create database evident_template')
  await server.end()
  const template = new pg.Client({ connectionString: onDatabase(connection, 'evident_template') })
  await template.connect()
  await migrate(template)
  await template.end()
}

/** The same server, another database. */
export function onDatabase(connection: string, database: string): string {
  return connection.replace(/(\/\/[^/]*\/)[^?]*/, `$1${database}`)
}
