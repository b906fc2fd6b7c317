// A plan and a visit in every table of theirs, for the full house.
import { planAddEntry, planWithdraw, planWrite } from '../centre/plans/contract.ts'
import { visitWithdraw } from '../centre/visits/contract.ts'
import { newId } from '../core/ids.ts'
import type { TestRegistration } from './centre.ts'
import { agreePlan, testPlan } from './plan.ts'
import { recordVisit, signedVisit } from './visit.ts'

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

/** One that was begun by mistake. */
async function withdrawn({ id, candidate, assessor }: TestRegistration): Promise<void> {
  const planId = newId()
  await candidate.send(planWrite, { id: newId(), planId, basedOn: 0, content: testPlan(id) })
  await candidate.send(planWithdraw, { planId, reason: 'Begun for the second unit' })
  const visitId = await recordVisit({ id, candidate, assessor })
  await assessor.send(visitWithdraw, { visitId, reason: 'Another candidate was seen' })
}

/** After other evidence: the visit becomes an item too. */
export async function fillVisit(registration: TestRegistration): Promise<void> {
  await signedVisit(registration)
  await withdrawn(registration)
}
