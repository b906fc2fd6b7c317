// When a device locks, what a PIN may be, and what way back in a person has. Pure.
import { dayOf, type Moment } from '../../core/time.ts'
import type { PinLock } from './local-database.ts'

const minute = 60_000

/** How long a person may be idle: five minutes where a PIN brings them back, half an hour where only a full sign-in does. */
export function idleLimit(hasPin: boolean): number {
  return (hasPin ? 5 : 30) * minute
}

/** How long before the lock the screen says so. */
export const warningBefore = 30_000

export type Idleness = 'active' | 'warned' | 'idle'

/** How idle a device is. A last act in the future means that its clock was moved: then it counts as idle. */
export function idlenessAt(now: number, lastActiveAt: number, hasPin: boolean): Idleness {
  const idle = now - lastActiveAt
  const limit = idleLimit(hasPin)
  if (idle >= limit || idle < -minute) return 'idle'
  return idle >= limit - warningBefore ? 'warned' : 'active'
}

/** After so many wrong PINs the wrapped secrets are destroyed: only a full sign-in leads back. */
export const missesUntilClosed = 5

/** @example missesLeft({ misses: 3 }) // 2 */
export function missesLeft({ misses }: Pick<PinLock, 'misses'>): number {
  return Math.max(0, missesUntilClosed - misses)
}

export type PinFault = 'six_digits' | 'too_easy'

/** Why a PIN can't be chosen: six digits, and neither one digit six times, nor a run up or down. */
export function pinFault(pin: string): PinFault | undefined {
  if (!/^\d{6}$/.test(pin)) return 'six_digits'
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin[at])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'too_easy' : undefined
}

/** How long a PIN opens what is on the device when there is no network to sign in by. */
const offlineDays = 14

export type Way = 'pin' | 'sign_in'

/**
 * How a person comes back in on this device.
 * With network, a PIN is enough on the day of a full sign-in. Without, it opens what is kept here for fourteen days:
 * a school without network in the morning must still be able to capture. Nothing is sent before the server has seen a sign-in of that day.
 */
export function wayBack(
  profile: { readonly pin: PinLock | undefined; readonly lastFullSignInAt: Moment },
  now: Date,
  isOnline: boolean,
): Way {
  if (profile.pin === undefined) return 'sign_in'
  const signedInAt = new Date(profile.lastFullSignInAt)
  if (dayOf(signedInAt) === dayOf(now)) return 'pin'
  const days = (now.getTime() - signedInAt.getTime()) / (24 * 60 * minute)
  return !isOnline && days >= 0 && days < offlineDays ? 'pin' : 'sign_in'
}
