// Sessions of a week: moved, cancelled, handed to a colleague, whose access begins and ends with the session.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, observation } from '../../testing/classroom.ts'
import { groupAddLearner, groupAddStaff, groupMine } from '../groups/contract.ts'
import { learnerInGroup } from '../learners/contract.ts'
import { captureDay, learnerObservationForLearner, learnerObservationRecord } from '../observations/contract.ts'
import { termDatesAdd, weeklyTimeAdd } from '../timetable/contract.ts'
import { sessionIdOn } from '../timetable/rules.ts'
import * as contract from './contract.ts'

let app: TestApp
let room: Classroom
let cover: TestPerson
let office: TestPerson
let outsider: TestPerson
let stranger: TestPerson
let weeklyTimeId: string
/** Tuesday 24 November 2026, 10:45–11:45. */
let lesson: { id: string; groupId: string }

beforeAll(async () => {
  app = await testApp()
  office = await app.school.person('Helen Marsh', 'administrator')
  stranger = await app.otherSchool.person('Omar Stone', 'administrator', 'teacher')
  const term = { kind: 'term' as const, name: 'Autumn term' }
  await office.send(termDatesAdd, { id: newId(), ...term, fromOn: '2026-09-02', untilOn: '2026-12-18' })
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-24T09:00:00.000Z')
  room = await makeClassroom(app.school)
  cover = await app.school.person('Ines Duarte', 'teacher')
  outsider = await app.school.person('Pat Reed', 'practitioner')
  weeklyTimeId = newId()
  const hours = { weekday: 2, startTime: '10:45', endTime: '11:45', fromOn: '2026-11-01', untilOn: null }
  await room.teacher.send(weeklyTimeAdd, { id: weeklyTimeId, groupId: room.groupId, ...hours })
  lesson = { id: sessionIdOn(weeklyTimeId, '2026-11-24'), groupId: room.groupId }
})

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const reason = (name: string) => ({ refusal: { reason: name } })
const week = { fromOn: '2026-11-23', untilOn: '2026-11-27' }
const mine = async (person: TestPerson, period = week) => (await person.ask(contract.sessionMine, period)).sessions
const handTo = (person: TestPerson, by = room.teacher) =>
  by.send(contract.sessionHandTo, { id: newId(), sessionId: lesson.id, groupId: lesson.groupId, personId: person.id })
const at = (time: string) => `2026-11-24T${time}:00.000Z`

describe('session.move', () => {
  it('accepted: to another day of the same week, and to the next week', async () => {
    await room.practitioner.send(contract.sessionMove, {
      ...lesson,
      startsAt: '2026-11-26T13:00:00.000Z',
      endsAt: '2026-11-26T14:00:00.000Z',
    })
    expect(await mine(room.teacher)).toMatchObject([{ id: lesson.id, startsAt: '2026-11-26T13:00:00.000Z', isOpen: true }])
    await room.teacher.send(contract.sessionMove, { ...lesson, startsAt: '2026-12-02T13:00:00.000Z', endsAt: '2026-12-02T14:00:00.000Z' })
    expect(await mine(room.teacher)).toEqual([])
    const next = await mine(room.teacher, { fromOn: '2026-11-30', untilOn: '2026-12-04' })
    expect(next.map(({ startsAt }) => startsAt)).toEqual(['2026-12-01T10:45:00.000Z', '2026-12-02T13:00:00.000Z'])
  })
  it('refused: hours that are none, a colleague of another group', async () => {
    const moved = (startsAt: string, endsAt: string, by = room.teacher) => by.send(contract.sessionMove, { ...lesson, startsAt, endsAt })
    await expect(moved(at('11:00'), at('11:00'))).rejects.toMatchObject(reason('ends_before_start'))
    await expect(moved(at('06:00'), at('18:30'))).rejects.toMatchObject(reason('too_long'))
    await expect(moved(at('11:00'), at('12:00'), outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const input = { ...lesson, startsAt: at('11:00'), endsAt: at('12:00') }
    await expect(stranger.send(contract.sessionMove, input)).rejects.toMatchObject(notFound)
  })
})

describe('session.cancel', () => {
  it('accepted: it stays in its place, cancelled; twice is once', async () => {
    await room.teacher.send(contract.sessionCancel, lesson)
    await room.teacher.send(contract.sessionCancel, lesson)
    expect(await mine(room.practitioner)).toMatchObject([{ id: lesson.id, isCancelled: true, startsAt: at('10:45') }])
  })
  it('refused: a colleague of another group, another group’s session', async () => {
    const other = await makeClassroom(app.school)
    await expect(outsider.send(contract.sessionCancel, lesson)).rejects.toMatchObject(notFound)
    await expect(other.teacher.send(contract.sessionCancel, { ...lesson, groupId: other.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.sessionCancel, lesson)).rejects.toMatchObject(notFound)
  })
})

describe('session.restore', () => {
  it('accepted: it takes place after all', async () => {
    await room.teacher.send(contract.sessionCancel, lesson)
    await office.send(contract.sessionRestore, lesson)
    expect(await mine(room.practitioner)).toMatchObject([{ isCancelled: false }])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.send(contract.sessionRestore, lesson)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.sessionRestore, lesson)).rejects.toMatchObject(notFound)
  })
})

describe('session.handTo', () => {
  const [learnerOf, dayOf] = [
    (person: TestPerson) => person.ask(learnerObservationForLearner, { learnerId: room.learnerIds[0] }),
    async (person: TestPerson) => (await person.ask(captureDay, {})).learners.length,
  ]
  const noted = (observedAt: string) => cover.send(learnerObservationRecord, observation(room, { observedAt, sessionId: lesson.id }))

  it('accepted: the colleague sees and records within the hours, a quarter of an hour more on each side, and not a minute longer', async () => {
    await handTo(cover)
    expect(await mine(cover)).toMatchObject([{ id: lesson.id, groupName: '4H Mathematics', takenBy: { name: 'Ines Duarte' } }])
    for (const [time, isIn] of [
      ['10:29', false],
      ['10:30', true],
      ['11:45', true],
      ['12:00', true],
      ['12:01', false],
    ] as const) {
      app.clock.set(at(time))
      expect([time, await dayOf(cover)]).toEqual([time, isIn ? 3 : 0])
      expect((await cover.ask(groupMine, {})).groups.length).toBe(isIn ? 1 : 0)
      if (isIn) {
        await learnerOf(cover)
        await cover.ask(contract.sessionFind, { sessionId: lesson.id })
        await noted(at(time))
      } else {
        await expect(learnerOf(cover)).rejects.toMatchObject(notFound)
        await expect(cover.ask(learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
        await expect(cover.ask(contract.sessionFind, { sessionId: lesson.id })).rejects.toMatchObject(notFound)
      }
    }
  })
  it('accepted: what was recorded offline within the hours and arrives the day after; nothing from before or after them', async () => {
    await handTo(cover)
    app.clock.set('2026-11-25T08:00:00.000Z')
    await noted(at('11:30'))
    await expect(noted(at('10:29'))).rejects.toMatchObject(notFound)
    await expect(noted(at('12:01'))).rejects.toMatchObject(notFound)
    await expect(noted('2026-11-25T08:00:00.000Z')).rejects.toMatchObject(notFound)
  })
  it('accepted: a colleague who takes it neither marks met nor changes who is in the group, the office may hand it on', async () => {
    await handTo(cover, office)
    app.clock.set(at('11:00'))
    expect((await learnerOf(cover)).canMarkMet).toBe(false)
    const staff = { id: newId(), groupId: room.groupId, personId: cover.id, part: 'teacher' as const }
    await expect(cover.send(groupAddStaff, staff)).rejects.toMatchObject(notFound)
    const learner = { id: newId(), groupId: room.groupId, learnerId: room.learnerIds[0] }
    await expect(cover.send(groupAddLearner, learner)).rejects.toMatchObject(notFound)
    await expect(cover.send(contract.sessionCancel, lesson)).rejects.toMatchObject(notFound)
  })
  it('accepted: the hours move with the session', async () => {
    await handTo(cover)
    await room.teacher.send(contract.sessionMove, { ...lesson, startsAt: at('13:00'), endsAt: at('14:00') })
    app.clock.set(at('11:00'))
    expect(await dayOf(cover)).toBe(0)
    app.clock.set(at('13:30'))
    expect(await dayOf(cover)).toBe(3)
    expect(await mine(room.teacher)).toMatchObject([{ takenBy: { personId: cover.id } }])
  })
  it('refused: who works with the group already, a second one, one without a part, a session that is over or has no end', async () => {
    await expect(handTo(room.practitioner)).rejects.toMatchObject(reason('already_in_group'))
    await expect(handTo(office)).rejects.toMatchObject(reason('part_without_role'))
    await expect(handTo(outsider, outsider)).rejects.toMatchObject(notFound)
    const started = { id: newId(), groupId: room.groupId, startedAt: at('09:00') }
    await room.practitioner.send(contract.sessionStart, started)
    const unplanned = { id: newId(), sessionId: started.id, groupId: room.groupId, personId: cover.id }
    await expect(room.teacher.send(contract.sessionHandTo, unplanned)).rejects.toMatchObject(reason('no_end'))
    await handTo(cover)
    await expect(handTo(outsider)).rejects.toMatchObject(reason('already_taken'))
    app.clock.set(at('11:46'))
    await expect(handTo(outsider)).rejects.toMatchObject(reason('session_over'))
  })
  it('other organisation: not found', async () => {
    await expect(handTo(cover, stranger)).rejects.toMatchObject(notFound)
    await expect(handTo(stranger)).rejects.toMatchObject(reason('part_without_role'))
  })
})

describe('session.takeBack', () => {
  const takeBack = (by: TestPerson) => by.send(contract.sessionTakeBack, { sessionId: lesson.id, groupId: lesson.groupId })
  it('accepted: the group is closed to the colleague at once, and another may take it', async () => {
    await handTo(cover)
    app.clock.set(at('11:00'))
    await takeBack(room.teacher)
    app.clock.set(at('11:01'))
    await expect(cover.ask(learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
    await cover.send(learnerObservationRecord, observation(room, { observedAt: at('10:59') }))
    await handTo(outsider)
    expect(await mine(outsider)).toMatchObject([{ takenBy: { name: 'Pat Reed' } }])
  })
  it('accepted: before it began; cancelling takes it back too', async () => {
    await handTo(cover)
    await takeBack(room.practitioner)
    expect(await mine(cover)).toEqual([])
    await handTo(cover)
    await room.teacher.send(contract.sessionCancel, lesson)
    app.clock.set(at('11:00'))
    await expect(cover.ask(learnerInGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('refused: the colleague who takes it', async () => {
    await handTo(cover)
    app.clock.set(at('11:00'))
    await expect(takeBack(cover)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(takeBack(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('session.mine', () => {
  it('accepted: begun unplanned, planned and those of several weeks in the order of time, none in a break', async () => {
    await room.practitioner.send(contract.sessionStart, { id: newId(), groupId: room.groupId, startedAt: at('08:50') })
    const found = await mine(room.practitioner, { fromOn: '2026-11-24', untilOn: '2026-12-24' })
    const days = ['2026-12-01', '2026-12-08', '2026-12-15'].map((day) => `${day}T10:45:00.000Z`)
    expect(found.map(({ startsAt }) => startsAt)).toEqual([at('08:50'), at('10:45'), ...days])
  })
  it('refused: the office, who has no sessions of its own; more than a month', async () => {
    await expect(mine(office)).rejects.toMatchObject(notAllowed)
    await expect(mine(room.teacher, { fromOn: '2026-11-01', untilOn: '2026-12-31' })).rejects.toMatchObject(reason('too_long'))
  })
  it('other organisation: none of this school', async () => {
    expect(await mine(stranger)).toEqual([])
  })
})

describe('session.ofGroup', () => {
  const ofGroup = async (person: TestPerson) => (await person.ask(contract.sessionOfGroup, { groupId: room.groupId, ...week })).sessions
  it('accepted: the group’s adults and the office', async () => {
    expect(await ofGroup(office)).toEqual(await ofGroup(room.teacher))
    expect(await ofGroup(office)).toMatchObject([{ id: lesson.id, isOpen: false }])
  })
  it('refused: a colleague of another group', async () => {
    await expect(ofGroup(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(ofGroup(stranger)).rejects.toMatchObject(notFound)
  })
})
