// Rules on groups: who is together with whom when, and what can't be added twice.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, dayOf, isWithin, type Moment } from '../../core/time.ts'
import type { StaffPart } from './contract.ts'

/** From when until when a learner or an adult belongs to a group. */
export interface Stay {
  readonly groupId: string
  readonly fromOn: Day
  readonly untilOn: Day | null
  /** A colleague who takes one session belongs to the group for its hours alone: from here … */
  readonly fromAt?: string | null
  /** … until here, in ISO 8601. */
  readonly untilAt?: string | null
}

/** Whether what was made at that moment was made with the group: both ends belong to the stay. A whole day is no moment: what took place then is asked for. */
export function belongedAt(stay: Stay, at: Moment): boolean {
  return isOfHours(stay) ? isWithinHours(stay, Date.parse(at)) : isWithin(dayOf(at), stay.fromOn, stay.untilOn)
}

/**
 * Whether the stay goes on. Ending one sets today as its last day and closes the record at once,
 * while what was made earlier today may still arrive: so this is narrower than {@link belongedAt}.
 */
export function belongsNow(stay: Stay, now: Date): boolean {
  if (isOfHours(stay)) return isWithinHours(stay, now.getTime())
  const today = dayOf(now)
  return stay.fromOn <= today && (stay.untilOn === null || today < stay.untilOn)
}

function isOfHours({ fromAt }: Stay): boolean {
  return fromAt !== null && fromAt !== undefined
}

function isWithinHours({ fromAt, untilAt }: Stay, at: number): boolean {
  return Date.parse(fromAt ?? '') <= at && at <= Date.parse(untilAt ?? '')
}

/** Whether an adult works with a learner now, in any group of both. `views.ts` says the same in SQL; a property test compares them. */
export function worksWith(adult: readonly Stay[], learner: readonly Stay[], now: Date): boolean {
  return adult.some((work) => belongsNow(work, now) && learner.some((stay) => stay.groupId === work.groupId && belongsNow(stay, now)))
}

/** Whether the two were in that group when something was made. */
export function wereTogether(adult: readonly Stay[], learner: readonly Stay[], groupId: string, at: Moment): boolean {
  const isThere = (stay: Stay) => stay.groupId === groupId && belongedAt(stay, at)
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
