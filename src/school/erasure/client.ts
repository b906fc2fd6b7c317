// Erasing on screen: what it would take, whether the name was typed, and the list of what was erased.
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { type ErasureCounts, erasureList, learnerPreviewErasure } from './contract.ts'

export type Preview = Parsed<typeof learnerPreviewErasure.output>
export type ErasureLine = Parsed<typeof erasureList.output>['erasures'][number]

/** @param learnerId undefined while the learner is being erased: nothing is left to be asked then */
export function useErasurePreview(learnerId: Id | undefined): Asked<Preview> {
  return useAsked(learnerPreviewErasure, learnerId === undefined ? undefined : { learnerId })
}

export function useErasures(): Asked<readonly ErasureLine[]> {
  const asked = useAsked(erasureList, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.erasures } : asked
}

/** Everything that an erasure removes, without the events' content, which nobody counts as records. */
export function recordsIn({ events: _, ...counts }: ErasureCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
