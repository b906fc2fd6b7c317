// Sessions: begun on a device, offline too, by who worked with the group that day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { groupRemoveStaff } from '../groups/contract.ts'
import { sessionForGroup, sessionStart } from './contract.ts'
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
