// Who may see the map of a class.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup } from '../groups/policy.ts'

/** The map shows the record of every learner of the group: who works with the group now, and the SENCO. */
export function canSeeMap(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
