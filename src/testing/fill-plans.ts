// A plan in every table of planning, for the full house.
import { planAddEntry } from '../centre/plans/contract.ts'
import { newId } from '../core/ids.ts'
import type { TestRegistration } from './centre.ts'
import { agreePlan, testPlan } from './plan.ts'

export async function fillPlans(registration: TestRegistration): Promise<void> {
  const { planId } = await agreePlan(registration, testPlan(registration.id))
  await registration.assessor.send(planAddEntry, {
    id: newId(),
    planId,
    kind: 'feedback',
    saidOn: '2026-11-24',
    words: 'You waited, then gave one clue. Next: let them say it to each other first.',
    nextMeetingOn: '2026-12-02',
  })
}
