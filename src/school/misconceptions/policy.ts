// Who may name misconceptions and make hinge questions.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeSomeRecord, isClassroomStaff, worksWithGroup } from '../groups/policy.ts'

/** Names are the school's: whoever teaches or supports adds and mends them. */
export function canNameMisconceptions(actor: Actor): boolean {
  return isClassroomStaff(actor)
}

/** The list names no learner: whoever may see some record may read what is named in it. */
export function canReadMisconceptions(actor: Actor): boolean {
  return canSeeSomeRecord(actor)
}

/** For a group one works with; the same for retiring one of that group. */
export function canMakeHingeQuestion(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return worksWithGroup(actor, facts)
}
