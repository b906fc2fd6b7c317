// The list of erasures as a file apart, and their repetition after a restore: who was erased since the backup never comes back.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { insertPerson } from '../common/people/store.ts'
import { canonical, type Plain } from '../core/canonical.ts'
import { Id, newId } from '../core/ids.ts'
import { type Clock, Moment, moment } from '../core/time.ts'
import { learnerErase } from '../school/erasure/contract.ts'
import { insertErasure } from '../school/erasure/store.ts'
import { type Database, openDatabase, type ReadTx, type Tx } from './database.ts'
import { createDispatch } from './dispatch.ts'
import { operations } from './operations.ts'
import type { Services } from './services.ts'
import { SettingError } from './setting-error.ts'

const ListedErasure = z.object({
  id: Id,
  learnerId: Id,
  reason: z.string(),
  erasedAt: Moment,
  records: z.int(),
  erasedBy: z.object({ id: Id, name: z.string(), email: z.string() }),
})
type ListedErasure = z.infer<typeof ListedErasure>

const List = z.object({
  format: z.literal('evident-erasures-1'),
  madeAt: Moment,
  organisations: z.array(z.object({ id: Id, erasures: z.array(ListedErasure) })),
})

/** Every erasure of an installation, oldest first. */
export type ErasureFile = z.infer<typeof List>

const Sealed = z.object({ list: List, sha256: z.string() })

/** Reads the list of every organisation. */
export async function collectErasures(database: Database, clock: Clock): Promise<ErasureFile> {
  const ids = await organisationIds(database)
  const organisations = await Promise.all(ids.map(async (id) => ({ id, erasures: await database.inOrganisation(id, listErasures) })))
  return { format: 'evident-erasures-1', madeAt: moment(clock.now()), organisations }
}

/** Replaces a list of the same name: the newer one holds all of the older. @throws SettingError */
export function writeErasures(path: string, list: ErasureFile): void {
  try {
    writeFileSync(path, `${JSON.stringify({ list, sha256: sumOf(list) }, null, 1)}\n`, { mode: 0o600, flush: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingError('FILE', `${path} can’t be written (${code}).`, 'Give a name in a folder that this user may write.')
  }
}

/** @throws SettingError when it is no list, or not as it was written */
export function readErasures(path: string): ErasureFile {
  const refused = (what: string) =>
    new SettingError('--erasures', `${path} ${what}.`, 'Nothing was changed. Give a file that “evident -- erasures” wrote.')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw refused(`can’t be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    const { list, sha256 } = z.parse(Sealed, JSON.parse(text))
    if (sha256 === sumOf(list)) return list
  } catch {
    throw refused('is no list of erasures')
  }
  throw refused('was changed since it was written')
}

function sumOf(list: ErasureFile): string {
  return createHash('sha256')
    .update(canonical(list as unknown as Plain))
    .digest('hex')
}

/** Erases again, by the product's own command, in the name of who did it and as of when; returns how many learners were to be erased. */
export async function repeatErasures(connection: string, services: Services, list: ErasureFile): Promise<number> {
  let now = new Date(0)
  const database = openDatabase({ connection, clock: { now: () => now }, connections: 2 })
  const dispatch = createDispatch(database, operations, services)
  const eraseAgain = async (organisationId: Id, erasure: ListedErasure) => {
    now = new Date(erasure.erasedAt)
    const ready = await database.inOrganisation(organisationId, (tx) => prepare(tx, erasure))
    if (ready === undefined) return 0
    const { id, learnerId, reason } = erasure
    const actor = { personId: ready.erasedBy, organisationId, kind: 'school' as const, roles: ['data_lead' as const] }
    await dispatch.command(actor, learnerErase.name, { id: newId(), version: learnerErase.version, input: { id, learnerId, reason } })
    return 1
  }
  let erased = 0
  try {
    const here = new Set(await organisationIds(database))
    for (const { id, erasures } of list.organisations.filter((organisation) => here.has(organisation.id)))
      for (const erasure of erasures) erased += await eraseAgain(id, erasure)
    return erased
  } finally {
    await database.close()
  }
}

/** Who erases, when there is something to erase. A learner whom the backup never knew is listed: what still waits on a device for them is refused. */
async function prepare(tx: Tx, erasure: ListedErasure): Promise<{ erasedBy: Id } | undefined> {
  const { id, learnerId, reason, records } = erasure
  const known = await tx.db
    .selectFrom('erasures')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst()
  if (known !== undefined) return undefined
  const erasedBy = await personOf(tx, erasure)
  const learner = await tx.db
    .selectFrom('learners')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', learnerId)
    .executeTakeFirst()
  if (learner !== undefined) return { erasedBy }
  await insertErasure(tx, { id, learnerId, reason, records, erasedBy })
  return undefined
}

/** Who came after the backup is entered again, without an account and without a role. */
async function personOf(tx: Tx, { erasedBy }: ListedErasure): Promise<Id> {
  const row = await tx.db
    .selectFrom('people')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where((where) => where.or([where('id', '=', erasedBy.id), where('email', '=', erasedBy.email)]))
    .executeTakeFirst()
  if (row !== undefined) return row.id
  await insertPerson(tx, erasedBy)
  return erasedBy.id
}

async function organisationIds(database: Database): Promise<Id[]> {
  const rows = await database.onShared((db) => db.selectFrom('organisations').select('id').orderBy('createdAt').execute())
  return rows.map(({ id }) => id)
}

async function listErasures(tx: ReadTx): Promise<ListedErasure[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('erasures')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'erasures.erasedBy').on('people.organisationId', '=', organisationId))
    .select(['erasures.id', 'learnerId', 'reason', 'erasedAt', 'records', 'people.id as personId', 'people.name', 'people.email'])
    .where('erasures.organisationId', '=', organisationId)
    .orderBy('erasedAt')
    .execute()
  return rows.map(({ personId, name, email, erasedAt, ...erasure }) => ({
    ...erasure,
    erasedAt: moment(erasedAt),
    erasedBy: { id: personId, name, email },
  }))
}
