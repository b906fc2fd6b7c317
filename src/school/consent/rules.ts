// Which consent holds on a day.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'

/** What a family said; `setAt` in a form that sorts by time (ISO 8601). */
export interface SaidConsent {
  readonly isGiven: boolean
  readonly toldOn: Day
  readonly setAt: string
}

/**
 * What holds on a day for one purpose: the last that was told up to that day; of two told on one day, the one set last. Nothing said is a no.
 * @example holdsOn([{ isGiven: true, toldOn: '2026-09-03', setAt: '2026-09-04T08:00:00.000Z' }], '2026-11-24') // true
 */
export function holdsOn(said: readonly SaidConsent[], day: Day): boolean {
  const order = (one: SaidConsent) => `${one.toldOn} ${one.setAt}`
  const upTo = said.filter(({ toldOn }) => toldOn <= day)
  return (
    upTo.reduce<SaidConsent | undefined>((last, one) => (last === undefined || order(one) >= order(last) ? one : last), undefined)
      ?.isGiven ?? false
  )
}

/** What will be told can't be kept today. */
export function tellingRefusal(toldOn: Day, today: Day): Refusal | undefined {
  return toldOn > today ? refused('in_future', 'toldOn') : undefined
}
