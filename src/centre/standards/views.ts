// Reads a standard's shared tables as one value.

import { sql } from 'kysely'
import type { Plain } from '../../core/canonical.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { CriterionLeaf, Crosswalk, LinkedUnit, OfficialWording, StandardPack } from './contract.ts'

/** The newest version of each unit. */
export async function listUnits(tx: ReadTx) {
  const rows = await tx.db
    .selectFrom('standardPacks')
    .select(['code', 'version', 'unitNumber', 'title', 'level', 'credits', 'isComplete'])
    .orderBy('unitNumber')
    .orderBy('version', 'desc')
    .execute()
  return rows.filter((row, at) => rows.findIndex((other) => other.code === row.code) === at)
}

/** The newest version's number of a unit. @throws OperationError not_found */
export async function newestVersion(tx: ReadTx, code: string): Promise<number> {
  const row = await tx.db
    .selectFrom('standardPacks')
    .select('version')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw notFound('packCode')
  return row.version
}

/** A unit in one version. @throws OperationError not_found */
export async function getPack(tx: ReadTx, code: string, version: number): Promise<StandardPack> {
  const [pack] = await listPacks(tx, [{ packCode: code, packVersion: version }])
  if (pack === undefined) throw notFound('packCode')
  return pack
}

/** Units, each in the version asked for, in no order: all their tables in one statement. */
export async function listPacks(
  tx: ReadTx,
  wanted: readonly { readonly packCode: string; readonly packVersion: number }[],
): Promise<StandardPack[]> {
  const [codes, versions] = [wanted.map(({ packCode }) => packCode), wanted.map(({ packVersion }) => packVersion)]
  const rows = await tx.db
    .selectFrom('standardPacks as pack')
    .selectAll('pack')
    .select([
      part<Method>('half_methods', method, 'half, method').as('methods'),
      part<LeafMethod>('leaf_methods', `'leaf', leaf_code, ${method}`, 'leaf_code, half, method').as('leafMethods'),
      part<LinkedUnit>('linked_units', linkedUnit, 'unit_number').as('linkedUnits'),
      part<Numbered>('unit_outcomes', `'number', number, 'label', label`, 'number').as('outcomes'),
      part<Criterion>('assessment_criteria', `'code', code, 'outcomeNumber', outcome_number, 'label', label`, 'position').as('criteria'),
      part<CriterionLeaf>('criterion_leaves', leaf, 'position').as('leaves'),
      part<Crosswalk>('crosswalks', crosswalk, 'other_code').as('crosswalks'),
    ])
    .where(sql<boolean>`(pack.code, pack.version) in (select * from unnest(${codes}::text[], ${versions}::integer[]))`)
    .execute()
  return rows.map((row) => ({
    ...row,
    expertWitnessCountsAsObservation: row.expertWitnessCountsAsObservation as StandardPack['expertWitnessCountsAsObservation'],
  }))
}

type Method = StandardPack['methods'][number]
type LeafMethod = StandardPack['leafMethods'][number]
type Numbered = StandardPack['outcomes'][number]
type Criterion = StandardPack['criteria'][number]

/** The rows of a pack in one of its tables, in order, as an array. */
function part<Row>(table: string, columns: string, order: string) {
  return sql<Row[]>`(select coalesce(json_agg(json_build_object(${sql.raw(columns)}) order by ${sql.raw(order)}), '[]')
    from ${sql.table(table)} row where pack_code = pack.code and pack_version = pack.version)`
}

const method = `'half', half, 'method', method, 'onlyExpert', only_expert`
/** A leaf is judged in the halves that its standard asks for. */
const leaf = `'code', code, 'criterionCode', criterion_code, 'label', label, 'description', description, 'verb', verb,
  'halves', array_remove(array[case when must_be_observed then 'observed' end, case when needs_knowledge then 'knowledge' end], null)`
const linkedUnit = `'unitNumber', unit_number, 'title', title, 'packCode', linked_code,
  'outcomeNumbers', (select coalesce(json_agg(outcome_number order by outcome_number), '[]') from outcome_links link
    where (link.pack_code, link.pack_version, link.unit_number) = (row.pack_code, row.pack_version, row.unit_number))`
const crosswalk = `'code', other_code, 'awardingBody', awarding_body, 'qualification', qualification, 'unitReference', unit_reference, 'title', title,
  'leaves', (select coalesce(json_agg(json_build_object('leaf', leaf_code, 'criterion', criterion, 'difference', difference) order by leaf_code), '[]')
    from crosswalk_leaves walk where (walk.pack_code, walk.pack_version, walk.other_code) = (row.pack_code, row.pack_version, row.other_code))`

/**
 * The official wording of a unit's version in use at the centre: the last loading that was not taken back. With a registration whose unit was
 * signed: the one that it was signed under.
 */
export async function findOfficialWording(
  tx: ReadTx,
  packCode: string,
  packVersion: number,
  registrationId?: Id,
): Promise<OfficialWording | undefined> {
  const loadings = await listLoadings(tx, packCode, packVersion)
  const kept = registrationId === undefined ? undefined : await keptWording(tx, registrationId)
  const wording = loadings.find(({ id }) => id === kept) ?? loadings.find(({ takenBackAt }) => takenBackAt === null)
  if (wording === undefined) return undefined
  const lines = await tx.db
    .selectFrom('officialWordingLines')
    .select(['code', 'text'])
    .where('organisationId', '=', tx.organisationId)
    .where('wordingId', '=', wording.id)
    .orderBy('code')
    .execute()
  const leaves = await tx.db
    .selectFrom('criterionLeaves')
    .select('code')
    .where('packCode', '=', packCode)
    .where('packVersion', '=', packVersion)
    .execute()
  const isLeaf = (code: string) => leaves.some((one) => one.code === code)
  const words = (keep: (code: string) => boolean) =>
    Object.fromEntries(lines.filter(({ code }) => keep(code)).map(({ code, text }) => [code, text]))
  const { id, source, loadedAt, loadedByName } = wording
  return {
    id,
    source,
    loadedAt,
    loadedByName,
    outcomes: words((code) => !code.includes('.')),
    criteria: words((code) => code.includes('.') && !isLeaf(code)),
    leaves: words(isLeaf),
  }
}

async function keptWording(tx: ReadTx, registrationId: Id): Promise<Id | undefined> {
  const row = await tx.db
    .selectFrom('officialWordingUses')
    .select('wordingId')
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  return row?.wordingId
}

/** All loadings of a unit's version, newest first. */
export async function listLoadings(tx: ReadTx, packCode: string, packVersion: number) {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('officialWordings as wording')
    .innerJoin('people as loader', (join) =>
      join.onRef('loader.id', '=', 'wording.loadedBy').on('loader.organisationId', '=', organisationId),
    )
    .leftJoin('people as taker', (join) =>
      join.onRef('taker.id', '=', 'wording.takenBackBy').on('taker.organisationId', '=', organisationId),
    )
    .select(['wording.id', 'wording.number', 'wording.source', 'wording.loadedAt', 'wording.takenBackAt'])
    .select(['loader.name as loadedByName', 'taker.name as takenBackByName'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('officialWordingUses as use')
          .select('use.registrationId')
          .where('use.organisationId', '=', organisationId)
          .whereRef('use.wordingId', '=', 'wording.id'),
      ).as('isSigned'),
    )
    .where('wording.organisationId', '=', organisationId)
    .where('wording.packCode', '=', packCode)
    .where('wording.packVersion', '=', packVersion)
    .orderBy('wording.number', 'desc')
    .execute()
  return rows.map(({ loadedAt, takenBackAt, isSigned, ...row }) => ({
    ...row,
    loadedAt: moment(loadedAt),
    takenBackAt: takenBackAt === null ? null : moment(takenBackAt),
    isSigned: Boolean(isSigned),
  }))
}

/** What a unit is assessed against, as signatures and export take it: our labels, and the official wording that the unit keeps. */
export async function contentForUnit(
  tx: ReadTx,
  { id, packCode, packVersion }: { readonly id: Id; readonly packCode: string; readonly packVersion: number },
): Promise<Plain> {
  const { awardingBody, qualification, unitNumber, unitReference, title, leaves } = await getPack(tx, packCode, packVersion)
  const wording = await findOfficialWording(tx, packCode, packVersion, id)
  return {
    packCode,
    packVersion,
    awardingBody,
    qualification,
    unitNumber,
    unitReference,
    title,
    leaves: leaves.map(({ code, label, description, halves }) => ({ code, label, description, halves })),
    wording:
      wording === undefined
        ? null
        : { source: wording.source, outcomes: wording.outcomes, criteria: wording.criteria, leaves: wording.leaves },
  }
}
