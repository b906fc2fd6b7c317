// When a registration makes sense.
import type { Role } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'

interface Wish {
  readonly candidateId: Id
  readonly assessorId: Id
  readonly registeredOn: Day
  readonly endsOn: Day | null
}

interface Facts {
  /** Roles that they hold or will hold from the day of registration on. */
  readonly candidateRoles: readonly Role[]
  readonly assessorRoles: readonly Role[]
  readonly isRegisteredAlready: boolean
}

/** Refused: `not_a_candidate`, `not_an_assessor`, `assesses_herself`, `registered_already`, `ends_before_it_begins`. */
export function registrationRefusal(wish: Wish, facts: Facts): Refusal | undefined {
  if (!facts.candidateRoles.includes('candidate')) return refused('not_a_candidate', 'candidateId')
  if (!facts.assessorRoles.includes('assessor')) return refused('not_an_assessor', 'assessorId')
  if (wish.candidateId === wish.assessorId) return refused('assesses_herself', 'assessorId')
  if (facts.isRegisteredAlready) return refused('registered_already', 'candidateId')
  if (wish.endsOn !== null && wish.endsOn < wish.registeredOn) return refused('ends_before_it_begins', 'endsOn')
  return undefined
}
