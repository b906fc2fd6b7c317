// What happens next: noted for teacher, learner and practitioner, done or not, seen in a later session; about one learner or nobody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, schoolRoles } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { startSession } from '../../testing/handover.ts'
import { groupRemoveLearner } from '../groups/contract.ts'
import { todayMine } from '../today/contract.ts'
import { type NewAction, nextActionAdd, nextActionForGroup, nextActionMark } from './contract.ts'
import { canMarkAction, canSeeActions } from './policy.ts'
import { actionMarkRefusal, actionRefusal, isDue } from './rules.ts'

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
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const at = '2026-11-24T10:44:00.000Z'
const action = (change: Partial<NewAction> = {}): NewAction => ({
  ...{ id: newId(), sessionId, owner: 'practitioner', learnerId: null, wording: 'Have the step cards ready', dueOn: null, notedAt: at },
  ...change,
})
const mark = (actionId: string, change: object = {}) => ({
  ...{ id: newId(), actionId, learnerId: null, outcome: 'done' as const, sessionId: null, markedAt: at },
  ...change,
})
const actionsOf = async (by: TestPerson, groupId = room.groupId) => (await by.ask(nextActionForGroup, { groupId })).actions
const mineOf = async (by: TestPerson) => (await by.ask(todayMine, {})).waiting.actions.map(({ id }) => id)

describe('nextAction.add', () => {
  it('accepted: for each of the three, the child’s in the child’s words; it waits for whose it is', async () => {
    const own = action()
    const teachers = action({ owner: 'teacher', wording: 'Start with folding', dueOn: '2026-11-25' })
    const childs = action({ owner: 'learner', learnerId: room.learnerIds[2], wording: 'I want to do it without you, with Callum' })
    for (const one of [own, teachers, childs]) await room.practitioner.send(nextActionAdd, one)
    const actions = await actionsOf(room.teacher)
    expect(actions.find(({ id }) => id === childs.id)).toMatchObject({ owner: 'learner', learner: { name: 'Theo W' }, isDone: false })
    expect(await mineOf(room.practitioner)).toEqual([own.id])
    expect(await mineOf(room.teacher)).toEqual([teachers.id])
  })
  it('refused: a learner’s without a learner, a name, a colleague of another group', async () => {
    const add = (change: Partial<NewAction>) => room.practitioner.send(nextActionAdd, action(change))
    await expect(add({ owner: 'learner' })).rejects.toMatchObject({ refusal: { reason: 'learner_missing' } })
    await expect(add({ wording: 'Sit with Theo' })).rejects.toMatchObject({ refusal: { reason: 'names_a_learner' } })
    await expect(add({ learnerId: room.learnerIds[0], wording: 'Sit with Theo' })).rejects.toMatchObject({
      refusal: { reason: 'names_another' },
    })
    await expect(outsider.send(nextActionAdd, action())).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(nextActionAdd, action())).rejects.toMatchObject(notFound)
  })
})

describe('nextAction.mark', () => {
  it('accepted: done and seen in a later session, open again, taken back', async () => {
    const made = action()
    await room.practitioner.send(nextActionAdd, made)
    const later = await startSession(room.practitioner, room, '2026-11-24T10:45:00.000Z')
    const found = async () => (await actionsOf(room.teacher)).find(({ id }) => id === made.id)
    await room.teacher.send(nextActionMark, mark(made.id, { sessionId: later }))
    expect(await found()).toMatchObject({ isDone: true, seenIn: { sessionId: later } })
    await room.practitioner.send(nextActionMark, mark(made.id, { outcome: 'open' }))
    expect(await found()).toMatchObject({ isDone: false, seenIn: null })
    await room.practitioner.send(nextActionMark, mark(made.id, { outcome: 'withdrawn' }))
    expect(await found()).toBeUndefined()
  })
  it('refused: in its own session, about another learner, taken back by another, by a colleague of another group', async () => {
    const made = action()
    await room.practitioner.send(nextActionAdd, made)
    const send = (change: object) => room.teacher.send(nextActionMark, mark(made.id, change))
    await expect(send({ sessionId })).rejects.toMatchObject({ refusal: { reason: 'session_of_the_action' } })
    await expect(send({ learnerId: room.learnerIds[0] })).rejects.toMatchObject({ refusal: { reason: 'learner_of_another' } })
    await expect(send({ outcome: 'withdrawn' })).rejects.toMatchObject(notFound)
    await expect(outsider.send(nextActionMark, mark(made.id))).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const made = action()
    await room.practitioner.send(nextActionAdd, made)
    await expect(stranger.send(nextActionMark, mark(made.id))).rejects.toMatchObject(notFound)
  })
})

describe('nextAction.forGroup', () => {
  it('accepted: nothing about a learner who left', async () => {
    const fresh = await makeClassroom(app.school)
    const begun = await startSession(fresh.practitioner, fresh)
    const theo = fresh.learnerIds[2]
    await fresh.practitioner.send(nextActionAdd, action({ sessionId: begun, owner: 'learner', learnerId: theo, wording: 'Alone' }))
    await fresh.teacher.send(groupRemoveLearner, { groupId: fresh.groupId, learnerId: theo })
    expect(await actionsOf(fresh.teacher, fresh.groupId)).toEqual([])
  })
  it('refused: a colleague of another group', async () => {
    await expect(actionsOf(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(actionsOf(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('rules and policy', () => {
  it('actionRefusal: a child’s own words stay as said', () => {
    const now = new Date(at)
    expect(actionRefusal(action({ owner: 'learner', learnerId: 't', wording: 'with Callum' }), ['Callum'], now)).toBeUndefined()
    expect(actionRefusal(action({ notedAt: '2026-11-24T11:00:00.000Z' }), [], now)?.reason).toBe('in_future')
  })
  it('actionMarkRefusal: a session of another group, and one where nothing was done', () => {
    const facts = { learnerId: null, groupId: 'g', sessionId: 's', seenGroupId: 'other' }
    expect(actionMarkRefusal({ learnerId: null, outcome: 'done', sessionId: 'x' }, facts)?.reason).toBe('session_of_another')
    expect(actionMarkRefusal({ learnerId: null, outcome: 'open', sessionId: 'x' }, { ...facts, seenGroupId: 'g' })?.reason).toBe(
      'session_of_another',
    )
  })
  it.each([
    [{ dueOn: null, notedOn: '2026-11-24' }, false],
    [{ dueOn: null, notedOn: '2026-11-23' }, true],
    [{ dueOn: '2026-11-24', notedOn: '2026-11-20' }, true],
    [{ dueOn: '2026-11-25', notedOn: '2026-11-20' }, false],
  ])('isDue %j', (one, expected) => expect(isDue(one, '2026-11-24')).toBe(expected))
  it('canMarkAction and canSeeActions', () => {
    const actor = (role: Actor['roles'][number]): Actor => ({ personId: 'p', organisationId: newId(), kind: 'school', roles: [role] })
    const may = (allowed: (one: Actor) => boolean) => schoolRoles.filter((role) => allowed(actor(role)))
    const facts = { part: 'practitioner' as const, notedBy: 'x' }
    expect(may((one) => canMarkAction(one, facts, { outcome: 'done' }))).toEqual(['practitioner', 'teacher'])
    expect(may((one) => canMarkAction(one, facts, { outcome: 'withdrawn' }))).toEqual([])
    expect(may((one) => canMarkAction(one, { part: undefined, notedBy: 'p' }, { outcome: 'withdrawn' }))).toEqual([
      'practitioner',
      'teacher',
    ])
    expect(may((one) => canSeeActions(one, facts))).toEqual(['practitioner', 'teacher', 'senco'])
  })
})
