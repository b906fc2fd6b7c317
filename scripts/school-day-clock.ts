// Loaded before the program (`node --import`): moves its clock back to the last school day, so that pictures show one at a weekend too.
const day = 86_400_000

/** Whole days back to the last weekday; the time of day stays. @example daysToSchoolDay(new Date('2026-11-28T10:00:00Z')) // 1 */
export function daysToSchoolDay(now: Date): number {
  return { 0: 2, 6: 1 }[now.getUTCDay()] ?? 0
}

const RealDate = Date
const back = daysToSchoolDay(new RealDate()) * day

class SchoolDate extends RealDate {
  constructor(...given: [] | ConstructorParameters<typeof RealDate>) {
    if (given.length === 0) super(RealDate.now() - back)
    else super(...(given as [number]))
  }

  static override now(): number {
    return RealDate.now() - back
  }
}

if (back > 0) globalThis.Date = SchoolDate as DateConstructor
