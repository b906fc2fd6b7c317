// The real dispatch on a real database made from the template, with two schools and two centres: nothing is mocked but clock and folder.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertOrganisation } from '../common/organisations/store.ts'
import { insertPerson, insertRoles } from '../common/people/store.ts'
import type { Actor, OrganisationKind, Role } from '../core/actor.ts'
import type { Command, Parsed, Query, Schema } from '../core/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import { type Database, openDatabase, type Tx } from '../server/database.ts'
import { createDispatch, type Dispatch } from '../server/dispatch.ts'
import { createFileStore } from '../server/files.ts'
import { createKeyring } from '../server/keys.ts'
import { operations } from '../server/operations.ts'
import type { Services } from '../server/services.ts'
import { type SetClock, setClock } from './clock.ts'
import { cloneTemplate, dropDatabase } from './scratch-database.ts'
import { statementWatch } from './statement-check.ts'

/** A person of a test organisation, who sends commands and asks queries as a device would. */
export interface TestPerson {
  readonly id: Id
  readonly actor: Actor
  send<I extends Schema, O extends Schema>(
    command: Command<string, I, O>,
    input: Parsed<I>,
    more?: { id?: Id; bytes?: Uint8Array },
  ): Promise<Parsed<O>>
  ask<I extends Schema, O extends Schema>(query: Query<string, I, O>, input: Parsed<I>): Promise<Parsed<O>>
}

export interface TestOrganisation {
  readonly id: Id
  readonly kind: OrganisationKind
  /** A person with these roles from the beginning of the school year on. */
  person(name: string, ...roles: readonly Role[]): Promise<TestPerson>
  /** Looks into the organisation's rows directly. */
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export interface TestApp {
  readonly database: Database
  readonly dispatch: Dispatch
  readonly services: Services
  /** Where the file store keeps its files. */
  readonly filesFolder: string
  readonly clock: SetClock
  /** The connection of this database alone, for a second program on it. */
  readonly connection: string
  readonly school: TestOrganisation
  readonly otherSchool: TestOrganisation
  readonly centre: TestOrganisation
  readonly otherCentre: TestOrganisation
  /** One more, that nothing has happened in. */
  organisation(kind: OrganisationKind, name: string): Promise<TestOrganisation>
  close(): Promise<void>
}

interface TestAppOptions {
  /** Told each statement. */
  readonly watch?: (statement: string) => void
  /** Puts something between people and dispatch. */
  readonly around?: (dispatch: Dispatch) => Dispatch
}

/** Makes an application with a database of its own. Call `close` in `afterAll`. */
export async function testApp({ watch, around = (dispatch) => dispatch }: TestAppOptions = {}): Promise<TestApp> {
  const connection = await cloneTemplate()
  const clock = setClock()
  const statements = await statementWatch(connection)
  const look = (statement: string) => {
    watch?.(statement)
    statements.look(statement)
  }
  const database = openDatabase({ connection, clock, connections: 6, watch: look })
  const folder = mkdtempSync(join(tmpdir(), 'evident-test-'))
  const services: Services = { keys: createKeyring(randomBytes(32)), files: createFileStore(folder) }
  const dispatch = around(createDispatch(database, operations, services))
  const organisation = (kind: OrganisationKind, name: string) => makeOrganisation({ database, dispatch, services }, kind, name)
  return {
    database,
    dispatch,
    services,
    filesFolder: folder,
    clock,
    connection,
    organisation,
    school: await organisation('school', 'Oakmere Primary School'),
    otherSchool: await organisation('school', 'Fernbank Primary School'),
    centre: await organisation('centre', 'Northgate College'),
    otherCentre: await organisation('centre', 'Southvale College'),
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
      await dropDatabase(connection)
      statements.end()
    },
  }
}

async function makeOrganisation(
  parts: { database: Database; dispatch: Dispatch; services: Services },
  kind: OrganisationKind,
  name: string,
): Promise<TestOrganisation> {
  const { database, dispatch, services } = parts
  const id = newId()
  await database.inOrganisation(id, async (tx) => {
    await insertOrganisation(tx, { kind, name })
    await services.keys.make(tx)
  })
  return {
    id,
    kind,
    look: (work) => database.inOrganisation(id, work),
    person: async (personName, ...roles) => {
      const personId = newId()
      await database.inOrganisation(id, async (tx) => {
        await insertPerson(tx, { id: personId, name: personName, email: `${personId}@example.org` })
        await insertRoles(
          tx,
          personId,
          personId,
          roles.map((role) => ({ id: newId(), role, fromOn: '2026-09-01', untilOn: null })),
        )
      })
      return testPerson(dispatch, { personId, organisationId: id, kind, roles })
    },
  }
}

/** A person by their actor alone, for roles and organisations that rows don't matter to. */
export function testPerson(dispatch: Dispatch, actor: Actor): TestPerson {
  return {
    id: actor.personId,
    actor,
    send: async (command, input, { id = newId(), bytes } = {}) => {
      const request = { id, version: command.version, input, ...(bytes === undefined ? {} : { bytes }) }
      return (await dispatch.command(actor, command.name, request)) as Parsed<typeof command.output>
    },
    ask: async (query, input) => (await dispatch.query(actor, query.name, input)) as Parsed<typeof query.output>,
  }
}
