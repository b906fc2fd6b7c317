// Who takes a portfolio out, and who brings one in.
import { type Actor, hasRole } from '../../core/actor.ts'
import type { Id } from '../../core/ids.ts'

/** Checked files come by the porter alone: for an administrator, or at the terminal. */
export function canBring(actor: Actor): boolean {
  return actor.service === 'porter'
}

/** Who may hand a file in, for the porter to check. */
export function canHandIn(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator')
}

export function mayReadBrought(actor: Actor): boolean {
  return hasRole(actor, 'centre_administrator', 'candidate', 'assessor', 'tutor', 'iqa')
}

interface Brought {
  readonly candidateId: Id | null
  /** Who assesses or tutors this candidate, or verifies her units. */
  readonly readerIds: readonly Id[]
}

/** All for the administrator; to a candidate her own; to those who have a part in her units hers. */
export function canReadBrought(actor: Actor, { candidateId, readerIds }: Brought): boolean {
  if (canHandIn(actor)) return true
  return mayReadBrought(actor) && candidateId !== null && (actor.personId === candidateId || readerIds.includes(actor.personId))
}
