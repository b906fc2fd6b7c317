// When a qualification counts, who is a trainee assessor, and what can't be entered.
import type { Role } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'
import type { NewQualification, Qualification, QualificationKind } from './contract.ts'

/** Any of these makes a qualified assessor (`domain.md` 3.2). */
export const assessorKinds: readonly QualificationKind[] = ['d32_d33', 'a1', 'cava']

type Held = Pick<Qualification, 'kind' | 'awardedOn' | 'expiresOn' | 'checkedAt'>

/** Whether it counts on that day: awarded, checked by somebody else, and not over. */
export function countsOn({ awardedOn, expiresOn, checkedAt }: Held, day: Day): boolean {
  return awardedOn !== null && awardedOn <= day && checkedAt !== null && (expiresOn === null || day <= expiresOn)
}

/** An assessor without an assessor qualification that counts on the day. */
export function isTrainee(roles: readonly Role[], held: readonly Held[], day: Day): boolean {
  return roles.includes('assessor') && !held.some((one) => assessorKinds.includes(one.kind) && countsOn(one, day))
}

/** Refused: `held_or_due`, `awarded_later`, `expires_before_award`. */
export function entryRefusal(
  { awardedOn, dueOn, expiresOn }: Pick<NewQualification, 'awardedOn' | 'dueOn' | 'expiresOn'>,
  today: Day,
): Refusal | undefined {
  if ((awardedOn === null) === (dueOn === null)) return refused('held_or_due', 'awardedOn')
  if (awardedOn !== null && awardedOn > today) return refused('awarded_later', 'awardedOn')
  if (expiresOn !== null && (awardedOn === null || expiresOn < awardedOn)) return refused('expires_before_award', 'expiresOn')
  return undefined
}

interface Standing {
  readonly personId: string
  readonly awardedOn: Day | null
  readonly checkedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Refused: `withdrawn_already`, `own_qualification`, `not_held_yet`, `checked_already`. */
export function checkRefusal(qualification: Standing, checkerId: string): Refusal | undefined {
  if (qualification.withdrawnAt !== null) return refused('withdrawn_already', 'qualificationId')
  if (qualification.personId === checkerId) return refused('own_qualification', 'qualificationId')
  if (qualification.awardedOn === null) return refused('not_held_yet', 'qualificationId')
  if (qualification.checkedAt !== null) return refused('checked_already', 'qualificationId')
  return undefined
}

/** Refused: `withdrawn_already`. */
export function withdrawalRefusal({ withdrawnAt }: Pick<Standing, 'withdrawnAt'>): Refusal | undefined {
  return withdrawnAt === null ? undefined : refused('withdrawn_already')
}

/** Refused: `done_later`. */
export function cpdRefusal({ doneOn }: { readonly doneOn: Day }, today: Day): Refusal | undefined {
  return doneOn > today ? refused('done_later', 'doneOn') : undefined
}
