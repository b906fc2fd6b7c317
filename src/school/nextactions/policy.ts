// Who may note next actions and say what became of them.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, isClassroomStaff, worksWithGroup } from '../groups/policy.ts'
import type { ActionOutcome } from './contract.ts'

/** Whoever works with the group; taking back is for whoever noted it. */
export function canMarkAction(
  actor: Actor,
  facts: { part: StaffPart | undefined; notedBy: string },
  { outcome }: { outcome: ActionOutcome },
): boolean {
  if (outcome === 'withdrawn') return isClassroomStaff(actor) && facts.notedBy === actor.personId
  return worksWithGroup(actor, facts)
}

export function canSeeActions(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
