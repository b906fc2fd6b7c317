// What a standard demands of a leaf, and which evidence can close which half of it.
import type { AssessmentMethod, CriterionLeaf, Half, StandardPack } from './contract.ts'

/** The leaf of this code, or undefined when the unit has none. */
export function findLeaf(pack: StandardPack, code: string): CriterionLeaf | undefined {
  return pack.leaves.find((leaf) => leaf.code === code)
}

/**
 * Whether an item of this method can close this half (rules R2 to R4): the pack says which methods do.
 * A witness counts only when an expert one, and only where the pack lets expert witnesses stand for the assessor's own observation.
 * @example canClose(unit307, 'observed', { method: 'PE', isExpert: false }) // false: product evidence supports, and closes nothing
 */
export function canClose(pack: StandardPack, half: Half, item: { readonly method: AssessmentMethod; readonly isExpert: boolean }): boolean {
  const rule = pack.methods.find((one) => one.half === half && one.method === item.method)
  if (rule === undefined) return false
  if (!rule.onlyExpert) return true
  return item.isExpert && pack.expertWitnessCountsAsObservation === 'yes'
}
