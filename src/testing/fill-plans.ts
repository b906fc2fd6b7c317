// A plan and a visit in every table of theirs, for the full house.
import { planAddEntry } from '../centre/plans/contract.ts'
import { newId } from '../core/ids.ts'
import type { TestRegistration } from './centre.ts'
import { agreePlan, testPlan } from './plan.ts'
import { signedVisit } from './visit.ts'

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

/** After other evidence: the visit becomes an item too. */
export async function fillVisit(registration: TestRegistration): Promise<void> {
  await signedVisit(registration)
}
