// Times of the week and term dates in words, and what they are made from.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Day } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { type TermDates, termDatesAll, type WeeklyTime, weeklyTimeOfGroup } from './contract.ts'
import { isSchoolDay } from './rules.ts'

export interface GroupTimes {
  readonly group: {
    readonly id: string
    readonly name: string
    readonly subject: string
    readonly cover: 'bottle' | 'brick' | 'plum' | 'sky' | 'mustard' | 'slate'
  }
  readonly times: readonly WeeklyTime[]
  readonly canSet: boolean
}

export function useGroupTimes(groupId: string): Asked<GroupTimes> {
  return useAsked(weeklyTimeOfGroup, { groupId })
}

export function useTermDates(): Asked<{ readonly dates: readonly TermDates[] }> {
  return useAsked(termDatesAll, {})
}

/** Why there is no school on a weekday: the name of the closed days, or that it is outside of term. Undefined on school days. */
export function closedBy(day: Day, dates: readonly TermDates[]): TermDates | 'no_term' | undefined {
  if (isSchoolDay(day, dates)) return undefined
  return dates.find(({ kind, fromOn, untilOn }) => kind === 'closed' && fromOn <= day && day <= untilOn) ?? 'no_term'
}

/** Weekdays in words, Monday first. */
export function useWeekdays(): readonly string[] {
  const { t } = useLingui()
  return [t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`, t`Sunday`]
}

/** What the rules of the timetable say no for, in words. */
export const timetableReasons: Reasons = {
  ends_before_start: msg`It must end after it begins.`,
  until_before_from: msg`The last day lies before the first.`,
  overlaps_term: msg`Another term has these days already.`,
  group_closed: msg`This group is closed.`,
}
