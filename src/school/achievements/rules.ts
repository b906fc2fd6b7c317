// Rules on achievements: what can be kept, and which offers are still open.
import { type Refusal, refused } from '../../core/errors.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import { futureRefusal } from '../sessions/rules.ts'
import type { AchievementOffer, OfferSource } from './contract.ts'

/** So many offers are enough for one conversation. */
export const mostOffers = 12

type Offered = { readonly source: OfferSource; readonly sourceId: string }

/** An entry that something offered is kept only while that stands: a "met" that was taken back, a withdrawn observation offer nothing. */
export function achievementRefusal(
  { achievedOn, keptAt }: { achievedOn: Day; keptAt: Moment },
  facts: { readonly sourceStands: boolean },
  now: Date,
): Refusal | undefined {
  if (achievedOn > dayOf(now)) return refused('in_future', 'achievedOn')
  return futureRefusal(keptAt, now, 'keptAt') ?? (facts.sourceStands ? undefined : refused('source_gone', 'offer'))
}

/** One key for what offered an entry. @example offerKey({ source: 'met', sourceId: 'c' }) // 'met c' */
export function offerKey({ source, sourceId }: Offered): string {
  return `${source} ${sourceId}`
}

/** Offers that were neither kept nor declined, newest first. @param earlierIds what an observation corrects, by its id: a no to the one is a no to the other */
export function openOffers(
  offers: readonly AchievementOffer[],
  kept: readonly Offered[],
  declined: readonly Offered[],
  earlierIds: ReadonlyMap<string, string> = new Map(),
): readonly AchievementOffer[] {
  const isKept = new Set(kept.map(offerKey))
  const isDeclined = new Set(declined.map(offerKey))
  const isNo = (offer: Offered): boolean => {
    const earlier = earlierIds.get(offer.sourceId)
    return isDeclined.has(offerKey(offer)) || (earlier !== undefined && isNo({ source: offer.source, sourceId: earlier }))
  }
  return offers
    .filter((offer) => !isKept.has(offerKey(offer)) && !isNo(offer))
    .toSorted((one, other) => other.on.localeCompare(one.on) || other.sourceId.localeCompare(one.sourceId))
    .slice(0, mostOffers)
}

/** By date, newest first; of one day, the one that was kept last. */
export function byDate<E extends { readonly id: string; readonly achievedOn: Day }>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((one, other) => other.achievedOn.localeCompare(one.achievedOn) || other.id.localeCompare(one.id))
}

interface Decision extends Offered {
  readonly isDeclined: boolean
  readonly declinedAt: Moment
}

/** Offers to which the latest decision was no. */
export function declinedOffers(decisions: readonly Decision[]): readonly Decision[] {
  const inTime = decisions.toSorted((one, other) => one.declinedAt.localeCompare(other.declinedAt))
  return [...new Map(inTime.map((one) => [offerKey(one), one])).values()].filter(({ isDeclined }) => isDeclined)
}
