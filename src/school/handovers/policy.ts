// Who may hand over, read, decide and share. A line about a learner is seen by who may see that learner's record, by nobody else.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeSomeRecord, isClassroomStaff, isTeacherOf, worksWithGroup } from '../groups/policy.ts'
import { belongedAt, type Stay } from '../groups/rules.ts'
import type { SharedWith } from './contract.ts'

/** A first, cheap question: whether there can be handovers for the actor. */
export function canReadSome(actor: Actor): boolean {
  return canSeeSomeRecord(actor) || hasRole(actor, 'subject_lead')
}

/** A handover, or a line of one: of a session of the group, written then or afterwards. */
export interface Written {
  readonly groupId: string
  readonly sessionStartedAt: string
  readonly writtenAt: string
}

/** Who worked with the group in that session, or does when it is written: one that waited on a device is not lost, nor one of a colleague who took the session alone. */
export function canSend(actor: Actor, { staff }: { staff: readonly Stay[] }, { groupId, sessionStartedAt, writtenAt }: Written): boolean {
  const isThere = (stay: Stay) => stay.groupId === groupId && (belongedAt(stay, sessionStartedAt) || belongedAt(stay, writtenAt))
  return isClassroomStaff(actor) && staff.some(isThere)
}

/** A line about a learner who was in the group in that session, or is when it is written. */
export function canWriteAbout(actor: Actor, facts: { staff: readonly Stay[]; members: readonly Stay[] }, written: Written): boolean {
  return canSend(actor, facts, written) && canSend(actor, { staff: facts.members }, written)
}

export interface ReaderFacts {
  /** The actor's in the handover's group now. */
  readonly part: StaffPart | undefined
  readonly sharedWith: readonly SharedWith[]
}

/** Practitioners and teachers of the group, the SENCO, and the subject lead when somebody chose so. Never head, data lead or administrator as such. */
export function canReadHandover(actor: Actor, { part, sharedWith }: ReaderFacts): boolean {
  return (
    hasRole(actor, 'senco') || worksWithGroup(actor, { part }) || (hasRole(actor, 'subject_lead') && sharedWith.includes('subject_lead'))
  )
}

/** The plan is the teacher's. */
export function canDecide(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isTeacherOf(actor, facts)
}

/** By whoever wrote it, while they work with the group, or its teacher. */
export function canShare(actor: Actor, facts: { part: StaffPart | undefined; sentBy: string }): boolean {
  return canDecide(actor, facts) || (worksWithGroup(actor, facts) && facts.sentBy === actor.personId)
}

/** Taken back by whoever made it. */
export function canTakeBack(actor: Actor, facts: { madeBy: string }): boolean {
  return isClassroomStaff(actor) && facts.madeBy === actor.personId
}

/** How many handovers stay unanswered is for the head, as counts by week. */
export function canSeeCounts(actor: Actor): boolean {
  return hasRole(actor, 'head')
}
