// Who may read and write a learner's profile: who sees the record, and who has just registered the child.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, canSeeRecord, isClassroomStaff } from '../groups/policy.ts'

export interface ProfileFacts {
  readonly worksWith: boolean
  /** Registered by the actor, and in no group so far. */
  readonly isFresh: boolean
}

export function canWriteProfile(actor: Actor, facts: ProfileFacts): boolean {
  return canSeeRecord(actor, facts) || (isClassroomStaff(actor) && facts.isFresh)
}

export function canSeeProfile(actor: Actor, facts: Pick<ProfileFacts, 'worksWith'>): boolean {
  return canSeeRecord(actor, facts)
}

/** All profiles of a group at once: a cover teacher has the group for that day. */
export function canSeeProfiles(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}
