// Who may record feedback, note what came of it, correct it and take it back: as for observations.
import type { Actor } from '../../core/actor.ts'
import type { StaffPart } from '../groups/contract.ts'
import { canCorrect, canRecord, canWithdraw, type Together } from '../observations/policy.ts'

interface Made {
  readonly groupId: string
  readonly observedAt: string
}

/** Practitioner or teacher, who was in that group with the learner on that day. */
export function canGive(actor: Actor, facts: Together, made: Made): boolean {
  return canRecord(actor, facts, made)
}

/** One's own alone. */
export function canCorrectFeedback(actor: Actor, facts: Together & { recordedBy: string | undefined }, made: Made): boolean {
  return canCorrect(actor, facts, made)
}

/** One's own, or as a teacher of a group that the learner is in now. */
export function canWithdrawFeedback(actor: Actor, facts: { recordedBy: string; part: StaffPart | undefined }): boolean {
  return canWithdraw(actor, facts)
}
