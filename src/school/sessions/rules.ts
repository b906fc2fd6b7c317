// When a moment that a device names can be believed, which session goes on, and what can't be done to one.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, dayOf, type Moment, moment } from '../../core/time.ts'
import { addDays } from '../../core/wall-clock.ts'
import type { ShownSession } from './contract.ts'

/** A device's clock may run ahead by this much. In milliseconds. */
export const clockLeeway = 10 * 60_000

/** A moment further in the future than any clock's error: the device's clock is wrong, and a person should look. */
export function futureRefusal(at: string, now: Date, field: string): Refusal | undefined {
  return new Date(at).getTime() > now.getTime() + clockLeeway ? refused('in_future', field) : undefined
}

const quarter = 15 * 60_000

/** From when until when a colleague who takes a session works with its group: a quarter of an hour more on each side. */
export function takingHours({ startsAt, endsAt }: { readonly startsAt: Moment; readonly endsAt: Moment }): {
  fromAt: Moment
  untilAt: Moment
} {
  return { fromAt: moment(new Date(Date.parse(startsAt) - quarter)), untilAt: moment(new Date(Date.parse(endsAt) + quarter)) }
}

const longest = 12 * 3_600_000

/** Why a session can't have these hours. */
export function hoursRefusal({ startsAt, endsAt }: { readonly startsAt: Moment; readonly endsAt: Moment }): Refusal | undefined {
  const lasts = Date.parse(endsAt) - Date.parse(startsAt)
  if (lasts <= 0) return refused('ends_before_start', 'endsAt')
  return lasts > longest ? refused('too_long', 'endsAt') : undefined
}

/** Why a session can't be handed to a colleague. */
export function handingRefusal(session: Pick<ShownSession, 'endsAt' | 'takenBy'>, isInGroup: boolean, now: Date): Refusal | undefined {
  if (session.endsAt === null) return refused('no_end', 'sessionId')
  if (Date.parse(session.endsAt) < now.getTime()) return refused('session_over', 'sessionId')
  if (isInGroup) return refused('already_in_group', 'personId')
  return session.takenBy === null ? undefined : refused('already_taken', 'personId')
}

const mostDays = 31

/** Why sessions can't be asked for. */
export function periodRefusal({ fromOn, untilOn }: { readonly fromOn: Day; readonly untilOn: Day }): Refusal | undefined {
  if (untilOn < fromOn) return refused('until_before_from', 'untilOn')
  return untilOn > addDays(fromOn, mostDays) ? refused('too_long', 'untilOn') : undefined
}

type Timed = Pick<ShownSession, 'startsAt' | 'endsAt' | 'isCancelled'>

/** One that was begun unplanned goes on so long, as capture has it. In milliseconds. */
const unplannedLasts = 2 * 60 * 60_000

/** When a session is over, in milliseconds since 1970. */
function endOf({ startsAt, endsAt }: Timed): number {
  return endsAt === null ? Date.parse(startsAt) + unplannedLasts : Date.parse(endsAt)
}

/** Goes on or is still to come, and takes place. */
export function isToCome(session: Timed, now: Date): boolean {
  return !session.isCancelled && endOf(session) > now.getTime()
}

/**
 * Of a day's sessions in their order, which goes on and which comes next: of two at once the one that began last.
 * The quarter of an hour before one begins belongs to it, unless another still goes on.
 */
export function nowAndNext<S extends Timed>(
  sessions: readonly S[],
  now: Date,
): { readonly current: S | undefined; readonly next: S | undefined } {
  const at = now.getTime()
  const today = sessions.filter((one) => !one.isCancelled && dayOf(one.startsAt) === dayOf(now))
  const begins = (one: S) => Date.parse(one.startsAt)
  const goesOn = today.findLast((one) => begins(one) <= at && at < endOf(one))
  const current = goesOn ?? today.find((one) => begins(one) - quarter <= at && at < begins(one))
  return { current, next: today.find((one) => begins(one) > at && one !== current) }
}
