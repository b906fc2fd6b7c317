// Results on screen: read in from a pasted table, seen as a quiet list, taken back as a whole.
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { addition } from '../../web/outbox.ts'
import { usePending } from '../../web/pending.ts'
import { resultForLearner, resultImports, resultRead, resultWithdrawImport, type SummativeResult } from './contract.ts'
import type { ResultRow } from './rules.ts'

/** A learner's results, without those that this device took back a moment ago. */
export function useResults(learnerId: Id): Asked<readonly SummativeResult[]> {
  const asked = useAsked(resultForLearner, { learnerId })
  const withdrawn = usePending(resultWithdrawImport, asked)
  if (asked.state !== 'answered') return asked
  const gone = new Set(withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.importId))
  return { ...asked, answer: asked.answer.results.filter(({ importId }) => !gone.has(importId)) }
}

export interface ShownImport extends Omit<Parsed<typeof resultImports.output>['imports'][number], 'importedByName'> {
  /** Undefined for what waits on this device: one's own. */
  readonly importedByName: string | undefined
}

/** What was read in, with what waits on this device first. */
export function useImports(): Asked<readonly ShownImport[]> {
  const asked = useAsked(resultImports, {})
  const read = usePending(resultRead, asked)
  const withdrawn = usePending(resultWithdrawImport, asked)
  if (asked.state !== 'answered') return asked
  const gone = new Set(withdrawn.filter(({ state }) => state !== 'held').map(({ input }) => input.importId))
  const known = new Set(asked.answer.imports.map(({ importId }) => importId))
  const fresh = [...Map.groupBy(read, ({ input }) => input.importId)].map(([importId, rows]) => ({
    importId,
    tests: [...new Set(rows.map(({ input }) => input.testName))],
    rows: rows.length,
    importedByName: undefined,
    importedAt: rows[0]?.input.importedAt ?? '',
  }))
  const all = [...fresh.toReversed().filter(({ importId }) => !known.has(importId)), ...asked.answer.imports]
  return { ...asked, answer: all.filter(({ importId }) => !gone.has(importId)) }
}

/** Keeps rows without problems as one import: all of them, or none. */
export async function keepResults(rows: readonly ResultRow[]): Promise<void> {
  const importId = newId()
  const importedAt = new Date().toISOString()
  const additions = rows.flatMap(({ learnerId, takenOn, texts, problems }) => {
    if (learnerId === undefined || takenOn === undefined || problems.length > 0) return []
    const told = { subject: texts.subject, testName: texts.test, takenOn, result: texts.result }
    return [addition(resultRead, { id: newId(), importId, learnerId, ...told, importedAt })]
  })
  await device().outbox.addAll(additions)
}

export async function withdrawImport(importId: Id): Promise<void> {
  await device().outbox.add(resultWithdrawImport, { id: newId(), importId })
}
