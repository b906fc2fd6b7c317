// When a registration makes sense, which two parts nobody may have at once, and when its unit is closed for good.
import type { Role } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day, Moment } from '../../core/time.ts'

/** Who has which part, as a form or a row says it; nobody has a part that is not named. */
export interface Parts {
  readonly candidateId: Id
  readonly assessorId: Id
  readonly tutorId?: Id | null | undefined
  readonly countersignerId?: Id | null | undefined
  readonly iqaId?: Id | null | undefined
}

interface Wish extends Parts {
  readonly registeredOn: Day
  readonly endsOn: Day | null
}

interface Facts {
  /** Roles that each will hold from the day of registration on; of those who are named. */
  readonly candidateRoles: readonly Role[]
  readonly assessorRoles: readonly Role[]
  readonly tutorRoles?: readonly Role[]
  readonly countersignerRoles?: readonly Role[]
  readonly iqaRoles?: readonly Role[]
  readonly isRegisteredAlready: boolean
}

/** Every part, `null` where nobody has it. */
export function partiesOf({ candidateId, assessorId, tutorId = null, countersignerId = null, iqaId = null }: Parts) {
  return { candidateId, assessorId, tutorId, countersignerId, iqaId }
}

/** Refused: `not_a_candidate`, `not_an_assessor`, `not_a_tutor`, `not_an_iqa`, `registered_already`, `ends_before_it_begins`, and as `independenceRefusal`. */
export function registrationRefusal(wish: Wish, facts: Facts): Refusal | undefined {
  if (!facts.candidateRoles.includes('candidate')) return refused('not_a_candidate', 'candidateId')
  if (!facts.assessorRoles.includes('assessor')) return refused('not_an_assessor', 'assessorId')
  if (facts.tutorRoles?.includes('tutor') === false) return refused('not_a_tutor', 'tutorId')
  if (facts.countersignerRoles?.includes('assessor') === false) return refused('not_an_assessor', 'countersignerId')
  if (facts.iqaRoles?.includes('iqa') === false) return refused('not_an_iqa', 'iqaId')
  const dependent = independenceRefusal(wish)
  if (dependent !== undefined) return dependent
  if (facts.isRegisteredAlready) return refused('registered_already', 'candidateId')
  if (wish.endsOn !== null && wish.endsOn < wish.registeredOn) return refused('ends_before_it_begins', 'endsOn')
  return undefined
}

/**
 * Which two parts one person can't have in one unit (`domain.md` 3.2, R6). Whoever teaches may assess or countersign: a college's tutor often does, and
 * somebody else verifies. She can't verify, because the unit's result is hers too.
 */
const apart: readonly (readonly [one: keyof Parts, other: keyof Parts, reason: string])[] = [
  ['candidateId', 'assessorId', 'assesses_herself'],
  ['candidateId', 'tutorId', 'tutors_herself'],
  ['candidateId', 'countersignerId', 'countersigns_herself'],
  ['candidateId', 'iqaId', 'verifies_herself'],
  ['assessorId', 'countersignerId', 'countersigns_own'],
  ['assessorId', 'iqaId', 'verifies_own'],
  ['countersignerId', 'iqaId', 'verifies_countersigned'],
  ['tutorId', 'iqaId', 'verifies_taught'],
]

/** Refused when one person has two parts that must stay apart; the reason is the pair's own, the field the later part. */
export function independenceRefusal(parts: Parts): Refusal | undefined {
  for (const [one, other, reason] of apart) {
    if (parts[one] != null && parts[one] === parts[other]) return refused(reason, other)
  }
  return undefined
}

/** Refused as `unit_claimed` once the certificate is claimed: every command that changes what belongs to a unit's content asks this first. */
export function claimedRefusal({ claimedAt }: { readonly claimedAt: Moment | null }): Refusal | undefined {
  return claimedAt === null ? undefined : refused('unit_claimed', 'registrationId')
}
