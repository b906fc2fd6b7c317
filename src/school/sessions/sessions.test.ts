// Sessions: begun on a device, offline too, by who worked with the group that day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { groupRemoveStaff } from '../groups/contract.ts'
import { weeklyTimeAdd } from '../timetable/contract.ts'
import { sessionIdOn } from '../timetable/rules.ts'
import { sessionFind, sessionForGroup, sessionOpen, sessionStart } from './contract.ts'
import { futureRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const session = (startedAt = '2026-11-24T10:45:00.000Z') => ({ id: newId(), groupId: room.groupId, startedAt })

describe('session.start', () => {
  it('accepted: and once, however often it is sent', async () => {
    const started = session()
    const id = newId()
    await room.practitioner.send(sessionStart, started, { id })
    await room.practitioner.send(sessionStart, started, { id })
    const { sessions } = await room.teacher.ask(sessionForGroup, { groupId: room.groupId })
    expect(sessions.filter((one) => one.id === started.id)).toMatchObject([{ startedByName: 'Dawn Okafor', startedAt: started.startedAt }])
  })
  it('accepted: later the same day, although she left the group since', async () => {
    const left = await makeClassroom(app.school)
    await left.teacher.send(groupRemoveStaff, { groupId: left.groupId, personId: left.practitioner.id })
    await left.practitioner.send(sessionStart, { ...session('2026-11-24T09:00:00.000Z'), groupId: left.groupId })
  })
  it('refused: someone else’s group, a day before she worked with it, a clock that runs ahead', async () => {
    await expect(outsider.send(sessionStart, session())).rejects.toMatchObject(notFound)
    await expect(room.practitioner.send(sessionStart, session('2026-11-23T10:45:00.000Z'))).rejects.toMatchObject(notFound)
    await expect(room.practitioner.send(sessionStart, session('2026-11-24T10:56:00.000Z'))).rejects.toMatchObject({
      refusal: { reason: 'in_future', field: 'startedAt' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(sessionStart, session())).rejects.toMatchObject(notFound)
  })
})

/** A weekly time on Tuesdays, 10:45–11:45, and its session of a day. */
async function timetabled(day = '2026-11-24', where = room) {
  const weeklyTimeId = newId()
  const hours = { weekday: 2, startTime: '10:45', endTime: '11:45' }
  await where.teacher.send(weeklyTimeAdd, { id: weeklyTimeId, groupId: where.groupId, ...hours, fromOn: '2026-11-01', untilOn: null })
  return { id: sessionIdOn(weeklyTimeId, day), groupId: where.groupId }
}

describe('session.open', () => {
  it('accepted: by two devices is one session, at the time of the timetable', async () => {
    const planned = await timetabled('2026-12-01')
    await room.practitioner.send(sessionOpen, planned)
    await room.teacher.send(sessionOpen, planned)
    const { sessions } = await room.teacher.ask(sessionForGroup, { groupId: room.groupId })
    expect(sessions.filter(({ id }) => id === planned.id)).toMatchObject([
      { startedAt: '2026-12-01T10:45:00.000Z', startedByName: 'Dawn Okafor' },
    ])
  })
  it('accepted: later, although she left the group since', async () => {
    const left = await makeClassroom(app.school)
    const planned = await timetabled('2026-11-24', left)
    await left.teacher.send(groupRemoveStaff, { groupId: left.groupId, personId: left.practitioner.id })
    await left.practitioner.send(sessionOpen, planned)
  })
  it('refused: someone else’s group, another group’s session, a day that it is not on, an id that means no session', async () => {
    const planned = await timetabled()
    const other = await makeClassroom(app.school)
    await expect(outsider.send(sessionOpen, planned)).rejects.toMatchObject(notFound)
    await expect(other.teacher.send(sessionOpen, { ...planned, groupId: other.groupId })).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(sessionOpen, { ...planned, id: sessionIdOn(planned.id, '2026-11-25') })).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(sessionOpen, { ...planned, id: newId() })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(sessionOpen, await timetabled())).rejects.toMatchObject(notFound)
  })
})

describe('session.find', () => {
  it('accepted: the same before and after it was opened', async () => {
    const { id, groupId } = await timetabled('2027-06-29')
    const found = async () => (await room.practitioner.ask(sessionFind, { sessionId: id })).session
    const planned = await found()
    expect(planned).toEqual({
      id,
      groupId,
      groupName: '4H Mathematics',
      subject: 'Mathematics',
      cover: 'sky',
      startsAt: '2027-06-29T09:45:00.000Z',
      endsAt: '2027-06-29T10:45:00.000Z',
      isOpen: false,
      isCancelled: false,
      takenBy: null,
    })
    await room.practitioner.send(sessionOpen, { id, groupId })
    expect(await found()).toEqual({ ...planned, isOpen: true })
  })
  it('accepted: one that was begun unplanned has no end', async () => {
    const started = session()
    await room.practitioner.send(sessionStart, started)
    const { session: found } = await room.teacher.ask(sessionFind, { sessionId: started.id })
    expect(found).toMatchObject({ id: started.id, startsAt: started.startedAt, endsAt: null, isOpen: true })
  })
  it('refused: a colleague of another group, an id that is no session’s', async () => {
    await expect(outsider.ask(sessionFind, { sessionId: (await timetabled()).id })).rejects.toMatchObject(notFound)
    await expect(room.teacher.ask(sessionFind, { sessionId: newId() })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(sessionFind, { sessionId: (await timetabled()).id })).rejects.toMatchObject(notFound)
  })
})

describe('session.forGroup', () => {
  it('accepted: newest first', async () => {
    const fresh = await makeClassroom(app.school)
    await fresh.teacher.send(sessionStart, { ...session('2026-11-24T09:00:00.000Z'), groupId: fresh.groupId })
    await fresh.teacher.send(sessionStart, { ...session('2026-11-24T10:00:00.000Z'), groupId: fresh.groupId })
    const { sessions } = await fresh.practitioner.ask(sessionForGroup, { groupId: fresh.groupId })
    expect(sessions.map(({ startedAt }) => startedAt)).toEqual(['2026-11-24T10:00:00.000Z', '2026-11-24T09:00:00.000Z'])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(sessionForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(sessionForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('futureRefusal', () => {
  it('allows a clock to run ahead by ten minutes', () => {
    const now = new Date('2026-11-24T10:45:00.000Z')
    expect(futureRefusal('2026-11-24T10:55:00.000Z', now, 'x')).toBeUndefined()
    expect(futureRefusal('2026-11-24T10:55:00.001Z', now, 'x')).toMatchObject({ field: 'x' })
  })
})
