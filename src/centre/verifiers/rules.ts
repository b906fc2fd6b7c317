// When a verifier's account makes sense, and whether it is open.
import type { Role } from '../../core/actor.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Moment } from '../../core/time.ts'

/** The longest that an account may last, in days. */
export const longestDays = 60

/** Open until its end, or until somebody ends it. */
export function isAccountOpen({ endsAt, endedAt }: { readonly endsAt: Moment; readonly endedAt: Moment | null }, now: Date): boolean {
  return endedAt === null && Date.parse(endsAt) > now.getTime()
}

interface Facts {
  readonly now: Date
  /** Roles of whoever comes back; undefined when they were never here. */
  readonly roles: readonly Role[] | undefined
}

/** Refused: `ends_in_past`, `ends_too_late`, `not_a_verifier`. */
export function openRefusal({ endsAt }: { readonly endsAt: Moment }, { now, roles }: Facts): Refusal | undefined {
  const lasts = Date.parse(endsAt) - now.getTime()
  if (lasts <= 0) return refused('ends_in_past', 'endsAt')
  if (lasts > longestDays * 86_400_000) return refused('ends_too_late', 'endsAt')
  return roles?.some((role) => role !== 'eqa') === true ? refused('not_a_verifier', 'personId') : undefined
}

/** Refused: `ended_already`. */
export function endRefusal(account: { readonly endsAt: Moment; readonly endedAt: Moment | null }, now: Date): Refusal | undefined {
  return isAccountOpen(account, now) ? undefined : refused('ended_already', 'accountId')
}
