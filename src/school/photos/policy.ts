// Who may keep a photo of a learner's work.
import type { Actor } from '../../core/actor.ts'
import { canWorkWith } from '../groups/policy.ts'

/** Who worked with the learner on the day on which it was taken: a photo taken offline is not lost by a change of groups since. */
export function canAddPhoto(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canWorkWith(actor, facts)
}
