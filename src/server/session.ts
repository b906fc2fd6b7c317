// From a cookie to an actor: looked up once, remembered for half a minute, forgotten in every process when access changes.
import pg from 'pg'
import type { Actor, OrganisationKind, Role } from '../core/actor.ts'
import type { Id } from '../core/ids.ts'
import { dayOf } from '../core/time.ts'
import type { Database } from './database.ts'
import type { Identity, User } from './identity.ts'

/** An organisation that a user may enter, for the visible switch. */
export interface Membership {
  readonly id: Id
  readonly name: string
  readonly kind: OrganisationKind
  readonly personId: Id
  readonly personName: string
  readonly roles: readonly Role[]
}

/** What a request may do, and how many erasures its organisation has seen (a device's cache is as old as that number). */
export interface Entry {
  readonly actor: Actor
  readonly erasures: number
}

export interface Sessions {
  findUser(headers: Headers): Promise<User | undefined>
  /** The actor that a user is in an organisation today. `undefined`: none, shut, or without a role. */
  enter(userId: Id, organisationId: Id): Promise<Entry | undefined>
  memberships(userId: Id): Promise<readonly Membership[]>
  /** Forgets at once, in this process and in all others. */
  accessChanged(): Promise<void>
  close(): Promise<void>
}

const rememberFor = 30_000

/** Remembers the answers of a lookup for a while; a lookup under way is shared. */
class Remembered<T> {
  readonly #entries = new Map<string, { until: number; value: Promise<T> }>()
  get(key: string, look: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key)
    if (known !== undefined && known.until > Date.now()) return known.value
    const value = look()
    if (this.#entries.size > 10_000) this.#entries.clear()
    this.#entries.set(key, { until: Date.now() + rememberFor, value })
    value.catch(() => this.#entries.delete(key))
    return value
  }
  clear(): void {
    this.#entries.clear()
  }
}

/** Builds the look-up; listens on a connection of its own for changes that other processes made. */
export async function createSessions(database: Database, identity: Identity, connection: string | pg.ClientConfig): Promise<Sessions> {
  const users = new Remembered<User | undefined>()
  const entries = new Remembered<Entry | undefined>()
  const forget = () => {
    users.clear()
    entries.clear()
  }
  const listener = await listen(connection, forget)
  return {
    findUser: (headers) => {
      const cookie = headers.get('cookie')
      if (cookie === null || !cookie.includes('session_token=')) return Promise.resolve(undefined)
      return users.get(cookie, () => identity.findUser(headers))
    },
    enter: (userId, organisationId) => entries.get(`${userId} ${organisationId}`, () => findEntry(database, userId, organisationId)),
    memberships: (userId) => findMemberships(database, userId, entries),
    accessChanged: async () => {
      forget()
      await database.pool.query(`select pg_notify('evident_access', '')`)
    },
    close: () => listener.close(),
  }
}

async function findEntry(database: Database, userId: Id, organisationId: Id): Promise<Entry | undefined> {
  return database.inOrganisation(organisationId, async (tx) => {
    const today = dayOf(tx.now)
    const rows = await tx.db
      .selectFrom('memberships')
      .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
      .innerJoin('organisationSettings', (join) => join.on('organisationSettings.organisationId', '=', organisationId))
      .innerJoin('roleHoldings', (join) =>
        join.onRef('roleHoldings.personId', '=', 'memberships.personId').on('roleHoldings.organisationId', '=', organisationId),
      )
      .select(['memberships.personId', 'organisations.kind', 'organisationSettings.erasures', 'roleHoldings.role'])
      .where('memberships.userId', '=', userId)
      .where('memberships.organisationId', '=', organisationId)
      .where('memberships.shutAt', 'is', null)
      .where('roleHoldings.fromOn', '<=', today)
      .where((where) => where.or([where('roleHoldings.untilOn', 'is', null), where('roleHoldings.untilOn', '>=', today)]))
      .execute()
    const [first] = rows
    if (first === undefined) return undefined
    const roles = [...new Set(rows.map((row) => row.role as Role))]
    return { actor: { personId: first.personId, organisationId, kind: first.kind as OrganisationKind, roles }, erasures: first.erasures }
  })
}

async function findMemberships(database: Database, userId: Id, entries: Remembered<Entry | undefined>): Promise<readonly Membership[]> {
  const rows = await database.onShared((db) =>
    db
      .selectFrom('memberships')
      .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
      .select(['organisations.id', 'organisations.name'])
      .where('userId', '=', userId)
      .orderBy('organisations.createdAt')
      .execute(),
  )
  const found = await Promise.all(
    rows.map(async ({ id, name }) => {
      const entry = await entries.get(`${userId} ${id}`, () => findEntry(database, userId, id))
      if (entry === undefined) return undefined
      const { personId, kind, roles } = entry.actor
      return { id, name, kind, personId, personName: await personName(database, id, personId), roles }
    }),
  )
  return found.filter((membership) => membership !== undefined)
}

async function personName(database: Database, organisationId: Id, personId: Id): Promise<string> {
  const row = await database.inOrganisation(organisationId, (tx) =>
    tx.db.selectFrom('people').select('name').where('organisationId', '=', organisationId).where('id', '=', personId).executeTakeFirst(),
  )
  return row?.name ?? ''
}

/** Keeps one connection listening; when it breaks, forgets (it may have missed news) and connects again. */
async function listen(connection: string | pg.ClientConfig, changed: () => void): Promise<{ close(): Promise<void> }> {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  let client: pg.Client | undefined
  let closed = false
  const connect = async () => {
    const next = new pg.Client(config)
    next.on('notification', changed)
    next.on('error', () => undefined)
    next.on('end', () => {
      changed()
      if (!closed) setTimeout(() => void connect().catch(() => undefined), 500)
    })
    await next.connect()
    await next.query('listen evident_access')
    client = next
  }
  await connect()
  return {
    close: async () => {
      closed = true
      await client?.end()
    },
  }
}
