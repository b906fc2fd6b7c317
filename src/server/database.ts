// The database, and the only two doors to it: one organisation at a time, or the shared tables.
import { CamelCasePlugin, Kysely, PostgresDialect, sql, Transaction } from 'kysely'
import pg from 'pg'
import type { Id } from '../core/ids.ts'
import type { Clock } from '../core/time.ts'
import { SparingClient, withNext } from './sparing-client.ts'
import type { Tables } from './tables.ts'

declare const entered: unique symbol

/** A transaction inside one organisation, for reading. It can be had only from {@link Database.inOrganisation}. */
export interface ReadTx {
  readonly organisationId: Id
  /** The moment at which the request was taken; every row that it writes bears it as `recordedAt`. */
  readonly now: Date
  readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'getExecutor'>
  readonly [entered]: true
}

/** A transaction inside one organisation. Row-level security hides every other organisation's rows from it. */
export interface Tx extends ReadTx {
  readonly db: Transaction<Tables>
}

export interface Database {
  /** Runs the work in one transaction, inside one organisation, as the role without rights beyond it. A throw rolls all back. */
  inOrganisation<T>(organisationId: Id, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * As `inOrganisation`, for who looks and leaves no more than a line of the access log: the answer does not wait for the disk. A power cut
   * may lose the lines of its last second, and no more. Its statements are planned once and not for each question: every one of ours goes by an
   * index from ids, and planning took longer than answering. And what is asked at once (`Promise.all`) goes out at once.
   */
  lookInOrganisation<T>(organisationId: Id, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs the work on shared tables alone; tenant tables show no rows here. */
  onShared<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
  close(): Promise<void>
}

interface DatabaseOptions {
  readonly connection: string | pg.PoolConfig
  readonly clock: Clock
  readonly connections?: number
  /** Is shown every statement before it runs. Tests hold the statements to `database.md` rule 4 with it. */
  readonly watch?: (statement: string) => void
}

// Dates without a time stay text: a Date would move them by the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const lightly = sql`set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`

/** Opens a pool of connections. It does not migrate: `server/migrate` does, before. */
export function openDatabase({ connection, clock, connections = 10, watch }: DatabaseOptions): Database {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({
    ...config,
    Client: SparingClient,
    pipeline: true,
    max: connections,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  // A server that stops first must not take the program with it; the next query reports the fault.
  pool.on('error', () => undefined)
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Tables>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(watch === undefined ? {} : { log: (event) => watch(event.query.sql) }),
  })
  const driver = dialect.createDriver()
  // Kysely lets a transaction's statement go after the other's answer, a round trip each. Here the database takes them in the order in which they come.
  const atOnce = <T>(transaction: Transaction<Tables>, work: (unordered: Transaction<Tables>) => Promise<T>) => {
    const ordered = transaction.getExecutor()
    return ordered.provideConnection((connection) => {
      const executor = ordered.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
      return work(new Transaction<Tables>({ config: { dialect }, dialect, driver, executor }))
    })
  }
  const inside = (organisationId: Id, transaction: Transaction<Tables>) => ({ organisationId, now: clock.now(), db: transaction }) as Tx
  return {
    pool,
    inOrganisation: (organisationId, work) =>
      db.transaction().execute(async (transaction) => {
        await sql`${sql.raw(withNext)}select evident.enter(${organisationId})`.execute(transaction)
        return work(inside(organisationId, transaction))
      }),
    lookInOrganisation: (organisationId, work) =>
      db.transaction().execute(async (transaction) => {
        await sql`${sql.raw(withNext)}select evident.enter(${organisationId}), ${lightly}`.execute(transaction)
        return atOnce(transaction, (unordered) => work(inside(organisationId, unordered)))
      }),
    onShared: (work) => db.transaction().execute(work),
    close: () => db.destroy(),
  }
}

/** Changes the transaction to the role that may delete and empty. The features that erase alone may call it (`structure.test.ts`). */
export async function becomeEraser(tx: Tx): Promise<void> {
  await sql`select evident.become_eraser()`.execute(tx.db)
}

/** Goes back from the role that may delete to the application's, inside the same organisation. */
export async function becomeApplication(tx: Tx): Promise<void> {
  await sql`select evident.enter(${tx.organisationId})`.execute(tx.db)
}

/** Raises the number at which every device of the organisation drops the answers that it keeps. With each erasure. */
export async function raiseErasures(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('organisationSettings')
    .set({ erasures: sql<number>`erasures + 1` })
    .where('organisationId', '=', tx.organisationId)
    .execute()
}

/** Says of events that their contents are deleted, not lost: checking the seals asks for it. Before they are deleted. */
export async function noteRemovedContents(tx: Tx, eventIds: readonly Id[]): Promise<void> {
  const { organisationId, now: removedAt } = tx
  if (eventIds.length === 0) return
  await tx.db
    .insertInto('removedContents')
    .values(eventIds.map((eventId) => ({ organisationId, eventId, removedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** PostgreSQL's code of the error, when it is one of the database's. @example isDatabaseError(error, '23505') // a unique key was met */
export function isDatabaseError(error: unknown, sqlState: string): boolean {
  return error instanceof pg.DatabaseError && error.code === sqlState
}
