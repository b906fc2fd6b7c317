// A row in every table of deciding: an act, its countersignature, feedback with an answer, the centre's target.
import { assessmentCountersign, decisionRecord, decisionTargetSet } from '../centre/decisions/contract.ts'
import { itemFeedbackAnswer, itemFeedbackGive } from '../centre/itemfeedback/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import type { TestPerson } from './app.ts'
import type { TestRegistration } from './centre.ts'

/** A half that needs more evidence, countersigned, and what was said of the item. */
export async function fillDecisions(
  { id: registrationId, candidate, assessor, administrator, countersigner }: TestRegistration & { readonly countersigner: TestPerson },
  evidenceId: Id,
): Promise<void> {
  const missing = { reason: 'The second half was not to be seen', action: 'Show another lesson', actionBy: '2026-12-08' }
  const decided = { leaf: '2.3', half: 'observed' as const, outcome: 'more_evidence_needed' as const, evidenceIds: [evidenceId] }
  const assessmentId = newId()
  const checks = [{ check: 'sufficient' as const, isMet: false, reason: 'One learner alone' }]
  await assessor.send(decisionRecord, { id: assessmentId, registrationId, ...decided, ...missing, checks })
  await countersigner.send(assessmentCountersign, {
    id: newId(),
    registrationId,
    assessmentId,
    outcome: 'sent_back',
    reason: 'Say which learner',
  })
  const feedbackId = newId()
  const said = { good: 'You waited before you helped', develop: 'Let the learner say it first' }
  await assessor.send(itemFeedbackGive, { id: feedbackId, registrationId, evidenceId, ...said })
  await candidate.send(itemFeedbackAnswer, { id: newId(), registrationId, feedbackId, words: 'I will try it on Monday' })
  await administrator.send(decisionTargetSet, { id: newId(), workingDays: 10 })
}
