// Plans on screen: reading, writing, signing, the thread, and how a plan begins.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useActing, useAsked } from '../../web/asking.ts'
import { useDraft } from '../../web/drafts.ts'
import type { Reasons } from '../../web/messages.ts'
import { isSameHalf, type OpenUnit } from '../planner/client.ts'
import { methodOf, type PlannedHalf, usualMoment, usualMomentElse } from '../planner/contract.ts'
import type { Fewest } from '../planner/rules.ts'
import { endedReasons } from '../registrations/client.ts'
import type { AssessmentMethod } from '../standards/contract.ts'
import {
  type Forecast,
  type OtherWay,
  PlanContent,
  planAddEntry,
  planForRegistration,
  planSign,
  planWithdraw,
  planWrite,
} from './contract.ts'
import { canPlanBy, placingOf } from './rules.ts'

export const planReasons: Reasons = {
  ...endedReasons,
  changed_meanwhile: msg`The plan was changed meanwhile. Close this, read it again, and change it there: what you wrote is kept on this device.`,
  not_one_candidate: msg`A plan is for the units of one candidate.`,
  not_one_assessor: msg`These units have different assessors. Write a plan with each.`,
  ends_before_it_begins: msg`The visit ends before it begins.`,
  unknown_leaf: msg`One of these criteria is in no unit of the plan.`,
  half_not_demanded: msg`The unit does not ask that of this criterion.`,
  unknown_moment: msg`One of these moments is not in the visit any more.`,
  planned_twice: msg`A criterion has two moments.`,
  unknown_witness: msg`One of these witnesses is not in the candidate’s register.`,
  method_cannot_close: msg`One of these methods cannot show its criterion.`,
  assessor_changed: msg`The unit has another assessor now. Change the plan together, then sign.`,
  already_signed: msg`You have signed this already.`,
  meeting_missing: msg`Say when you met to plan. Then it can be signed.`,
  visit_incomplete: msg`Say the day, the times, the place and the activity of the visit. Then it can be signed.`,
  nothing_planned: msg`Nothing is planned for any criterion yet.`,
  in_the_future: msg`That day has not come yet.`,
  plan_signed: msg`Somebody has signed it. Change it instead: what was signed stays to be read.`,
  thread_begun: msg`Review or feedback stands beneath it. Change it instead.`,
  next_meeting_before: msg`The next meeting is before this day.`,
  unit_claimed: msg`The unit was claimed from the awarding body. Nothing in it changes any more.`,
}

export function usePlans(registrationId: Id) {
  return useAsked(planForRegistration, { registrationId })
}

export function useWritePlan() {
  return useActing(planWrite)
}

export function useSignPlan() {
  return useActing(planSign)
}

export function useWithdrawPlan() {
  return useActing(planWithdraw)
}

export function useAddEntry() {
  return useActing(planAddEntry)
}

/** What is being written about one plan, kept on the device. */
export function usePlanDraft(name: string) {
  return useDraft(`plan ${name}`, PlanContent)
}

/** A plan that says nothing yet but its units and the usual moments of a session. */
export function useEmptyPlan(): (registrationIds: readonly Id[], today: string) => PlanContent {
  const { t } = useLingui()
  return (registrationIds, today) => ({
    registrationIds: [...registrationIds],
    meeting: { on: today, how: 'in_person', minutes: null },
    visit: {
      on: null,
      startTime: null,
      endTime: null,
      site: '',
      activity: '',
      learners: null,
      needs: '',
      resources: '',
      risk: '',
      adjustments: '',
      teacherTold: t`I watch and take no part. Please work together as you always do. I write no learner’s name.`,
      bring: t`Photo identity and this page`,
    },
    moments: [
      t`Briefing with the teacher`,
      t`Goals and success criteria`,
      t`During the task`,
      t`Time to improve`,
      t`Looking back together`,
      t`Handover to the teacher`,
    ].map((label) => ({ at: null, label })),
    forecast: [],
    otherWays: [],
    witnesses: [],
    permissions: { school: 'not_yet', adults: 'not_yet', visitorRule: '', on: null },
    confidentiality: t`Learners are letters in everything that is written. No picture and no recording of a child. School records stay in the school.`,
  })
}

/** What can be chosen for a half: nowhere, a moment of the visit, or another method. @example 'moment 2', 'way A', '' */
export type Place = string

export function placeOf(content: PlanContent, half: PlannedHalf): Place {
  const placing = placingOf(content, half)
  if (placing.kind === 'moment') return `moment ${placing.moment}`
  return placing.kind === 'other' ? `way ${content.otherWays[placing.way]?.method}` : ''
}

/** The plan with a half in this place and in no other. */
export function placed(content: PlanContent, half: PlannedHalf, place: Place): PlanContent {
  const [kind, which] = place.split(' ')
  const { registrationId, leaf } = half
  const bare = { registrationId, leaf, half: half.half }
  const forecast: Forecast[] = content.forecast.filter((one) => !isSameHalf(one, half))
  const otherWays: OtherWay[] = content.otherWays
    .map((way) => ({ ...way, leaves: way.leaves.filter((one) => !isSameHalf(one, half)) }))
    .filter(({ leaves }) => leaves.length > 0)
  if (kind === 'moment') return { ...content, otherWays, forecast: [...forecast, { ...bare, method: 'O', moment: Number(which) }] }
  if (kind !== 'way') return { ...content, otherWays, forecast }
  const method = which as AssessmentMethod
  const before = content.otherWays.find((way) => way.method === method)
  const way = otherWays.find((one) => one.method === method)
  const added: OtherWay = { method, how: before?.how ?? '', byOn: before?.byOn ?? null, leaves: [...(way?.leaves ?? []), bare] }
  return { ...content, forecast, otherWays: [...otherWays.filter((one) => one.method !== method), added] }
}

/** The plan without one of its moments; what was forecast there is open again. */
export function withoutMoment(content: PlanContent, at: number): PlanContent {
  return {
    ...content,
    moments: content.moments.filter((_, index) => index !== at),
    forecast: content.forecast
      .filter(({ moment }) => moment !== at)
      .map((one) => (one.moment > at ? { ...one, moment: one.moment - 1 } : one)),
  }
}

/** Methods beside an observation in the visit that can be planned for a half. */
export function otherMethods({ pack }: OpenUnit, { leaf, half }: PlannedHalf): readonly AssessmentMethod[] {
  return (['WT', 'A', 'Q', 'PD', 'RA', 'PE'] as const).filter((method) => canPlanBy(pack, leaf, half, method))
}

/** A plan of the chosen activities: what is observed gets its usual moment of the visit, or a moment of the activity's own; the rest is shown in other ways. */
export function planFrom(
  empty: PlanContent,
  { chosen }: Fewest,
  units: readonly OpenUnit[],
  words: (activity: Fewest['chosen'][number]['activity']) => string,
): PlanContent {
  const packOf = new Map(units.map(({ registration, pack }) => [registration.id, pack.code]))
  const taken = new Set<string>()
  const fresh = (halves: readonly PlannedHalf[]) =>
    halves.filter((half) => {
      const key = `${half.registrationId} ${half.leaf} ${half.half}`
      return !taken.has(key) && taken.add(key)
    })
  let content = empty
  for (const { activity, shows } of chosen) {
    const method = methodOf[activity.kind]
    const halves = fresh(shows)
    if (halves.length === 0) continue
    if (method !== 'O') content = withWay(content, method, words(activity), halves)
    else if (activity.kind === 'visit')
      content = withForecast(content, halves, (half) => usualMomentOf(packOf.get(half.registrationId), half))
    else {
      const moment = content.moments.length
      const moments = [...content.moments, { at: null, label: words(activity).slice(0, 80) }]
      content = withForecast({ ...content, moments }, halves, () => moment)
    }
  }
  return content
}

function usualMomentOf(packCode: string | undefined, { leaf }: PlannedHalf): number {
  return usualMoment[packCode ?? '']?.[leaf] ?? usualMomentElse
}

function withForecast(content: PlanContent, halves: readonly PlannedHalf[], momentOf: (half: PlannedHalf) => number): PlanContent {
  const forecast = halves.map((half) => ({ ...half, method: 'O' as const, moment: momentOf(half) }))
  return { ...content, forecast: [...content.forecast, ...forecast] }
}

function withWay(content: PlanContent, method: AssessmentMethod, how: string, leaves: readonly PlannedHalf[]): PlanContent {
  const before = content.otherWays.find((way) => way.method === method)
  const way = {
    method,
    how: (before === undefined ? how : `${before.how}; ${how}`).slice(0, 200),
    byOn: before?.byOn ?? null,
    leaves: [...(before?.leaves ?? []), ...leaves],
  }
  return { ...content, otherWays: [...content.otherWays.filter((one) => one.method !== method), way] }
}
