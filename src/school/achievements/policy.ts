// Who may look after a learner's log of achievements, and who may read it.
import type { Actor } from '../../core/actor.ts'
import { canSeeRecord, canWorkWith } from '../groups/policy.ts'

/** Beside the learner: practitioner or teacher who works with them. */
export function canKeepAchievements(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canWorkWith(actor, facts)
}

export function canSeeAchievements(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}
