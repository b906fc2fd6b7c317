// Consent: what a family said, from which day on, and who may keep and read it.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { consentForGroup, consentForLearner, consentSet } from './contract.ts'
import { holdsOn, lastSaid, type SaidConsent, tellingRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let office: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'teacher')
  office = await app.school.person('Lena Frost', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'data_lead')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const photoYes = (learnerId: string) => ({
  id: newId(),
  learnerId,
  purpose: 'photo_of_work' as const,
  isGiven: true,
  toldBy: 'mother',
  toldOn: '2026-11-02',
})

describe('consent.set', () => {
  it('accepted: by the office and by a teacher of the learner; the last word holds', async () => {
    const [learnerId] = room.learnerIds
    await office.send(consentSet, photoYes(learnerId))
    await room.teacher.send(consentSet, { ...photoYes(learnerId), isGiven: false, toldOn: '2026-11-24' })
    const { today, history } = await room.practitioner.ask(consentForLearner, { learnerId })
    expect(today).toEqual({ photo_of_work: false, portfolio_descriptor: false })
    expect(history.map(({ isGiven, setByName }) => [isGiven, setByName])).toEqual([
      [false, 'Mark Hartley'],
      [true, 'Lena Frost'],
    ])
  })
  it('refused: a practitioner; a teacher of others; a day to come', async () => {
    const [learnerId] = room.learnerIds
    await expect(room.practitioner.send(consentSet, photoYes(learnerId))).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await expect(outsider.send(consentSet, photoYes(learnerId))).rejects.toMatchObject(notFound)
    await expect(office.send(consentSet, { ...photoYes(learnerId), toldOn: '2026-11-25' })).rejects.toMatchObject({
      refusal: { reason: 'in_future', field: 'toldOn' },
    })
    await expect(office.send(consentSet, photoYes(newId()))).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(consentSet, photoYes(room.learnerIds[0]))).rejects.toMatchObject(notFound)
  })
})

describe('consent.forLearner', () => {
  it('accepted: nothing said is a no to everything', async () => {
    expect(await office.ask(consentForLearner, { learnerId: room.learnerIds[1] })).toEqual({
      today: { photo_of_work: false, portfolio_descriptor: false },
      history: [],
    })
  })
  it('refused: a colleague who does not work with the learner', async () => {
    await expect(outsider.ask(consentForLearner, { learnerId: room.learnerIds[1] })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(consentForLearner, { learnerId: room.learnerIds[1] })).rejects.toMatchObject(notFound)
  })
})

describe('consent.forGroup', () => {
  it('accepted: the last word for each learner, and nothing where nobody was asked', async () => {
    const fresh = await makeClassroom(app.school)
    const [callum] = fresh.learnerIds
    await office.send(consentSet, photoYes(callum))
    await office.send(consentSet, { ...photoYes(callum), isGiven: false, toldOn: '2026-11-23' })
    const { learners, canSet } = await office.ask(consentForGroup, { groupId: fresh.groupId })
    const nothing = { photo_of_work: null, portfolio_descriptor: null }
    expect(learners.map(({ name, said }) => [name, said])).toEqual([
      ['Callum B', { ...nothing, photo_of_work: { isGiven: false, toldOn: '2026-11-23' } }],
      ['Maisie T', nothing],
      ['Theo W', nothing],
    ])
    expect(canSet).toBe(true)
    expect((await fresh.practitioner.ask(consentForGroup, { groupId: fresh.groupId })).canSet).toBe(false)
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(consentForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(consentForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('rules', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`)
  const said: fc.Arbitrary<SaidConsent> = fc.record({
    isGiven: fc.boolean(),
    toldOn: day,
    setAt: fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  })
  it('holdsOn: what was told after the day changes nothing about it', () => {
    fc.assert(
      fc.property(fc.array(said), day, (all, on) => {
        const before = all.filter(({ toldOn }) => toldOn <= on)
        expect(holdsOn(all, on)).toBe(holdsOn(before, on))
        if (before.length === 0) expect(holdsOn(all, on)).toBe(false)
      }),
    )
  })
  it('holdsOn: a no told on a later day holds whatever was set when', () => {
    fc.assert(
      fc.property(fc.array(said), (all) => {
        expect(holdsOn([...all, { isGiven: false, toldOn: '2026-11-29', setAt: '2026-11-01T00:00:00.000Z' }], '2026-11-29')).toBe(false)
      }),
    )
  })
  it('lastSaid is one of those told up to the day, and none is later', () => {
    fc.assert(
      fc.property(fc.array(said), day, (all, on) => {
        const last = lastSaid(all, on)
        const upTo = all.filter(({ toldOn }) => toldOn <= on)
        expect(last === undefined).toBe(upTo.length === 0)
        if (last !== undefined) expect(upTo.every(({ toldOn }) => toldOn <= last.toldOn)).toBe(true)
      }),
    )
  })
  it('tellingRefusal refuses days to come alone', () => {
    expect(tellingRefusal('2026-11-25', '2026-11-24')).toMatchObject({ reason: 'in_future' })
    expect(tellingRefusal('2026-11-24', '2026-11-24')).toBeUndefined()
  })
})
