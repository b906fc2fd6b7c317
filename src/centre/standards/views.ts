// Reads a standard's shared tables as one value.
import { notFound } from '../../core/errors.ts'
import type { ReadTx } from '../../server/database.ts'
import type { AssessmentMethod, Half, StandardPack } from './contract.ts'

/** The newest version of each unit. */
export async function listUnits(tx: ReadTx) {
  const rows = await tx.db
    .selectFrom('standardPacks')
    .select(['code', 'version', 'unitNumber', 'title', 'level', 'credits'])
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
  const pack = await tx.db
    .selectFrom('standardPacks')
    .selectAll()
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  if (pack === undefined) throw notFound('packCode')
  const methods = await tx.db
    .selectFrom('halfMethods')
    .select(['half', 'method', 'onlyExpert'])
    .where('packCode', '=', code)
    .where('packVersion', '=', version)
    .orderBy('half')
    .orderBy('method')
    .execute()
  const linkedUnits = await tx.db
    .selectFrom('linkedUnits')
    .select(['unitNumber', 'title'])
    .where('packCode', '=', code)
    .where('packVersion', '=', version)
    .orderBy('unitNumber')
    .execute()
  const outcomes = await tx.db
    .selectFrom('unitOutcomes')
    .select(['number', 'label'])
    .where('packCode', '=', code)
    .where('packVersion', '=', version)
    .orderBy('number')
    .execute()
  const criteria = await tx.db
    .selectFrom('assessmentCriteria')
    .select(['code', 'outcomeNumber', 'label'])
    .where('packCode', '=', code)
    .where('packVersion', '=', version)
    .orderBy('position')
    .execute()
  const leaves = await tx.db
    .selectFrom('criterionLeaves')
    .select(['code', 'criterionCode', 'label', 'description', 'mustBeObserved', 'needsKnowledge'])
    .where('packCode', '=', code)
    .where('packVersion', '=', version)
    .orderBy('position')
    .execute()
  return {
    ...pack,
    expertWitnessCountsAsObservation: pack.expertWitnessCountsAsObservation as StandardPack['expertWitnessCountsAsObservation'],
    methods: methods.map((row) => ({ half: row.half as Half, method: row.method as AssessmentMethod, onlyExpert: row.onlyExpert })),
    linkedUnits,
    outcomes,
    criteria,
    leaves: leaves.map(asLeaf),
  }
}

/** A leaf is judged in the halves that its standard asks for. */
function asLeaf<Leaf extends { mustBeObserved: boolean; needsKnowledge: boolean }>({ mustBeObserved, needsKnowledge, ...leaf }: Leaf) {
  return { ...leaf, halves: [...(mustBeObserved ? ['observed' as const] : []), ...(needsKnowledge ? ['knowledge' as const] : [])] }
}
