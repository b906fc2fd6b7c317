// Collects the erasures of every organisation, and repeats them after a restore: who was erased since the backup never comes back.
import { witnessErase } from '../centre/witnesserasure/contract.ts'
import { insertErasure as insertWitnessErasure } from '../centre/witnesserasure/store.ts'
import { insertPerson } from '../common/people/store.ts'
import { restorerFor } from '../core/actor.ts'
import { type Id, newId } from '../core/ids.ts'
import { type Clock, moment } from '../core/time.ts'
import { learnerErase } from '../school/erasure/contract.ts'
import { insertErasure } from '../school/erasure/store.ts'
import { worryRemoveNote } from '../school/worries/contract.ts'
import { insertShownNote } from '../school/worries/store.ts'
import { type Database, openDatabase, type ReadTx, type Tx } from './database.ts'
import { createDispatch } from './dispatch.ts'
import type { ErasureFile, ListedErasure, ListedPerson, ListedRemoval, ListedWitness } from './erasure-file.ts'
import { operations } from './operations.ts'
import type { Services } from './services.ts'

/** Reads the list of every organisation. */
export async function collectErasures(database: Database, clock: Clock): Promise<ErasureFile> {
  const ids = await organisationIds(database)
  const organisations = await Promise.all(
    ids.map(async (id) => ({
      id,
      erasures: await database.inOrganisation(id, listErasures),
      removals: await database.inOrganisation(id, listRemovals),
      witnesses: await database.inOrganisation(id, listWitnesses),
    })),
  )
  return { format: 'evident-erasures-1', madeAt: moment(clock.now()), organisations }
}

/** How many learners and witnesses were erased again, and how many notes removed again. */
export interface Repeated {
  readonly erased: number
  readonly removed: number
}

export const nothingRepeated: Repeated = { erased: 0, removed: 0 }

/** Erases again, by the product's own command, in the name of who did it and as of when. */
export async function repeatErasures(connection: string, services: Services, list: ErasureFile): Promise<Repeated> {
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
  const removeAgain = async (organisationId: Id, removal: ListedRemoval) => {
    now = new Date(removal.removedAt)
    const ready = await database.inOrganisation(organisationId, (tx) => prepareRemoval(tx, removal))
    if (ready === undefined) return 0
    const actor = { personId: ready.removedBy, organisationId, kind: 'school' as const, roles: ['safeguarding_lead' as const] }
    const input = { shownNoteId: removal.id, learnerId: removal.learnerId }
    await dispatch.command(actor, worryRemoveNote.name, { id: newId(), version: worryRemoveNote.version, input })
    return 1
  }
  const eraseWitnessAgain = async (organisationId: Id, witness: ListedWitness) => {
    now = new Date(witness.erasedAt)
    const ready = await database.inOrganisation(organisationId, (tx) => prepareWitness(tx, witness))
    if (ready === undefined) return 0
    const { id, witnessId, reason } = witness
    const actor = restorerFor(organisationId, ready.erasedBy)
    await dispatch.command(actor, witnessErase.name, { id: newId(), version: witnessErase.version, input: { id, witnessId, reason } })
    return 1
  }
  let [erased, removed] = [0, 0]
  try {
    const here = new Set(await organisationIds(database))
    for (const { id, erasures, removals = [], witnesses = [] } of list.organisations.filter((organisation) => here.has(organisation.id))) {
      for (const erasure of erasures) erased += await eraseAgain(id, erasure)
      for (const removal of removals) removed += await removeAgain(id, removal)
      for (const witness of witnesses) erased += await eraseWitnessAgain(id, witness)
    }
    return { erased, removed }
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
  const erasedBy = await personOf(tx, erasure.erasedBy)
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
async function personOf(tx: Tx, person: ListedPerson): Promise<Id> {
  const row = await tx.db
    .selectFrom('people')
    .select('id')
    .where('organisationId', '=', tx.organisationId)
    .where((where) => where.or([where('id', '=', person.id), where('email', '=', person.email)]))
    .executeTakeFirst()
  if (row !== undefined) return row.id
  await insertPerson(tx, person)
  return person.id
}

/** Who removes, when the backup has the note still. */
async function prepareRemoval(tx: Tx, removal: ListedRemoval): Promise<{ removedBy: Id } | undefined> {
  const { id, learnerId, observationId } = removal
  const { organisationId } = tx
  const note = await tx.db
    .selectFrom('learnerObservations')
    .leftJoin('shownNotes', (join) => join.on('shownNotes.id', '=', id).on('shownNotes.organisationId', '=', organisationId))
    .select('shownNotes.id as shownNoteId')
    .where('learnerObservations.organisationId', '=', organisationId)
    .where('learnerObservations.id', '=', observationId)
    .executeTakeFirst()
  if (note === undefined) return undefined
  if (note.shownNoteId === null) {
    const [recordedBy, shownBy] = [await personOf(tx, removal.recordedBy), await personOf(tx, removal.shownBy)]
    const observedAt = new Date(removal.observedAt)
    await insertShownNote(tx, { id, learnerId, observationId, observedAt, recordedBy, shownBy, shownAt: new Date(removal.shownAt) })
  }
  return { removedBy: await personOf(tx, removal.removedBy) }
}

/** Who erases, when the backup has the witness with the name. One whom it never knew is listed. */
async function prepareWitness(tx: Tx, { erasedBy, ...erasure }: ListedWitness): Promise<{ erasedBy: Id } | undefined> {
  const { organisationId } = tx
  const { witnessId } = erasure
  const known = await tx.db
    .selectFrom('witnessErasures')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('witnessId', '=', witnessId)
    .executeTakeFirst()
  if (known !== undefined) return undefined
  const person = await personOf(tx, erasedBy)
  const witness = await tx.db
    .selectFrom('witnesses')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('id', '=', witnessId)
    .executeTakeFirst()
  if (witness !== undefined) return { erasedBy: person }
  const { id, reason } = erasure
  await insertWitnessErasure(tx, { id, witnessId, reason, erasedBy: person })
  return undefined
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

async function listRemovals(tx: ReadTx): Promise<ListedRemoval[]> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('shownNotes')
    .innerJoin('shownNoteAnswers', (join) =>
      join.onRef('shownNoteAnswers.shownNoteId', '=', 'shownNotes.id').on('shownNoteAnswers.organisationId', '=', organisationId),
    )
    .select(['shownNotes.id', 'shownNotes.learnerId', 'observationId', 'observedAt', 'recordedBy', 'shownBy', 'shownAt'])
    .select(['answeredBy', 'answeredAt'])
    .where('shownNotes.organisationId', '=', organisationId)
    .where('answer', '=', 'removed')
    .orderBy('answeredAt')
    .execute()
  const people = await tx.db.selectFrom('people').select(['id', 'name', 'email']).where('organisationId', '=', organisationId).execute()
  const personCalled = (id: Id): ListedPerson => people.find((person) => person.id === id) ?? { id, name: '', email: '' }
  return rows.map(({ answeredBy, answeredAt, ...row }) => ({
    ...row,
    observedAt: moment(row.observedAt),
    recordedBy: personCalled(row.recordedBy),
    shownBy: personCalled(row.shownBy),
    shownAt: moment(row.shownAt),
    removedBy: personCalled(answeredBy),
    removedAt: moment(answeredAt),
  }))
}

async function listWitnesses(tx: ReadTx): Promise<ListedWitness[]> {
  const rows = await tx.db
    .selectFrom('witnessErasures')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'witnessErasures.erasedBy').on('people.organisationId', '=', tx.organisationId),
    )
    .select(['witnessErasures.id', 'witnessId', 'reason', 'erasedAt', 'people.id as personId', 'people.name', 'people.email'])
    .where('witnessErasures.organisationId', '=', tx.organisationId)
    .orderBy('erasedAt')
    .execute()
  return rows.map(({ personId, name, email, reason, erasedAt, ...erasure }) => ({
    ...erasure,
    reason: reason as ListedWitness['reason'],
    erasedAt: moment(erasedAt),
    erasedBy: { id: personId, name, email },
  }))
}
