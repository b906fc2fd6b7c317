// Offering more than observations: feedback, second attempts, handovers, agreements, next actions; and taking each back with its record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bridgeSwitchOn, letterRegister, type RecordType } from '../../common/letters/contract.ts'
import { addressText } from '../../common/letters/rules.ts'
import { toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, feedback, improvement, makeClassroom, record, setGoal } from '../../testing/classroom.ts'
import { lineAbout, startSession, wholeOf } from '../../testing/handover.ts'
import { agreementPropose, agreementSign } from '../agreements/contract.ts'
import { feedbackGive, feedbackWithdraw } from '../feedback/contract.ts'
import { handoverAddLine, handoverSend, handoverWithdraw } from '../handovers/contract.ts'
import { improvementRecord, improvementWithdraw } from '../improvements/contract.ts'
import { nextActionAdd, nextActionMark } from '../nextactions/contract.ts'
import { descriptorDraft, descriptorOffer, portfolioRemember } from './contract.ts'
import { draftStory, proposedLeavesOf, type Story } from './rules.ts'

let app: TestApp
let room: Classroom
let dawn: TestPerson
let head: TestPerson
let registrationId: Id
let sessionId: Id
let goal: Awaited<ReturnType<typeof setGoal>>
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  dawn = room.practitioner
  head = await app.school.person('Ruth Lowe', 'head')
  await head.send(bridgeSwitchOn, {})
  registrationId = newId()
  await dawn.send(portfolioRemember, { id: newId(), address: await addressOf(registrationId) })
  sessionId = await startSession(dawn, room)
  goal = await setGoal(room.teacher, { groupId: room.groupId })
})
afterAll(() => app.close())

async function addressOf(registration: Id): Promise<string> {
  const { keys } = app.services
  return app.centre.look(async (tx) => {
    const body = canonical({
      format: 'evident-portfolio-1',
      organisationId: app.centre.id,
      registrationId: registration,
      centreName: 'Northgate College',
      publicKey: toBase64url(await keys.publicKey(tx, 'signing')),
      unit: { packCode: 'cg-5329-307', packVersion: 1, number: '307', title: 'Support assessment for learning' },
    })
    return addressText(body, toBase64url(await keys.sign(tx, utf8(body))))
  })
}

const draft = (recordType: RecordType, recordId: Id, by = dawn) =>
  by.ask(descriptorDraft, { id: newId(), registrationId, recordType, recordIds: [recordId] })

/** Reads the proposal and sends it as it is. */
async function offer(recordType: RecordType, recordId: Id): Promise<Id> {
  const { sentence, leaves, pseudonyms } = await draft(recordType, recordId)
  const id = newId()
  const about = { registrationId, recordType, recordIds: [recordId] }
  await dawn.send(descriptorOffer, { id, ...about, sentence, leaves, pseudonyms, confirmedWords: [] })
  return id
}

const isTakenBack = async (letterId: Id) => {
  const letters = await head.ask(letterRegister, {})
  return letters.some(({ retracts }) => retracts === letterId)
}

const about = () => ({ sessionId, goalId: goal.goalId, criterionId: goal.criterionIds[0] })

async function giveFeedback(): Promise<Id> {
  const given = feedback(room, { ...about(), response: 'acted' })
  await dawn.send(feedbackGive, given)
  return given.id
}

describe('feedback', () => {
  it('is told as what was done, without a name and without what was said about the child; and goes with its record', async () => {
    const id = await giveFeedback()
    const { sentence, leaves, names } = await draft('feedback', id)
    expect(sentence).toMatch(/^In .+ I gave Learner [A-Z] feedback on “.+”, spoken: .+ Learner [A-Z] acted on it\.$/)
    expect(names.some((name) => sentence.includes(name))).toBe(false)
    expect(leaves).toEqual(['2.4'])
    const letterId = await offer('feedback', id)
    expect(await isTakenBack(letterId)).toBe(false)
    await dawn.send(feedbackWithdraw, { id: newId(), feedbackId: id, learnerId: room.learnerIds[0] })
    expect(await isTakenBack(letterId)).toBe(true)
    await expect(draft('feedback', id)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('a second attempt', () => {
  it('is told with its feedback, and goes with its record', async () => {
    const feedbackId = await giveFeedback()
    const second = await record(dawn, room, { ...about(), source: 'work_sample', childWords: 'Two quarters line up with one half' })
    const better = improvement(room, { ...about(), secondObservationId: second, feedbackId })
    await dawn.send(improvementRecord, better)
    const letterId = await offer('improvement', better.id)
    expect((await draft('improvement', better.id)).leaves).toEqual(['2.5'])
    await dawn.send(improvementWithdraw, { id: newId(), improvementId: better.id, learnerId: room.learnerIds[0] })
    expect(await isTakenBack(letterId)).toBe(true)
  })
})

describe('a handover', () => {
  it('names its headings and letters, never its lines; and goes when it is taken back', async () => {
    const whole = wholeOf(sessionId)
    await dawn.send(handoverAddLine, lineAbout(sessionId, whole.id, room.learnerIds[0]))
    await dawn.send(handoverSend, whole)
    const { sentence, leaves, pseudonyms } = await draft('handover', whole.id)
    expect(sentence).toContain('how they joined in and got on, with a suggestion for the next lesson.')
    expect(sentence).not.toContain('Same amount')
    expect(pseudonyms).toHaveLength(1)
    expect(leaves).toEqual(['4.1a'])
    const letterId = await offer('handover', whole.id)
    await dawn.send(handoverWithdraw, { id: newId(), recordId: whole.id })
    expect(await isTakenBack(letterId)).toBe(true)
  })
})

describe('an agreement', () => {
  it('is offered once both have signed it, about no learner', async () => {
    const words = {
      ...{ term: 'Autumn term', startTeacher: 'Says what', startPractitioner: 'Asks back', middleTeacher: 'Teaches' },
      ...{ middlePractitioner: 'Watches', endTeacher: 'Reads', endPractitioner: 'Says', mayAssess: 'Questions', records: 'What was seen' },
      ...{ feedback: 'A handover', parents: 'The teacher' },
    }
    const id = newId()
    const between = { groupId: room.groupId, teacherId: room.teacher.id, practitionerId: dawn.id, reviewOn: '2027-01-11' }
    await dawn.send(agreementPropose, { id, ...words, ...between })
    await expect(draft('agreement', id)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await room.teacher.send(agreementSign, { id: newId(), agreementId: id })
    const { leaves, pseudonyms } = await draft('agreement', id)
    expect({ leaves, pseudonyms }).toEqual({ leaves: ['1.1'], pseudonyms: [] })
    expect(await isTakenBack(await offer('agreement', id))).toBe(false)
  })
})

describe('a next action', () => {
  it('is one’s own alone, and goes when it is withdrawn', async () => {
    const action = { id: newId(), sessionId, owner: 'practitioner' as const, learnerId: null, wording: 'Wait five seconds', dueOn: null }
    await dawn.send(nextActionAdd, { ...action, notedAt: '2026-11-24T10:44:00.000Z' })
    const { sentence, leaves } = await draft('next_action', action.id)
    expect(sentence).toContain('what I will do differently')
    expect(sentence).not.toContain('five seconds')
    expect(leaves).toEqual(['1.5c'])
    const colleague = await app.school.person('Nell Orchard', 'practitioner')
    await expect(draft('next_action', action.id, colleague)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    const letterId = await offer('next_action', action.id)
    const mark = { learnerId: null, outcome: 'withdrawn' as const, sessionId: null, markedAt: '2026-11-24T10:45:00.000Z' }
    await dawn.send(nextActionMark, { id: newId(), actionId: action.id, ...mark })
    expect(await isTakenBack(letterId)).toBe(true)
  })
})

describe('draftStory and proposedLeavesOf', () => {
  it('tells each kind in one sentence of letters, and proposes the leaves that it may serve', () => {
    const subject = 'Mathematics'
    const stories: readonly Story[] = [
      { kind: 'feedback', learnerId: 'b', subject, criterion: null, mode: 'symbol', response: null },
      { kind: 'improvement', learnerId: 'b', subject, criterion: 'I can explain why' },
      { kind: 'handover', subject, learnerIds: [], headings: ['responsibility'], hasSuggestion: false },
      { kind: 'agreement', subject },
      { kind: 'next_action', subject, owner: 'learner', learnerId: 'b', isDone: true },
    ]
    const told = stories.map((story) => draftStory([story], [{ learnerId: 'b', letter: 'B' }]))
    expect(told[0]).toBe('In Mathematics I gave Learner B feedback, by a symbol: what was good, and one thing to do next.')
    expect(told[2]).toBe('After a Mathematics session I told the class teacher in writing about the group: how they took responsibility.')
    expect(told[4]).toContain('for Learner B. It was done in a later session.')
    expect(proposedLeavesOf(stories)).toEqual(['1.1', '1.5b', '2.4', '2.5', '4.1c'])
    for (const sentence of told) expect(sentence.length).toBeLessThan(400)
  })
})
