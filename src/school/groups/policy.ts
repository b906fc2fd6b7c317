// Who may see a learner's record, and who may look after a group. Everything else in the school's half stands on these.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { StaffPart } from './contract.ts'

/** Those who teach and support. Without one of the two roles today, a place in a group gives nothing. */
export function isClassroomStaff(actor: Actor): boolean {
  return hasRole(actor, 'practitioner', 'teacher')
}

/** The office looks after lists and consents, and reads no notes. */
export function isOffice(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'data_lead')
}

/** A first, cheap question: whether there can be learners whose record the actor sees. */
export function canSeeSomeRecord(actor: Actor): boolean {
  return isClassroomStaff(actor) || hasRole(actor, 'senco')
}

/** Notes, photos and states of a learner: who works with a group of the learner today, and the SENCO. Never head, data lead or administrator as such. */
export function canSeeRecord(actor: Actor, facts: { worksWith: boolean }): boolean {
  return hasRole(actor, 'senco') || (isClassroomStaff(actor) && facts.worksWith)
}

/** Writes beside a child: practitioner or teacher who works with the learner. */
export function canWorkWith(actor: Actor, facts: { worksWith: boolean }): boolean {
  return isClassroomStaff(actor) && facts.worksWith
}

/** The group's page and its learners. */
export function canSeeGroup(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return hasRole(actor, 'senco') || worksWithGroup(actor, facts)
}

/** What staff of a group do with it: goals, sessions. */
export function worksWithGroup(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return isClassroomStaff(actor) && facts.part !== undefined
}

/** Judgements that are a teacher's alone. */
export function isTeacherOf(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return hasRole(actor, 'teacher') && facts.part === 'teacher'
}

export interface GroupFacts {
  readonly part: StaffPart | undefined
  readonly isCreator: boolean
}

/** Names, members, staff, closing: its teacher, whoever made it and still works with it, and the office. */
export function canManageGroup(actor: Actor, facts: GroupFacts): boolean {
  return isOffice(actor) || isTeacherOf(actor, facts) || (worksWithGroup(actor, facts) && facts.isCreator)
}

/**
 * Adding a learner opens their record to the group's adults, so it must not be a way in: staff may add whom they work with already,
 * whom they registered themselves when nobody has them yet, and who left this group today: a slip is mended by whoever made it. The office may add anyone.
 */
export function canAddLearner(actor: Actor, facts: GroupFacts & { worksWith: boolean; isFresh: boolean; hasLeftToday: boolean }): boolean {
  return canManageGroup(actor, facts) && (isOffice(actor) || facts.worksWith || facts.isFresh || facts.hasLeftToday)
}

/** All groups by name: the office, the SENCO, the head. */
export function canSeeAllGroups(actor: Actor): boolean {
  return isOffice(actor) || hasRole(actor, 'senco', 'head')
}

/** Managing is open to classroom staff and office; which group, {@link canManageGroup} says. */
export function canManageSomeGroup(actor: Actor): boolean {
  return isClassroomStaff(actor) || isOffice(actor)
}
