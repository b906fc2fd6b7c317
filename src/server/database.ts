// The database, and the only two doors to it: one organisation at a time, or the shared tables.
import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Id } from '../core/ids.ts'
import type { Clock } from '../core/time.ts'
import { createStatementNames } from './statement-names.ts'
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
   * index from ids, and planning took longer than answering.
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

const statementNames = createStatementNames()

/** Begins a statement whose answer nobody needs before the transaction's end: it goes out together with the commit. */
export const withCommit = '-- with the commit\n'

/**
 * A connection that sends `begin` together with the statement that follows it, and `commit` together with a last one that says so, which
 * saves each transaction round trips; and statements with parameters under a name, when they come again.
 */
class SparingClient extends pg.Client {
  #isBeginOwed = false
  /** Goes out with the commit. */
  #last: unknown[] | undefined

  override query(...words: unknown[]): never {
    const [text, values] = words
    if (text === 'begin') {
      this.#isBeginOwed = true
      return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] }) as never
    }
    if (text === 'commit' && this.#last !== undefined) return this.#sendWithCommit(this.#last) as never
    if (text === 'rollback') this.#last = undefined
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? statementNames.nameOf(text) : undefined
    const sent = name === undefined ? words : [{ name, text, values }, ...words.slice(2)]
    if (typeof text === 'string' && text.startsWith(withCommit)) {
      this.#last = sent
      return Promise.resolve({ command: 'INSERT', rowCount: 0, rows: [] }) as never
    }
    if (!this.#isBeginOwed) return Reflect.apply(super.query, this, sent) as never
    this.#isBeginOwed = false
    // A rollback of what never began has nothing to do.
    if (text === 'rollback') return Promise.resolve({ command: 'ROLLBACK', rowCount: null, rows: [] }) as never
    return this.#sendWithBegin(sent) as never
  }

  /** When the last statement fails, so does the commit: the transaction is rolled back. */
  async #sendWithCommit(last: unknown[]): Promise<unknown> {
    this.#last = undefined
    const { stream } = this.connection
    stream.cork()
    const done = Reflect.apply(super.query, this, last) as Promise<unknown>
    const committed = super.query('commit')
    committed.catch(() => undefined)
    stream.uncork()
    await done
    return committed
  }

  /** Pipelined: both are on their way before the first is answered. When `begin` fails, what follows counts as failed too. */
  async #sendWithBegin(words: unknown[]): Promise<unknown> {
    const { stream } = this.connection
    // Both in one packet: a write to the socket costs more than a small statement.
    stream.cork()
    const begun = super.query('begin')
    const answered = Reflect.apply(super.query, this, words) as Promise<unknown>
    answered.catch(() => undefined)
    stream.uncork()
    await begun
    return answered
  }
}

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
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(watch === undefined ? {} : { log: (event) => watch(event.query.sql) }),
  })
  const enter = <T>(organisationId: Id, work: (tx: Tx) => Promise<T>, statement: RawBuilder<unknown>) =>
    db.transaction().execute(async (transaction) => {
      await statement.execute(transaction)
      return work({ organisationId, now: clock.now(), db: transaction } as Tx)
    })
  return {
    pool,
    inOrganisation: (organisationId, work) => enter(organisationId, work, sql`select evident.enter(${organisationId})`),
    lookInOrganisation: (organisationId, work) =>
      enter(
        organisationId,
        work,
        sql`select evident.enter(${organisationId}), set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
      ),
    onShared: (work) => db.transaction().execute(work),
    close: () => db.destroy(),
  }
}

/** Changes the transaction to the role that may delete. The erasure feature alone may call it (`structure.test.ts`). */
export async function becomeEraser(tx: Tx): Promise<void> {
  await sql`select evident.become_eraser()`.execute(tx.db)
}

/** Goes back from the role that may delete to the application's, inside the same organisation. */
export async function becomeApplication(tx: Tx): Promise<void> {
  await sql`select evident.enter(${tx.organisationId})`.execute(tx.db)
}

/** PostgreSQL's code of the error, when it is one of the database's. @example isDatabaseError(error, '23505') // a unique key was met */
export function isDatabaseError(error: unknown, sqlState: string): boolean {
  return error instanceof pg.DatabaseError && error.code === sqlState
}
