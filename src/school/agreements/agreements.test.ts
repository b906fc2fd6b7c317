// Agreements: proposed by one, signed by the other, changed by both, seen by the group's adults, due for review on their day.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { groupRemoveStaff } from '../groups/contract.ts'
import * as contract from './contract.ts'
import { listWaitingAgreements } from './views.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  outsider = await app.school.person('Pat Reed', 'teacher', 'practitioner', 'administrator')
  senco = await app.school.person('Una Gray', 'senco')
  head = await app.school.person('Priya Raman', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
beforeEach(async () => {
  room = await makeClassroom(app.school)
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const refusedFor = (reason: string) => ({ refusal: { reason } })

const words: contract.AgreementText = {
  term: 'Autumn term',
  startTeacher: 'Says the goal',
  startPractitioner: 'Asks them to say it back',
  middleTeacher: 'Teaches the class',
  middlePractitioner: 'Watches, asks and waits',
  endTeacher: 'Reads the handover',
  endPractitioner: 'Says what was seen',
  mayAssess: 'Questions, whiteboards',
  records: 'What was seen, and how much help it took',
  feedback: 'A handover before lunch',
  parents: 'The class teacher',
}
const now = new Date('2026-11-24T10:45:00.000Z')
let minutes = 0

const proposal = (change: Partial<{ teacherId: Id; practitionerId: Id; reviewOn: string; records: string }> = {}) => ({
  ...words,
  id: newId(),
  groupId: room.groupId,
  teacherId: room.teacher.id,
  practitionerId: room.practitioner.id,
  reviewOn: '2027-01-11',
  ...change,
})
async function propose(by: TestPerson, change: Parameters<typeof proposal>[0] = {}): Promise<Id> {
  // Each a minute after the last: which of two is later must not hang on a millisecond.
  app.clock.set(new Date(now.getTime() + ++minutes * 60_000).toISOString())
  const made = proposal(change)
  await by.send(contract.agreementPropose, made)
  return made.id
}
const sign = (by: TestPerson, agreementId: Id) => by.send(contract.agreementSign, { id: newId(), agreementId })
const agreements = async (by = room.practitioner) => (await by.ask(contract.agreementForGroup, { groupId: room.groupId })).agreements

describe('agreement.propose', () => {
  it('accepted: by either of the two, whose signature it bears', async () => {
    await propose(room.practitioner)
    expect(await agreements()).toMatchObject([
      {
        ...words,
        teacherName: 'Mark Hartley',
        practitionerName: 'Dawn Okafor',
        proposedBy: room.practitioner.id,
        signatures: [{ personId: room.practitioner.id }],
      },
    ])
    await propose(room.teacher, { records: 'Notes on each success criterion' })
    expect((await agreements(room.teacher)).map(({ records }) => records)).toEqual(['Notes on each success criterion', words.records])
  })
  it('refused: for others, between people who are not in these parts, for a day that was, with a learner’s name', async () => {
    await expect(propose(outsider)).rejects.toMatchObject(notFound)
    await expect(propose(outsider, { teacherId: outsider.id })).rejects.toMatchObject(notFound)
    await expect(propose(room.practitioner, { teacherId: outsider.id })).rejects.toMatchObject(refusedFor('not_these_two'))
    const turned = { teacherId: room.practitioner.id, practitionerId: room.teacher.id }
    await expect(propose(room.practitioner, turned)).rejects.toMatchObject(refusedFor('not_these_two'))
    await expect(propose(room.teacher, { reviewOn: '2026-11-24' })).rejects.toMatchObject(refusedFor('review_in_the_past'))
    await expect(propose(room.teacher, { records: 'How Theo did it' })).rejects.toMatchObject(refusedFor('names_a_learner'))
    await expect(propose(senco)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(propose(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('agreement.sign', () => {
  it('accepted: by the other, and then it stands with both names', async () => {
    const id = await propose(room.practitioner)
    await sign(room.teacher, id)
    const signed = (await agreements())[0]?.signatures.map(({ personId }) => personId)
    expect(new Set(signed)).toEqual(new Set([room.practitioner.id, room.teacher.id]))
  })
  it('refused: by whoever proposed it, by others, and once a later one is proposed or it was taken back', async () => {
    const id = await propose(room.practitioner)
    await expect(sign(room.practitioner, id)).rejects.toMatchObject(refusedFor('already_signed'))
    await expect(sign(outsider, id)).rejects.toMatchObject(notFound)
    const later = await propose(room.practitioner)
    await expect(sign(room.teacher, id)).rejects.toMatchObject(refusedFor('agreement_replaced'))
    await room.practitioner.send(contract.agreementWithdraw, { id: newId(), agreementId: later })
    await expect(sign(room.teacher, later)).rejects.toMatchObject(notFound)
    await sign(room.teacher, id)
  })
  it('refused: by somebody who works with the group no longer', async () => {
    const id = await propose(room.teacher)
    await room.teacher.send(groupRemoveStaff, { groupId: room.groupId, personId: room.practitioner.id })
    await expect(sign(room.practitioner, id)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(sign(stranger, await propose(room.teacher))).rejects.toMatchObject(notFound)
  })
})

describe('agreement.withdraw', () => {
  const withdraw = (by: TestPerson, agreementId: Id) => by.send(contract.agreementWithdraw, { id: newId(), agreementId })
  it('accepted: by whoever proposed it', async () => {
    await withdraw(room.teacher, await propose(room.teacher))
    expect(await agreements()).toEqual([])
  })
  it('refused: by the other, and once both have signed', async () => {
    const id = await propose(room.teacher)
    await expect(withdraw(room.practitioner, id)).rejects.toMatchObject(notFound)
    await sign(room.practitioner, id)
    await expect(withdraw(room.teacher, id)).rejects.toMatchObject(refusedFor('agreement_agreed'))
  })
  it('other organisation: not found', async () => {
    await expect(withdraw(stranger, await propose(room.teacher))).rejects.toMatchObject(notFound)
  })
})

describe('agreement.forGroup', () => {
  it('accepted: by the SENCO too', async () => {
    await propose(room.teacher)
    expect(await agreements(senco)).toHaveLength(1)
  })
  it('refused: to other staff and to the head', async () => {
    await expect(agreements(outsider)).rejects.toMatchObject(notFound)
    await expect(agreements(head)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(agreements(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('an agreement', () => {
  const waiting = (person: TestPerson) => app.school.look((tx) => listWaitingAgreements(tx, person.id))
  it('waits for a signature, then for nothing, then for a review when its day has come', async () => {
    const id = await propose(room.practitioner)
    expect(await waiting(room.practitioner)).toEqual([])
    expect(await waiting(room.teacher)).toEqual([
      { groupId: room.groupId, groupName: '4H Mathematics', cover: 'sky', colleagueName: 'Dawn Okafor', waitsFor: 'signature' },
    ])
    await sign(room.teacher, id)
    expect(await waiting(room.teacher)).toEqual([])
    app.clock.set('2027-01-11T08:00:00.000Z')
    expect(await waiting(room.teacher)).toMatchObject([{ waitsFor: 'review' }])
    app.clock.set(now.toISOString())
  })
})
