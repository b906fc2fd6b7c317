// The composition root: one connection, one folder and one origin become the whole program behind one function.
import type { Context, Hono } from 'hono'
import type pg from 'pg'
import type { Clock } from '../core/time.ts'
import { type Database, openDatabase } from './database.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createFileStore } from './files.ts'
import { createApp } from './http.ts'
import { createIdentity, type Identity } from './identity.ts'
import { installationState } from './installation.ts'
import { createKeyring } from './keys.ts'
import { markedCommands, operationNames, operations, visitorCommands } from './operations.ts'
import { createPresence } from './presence.ts'
import type { RequestLine } from './request-line.ts'
import type { Services } from './services.ts'
import { createSessions, type Sessions } from './session.ts'

export interface ProgramOptions {
  readonly connection: string | pg.PoolConfig
  readonly clock: Clock
  /** The installation's secret: opens the organisations' private keys and signs session cookies. */
  readonly secret: Uint8Array
  readonly filesFolder: string
  readonly origin: string
  readonly webFolder?: string
  readonly connections?: number
  readonly addressOf: (context: Context) => string
  readonly log: (line: RequestLine) => void
  readonly startSample?: (program: Program, code: string) => Promise<void>
}

export interface Program {
  readonly app: Hono
  readonly database: Database
  readonly dispatch: Dispatch
  readonly identity: Identity
  readonly sessions: Sessions
  readonly services: Services
  /** Closes connections; requests under way must have ended before. */
  close(): Promise<void>
}

/** Beside the files, on the same disk: uploads on their way. Not part of a backup. */
export function uploadsFolderOf(filesFolder: string): string {
  return `${filesFolder}-arriving`
}

/** Puts the program together over a database that is migrated already. */
export async function createProgram(options: ProgramOptions): Promise<Program> {
  const { connection, clock, origin, startSample, webFolder, connections } = options
  const database = openDatabase({ connection, clock, ...(connections === undefined ? {} : { connections }) })
  const keys = createKeyring(options.secret)
  const services: Services = { keys, files: createFileStore(options.filesFolder) }
  const dispatch = createDispatch(database, operations, services)
  const identity = createIdentity({ connection, secret: keys.derive('session cookies').toString('base64url'), origin })
  const sessions = await createSessions(database, identity, connection as string | pg.ClientConfig)
  const app = createApp({
    dispatch,
    identity,
    sessions,
    presence: createPresence({ database, identity, key: keys.derive('presence challenge'), clock }),
    files: services.files,
    uploadsFolder: uploadsFolderOf(options.filesFolder),
    sign: (organisationId, bytes) => database.lookInOrganisation(organisationId, (tx) => keys.sign(tx, bytes)),
    origin,
    operationNames,
    visitorCommands,
    markedCommands,
    installationState: () => installationState(database),
    isHealthy: () =>
      database.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    addressOf: options.addressOf,
    log: options.log,
    ...(webFolder === undefined ? {} : { webFolder }),
    ...(startSample === undefined ? {} : { startSample: (code: string) => startSample(program, code) }),
  })
  const program: Program = {
    app,
    database,
    dispatch,
    identity,
    sessions,
    services,
    close: async () => {
      await sessions.close()
      await identity.close()
      await database.close()
    },
  }
  return program
}
