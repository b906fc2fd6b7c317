// The one request path: parse, enter the organisation, open the event, load, allow, run, close the event, commit.
import { CompiledQuery, sql } from 'kysely'
import * as z from 'zod/mini'
import type { Actor } from '../core/actor.ts'
import type { Plain } from '../core/canonical.ts'
import type { Schema } from '../core/contract.ts'
import { type ErrorCode, notFound, OperationError } from '../core/errors.ts'
import { type Id, isId, newId } from '../core/ids.ts'
import { type Database, isDatabaseError, type Tx } from './database.ts'
import { closeEvent, openEvent, storedOutput } from './events.ts'
import type { Handled, HandledCommand, HandledQuery } from './operation.ts'
import type { CommandRequest, HandlerServices, Services } from './services.ts'
import { withCommit } from './sparing-client.ts'
import { noteCandidateDevice } from './traces.ts'
import { logVerifierRead, maySend } from './verifiers.ts'

export interface Dispatch {
  /** Runs a command once, however often it is sent. @throws OperationError */
  command(actor: Actor, name: string, request: CommandRequest): Promise<unknown>
  /** Answers a query, leaving a line in the access log for each learner shown. @throws OperationError */
  query(actor: Actor, name: string, input: unknown): Promise<unknown>
}

/** Builds dispatch over the operations of all features. @throws Error when two bear one name */
export function createDispatch(database: Database, operations: readonly Handled[], services: Services): Dispatch {
  const commands = new Map<string, HandledCommand>()
  const queries = new Map<string, HandledQuery>()
  for (const handled of operations) {
    const { name, type } = handled.contract
    if (commands.has(name) || queries.has(name)) throw new Error(`two operations are called ${name}`)
    if (type === 'command') commands.set(name, handled as HandledCommand)
    else queries.set(name, handled as HandledQuery)
  }
  const prepare = (actor: Actor, name: string, request: CommandRequest): Prepared => {
    const handled = find(commands, name, actor)
    if (!maySend(actor, name)) throw new OperationError({ code: 'not_allowed' })
    const id = commandId(request.id)
    if (request.version !== handled.contract.version) throw new OperationError({ code: 'outdated', field: 'version' })
    const input = parseInput(handled.contract.input, request.input)
    const { bytes, whence, received } = request
    const given = {
      ...forHandlers,
      ...(bytes === undefined ? {} : { bytes }),
      ...(whence === undefined ? {} : { whence }),
      ...(received === undefined ? {} : { received }),
    }
    return { handled, id, input, given }
  }
  const sendAs: HandlerServices['sendAs'] = (tx, author, name, request) =>
    inSavepoint(tx, async () => runCommand(tx, author, prepare(author, name, request)))
  const forHandlers: HandlerServices = { ...services, sendAs }
  return {
    command: async (actor, name, request) => {
      const prepared = prepare(actor, name, request)
      return database.inOrganisation(actor.organisationId, (tx) => runCommand(tx, actor, prepared)).catch(refuseByKey)
    },
    query: async (actor, name, rawInput) => {
      const handled = find(queries, name, actor)
      const input = parseInput(handled.contract.input, rawInput)
      return database.lookInOrganisation(actor.organisationId, (tx) => runQuery(tx, handled, actor, input, forHandlers))
    },
  }
}

/** A command that may be run: found, of the right version, its input parsed. */
interface Prepared {
  readonly handled: HandledCommand
  readonly id: Id
  readonly input: unknown
  readonly given: HandlerServices
}

/** Runs a command whose refusal undoes no more than itself. */
async function inSavepoint(tx: Tx, work: () => Promise<unknown>): Promise<'accepted' | ErrorCode> {
  await sql`savepoint sent_on`.execute(tx.db)
  try {
    await work().catch(refuseByKey)
    await sql`release savepoint sent_on`.execute(tx.db)
    return 'accepted'
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    await sql`rollback to savepoint sent_on`.execute(tx.db)
    return error.refusal.code
  }
}

async function runCommand(tx: Tx, actor: Actor, { handled, id, input, given }: Prepared): Promise<unknown> {
  const { contract } = handled
  if (!(await openEvent(tx, actor, contract, id))) return storedOutput(tx, actor, contract, id)
  const attended = await handled.attend(tx, actor, input, given)
  if (attended === undefined) throw notFound()
  const output = parse(contract.output, attended.output)
  await noteCandidateDevice(tx, actor, given.keys, given.whence?.device)
  await closeEvent(tx, actor, {
    command: contract,
    id,
    input: attended.kept ?? (input as Plain),
    output: output as Plain,
    learnerIds: attended.learnerIds,
  })
  return output
}

/** A record's id that is taken, or one that names nothing: the keys say so when no rule looked before. By SQLSTATE alone (`database.md` rule 6). */
function refuseByKey(error: unknown): never {
  if (isDatabaseError(error, '23505')) throw new OperationError({ code: 'id_in_use' })
  if (isDatabaseError(error, '23503')) throw notFound()
  throw error
}

async function runQuery(tx: Tx, handled: HandledQuery, actor: Actor, input: unknown, given: HandlerServices): Promise<unknown> {
  const attended = await handled.attend(tx, actor, input, given)
  if (attended === undefined) throw notFound()
  const output = parse(handled.contract.output, attended.output)
  const learnerIds = [...new Set(attended.learnerIds)]
  if (learnerIds.length > 0) await logAccess(tx, actor, handled.contract.name, learnerIds)
  await logVerifierRead(tx, actor, handled.contract.name, (input as { registrationId?: unknown }).registrationId)
  return output
}

// Every page of a class writes thirty lines, so the statement is written out: the database plans it once, whatever their number.
const insertAccess = `${withCommit}
  insert into access_log (organisation_id, id, person_id, learner_id, view, looked_at)
  select $1, line.id, $2, line.learner_id, $3, $4 from unnest($5::uuid[], $6::uuid[]) line (id, learner_id)`

async function logAccess(tx: Tx, { personId }: Actor, view: string, learnerIds: readonly Id[]): Promise<void> {
  const ids = learnerIds.map(() => newId())
  await tx.db.executeQuery(CompiledQuery.raw(insertAccess, [tx.organisationId, personId, view, tx.now, ids, learnerIds]))
}

function find<H extends Handled>(handlers: ReadonlyMap<string, H>, name: string, actor: Actor): H {
  const handled = handlers.get(name)
  if (handled === undefined) throw new OperationError({ code: 'unknown_operation' })
  const { where } = handled.contract
  if (where !== 'both' && where !== actor.kind) throw new OperationError({ code: 'not_allowed' })
  if (!handled.role(actor)) throw new OperationError({ code: 'not_allowed' })
  return handled
}

function commandId(id: unknown): Id {
  if (!isId(id)) throw new OperationError({ code: 'invalid', field: 'id' })
  return id
}

/** An input by the contract's shape; text that PostgreSQL can't keep (U+0000, half a surrogate pair) is refused. */
function parseInput(schema: Schema, value: unknown): unknown {
  const input = parse(schema, value)
  const odd = unkeepable(input)
  if (odd !== undefined) throw new OperationError({ code: 'invalid', field: odd, reason: 'characters' })
  return input
}

function parse(schema: Schema, value: unknown): unknown {
  const parsed = z.safeParse(schema, value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new OperationError({ code: 'invalid', ...(issue === undefined ? {} : { field: issue.path.join('.'), reason: issue.code }) })
  }
  return parsed.data
}

function unkeepable(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, member] of Object.entries(value)) {
    const odd = unkeepable(member, path === '' ? key : `${path}.${key}`)
    if (odd !== undefined) return odd
  }
  return undefined
}
