// Looking back: examples are their author's alone and lose the name, the check counts what stands and is a practitioner's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, record } from '../../testing/classroom.ts'
import { handOver, startSession } from '../../testing/handover.ts'
import { groupRemoveLearner } from '../groups/contract.ts'
import { handoverDecide } from '../handovers/contract.ts'
import { learnerObservationWithdraw } from '../observations/contract.ts'
import { lookedExampleKeep, lookedExampleMine, lookedExampleWithdraw, type NewExample, sessionCheck } from './contract.ts'
import { canCheckSession, canTakeExampleBack } from './policy.ts'
import { checkLines, exampleRefusal, withoutName } from './rules.ts'

let app: TestApp
let room: Classroom
let sessionId: string
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  sessionId = await startSession(room.practitioner, room)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const at = '2026-11-24T10:44:00.000Z'
const example = (change: Partial<NewExample> = {}): NewExample => ({
  ...{ id: newId(), sessionId, learnerId: room.learnerIds[0], wording: 'Callum’s strips line up now', keptAt: at },
  ...change,
})
const mine = async (by: TestPerson) => (await by.ask(lookedExampleMine, {})).examples

describe('lookedExample.keep', () => {
  it('accepted: with the name for its author, and without it', async () => {
    const kept = example()
    await room.practitioner.send(lookedExampleKeep, kept)
    const found = (await mine(room.practitioner)).find(({ id }) => id === kept.id)
    expect(found).toMatchObject({ wording: 'Callum’s strips line up now', nameless: 'A learner’s strips line up now' })
    expect(await mine(room.teacher)).toEqual([])
  })
  it('refused: another’s name, a colleague of another group', async () => {
    const keep = (change: Partial<NewExample>) => room.practitioner.send(lookedExampleKeep, example(change))
    await expect(keep({ wording: 'Maisie shows her board' })).rejects.toMatchObject({ refusal: { reason: 'names_another' } })
    await expect(keep({ learnerId: null })).rejects.toMatchObject({ refusal: { reason: 'names_a_learner' } })
    await expect(outsider.send(lookedExampleKeep, example())).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(lookedExampleKeep, example())).rejects.toMatchObject(notFound)
  })
})

describe('lookedExample.withdraw', () => {
  it('accepted: gone, and twice is once', async () => {
    const kept = example()
    await room.practitioner.send(lookedExampleKeep, kept)
    const back = () => ({ id: newId(), exampleId: kept.id, learnerId: kept.learnerId })
    await room.practitioner.send(lookedExampleWithdraw, back())
    await room.practitioner.send(lookedExampleWithdraw, back())
    expect((await mine(room.practitioner)).map(({ id }) => id)).not.toContain(kept.id)
  })
  it('refused: another’s, about another learner', async () => {
    const kept = example()
    await room.practitioner.send(lookedExampleKeep, kept)
    const back = { id: newId(), exampleId: kept.id, learnerId: kept.learnerId }
    await expect(room.teacher.send(lookedExampleWithdraw, back)).rejects.toMatchObject(notFound)
    await expect(room.practitioner.send(lookedExampleWithdraw, { ...back, learnerId: null })).rejects.toMatchObject({
      refusal: { reason: 'learner_of_another' },
    })
  })
  it('other organisation: not found', async () => {
    const kept = example()
    await room.practitioner.send(lookedExampleKeep, kept)
    await expect(stranger.send(lookedExampleWithdraw, { id: newId(), exampleId: kept.id, learnerId: null })).rejects.toMatchObject(notFound)
  })
})

describe('lookedExample.mine', () => {
  it('accepted: without the name once the learner left', async () => {
    const fresh = await makeClassroom(app.school)
    const begun = await startSession(fresh.practitioner, fresh)
    const [callum] = fresh.learnerIds
    await fresh.practitioner.send(lookedExampleKeep, example({ sessionId: begun, learnerId: callum }))
    await fresh.teacher.send(groupRemoveLearner, { groupId: fresh.groupId, learnerId: callum })
    expect(await mine(fresh.practitioner)).toMatchObject([{ wording: null, learner: null, nameless: 'A learner’s strips line up now' }])
  })
  it('refused: who has no part in a classroom', async () => {
    const head = await app.school.person('Jo Birch', 'head')
    await expect(mine(head)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: none', async () => {
    expect(await mine(stranger)).toEqual([])
  })
})

describe('session.check', () => {
  it('accepted: counts what stands, for the practitioner', async () => {
    const { practitioner, teacher, learnerIds } = room
    const begun = await startSession(practitioner, room)
    const ask = () => practitioner.ask(sessionCheck, { groupId: room.groupId, sessionId: begun })
    expect(checkLines(await ask()).every(({ isShown }) => !isShown)).toBe(true)
    await record(practitioner, room, { sessionId: begun })
    const wrong = await record(practitioner, room, { sessionId: begun, source: 'self_report', helpLevel: null })
    await practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: wrong, learnerId: learnerIds[0] })
    const handoverId = await handOver(practitioner, room, begun)
    const decided = { id: newId(), handoverId, decision: 'regroup' as const, ownWords: null, reply: null, decidedAt: at }
    await teacher.send(handoverDecide, decided)
    const lines = checkLines(await ask())
    expect(lines.filter(({ isShown }) => isShown).map(({ line }) => line)).toEqual(['evidence', 'plan_adjusted'])
    expect(lines.every(({ place }) => /^(goal|find-out|feedback|hand-over#what-next)$/.test(place))).toBe(true)
    expect(await ask()).toMatchObject({ observations: 1, selfReports: 0, changes: 1, feedback: 0, improvements: 0 })
  })
  it('refused: the teacher, a colleague of another group', async () => {
    const ask = (by: TestPerson) => by.ask(sessionCheck, { groupId: room.groupId, sessionId })
    await expect(ask(room.teacher)).rejects.toMatchObject(notFound)
    await expect(ask(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(sessionCheck, { groupId: room.groupId, sessionId })).rejects.toMatchObject(notFound)
  })
})

describe('rules and policy', () => {
  it.each([
    ['Callum’s strips line up', 'A learner’s strips line up'],
    ['Now callum checks, Callum says', 'Now a learner checks, a learner says'],
    ['She waited. Callum spoke', 'She waited. A learner spoke'],
    ['Nobody is named', 'Nobody is named'],
  ])('withoutName: %s', (wording, expected) => expect(withoutName(wording, 'Callum')).toBe(expected))
  it('withoutName leaves the month and the verb alone', () => {
    expect(withoutName('It may help in class', 'May')).toBe('It may help in class')
    expect(withoutName('Since then May asks first', 'May')).toBe('Since then a learner asks first')
  })
  it('exampleRefusal: a clock that runs ahead', () => {
    expect(exampleRefusal(example({ keptAt: '2026-11-24T11:00:00.000Z' }), [], new Date(at))?.reason).toBe('in_future')
  })
  it('canCheckSession and canTakeExampleBack', () => {
    const actor = (role: Actor['roles'][number]): Actor => ({ personId: 'p', organisationId: newId(), kind: 'school', roles: [role] })
    const may = (allowed: (one: Actor) => boolean) => schoolRoles.filter((role) => allowed(actor(role)))
    expect(may((one) => canCheckSession(one, { part: 'practitioner', isOfGroup: true }))).toEqual(['practitioner'])
    expect(may((one) => canCheckSession(one, { part: 'teacher', isOfGroup: true }))).toEqual([])
    expect(may((one) => canCheckSession(one, { part: 'practitioner', isOfGroup: false }))).toEqual([])
    expect(may((one) => canTakeExampleBack(one, { keptBy: 'p' }))).toEqual(['practitioner', 'teacher'])
  })
})
