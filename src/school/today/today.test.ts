// Today: one's sessions of a week, and what waits for whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Role, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { adviceAsk } from '../advice/contract.ts'
import { briefTakeStep } from '../briefs/contract.ts'
import { sessionHandTo, sessionOpen } from '../sessions/contract.ts'
import { weeklyTimeAdd } from '../timetable/contract.ts'
import { sessionIdOn } from '../timetable/rules.ts'
import { todayMine } from './contract.ts'
import { canHaveWaiting, canSeeToday, rolesSharedWith } from './policy.ts'

let app: TestApp
let room: Classroom
let stranger: TestPerson
let lesson: { id: string; groupId: string }
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  stranger = await app.otherSchool.person('Omar Stone', 'teacher')
  const weeklyTimeId = newId()
  const hours = { weekday: 2, startTime: '10:45', endTime: '11:45', fromOn: '2026-11-01', untilOn: null }
  await room.teacher.send(weeklyTimeAdd, { id: weeklyTimeId, groupId: room.groupId, ...hours })
  lesson = { id: sessionIdOn(weeklyTimeId, '2026-11-24'), groupId: room.groupId }
})
afterAll(() => app.close())

const today = (person: TestPerson) => person.ask(todayMine, {})

describe('today.mine', () => {
  it('accepted: the sessions of a week, today’s and that of next Tuesday', async () => {
    const { sessions } = await today(room.practitioner)
    expect(sessions.map(({ startsAt, isOpen }) => [startsAt, isOpen])).toEqual([
      ['2026-11-24T10:45:00.000Z', false],
      ['2026-12-01T10:45:00.000Z', false],
    ])
  })
  it('accepted: a session of today waits for a brief, until somebody begins it', async () => {
    expect((await today(room.practitioner)).waiting.withoutBrief).toEqual([lesson.id])
    expect((await today(room.teacher)).waiting.withoutBrief).toEqual([])
  })
  it('accepted: a brief that is asked for waits for the teacher, until it is answered', async () => {
    await room.practitioner.send(sessionOpen, lesson)
    const step = (step: 'asked' | 'answered', by: TestPerson, at: string) =>
      by.send(briefTakeStep, { id: newId(), sessionId: lesson.id, step, takenAt: `2026-11-24T${at}:00.000Z` })
    await step('asked', room.practitioner, '10:40')
    expect((await today(room.teacher)).waiting.briefs).toMatchObject([{ sessionId: lesson.id, askedByName: 'Dawn Okafor' }])
    expect((await today(room.practitioner)).waiting).toMatchObject({ briefs: [], withoutBrief: [] })
    await step('answered', room.teacher, '10:44')
    expect((await today(room.teacher)).waiting.briefs).toEqual([])
  })
  it('accepted: advice that is asked waits for the subject lead', async () => {
    const lead = await app.school.person('Anita Nair', 'subject_lead')
    const asked = { groupId: room.groupId, leadId: lead.id, isAsked: true, askedAt: '2026-11-24T10:40:00.000Z' }
    await room.practitioner.send(adviceAsk, { id: newId(), ...asked })
    expect((await today(lead)).waiting.advice).toMatchObject([{ groupName: '4H Mathematics', askedByName: 'Dawn Okafor' }])
  })
  it('accepted: a colleague who takes a session sees when, and nothing else of the group', async () => {
    const cover = await app.school.person('Ines Duarte', 'teacher')
    await room.teacher.send(sessionHandTo, { id: newId(), sessionId: lesson.id, groupId: room.groupId, personId: cover.id })
    expect((await today(cover)).sessions).toMatchObject([{ id: lesson.id, takenBy: { name: 'Ines Duarte' } }])
  })
  it('accepted: the head and the office have no sessions, and nothing of groups', async () => {
    const office = await app.school.person('Helen Marsh', 'administrator', 'head')
    expect(await today(office)).toEqual({
      sessions: [],
      waiting: { briefs: [], withoutBrief: [], advice: [], agreements: [], handovers: [], decisions: [], actions: [] },
    })
  })
  it('refused: somebody without a role', async () => {
    const visitor = testPerson(app.dispatch, { ...room.teacher.actor, roles: [] })
    await expect(today(visitor)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: nothing of this school', async () => {
    expect((await today(stranger)).sessions).toEqual([])
  })
})

describe('policy', () => {
  const actor = (role: Role): Actor => ({ personId: newId(), organisationId: newId(), kind: 'school', roles: [role] })
  it.each(schoolRoles)('as %s', (role) => {
    expect(canSeeToday(actor(role))).toBe(true)
    expect(canHaveWaiting(actor(role))).toBe(['practitioner', 'teacher', 'senco', 'subject_lead'].includes(role))
    expect(rolesSharedWith(actor(role))).toEqual(role === 'senco' || role === 'subject_lead' ? [role] : [])
  })
})
