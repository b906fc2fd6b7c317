// What a standard demands of a leaf, and which evidence can close which half of it.
import type { AssessmentMethod, CriterionLeaf, Crosswalk, Half, HalfMethod, StandardPack } from './contract.ts'

/** The leaf of this code, or undefined when the unit has none. */
export function findLeaf(pack: StandardPack, code: string): CriterionLeaf | undefined {
  return pack.leaves.find((leaf) => leaf.code === code)
}

/** What can close this half of this leaf: the leaf's own methods where it has any, else the unit's. */
export function methodsFor(pack: StandardPack, leaf: string, half: Half): readonly HalfMethod[] {
  const own = pack.leafMethods.filter((one) => one.leaf === leaf && one.half === half)
  return own.length > 0 ? own : pack.methods.filter((one) => one.half === half)
}

/**
 * Whether an item of this method can close this half of this leaf (rules R2 to R4): the pack says which methods do.
 * A witness counts only when an expert one, and not where the pack takes testimony as a supplement alone. Where it takes an expert's only for
 * a specialist's eye, that the eye was needed is what assessor and candidate sign when they name her in the plan.
 * @example canClose(unit307, '2.4', 'observed', { method: 'PE', isExpert: false }) // false: product evidence supports, and closes nothing
 */
export function canClose(
  pack: StandardPack,
  leaf: string,
  half: Half,
  item: { readonly method: AssessmentMethod; readonly isExpert: boolean },
): boolean {
  const rule = methodsFor(pack, leaf, half).find((one) => one.method === item.method)
  if (rule === undefined) return false
  if (!rule.onlyExpert) return true
  return item.isExpert && pack.expertWitnessCountsAsObservation !== 'supplementary'
}

/** A criterion elsewhere that what is met here may serve: for its people to judge. */
export interface Suggestion {
  readonly criterion: string
  readonly leaves: readonly string[]
  readonly difference: string
}

/** The criteria of another unit all of whose leaves here are among these. It suggests; nothing claims by it. */
export function crosswalkSuggestions(crosswalk: Crosswalk, leaves: ReadonlySet<string>): Suggestion[] {
  const criteria = [...new Set(crosswalk.leaves.map(({ criterion }) => criterion))]
  return criteria.flatMap((criterion) => {
    const speaking = crosswalk.leaves.filter((one) => one.criterion === criterion)
    if (!speaking.every(({ leaf }) => leaves.has(leaf))) return []
    return [{ criterion, leaves: speaking.map(({ leaf }) => leaf), difference: speaking[0]?.difference ?? '' }]
  })
}
