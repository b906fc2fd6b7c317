// Feedback on an item and its answer, through the real dispatch: who gives, who answers, who reads, and nothing after a claim.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type TestRegistration, testParties, testRegistration } from '../../testing/centre.ts'
import { evidenceAdd } from '../evidence/contract.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { markClaimed } from '../registrations/store.ts'
import { itemFeedbackAnswer, itemFeedbackForUnit, itemFeedbackGive } from './contract.ts'

let app: TestApp
let theirs: TestRegistration
beforeAll(async () => {
  app = await testApp()
  theirs = await testRegistration(app.otherCentre)
})
afterAll(() => app.close())

const refusedBy = (code: string, reason?: string) => ({ refusal: reason === undefined ? { code } : { code, reason } })

async function portfolio() {
  const one = await testRegistration(app.centre, await testParties(app.centre))
  const registrationId = one.id
  const evidenceId = newId()
  await one.candidate.send(evidenceAdd, {
    id: evidenceId,
    registrationId,
    record: emptyRecord('A'),
    isOwnWork: true,
    title: 'Assignment, first part',
    occurredOn: '2026-11-24',
    leaves: ['1.1'],
  })
  const feedback = (more = {}) => ({
    id: newId(),
    registrationId,
    evidenceId,
    good: 'Says what both do, with an example of each',
    develop: 'Compare: what is alike, what differs',
    ...more,
  })
  const give = async () => {
    const said = feedback()
    await one.assessor.send(itemFeedbackGive, said)
    return said.id
  }
  const read = () => one.candidate.ask(itemFeedbackForUnit, { registrationId })
  return { ...one, registrationId, evidenceId, feedback, give, read }
}

describe('itemFeedback.give', () => {
  it('accepted: what was good and one thing to develop, with who said it', async () => {
    const { give, read, evidenceId } = await portfolio()
    await give()
    expect(await read()).toMatchObject(
      [{ evidenceId, good: /example/, givenByName: 'Lorraine Pike', answers: [] }].map((one) => ({
        ...one,
        good: expect.stringMatching(one.good),
      })),
    )
  })
  it('refused: everybody but the assessor of the unit, an item of somebody else, and after a claim', async () => {
    const { assessor, candidate, tutor, countersigner, iqa, administrator, feedback, registrationId } = await portfolio()
    for (const person of [candidate, tutor, iqa, administrator])
      await expect(person?.send(itemFeedbackGive, feedback())).rejects.toMatchObject(refusedBy('not_allowed'))
    await expect(countersigner?.send(itemFeedbackGive, feedback())).rejects.toMatchObject(refusedBy('not_found'))
    await expect(assessor.send(itemFeedbackGive, feedback({ evidenceId: newId() }))).rejects.toMatchObject(refusedBy('not_found'))
    await app.centre.look((tx) => markClaimed(tx, registrationId))
    await expect(assessor.send(itemFeedbackGive, feedback())).rejects.toMatchObject(refusedBy('refused', 'unit_claimed'))
  })
  it('other organisation: not found', async () => {
    const { feedback } = await portfolio()
    await expect(theirs.assessor.send(itemFeedbackGive, feedback())).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('itemFeedback.answer', () => {
  it('accepted: the candidate’s own words stay beside it', async () => {
    const { candidate, give, read, registrationId } = await portfolio()
    const feedbackId = await give()
    await candidate.send(itemFeedbackAnswer, { id: newId(), registrationId, feedbackId, words: 'I will add a table' })
    expect((await read())[0]?.answers).toMatchObject([{ words: 'I will add a table' }])
  })
  it('refused: everybody but the candidate, and feedback that there is not', async () => {
    const { candidate, assessor, tutor, iqa, give, registrationId } = await portfolio()
    const answer = { id: newId(), registrationId, feedbackId: await give(), words: 'Yes' }
    for (const person of [assessor, tutor, iqa])
      await expect(person?.send(itemFeedbackAnswer, answer)).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Zo Park', 'candidate')
    await expect(other.send(itemFeedbackAnswer, answer)).rejects.toMatchObject(refusedBy('not_found'))
    await expect(candidate.send(itemFeedbackAnswer, { ...answer, feedbackId: newId() })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { give, registrationId } = await portfolio()
    const answer = { id: newId(), registrationId, feedbackId: await give(), words: 'Yes' }
    await expect(theirs.candidate.send(itemFeedbackAnswer, answer)).rejects.toMatchObject(refusedBy('not_found'))
  })
})

describe('itemFeedback.forUnit', () => {
  it('accepted: whoever has a part in the unit reads the same', async () => {
    const { assessor, tutor, countersigner, iqa, give, read, registrationId } = await portfolio()
    await give()
    const seen = await read()
    expect(seen).toHaveLength(1)
    for (const person of [assessor, tutor, countersigner, iqa])
      expect(await person?.ask(itemFeedbackForUnit, { registrationId })).toEqual(seen)
  })
  it('refused: the administrator, and staff without a part', async () => {
    const { administrator, registrationId } = await portfolio()
    await expect(administrator.ask(itemFeedbackForUnit, { registrationId })).rejects.toMatchObject(refusedBy('not_allowed'))
    const other = await app.centre.person('Someone Else', 'assessor')
    await expect(other.ask(itemFeedbackForUnit, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
  })
  it('other organisation: not found', async () => {
    const { registrationId } = await portfolio()
    await expect(theirs.candidate.ask(itemFeedbackForUnit, { registrationId })).rejects.toMatchObject(refusedBy('not_found'))
  })
})
