// When a registration makes sense, which two parts nobody may have at once, and when its unit is closed for good.
import type { Role } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day, Moment } from '../../core/time.ts'
import type { Registration } from './contract.ts'

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

/** Roles that each holds, of those who are named. */
interface StaffRoles {
  readonly assessorRoles?: readonly Role[]
  readonly tutorRoles?: readonly Role[]
  readonly countersignerRoles?: readonly Role[]
  readonly iqaRoles?: readonly Role[]
  /** Who of them assesses without an assessor qualification that counts. */
  readonly traineeIds?: readonly Id[]
}

interface Facts extends StaffRoles {
  readonly candidateRoles: readonly Role[]
  readonly isRegisteredAlready: boolean
}

/** Every part, `null` where nobody has it. */
export function partiesOf({ candidateId, assessorId, tutorId = null, countersignerId = null, iqaId = null }: Parts) {
  return { candidateId, assessorId, tutorId, countersignerId, iqaId }
}

/** Refused: `not_a_candidate`, `registered_already`, `ends_before_it_begins`, and as `rolesRefusal`, `independenceRefusal` and `supervisionRefusal`. */
export function registrationRefusal(wish: Wish, facts: Facts): Refusal | undefined {
  if (!facts.candidateRoles.includes('candidate')) return refused('not_a_candidate', 'candidateId')
  const unfit = rolesRefusal(facts) ?? independenceRefusal(wish)
  if (unfit !== undefined) return unfit
  if (facts.isRegisteredAlready) return refused('registered_already', 'candidateId')
  return endRefusal(wish) ?? supervisionRefusal(wish, facts)
}

/** Refused: `not_an_assessor`, `not_a_tutor`, `not_an_iqa`. */
export function rolesRefusal(facts: StaffRoles): Refusal | undefined {
  if (facts.assessorRoles?.includes('assessor') === false) return refused('not_an_assessor', 'assessorId')
  if (facts.tutorRoles?.includes('tutor') === false) return refused('not_a_tutor', 'tutorId')
  if (facts.countersignerRoles?.includes('assessor') === false) return refused('not_an_assessor', 'countersignerId')
  if (facts.iqaRoles?.includes('iqa') === false) return refused('not_an_iqa', 'iqaId')
  return undefined
}

/** A trainee's decisions need a qualified countersigner. Refused: `countersigner_is_trainee`, `countersigner_missing`. */
export function supervisionRefusal(
  { assessorId, countersignerId }: Pick<Parts, 'assessorId' | 'countersignerId'>,
  { traineeIds = [] }: Pick<StaffRoles, 'traineeIds'>,
): Refusal | undefined {
  if (countersignerId != null && traineeIds.includes(countersignerId)) return refused('countersigner_is_trainee', 'countersignerId')
  if (countersignerId == null && traineeIds.includes(assessorId)) return refused('countersigner_missing', 'countersignerId')
  return undefined
}

function endRefusal({ registeredOn, endsOn }: Pick<Wish, 'registeredOn' | 'endsOn'>): Refusal | undefined {
  return endsOn !== null && endsOn < registeredOn ? refused('ends_before_it_begins', 'endsOn') : undefined
}

/** What a change may say; what it leaves out stays. */
type Change = { readonly [Name in keyof Changing]?: Changing[Name] | undefined }
type Changing = Pick<Registration, 'assessorId' | 'tutorId' | 'countersignerId' | 'iqaId' | 'site' | 'endsOn'>

const changing = ['assessorId', 'tutorId', 'countersignerId', 'iqaId', 'site', 'endsOn'] as const

/** The fields that a change makes other than they are. */
export function changedFields(registration: Changing, change: Change): (keyof Changing)[] {
  return changing.filter((field) => change[field] !== undefined && change[field] !== registration[field])
}

/** The registration as it would be afterwards. */
export function afterChange(registration: Registration, change: Change): Registration {
  const fresh = Object.fromEntries(changedFields(registration, change).map((field) => [field, change[field]]))
  return { ...registration, ...fresh }
}

/** Refused: `unit_claimed`, `nothing_changed`, and as for a new registration; of roles and supervision only what the change touches is asked. */
export function changeRefusal(registration: Registration, change: Change, facts: StaffRoles): Refusal | undefined {
  const fields = changedFields(registration, change)
  if (registration.claimedAt !== null) return claimedRefusal(registration)
  if (fields.length === 0) return refused('nothing_changed')
  const after = afterChange(registration, change)
  const isSupervised = fields.includes('assessorId') || fields.includes('countersignerId')
  return (
    rolesRefusal(facts) ?? independenceRefusal(after) ?? endRefusal(after) ?? (isSupervised ? supervisionRefusal(after, facts) : undefined)
  )
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

/**
 * Refused as `registration_ended` after its last day (`closesOn`): no new evidence, plan, visit, assignment version or decision. What is there goes on to
 * be written up, commented, countersigned, signed and claimed, and the centre may set another last day.
 */
export function endedRefusal({ closesOn }: Pick<Registration, 'closesOn'>, on: Day): Refusal | undefined {
  return closesOn != null && closesOn < on ? refused('registration_ended', 'registrationId') : undefined
}

/** What every command asks that brings something new into a unit. Refused: `unit_claimed`, `registration_ended`. */
export function openRefusal(registration: Pick<Registration, 'claimedAt' | 'closesOn'>, on: Day): Refusal | undefined {
  return claimedRefusal(registration) ?? endedRefusal(registration, on)
}

/** Refused as `unit_claimed` once the certificate is claimed: every command that changes what belongs to a unit's content asks this first. */
export function claimedRefusal({ claimedAt }: { readonly claimedAt: Moment | null }): Refusal | undefined {
  return claimedAt === null ? undefined : refused('unit_claimed', 'registrationId')
}
