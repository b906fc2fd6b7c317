// When a moment that a device names can be believed.
import { type Refusal, refused } from '../../core/errors.ts'

/** A device's clock may run ahead by this much. In milliseconds. */
export const clockLeeway = 10 * 60_000

/** A moment further in the future than any clock's error: the device's clock is wrong, and a person should look. */
export function futureRefusal(at: string, now: Date, field: string): Refusal | undefined {
  return new Date(at).getTime() > now.getTime() + clockLeeway ? refused('in_future', field) : undefined
}
