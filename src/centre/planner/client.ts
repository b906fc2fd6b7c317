// The planner on screen: names of halves and of activities, and the fewest of those that are possible here.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Id } from '../../core/ids.ts'
import type { Registration } from '../registrations/contract.ts'
import { leafNames } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { PlannedHalf } from './contract.ts'
import { type Activity, activitiesFor, type Fewest, fewestActivities, halfKey } from './rules.ts'

/** A unit that can be in a plan, with what is open in it. */
export interface OpenUnit {
  readonly registration: Registration
  readonly pack: StandardPack
  readonly open: readonly PlannedHalf[]
}

/** "2.3 Find out and judge", and the unit before it where there are several. */
export function useHalfNames(units: readonly Pick<OpenUnit, 'registration' | 'pack'>[]): (half: PlannedHalf) => string {
  const { t } = useLingui()
  return ({ registrationId, leaf, half }) => {
    const unit = units.find(({ registration }) => registration.id === registrationId)
    const name = (unit && leafNames(unit.pack).get(leaf)) ?? ''
    const isOneOfTwo = (unit?.pack.leaves.find(({ code }) => code === leaf)?.halves.length ?? 1) > 1
    const both = half === 'observed' ? t`${leaf} ${name}, observed` : t`${leaf} ${name}, knowledge`
    const words = isOneOfTwo ? both : `${leaf} ${name}`
    return units.length > 1 && unit !== undefined ? `${unit.registration.unitNumber}: ${words}` : words
  }
}

/** What an activity is called. */
export function useActivityWords(units: readonly OpenUnit[]): (activity: Activity) => string {
  const { t } = useLingui()
  const numberOf = (id: Id | null) => units.find(({ registration }) => registration.id === id)?.registration.unitNumber ?? ''
  return ({ kind, registrationId, id }) => {
    const unit = numberOf(registrationId)
    const which = id.split(' ')[2]
    const words = {
      visit: t`Visit: briefing, a group’s session, looking back, handover`,
      group: t`Visit: a guided group alone`,
      lesson: t`Visit: a lesson of the whole class`,
      meeting: t`Visit: planning or review meeting with the teacher`,
      duty: t`Visit: playground or lunch duty`,
      questions: t`Questions on what was just seen`,
      roles: t`Assignment, heading 1: two roles`,
      kinds: t`Assignment, heading 2: formative and summative`,
      use: t`Assignment, heading 3: how it is useful`,
      own: t`Assignment, heading 4: own contribution`,
      assignment: t`Assignment for unit ${unit}`,
      discussion: which === '1' ? t`Professional discussion on unit ${unit}` : t`Professional discussion on unit ${unit}, part ${which}`,
      reflection: t`Reflective account of what was done`,
      witness: t`Statement of an expert witness`,
    }
    return words[kind]
  }
}

export interface Offer {
  /** All that could be done. */
  readonly activities: readonly Activity[]
  readonly answer: Fewest
}

/** The fewest of the activities that are possible here, at most a second after something changed. @param off ids of those that are not */
export function useFewest(
  units: readonly OpenUnit[],
  off: ReadonlySet<string>,
  changed: ReadonlyMap<string, readonly PlannedHalf[]>,
): Offer {
  return useMemo(() => {
    const activities = activitiesFor(units).map((activity) => ({ ...activity, shows: changed.get(activity.id) ?? activity.shows }))
    const possible = activities.filter(({ id }) => !off.has(id))
    return {
      activities,
      answer: fewestActivities(
        units.flatMap(({ open }) => open),
        possible,
        () => performance.now(),
      ),
    }
  }, [units, off, changed])
}

/** Whether two name the same half. */
export function isSameHalf(one: PlannedHalf, other: PlannedHalf): boolean {
  return halfKey(one) === halfKey(other)
}
