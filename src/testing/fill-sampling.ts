// A unit that is sampled, an action that was answered, and an external verifier who looked.
import { candidateWriteProfile, noticeAcknowledge, noticePublish, priorLearningNote, skillScanSay } from '../centre/candidates/contract.ts'
import { registrationChange, registrationShow } from '../centre/registrations/contract.ts'
import { sampleActionAnswer, sampleDraw, sampleJudge } from '../centre/sampling/contract.ts'
import { eqaOpen } from '../centre/verifiers/contract.ts'
import { newId } from '../core/ids.ts'
import { type TestApp, testPerson } from './app.ts'
import type { TestRegistration } from './centre.ts'

/** What a candidate says of herself, and a notice that she has read. */
export async function fillCandidate({ id: registrationId, candidate, administrator }: TestRegistration): Promise<void> {
  const said = {
    experience: 'Six years beside the canal',
    job: 'Teaching assistant',
    setting: 'Primary school',
    needs: 'A quiet room for questions',
  }
  await candidate.send(candidateWriteProfile, { id: newId(), ...said })
  await candidate.send(skillScanSay, { id: newId(), registrationId, leaf: '3.3', answer: 'partly', words: 'In pairs, not yet in groups' })
  await candidate.send(priorLearningNote, { id: newId(), registrationId, what: 'Behaviour policy training in spring', gainedIn: 2025 })
  const noticeId = newId()
  await administrator.send(noticePublish, { id: noticeId, kind: 'appeals', words: 'Talk to your assessor first, then to the IQA' })
  await candidate.send(noticeAcknowledge, { noticeId })
}

export async function fillSampling(
  { centre, dispatch }: TestApp,
  { id: registrationId, assessor, administrator }: TestRegistration,
): Promise<void> {
  const iqa = await centre.person('Graham Ellis', 'iqa')
  await administrator.send(registrationChange, {
    id: newId(),
    registrationId,
    iqaId: iqa.id,
    reason: 'He verifies all units of this college',
  })
  const [sampleId, actionId] = [newId(), newId()]
  await iqa.send(sampleDraw, { id: sampleId, registrationId, stage: 'interim', rationale: 'The first decisions of a trainee assessor' })
  const action = { id: actionId, what: 'Say how the new need was seen', ownerId: assessor.id, dueOn: '2999-12-11' }
  await iqa.send(sampleJudge, {
    id: newId(),
    registrationId,
    sampleId,
    outcome: 'action',
    words: 'Read the observation of November',
    action,
  })
  await assessor.send(sampleActionAnswer, { id: newId(), registrationId, actionId, words: 'It stands beside the observation now' })
  const personId = newId()
  const invitation = { linkId: newId(), tokenHash: '7a'.repeat(32), name: 'Dr Anil Sandhu', email: 'anil.sandhu@example.org' }
  const endsAt = new Date(Date.now() + 86_400_000).toISOString()
  await administrator.send(eqaOpen, { id: newId(), personId, invitation, roleId: newId(), registrationIds: [registrationId], endsAt })
  const verifier = testPerson(dispatch, { personId, organisationId: centre.id, kind: 'centre', roles: ['eqa'] })
  await verifier.ask(registrationShow, { registrationId })
}
