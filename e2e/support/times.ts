// Moments of today for journeys, whatever the time of day they run at.
import { dayOf } from '../../src/core/time.ts'
import { momentAt } from '../../src/core/wall-clock.ts'

/**
 * So many minutes ago, or less: never before today began, since learners join their groups on the day of the journey. More minutes are always longer ago.
 */
export function minutesAgo(minutes: number): string {
  const now = Date.now()
  const sinceMidnight = now - Date.parse(momentAt(dayOf(new Date(now)), '00:00'))
  return new Date(now - Math.min(minutes * 60_000, (sinceMidnight * minutes) / (minutes + 1))).toISOString()
}
