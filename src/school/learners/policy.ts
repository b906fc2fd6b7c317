// Who may register learners and mend what is kept of them.
import { type Actor, hasRole } from '../../core/actor.ts'
import { canSeeRecord, isClassroomStaff, isOffice } from '../groups/policy.ts'

export function canRegister(actor: Actor): boolean {
  return isClassroomStaff(actor) || isOffice(actor)
}

export interface LearnerFacts {
  readonly worksWith: boolean
  /** Registered by the actor, and in no group so far. */
  readonly isFresh: boolean
}

/** Symbol and what helps: who sees the record, and who has just registered the child. */
export function canDescribe(actor: Actor, facts: LearnerFacts): boolean {
  return canSeeRecord(actor, facts) || (isClassroomStaff(actor) && facts.isFresh)
}

/** A name can be mended by the office too, which sees names. */
export function canRename(actor: Actor, facts: LearnerFacts): boolean {
  return isOffice(actor) || canDescribe(actor, facts)
}

/** Names of all learners, without anything noted. */
export function canListNames(actor: Actor): boolean {
  return isOffice(actor) || hasRole(actor, 'senco', 'head')
}
