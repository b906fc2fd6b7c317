// A database for one test file, made from the migrated template, and its end.
import pg from 'pg'
import { inject } from 'vitest'
import { newId } from '../core/ids.ts'
import { onDatabase } from './database-server.ts'

/** Returns the connection string of the new database. */
export async function cloneTemplate(): Promise<string> {
  const server = inject('databaseServer')
  const name = `test_${newId().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template evident_template strategy file_copy`)
  return onDatabase(server, name)
}

/** One without any table. */
export async function emptyDatabase(): Promise<string> {
  const server = inject('databaseServer')
  const name = `test_${newId().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  return onDatabase(server, name)
}

export async function dropDatabase(connection: string): Promise<void> {
  const name = /\/(test_\w+)/.exec(connection)?.[1]
  const drop = () => onServer(inject('databaseServer'), `drop database ${name} with (force)`)
  for (let left = 20; ; left--) {
    try {
      return await drop()
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError && error.code === isBeingVacuumed)) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

/** `insufficient_privilege`: the server's own vacuum is in the database for a moment, and only a superuser may end that. */
const isBeingVacuumed = '42501'

async function onServer(connection: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
