// Term dates and weekly times: who enters them, and who sees them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Role, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import * as contract from './contract.ts'
import { canSeeTermDates, canSeeTimes, canSetSomeTimes, canSetTermDates, canSetTimes } from './policy.ts'

let app: TestApp
let room: Classroom
let admin: TestPerson
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  admin = await app.school.person('Helen Marsh', 'administrator')
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  stranger = await app.otherSchool.person('Omar Stone', 'administrator', 'teacher')
})
afterAll(() => app.close())

const notAllowed = { refusal: { code: 'not_allowed' } }
const notFound = { refusal: { code: 'not_found' } }
const term = (fromOn: string, untilOn: string) => ({ id: newId(), kind: 'term' as const, name: 'Autumn term', fromOn, untilOn })
const time = () => ({
  id: newId(),
  groupId: room.groupId,
  weekday: 2,
  startTime: '10:45',
  endTime: '11:45',
  fromOn: '2026-11-24',
  untilOn: null,
})
const times = async (person: TestPerson) => (await person.ask(contract.weeklyTimeOfGroup, { groupId: room.groupId })).times

describe('termDates.add', () => {
  it('accepted: by the office, and read by all', async () => {
    const dates = term('2026-09-02', '2026-12-18')
    await admin.send(contract.termDatesAdd, dates)
    expect((await room.practitioner.ask(contract.termDatesAll, {})).dates).toEqual([dates])
  })
  it('refused: a teacher, a term over another', async () => {
    await expect(room.teacher.send(contract.termDatesAdd, term('2030-01-04', '2030-03-25'))).rejects.toMatchObject(notAllowed)
    await expect(admin.send(contract.termDatesAdd, term('2026-12-01', '2027-01-25'))).rejects.toMatchObject({
      refusal: { reason: 'overlaps_term' },
    })
  })
  it('other organisation: the other school has its own', async () => {
    await stranger.send(contract.termDatesAdd, term('2026-09-02', '2026-12-18'))
    expect((await stranger.ask(contract.termDatesAll, {})).dates.length).toBe(1)
  })
})

describe('termDates.remove', () => {
  it('accepted: once', async () => {
    const dates = term('2028-01-04', '2028-03-25')
    await admin.send(contract.termDatesAdd, dates)
    await admin.send(contract.termDatesRemove, { id: dates.id })
    expect((await admin.ask(contract.termDatesAll, {})).dates.some(({ id }) => id === dates.id)).toBe(false)
    await expect(admin.send(contract.termDatesRemove, { id: dates.id })).rejects.toMatchObject(notFound)
  })
  it('refused: a practitioner', async () => {
    await expect(room.practitioner.send(contract.termDatesRemove, { id: newId() })).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const dates = term('2029-01-04', '2029-03-25')
    await admin.send(contract.termDatesAdd, dates)
    await expect(stranger.send(contract.termDatesRemove, { id: dates.id })).rejects.toMatchObject(notFound)
  })
})

describe('termDates.all', () => {
  it('accepted: in their order', async () => {
    const [first, second] = (await room.teacher.ask(contract.termDatesAll, {})).dates
    expect((first?.fromOn ?? '') < (second?.fromOn ?? '')).toBe(true)
  })
  it('refused: somebody without a role', async () => {
    const visitor = testPerson(app.dispatch, { ...admin.actor, roles: [] })
    await expect(visitor.ask(contract.termDatesAll, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: none of this school', async () => {
    const names = (await stranger.ask(contract.termDatesAll, {})).dates.map(({ fromOn }) => fromOn)
    expect(names).toEqual(['2026-09-02'])
  })
})

describe('weeklyTime.add', () => {
  it('accepted: by who works with the group, and by the office', async () => {
    const [own, office] = [time(), { ...time(), weekday: 3 }]
    await room.practitioner.send(contract.weeklyTimeAdd, own)
    await admin.send(contract.weeklyTimeAdd, office)
    expect(await times(room.teacher)).toEqual([own, office])
  })
  it('refused: a colleague of another group, an end before the start', async () => {
    await expect(outsider.send(contract.weeklyTimeAdd, time())).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(contract.weeklyTimeAdd, { ...time(), endTime: '10:00' })).rejects.toMatchObject({
      refusal: { reason: 'ends_before_start' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.weeklyTimeAdd, time())).rejects.toMatchObject(notFound)
  })
})

describe('weeklyTime.end', () => {
  it('accepted: and undone', async () => {
    const made = { ...time(), weekday: 5 }
    await room.teacher.send(contract.weeklyTimeAdd, made)
    const ends = (untilOn: string | null) => room.teacher.send(contract.weeklyTimeEnd, { id: made.id, groupId: room.groupId, untilOn })
    await ends('2026-11-23')
    expect((await times(room.teacher)).some(({ id }) => id === made.id)).toBe(false)
    await ends('2026-12-11')
    expect((await times(room.teacher)).find(({ id }) => id === made.id)?.untilOn).toBe('2026-12-11')
    await ends(null)
    expect((await times(room.teacher)).find(({ id }) => id === made.id)?.untilOn).toBeNull()
  })
  it('refused: a colleague of another group', async () => {
    const [first] = await times(room.teacher)
    const input = { id: first?.id ?? '', groupId: room.groupId, untilOn: null }
    await expect(outsider.send(contract.weeklyTimeEnd, input)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const [first] = await times(room.teacher)
    const input = { id: first?.id ?? '', groupId: room.groupId, untilOn: null }
    await expect(stranger.send(contract.weeklyTimeEnd, input)).rejects.toMatchObject(notFound)
  })
})

describe('weeklyTime.ofGroup', () => {
  it('accepted: the office and the SENCO read it too', async () => {
    const senco = await app.school.person('Ros Ashby', 'senco')
    expect(await times(senco)).toEqual(await times(admin))
    const of = async (person: TestPerson) => person.ask(contract.weeklyTimeOfGroup, { groupId: room.groupId })
    expect(await of(senco)).toMatchObject({ group: { name: '4H Mathematics', cover: 'sky' }, canSet: false })
    for (const person of [admin, room.practitioner]) expect((await of(person)).canSet).toBe(true)
  })
  it('refused: a colleague of another group', async () => {
    await expect(times(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(times(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('policy', () => {
  const actor = (role: Role): Actor => ({ personId: newId(), organisationId: newId(), kind: 'school', roles: [role] })
  it.each(schoolRoles)('as %s', (role) => {
    const one = actor(role)
    const isOffice = role === 'administrator' || role === 'data_lead'
    const isClassroom = role === 'practitioner' || role === 'teacher'
    expect(canSetTermDates(one)).toBe(isOffice || role === 'head')
    expect(canSeeTermDates(one)).toBe(true)
    expect(canSetSomeTimes(one)).toBe(isOffice || isClassroom)
    expect([canSetTimes(one, { part: 'practitioner' }), canSetTimes(one, { part: undefined })]).toEqual([isOffice || isClassroom, isOffice])
    expect(canSeeTimes(one, { part: undefined })).toBe(isOffice || role === 'senco' || role === 'head')
  })
})
