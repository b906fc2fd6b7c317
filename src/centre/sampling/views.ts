// Reads samples with their judgements and actions.
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { ActionNote, Outcome, Sample, SampleAction, Stage } from './contract.ts'
import { isOpen } from './rules.ts'

/** All samples of a unit in the order in which they were drawn. */
export async function samplesOf(tx: ReadTx, registrationId: Id): Promise<Sample[]> {
  return (await samplesOfAll(tx, [registrationId])).get(registrationId) ?? []
}

/** Samples of several units, by registration. */
export async function samplesOfAll(tx: ReadTx, registrationIds: readonly Id[]): Promise<Map<Id, Sample[]>> {
  if (registrationIds.length === 0) return new Map()
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('samples')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'samples.drawnBy').on('people.organisationId', '=', organisationId))
    .select(['samples.id', 'registrationId', 'stage', 'rationale', 'drawnAt', 'people.name as drawnByName'])
    .where('samples.organisationId', '=', organisationId)
    .where('registrationId', 'in', [...registrationIds])
    .orderBy('drawnAt')
    .orderBy('samples.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const [judgements, actions] = [await judgementsOf(tx, ids), await actionsOf(tx, ids)]
  const samples = rows.map(({ drawnAt, stage, ...row }) => ({
    ...row,
    stage: stage as Stage,
    drawnAt: moment(drawnAt),
    judgements: judgements.get(row.id) ?? [],
    actions: actions.get(row.id) ?? [],
  }))
  return grouped(samples, ({ registrationId }) => registrationId)
}

/** Open actions that a person owes, with the registration of each. */
export async function actionsOwedBy(tx: ReadTx, ownerId: Id): Promise<{ registrationId: Id; action: SampleAction }[]> {
  const rows = await tx.db
    .selectFrom('sampleActions')
    .innerJoin('samples', (join) =>
      join.onRef('samples.id', '=', 'sampleActions.sampleId').on('samples.organisationId', '=', tx.organisationId),
    )
    .select(['sampleActions.id', 'samples.registrationId', 'sampleActions.sampleId'])
    .where('sampleActions.organisationId', '=', tx.organisationId)
    .where('sampleActions.ownerId', '=', ownerId)
    .execute()
  const actions = await actionsOf(
    tx,
    rows.map(({ sampleId }) => sampleId),
  )
  return rows.flatMap(({ id, registrationId, sampleId }) => {
    const action = actions.get(sampleId)?.find((one) => one.id === id)
    return action?.isOpen === true ? [{ registrationId, action }] : []
  })
}

async function judgementsOf(tx: ReadTx, sampleIds: readonly Id[]) {
  if (sampleIds.length === 0) return new Map<Id, Sample['judgements']>()
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('sampleJudgements')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'sampleJudgements.judgedBy').on('people.organisationId', '=', organisationId),
    )
    .select(['sampleId', 'outcome', 'words', 'judgedAt', 'people.name as byName'])
    .where('sampleJudgements.organisationId', '=', organisationId)
    .where('sampleId', 'in', [...sampleIds])
    .orderBy('judgedAt')
    .orderBy('sampleJudgements.id')
    .execute()
  return grouped(
    rows,
    ({ sampleId }) => sampleId,
    ({ outcome, words, byName, judgedAt }) => ({ outcome: outcome as Outcome, words, byName, at: moment(judgedAt) }),
  )
}

async function actionsOf(tx: ReadTx, sampleIds: readonly Id[]): Promise<Map<Id, SampleAction[]>> {
  if (sampleIds.length === 0) return new Map()
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('sampleActions')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'sampleActions.ownerId').on('people.organisationId', '=', organisationId))
    .select(['sampleActions.id', 'sampleId', 'what', 'ownerId', 'people.name as ownerName', 'dueOn'])
    .where('sampleActions.organisationId', '=', organisationId)
    .where('sampleId', 'in', [...sampleIds])
    .orderBy('askedAt')
    .orderBy('sampleActions.id')
    .execute()
  const notes = await notesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return grouped(
    rows,
    ({ sampleId }) => sampleId,
    ({ sampleId: _, ...action }) => {
      const said = notes.get(action.id) ?? []
      return { ...action, notes: said, isOpen: isOpen(said) }
    },
  )
}

async function notesOf(tx: ReadTx, actionIds: readonly Id[]): Promise<Map<Id, ActionNote[]>> {
  if (actionIds.length === 0) return new Map()
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('sampleActionNotes')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'sampleActionNotes.saidBy').on('people.organisationId', '=', organisationId),
    )
    .select(['actionId', 'kind', 'words', 'saidAt', 'people.name as byName'])
    .where('sampleActionNotes.organisationId', '=', organisationId)
    .where('actionId', 'in', [...actionIds])
    .orderBy('saidAt')
    .orderBy('sampleActionNotes.id')
    .execute()
  return grouped(
    rows,
    ({ actionId }) => actionId,
    ({ kind, words, byName, saidAt }) => ({ kind: kind as ActionNote['kind'], words, byName, at: moment(saidAt) }),
  )
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => Id): Map<Id, Row[]>
function grouped<Row, Shown>(rows: readonly Row[], key: (row: Row) => Id, show: (row: Row) => Shown): Map<Id, Shown[]>
function grouped<Row>(rows: readonly Row[], key: (row: Row) => Id, show: (row: Row) => unknown = (row) => row): Map<Id, unknown[]> {
  const groups = new Map<Id, unknown[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), show(row)])
  return groups
}
