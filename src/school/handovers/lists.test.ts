// Lists of handovers: of a session, a group, what waits for whom, the decision for the next brief, and counts for leaders.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { handOver, startSession } from '../../testing/handover.ts'
import { todayMine } from '../today/contract.ts'
import * as contract from './contract.ts'

let app: TestApp
let room: Classroom
let sessionId: string
let outsider: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  sessionId = await startSession(room.practitioner, room)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  head = await app.school.person('Jo Birch', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'teacher', 'senco', 'head')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const waitingOf = async (person: TestPerson) => (await person.ask(todayMine, {})).waiting
const decision = (handoverId: string) => ({
  ...{ id: newId(), handoverId, decision: 'regroup' as const, ownWords: null, reply: 'Fold first' },
  decidedAt: '2026-11-24T10:44:50.000Z',
})

describe('handover.withdraw', () => {
  it('accepted: a decision taken back waits for the teacher again and stays in the history', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const made = decision(id)
    await room.teacher.send(contract.handoverDecide, made)
    await room.teacher.send(contract.handoverWithdraw, { id: newId(), recordId: made.id })
    expect((await waitingOf(room.teacher)).handovers.map((one) => one.id)).toContain(id)
    const { handover } = await room.teacher.ask(contract.handoverShow, { handoverId: id })
    expect(handover.decisions).toMatchObject([{ isWithdrawn: true }])
  })
  it('refused: another’s', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(room.teacher.send(contract.handoverWithdraw, { id: newId(), recordId: id })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    await expect(stranger.send(contract.handoverWithdraw, { id: newId(), recordId: id })).rejects.toMatchObject(notFound)
  })
})

describe('handover.forSession', () => {
  it('accepted: newest first, and none for a session that nobody has begun', async () => {
    const fresh = await startSession(room.practitioner, room)
    const first = await handOver(room.practitioner, room, fresh)
    const second = await handOver(room.practitioner, room, fresh)
    const { handovers } = await room.teacher.ask(contract.handoverForSession, { groupId: room.groupId, sessionId: fresh })
    expect(handovers.map(({ id }) => id)).toEqual([second, first])
    const none = await room.teacher.ask(contract.handoverForSession, { groupId: room.groupId, sessionId: newId() })
    expect(none.handovers).toEqual([])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(contract.handoverForSession, { groupId: room.groupId, sessionId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(contract.handoverForSession, { groupId: room.groupId, sessionId })).rejects.toMatchObject(notFound)
  })
})

describe('handover.forGroup', () => {
  it('accepted: those of all its sessions', async () => {
    const id = await handOver(room.practitioner, room, sessionId)
    const { handovers } = await room.practitioner.ask(contract.handoverForGroup, { groupId: room.groupId })
    expect(handovers[0]).toMatchObject({ id, groupName: '4H Mathematics', sentBy: { name: 'Dawn Okafor' } })
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(contract.handoverForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(contract.handoverForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('handover.decisionFor', () => {
  it('accepted: the last that was decided on before the lesson, and null without one', async () => {
    const fresh = await makeClassroom(app.school)
    const begun = await startSession(fresh.practitioner, fresh)
    const wanted = { groupId: fresh.groupId, before: '2026-11-25T10:45:00.000Z' }
    const decided = await handOver(fresh.practitioner, fresh, begun)
    expect(await fresh.practitioner.ask(contract.handoverDecisionFor, wanted)).toEqual({ handover: null })
    const made = decision(decided)
    await fresh.teacher.send(contract.handoverDecide, made)
    await handOver(fresh.practitioner, fresh, begun)
    const { handover } = await fresh.practitioner.ask(contract.handoverDecisionFor, wanted)
    expect(handover).toMatchObject({ id: decided, decisions: [{ decision: 'regroup', reply: 'Fold first' }] })
    const before = { ...wanted, before: '2026-11-24T10:44:00.000Z' }
    expect(await fresh.practitioner.ask(contract.handoverDecisionFor, before)).toEqual({ handover: null })
    await fresh.teacher.send(contract.handoverWithdraw, { id: newId(), recordId: made.id })
    expect(await fresh.practitioner.ask(contract.handoverDecisionFor, wanted)).toEqual({ handover: null })
  })
  it('refused: a colleague of another group', async () => {
    const wanted = { groupId: room.groupId, before: '2026-11-25T10:45:00.000Z' }
    await expect(outsider.ask(contract.handoverDecisionFor, wanted)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const wanted = { groupId: room.groupId, before: '2026-11-25T10:45:00.000Z' }
    await expect(stranger.ask(contract.handoverDecisionFor, wanted)).rejects.toMatchObject(notFound)
  })
})

describe('what waits', () => {
  it('waits for the teacher until decided, then tells the practitioner', async () => {
    const fresh = await makeClassroom(app.school)
    const id = await handOver(fresh.practitioner, fresh, await startSession(fresh.practitioner, fresh))
    expect((await waitingOf(fresh.teacher)).handovers).toMatchObject([{ id, isRead: false, sentByName: 'Dawn Okafor' }])
    expect(await waitingOf(fresh.practitioner)).toMatchObject({ handovers: [], decisions: [] })
    await fresh.teacher.send(contract.handoverDecide, decision(id))
    expect((await waitingOf(fresh.teacher)).handovers).toEqual([])
    const { decisions } = await waitingOf(fresh.practitioner)
    expect(decisions).toMatchObject([{ handoverId: id, decision: 'regroup', decidedByName: 'Mark Hartley' }])
  })
})

describe('handover.byWeek', () => {
  it('accepted: counts of each week, nothing else', async () => {
    const { weeks } = await head.ask(contract.handoverByWeek, {})
    expect(weeks).toHaveLength(1)
    expect(weeks[0]).toMatchObject({ weekOn: '2026-11-23' })
    expect(weeks[0]?.answered).toBeLessThan(weeks[0]?.sent ?? 0)
  })
  it('refused: teachers and practitioners', async () => {
    await expect(room.teacher.ask(contract.handoverByWeek, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: its own counts', async () => {
    expect(await stranger.ask(contract.handoverByWeek, {})).toEqual({ weeks: [] })
  })
})
