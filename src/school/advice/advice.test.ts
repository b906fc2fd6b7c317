// A subject lead's advice: asked for, given or written down as told, kept for the group, and the lead sees nothing of learners.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { learnerInGroup } from '../learners/contract.ts'
import * as contract from './contract.ts'

let app: TestApp
let room: Classroom
let lead: TestPerson
let outsider: TestPerson
let senco: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  lead = await app.school.person('Anita Nair', 'subject_lead')
  outsider = await app.school.person('Pat Reed', 'teacher', 'practitioner')
  senco = await app.school.person('Una Gray', 'senco')
  head = await app.school.person('Priya Raman', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'subject_lead')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const refusedFor = (reason: string) => ({ refusal: { reason } })
const now = '2026-11-24T10:45:00.000Z'

const advice = (change: Partial<contract.NewAdvice> = {}, of = room): contract.NewAdvice => ({
  ...{ id: newId(), groupId: of.groupId, heading: 'assessment', words: 'Hinge question, then paper folding before numbers' },
  ...{ saidBy: 'Anita Nair', saidRole: 'Maths lead', saidOn: '2026-11-23', isGone: false, replacesId: null, writtenAt: now },
  ...change,
})
const ask = (of = room, change: Partial<{ leadId: string; isAsked: boolean; askedAt: string }> = {}) => ({
  ...{ id: newId(), groupId: of.groupId, leadId: lead.id, isAsked: true, askedAt: now },
  ...change,
})
const forGroup = (by = room.practitioner, of = room) => by.ask(contract.adviceForGroup, { groupId: of.groupId })

describe('advice.write', () => {
  it('accepted: written down by the practitioner as it was told, by name, role and day', async () => {
    const told = advice()
    await room.practitioner.send(contract.adviceWrite, told)
    expect((await forGroup()).advice).toMatchObject([{ ...told, writtenByName: 'Dawn Okafor' }])
    const better = advice({ replacesId: told.id, words: 'Paper folding first' })
    await room.teacher.send(contract.adviceWrite, better)
    expect((await forGroup()).advice.map(({ id }) => id)).toContain(better.id)
  })
  it('refused: with a learner’s name, on another group’s, by others, by a lead who was not asked', async () => {
    const write = (change: Partial<contract.NewAdvice>, by = room.practitioner) => by.send(contract.adviceWrite, advice(change))
    await expect(write({ words: 'Theo folds first' })).rejects.toMatchObject(refusedFor('names_a_learner'))
    await expect(write({ isGone: true })).rejects.toMatchObject(refusedFor('nothing_to_take_away'))
    await expect(write({ replacesId: newId() })).rejects.toMatchObject(notFound)
    const other = await makeClassroom(app.school)
    const elsewhere = advice({}, other)
    await other.practitioner.send(contract.adviceWrite, elsewhere)
    await expect(write({ replacesId: elsewhere.id })).rejects.toMatchObject(refusedFor('advice_of_another'))
    await expect(write({ writtenAt: '2026-11-24T12:00:00.000Z' })).rejects.toMatchObject(refusedFor('in_future'))
    await expect(write({}, outsider)).rejects.toMatchObject(notFound)
    await expect(write({}, lead)).rejects.toMatchObject(notFound)
    await expect(write({}, senco)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.adviceWrite, advice())).rejects.toMatchObject(notFound)
  })
})

describe('advice.ask', () => {
  it('accepted: the lead gives it under two headings, and then nothing waits', async () => {
    const mine = await makeClassroom(app.school)
    await mine.practitioner.send(contract.adviceAsk, ask(mine))
    const waits = {
      groupId: mine.groupId,
      groupName: '4H Mathematics',
      subject: 'Mathematics',
      leadName: 'Anita Nair',
      askedByName: 'Dawn Okafor',
    }
    expect((await forGroup(mine.teacher, mine)).questions).toMatchObject([waits])
    expect((await lead.ask(contract.adviceQuestions, {})).questions).toContainEqual(expect.objectContaining(waits))
    await lead.send(contract.adviceWrite, advice({}, mine))
    await lead.send(contract.adviceWrite, advice({ heading: 'teaching', words: 'The wall before the rule' }, mine))
    const found = await forGroup(mine.practitioner, mine)
    expect(found.advice.map(({ heading }) => heading).toSorted()).toEqual(['assessment', 'teaching'])
    expect(found.questions).toEqual([])
    await expect(lead.ask(learnerInGroup, { groupId: mine.groupId })).rejects.toMatchObject(notAllowed)
  })
  it('accepted: and taken back', async () => {
    const mine = await makeClassroom(app.school)
    await mine.practitioner.send(contract.adviceAsk, ask(mine, { askedAt: '2026-11-24T10:44:00.000Z' }))
    await mine.practitioner.send(contract.adviceAsk, ask(mine, { isAsked: false }))
    expect((await forGroup(mine.practitioner, mine)).questions).toEqual([])
    await expect(lead.send(contract.adviceWrite, advice({}, mine))).rejects.toMatchObject(notFound)
  })
  it('refused: of somebody who leads no subject, by others', async () => {
    await expect(room.practitioner.send(contract.adviceAsk, ask(room, { leadId: head.id }))).rejects.toMatchObject(refusedFor('not_a_lead'))
    await expect(outsider.send(contract.adviceAsk, ask())).rejects.toMatchObject(notFound)
    await expect(lead.send(contract.adviceAsk, ask())).rejects.toMatchObject(notAllowed)
    const late = ask(room, { askedAt: '2026-11-24T12:00:00.000Z' })
    await expect(room.practitioner.send(contract.adviceAsk, late)).rejects.toMatchObject(refusedFor('in_future'))
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.adviceAsk, ask())).rejects.toMatchObject(notFound)
  })
})

describe('advice.forGroup', () => {
  it('accepted: by the SENCO too', async () => {
    expect((await forGroup(senco)).advice.length).toBeGreaterThan(0)
  })
  it('refused: to other staff, to the lead, to the head', async () => {
    await expect(forGroup(outsider)).rejects.toMatchObject(notFound)
    await expect(forGroup(lead)).rejects.toMatchObject(notAllowed)
    await expect(forGroup(head)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(forGroup(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('advice.questions', () => {
  it('accepted: none for a lead whom nobody asked', async () => {
    const other = await app.school.person('Ben Cole', 'subject_lead')
    expect((await other.ask(contract.adviceQuestions, {})).questions).toEqual([])
  })
  it('refused: to those who lead no subject', async () => {
    await expect(room.teacher.ask(contract.adviceQuestions, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: has its own', async () => {
    await room.practitioner.send(contract.adviceAsk, ask())
    expect((await stranger.ask(contract.adviceQuestions, {})).questions).toEqual([])
  })
})
