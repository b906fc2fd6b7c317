// Who may draft a handover: whoever works with the group.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { worksWithGroup } from '../groups/policy.ts'

/** The learners of a draft are those of the group now: the actor works with each of them. */
export function canDraft(actor: Actor, facts: { part: StaffPart | undefined; isOfGroup: boolean }): boolean {
  return worksWithGroup(actor, facts) && facts.isOfGroup
}
