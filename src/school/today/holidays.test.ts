// A group's sessions over a school year: half-term with the clocks going back, Christmas, and Easter with the clocks going forward.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, observation } from '../../testing/classroom.ts'
import { learnerInGroup } from '../learners/contract.ts'
import { captureDay, learnerObservationForLearner, learnerObservationRecord } from '../observations/contract.ts'
import { sessionHandTo, sessionMine, sessionOpen } from '../sessions/contract.ts'
import { termDatesAdd, weeklyTimeAdd } from '../timetable/contract.ts'
import { sessionIdOn } from '../timetable/rules.ts'
import { todayMine } from './contract.ts'

let app: TestApp
let room: Classroom
let monday: Id
let friday: Id
beforeAll(async () => {
  app = await testApp()
  app.clock.set('2026-09-07T07:30:00.000Z')
  room = await makeClassroom(app.school)
  const office = await app.school.person('Helen Marsh', 'administrator')
  const [term, closed] = ['term' as const, 'closed' as const]
  for (const [kind, name, fromOn, untilOn] of [
    [term, 'Autumn', '2026-09-02', '2026-12-18'],
    [closed, 'Half-term', '2026-10-26', '2026-10-30'],
    [term, 'Spring', '2027-01-04', '2027-03-25'],
    [term, 'Summer', '2027-04-12', '2027-07-21'],
  ] as const)
    await office.send(termDatesAdd, { id: newId(), kind, name, fromOn, untilOn })
  monday = newId()
  friday = newId()
  for (const [id, weekday, startTime, endTime] of [
    [monday, 1, '09:00', '10:00'],
    [friday, 5, '13:00', '14:00'],
  ] as const)
    await room.teacher.send(weeklyTimeAdd, { id, groupId: room.groupId, weekday, startTime, endTime, fromOn: '2026-09-07', untilOn: null })
})
afterAll(() => app.close())

const startsOf = (sessions: readonly { readonly startsAt: string }[]) => sessions.map(({ startsAt }) => startsAt)
const ahead = async (person: TestPerson = room.practitioner) => startsOf((await person.ask(todayMine, {})).sessions)
const planned = async () => (await room.practitioner.ask(captureDay, {})).planned.map(({ startedAt }) => startedAt)

describe('before a holiday, a device learns of the first lessons after it', () => {
  for (const [name, now, sessions] of [
    [
      'half-term: at one on the wall in summer time, at nine in winter time',
      '2026-10-23T07:30:00.000Z',
      ['2026-10-23T12:00:00.000Z', '2026-11-02T09:00:00.000Z'],
    ],
    ['in half-term itself', '2026-10-28T10:00:00.000Z', ['2026-11-02T09:00:00.000Z', '2026-11-06T13:00:00.000Z']],
    ['Christmas', '2026-12-18T08:00:00.000Z', ['2026-12-18T13:00:00.000Z', '2027-01-04T09:00:00.000Z', '2027-01-08T13:00:00.000Z']],
    [
      'Easter: in winter time before, in summer time after',
      '2027-03-22T08:00:00.000Z',
      ['2027-03-22T09:00:00.000Z', '2027-04-12T08:00:00.000Z'],
    ],
  ] as const)
    it(name, async () => {
      app.clock.set(now)
      expect(await ahead()).toEqual(sessions)
      expect(await planned()).toEqual(sessions)
    })
})

describe('the first lesson after a change of clocks', () => {
  const lesson = () => ({ id: sessionIdOn(monday, '2026-11-02'), groupId: room.groupId })
  const noted = (by: TestPerson, observedAt: string) =>
    by.send(learnerObservationRecord, observation(room, { observedAt, sessionId: lesson().id }))

  it('is one and the same on a device that knew of it before: begun there without a network, noted in it', async () => {
    app.clock.set('2026-11-02T12:00:00.000Z')
    await room.practitioner.send(sessionOpen, lesson())
    await noted(room.practitioner, '2026-11-02T09:10:00.000Z')
    const { observations } = await room.teacher.ask(learnerObservationForLearner, { learnerId: room.learnerIds[0] })
    expect(observations[0]).toMatchObject({ sessionId: lesson().id, observedAt: '2026-11-02T09:10:00.000Z' })
    const { sessions } = await room.teacher.ask(sessionMine, { fromOn: '2026-10-19', untilOn: '2026-11-08' })
    expect(startsOf(sessions)).toEqual([
      '2026-10-19T08:00:00.000Z',
      '2026-10-23T12:00:00.000Z',
      '2026-11-02T09:00:00.000Z',
      '2026-11-06T13:00:00.000Z',
    ])
  })

  it('handed to a colleague before the holiday, is open to them by the clock on the wall and not an hour early', async () => {
    const cover = await app.school.person('Ines Duarte', 'teacher')
    const spring = { id: sessionIdOn(monday, '2027-04-12'), groupId: room.groupId }
    app.clock.set('2027-03-25T12:00:00.000Z')
    await room.teacher.send(sessionHandTo, { id: newId(), sessionId: spring.id, groupId: room.groupId, personId: cover.id })
    const opens = async () => (await cover.ask(captureDay, {})).learners.length > 0
    for (const [now, isOpen] of [
      ['2027-04-12T07:44:00.000Z', false],
      ['2027-04-12T07:45:00.000Z', true],
      ['2027-04-12T09:15:00.000Z', true],
      ['2027-04-12T09:16:00.000Z', false],
    ] as const) {
      app.clock.set(now)
      expect([now, await opens()]).toEqual([now, isOpen])
    }
    await expect(cover.ask(learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})
