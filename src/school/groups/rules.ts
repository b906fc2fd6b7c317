// Rules on groups: who is together with whom when, and what can't be added twice.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, isWithin } from '../../core/time.ts'
import type { StaffPart } from './contract.ts'

/** From when until when a learner or an adult belongs to a group. */
export interface Stay {
  readonly groupId: string
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** Whether what was made on that day was made with the group: both ends belong to the stay. */
export function belongedOn({ fromOn, untilOn }: Stay, day: Day): boolean {
  return isWithin(day, fromOn, untilOn)
}

/**
 * Whether the stay goes on. Ending one sets today as its last day and closes the record at once,
 * while what was made earlier today may still arrive: so this is narrower than {@link belongedOn}.
 */
export function belongsNow({ fromOn, untilOn }: Stay, today: Day): boolean {
  return fromOn <= today && (untilOn === null || today < untilOn)
}

/** Whether an adult works with a learner now, in any group of both. `views.ts` says the same in SQL; a property test compares them. */
export function worksWith(adult: readonly Stay[], learner: readonly Stay[], today: Day): boolean {
  return adult.some((work) => belongsNow(work, today) && learner.some((stay) => stay.groupId === work.groupId && belongsNow(stay, today)))
}

/** Whether the two were in that group on the day that something was made. */
export function wereTogether(adult: readonly Stay[], learner: readonly Stay[], groupId: string, day: Day): boolean {
  const isThere = (stay: Stay) => stay.groupId === groupId && belongedOn(stay, day)
  return adult.some(isThere) && learner.some(isThere)
}

export function joinRefusal(facts: { isClosed: boolean; isIn: boolean }): Refusal | undefined {
  if (facts.isClosed) return refused('group_closed', 'groupId')
  return facts.isIn ? refused('already_in_group') : undefined
}

/** A colleague works as what they are in the school: a part without its role would promise rights that they don't have. */
export function partRefusal(part: StaffPart, roles: readonly string[]): Refusal | undefined {
  return roles.includes(part) ? undefined : refused('part_without_role', 'part')
}
