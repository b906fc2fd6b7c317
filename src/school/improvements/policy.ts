// Who may record an improvement, correct it, take it back, and read what became of feedback: as for observations.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canSeeGroup, canSeeRecord } from '../groups/policy.ts'
import { canCorrect, canRecord, canWithdraw, type Together } from '../observations/policy.ts'

interface Made {
  readonly groupId: string
  readonly observedAt: string
}

/** Practitioner or teacher, who was in that group with the learner on that day. */
export function canRecordImprovement(actor: Actor, facts: Together, made: Made): boolean {
  return canRecord(actor, facts, made)
}

/** One's own alone. */
export function canCorrectImprovement(actor: Actor, facts: Together & { recordedBy: string | undefined }, made: Made): boolean {
  return canCorrect(actor, facts, made)
}

/** One's own, or as a teacher of a group that the learner is in now. */
export function canWithdrawImprovement(actor: Actor, facts: { recordedBy: string; part: StaffPart | undefined }): boolean {
  return canWithdraw(actor, facts)
}

/** The place *Feedback* of a session of the group. */
export function canSeeFeedbackOfGroup(actor: Actor, facts: { part: StaffPart | undefined }): boolean {
  return canSeeGroup(actor, facts)
}

/** On the learner's page. */
export function canSeeFeedbackOfLearner(actor: Actor, facts: { worksWith: boolean }): boolean {
  return canSeeRecord(actor, facts)
}
