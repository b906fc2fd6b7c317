// A clock that stands still until a test moves it.
import type { Clock } from '../core/time.ts'

export interface SetClock extends Clock {
  set(moment: string): void
}

/** Starts on Tuesday 24 November 2026, 10:45 in London, when the scenario's first lesson begins. */
export function setClock(start = '2026-11-24T10:45:00.000Z'): SetClock {
  let now = new Date(start)
  return { now: () => now, set: (moment) => void (now = new Date(moment)) }
}
