// Which consent holds on a day.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'

/** What a family said; `setAt` in a form that sorts by time (ISO 8601). */
export interface SaidConsent {
  readonly isGiven: boolean
  readonly toldOn: Day
  readonly setAt: string
}

/** What was said last up to a day: the last that was told; of two told on one day, the one set last. */
export function lastSaid<S extends SaidConsent>(said: readonly S[], day: Day): S | undefined {
  const order = (one: SaidConsent) => `${one.toldOn} ${one.setAt}`
  const upTo = said.filter(({ toldOn }) => toldOn <= day)
  return upTo.reduce<S | undefined>((last, one) => (last === undefined || order(one) >= order(last) ? one : last), undefined)
}

/**
 * What holds on a day for one purpose: {@link lastSaid}. Nothing said is a no.
 * @example holdsOn([{ isGiven: true, toldOn: '2026-09-03', setAt: '2026-09-04T08:00:00.000Z' }], '2026-11-24') // true
 */
export function holdsOn(said: readonly SaidConsent[], day: Day): boolean {
  return lastSaid(said, day)?.isGiven ?? false
}

/** What will be told can't be kept today. */
export function tellingRefusal(toldOn: Day, today: Day): Refusal | undefined {
  return toldOn > today ? refused('in_future', 'toldOn') : undefined
}
