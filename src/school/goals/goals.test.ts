// Goals: for a group or one learner, in the learner's own words, and met by a teacher's judgement alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, setGoal } from '../../testing/classroom.ts'
import * as contract from './contract.ts'
import { closeRefusal, goalRefusal, isGoalOf, markRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'teacher', 'practitioner', 'administrator')
  senco = await app.school.person('Una Gray', 'senco')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const criterion = (position: number) => ({
  id: newId(),
  shortName: 'Explain',
  childText: 'I can explain',
  adultText: null,
  kind: 'must' as const,
  position,
})
const goal = (owner: { groupId: string | null; learnerId: string | null }) => ({
  id: newId(),
  ...owner,
  wording: 'Equal fractions',
  statement: null,
  criteria: [criterion(1)],
})
const goals = async (by = room.practitioner) => (await by.ask(contract.goalForGroup, { groupId: room.groupId })).goals

describe('goal.set', () => {
  it('accepted: for a group by its practitioner, linked to a statement', async () => {
    const { goalId, criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const [found] = (await goals()).filter(({ id }) => id === goalId)
    expect(found).toMatchObject({ statement: { code: '4.F1', version: 1 }, closedAt: null })
    expect(found?.criteria.map(({ id }) => id)).toEqual(criterionIds)
  })
  it('accepted: what the stage expects in the adults’ own words, where no ladder says it', async () => {
    const told = { ...goal({ groupId: room.groupId, learnerId: null }), expectation: 'Places three events of a reign in order' }
    const untold = goal({ groupId: room.groupId, learnerId: null })
    for (const each of [told, untold]) await room.teacher.send(contract.goalSet, each)
    const found = new Map((await goals()).map(({ id, expectation }) => [id, expectation]))
    expect(found.get(told.id)).toBe('Places three events of a reign in order')
    expect(found.get(untold.id)).toBeUndefined()
  })
  it('accepted: for one learner of the group', async () => {
    const { goalId } = await setGoal(room.teacher, { learnerId: room.learnerIds[0] })
    expect((await goals()).find(({ id }) => id === goalId)).toMatchObject({ groupId: null, learnerId: room.learnerIds[0] })
  })
  it('refused: for learners and groups of others, by the SENCO, for both at once, with a place twice, for a statement that is none', async () => {
    await expect(outsider.send(contract.goalSet, goal({ groupId: room.groupId, learnerId: null }))).rejects.toMatchObject(notFound)
    await expect(outsider.send(contract.goalSet, goal({ groupId: null, learnerId: room.learnerIds[0] }))).rejects.toMatchObject(notFound)
    await expect(senco.send(contract.goalSet, goal({ groupId: room.groupId, learnerId: null }))).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    await expect(room.teacher.send(contract.goalSet, goal({ groupId: room.groupId, learnerId: room.learnerIds[0] }))).rejects.toMatchObject(
      {
        refusal: { reason: 'goal_for_one_or_the_other' },
      },
    )
    const twice = { ...goal({ groupId: room.groupId, learnerId: null }), criteria: [criterion(1), criterion(1)] }
    await expect(room.teacher.send(contract.goalSet, twice)).rejects.toMatchObject({ refusal: { reason: 'positions' } })
    const unknown = { ...goal({ groupId: room.groupId, learnerId: null }), statement: { framework: 'x', version: 1, code: 'y' } }
    await expect(room.teacher.send(contract.goalSet, unknown)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.goalSet, goal({ groupId: room.groupId, learnerId: null }))).rejects.toMatchObject(notFound)
    await expect(stranger.send(contract.goalSet, goal({ groupId: null, learnerId: room.learnerIds[0] }))).rejects.toMatchObject(notFound)
  })
})

describe('goal.close', () => {
  it('accepted: it stands after the open ones', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    await room.practitioner.send(contract.goalClose, { goalId })
    expect((await goals()).at(-1)).toMatchObject({ id: goalId, closedAt: '2026-11-24T10:45:00.000Z' })
    await expect(room.teacher.send(contract.goalClose, { goalId })).rejects.toMatchObject({ refusal: { reason: 'goal_closed' } })
  })
  it('refused: someone else’s', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    await expect(outsider.send(contract.goalClose, { goalId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    await expect(stranger.send(contract.goalClose, { goalId })).rejects.toMatchObject(notFound)
  })
})

describe('goal.setLearnerWording', () => {
  const own = 'I’m trying to show when two are the same size, like half-time.'
  it('accepted: the last wording holds', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    const [learnerId] = room.learnerIds
    await room.practitioner.send(contract.goalSetLearnerWording, { id: newId(), goalId, learnerId, wording: 'Same size' })
    await room.practitioner.send(contract.goalSetLearnerWording, { id: newId(), goalId, learnerId, wording: own })
    const { learnerWordings } = await room.teacher.ask(contract.goalForGroup, { groupId: room.groupId })
    expect(learnerWordings.filter((one) => one.goalId === goalId)).toEqual([{ goalId, learnerId, wording: own }])
  })
  it('refused: for a learner of others, or on a goal that is another’s', async () => {
    const { goalId } = await setGoal(room.practitioner, { learnerId: room.learnerIds[0] })
    const words = { id: newId(), goalId, learnerId: room.learnerIds[1], wording: own }
    await expect(room.practitioner.send(contract.goalSetLearnerWording, words)).rejects.toMatchObject({
      refusal: { reason: 'goal_of_another' },
    })
    await expect(outsider.send(contract.goalSetLearnerWording, words)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    const words = { id: newId(), goalId, learnerId: room.learnerIds[0], wording: own }
    await expect(stranger.send(contract.goalSetLearnerWording, words)).rejects.toMatchObject(notFound)
  })
})

describe('successCriterion.markMet', () => {
  it('accepted: by a teacher of the learner, once', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const mark = { criterionId: criterionIds[0], learnerId: room.learnerIds[0] }
    await room.teacher.send(contract.successCriterionMarkMet, { id: newId(), ...mark })
    await expect(room.teacher.send(contract.successCriterionMarkMet, { id: newId(), ...mark })).rejects.toMatchObject({
      refusal: { reason: 'already_met' },
    })
  })
  it('refused: a practitioner, a teacher of others, a goal of another learner', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { learnerId: room.learnerIds[1] })
    const mark = { id: newId(), criterionId: criterionIds[0], learnerId: room.learnerIds[0] }
    await expect(room.practitioner.send(contract.successCriterionMarkMet, mark)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await expect(outsider.send(contract.successCriterionMarkMet, mark)).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(contract.successCriterionMarkMet, mark)).rejects.toMatchObject({
      refusal: { reason: 'goal_of_another' },
    })
  })
  it('other organisation: not found', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const mark = { id: newId(), criterionId: criterionIds[0], learnerId: room.learnerIds[0] }
    await expect(stranger.send(contract.successCriterionMarkMet, mark)).rejects.toMatchObject(notFound)
  })
})

describe('successCriterion.unmarkMet', () => {
  it('accepted: a new row takes it back, and it can be marked again', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const mark = () => ({ id: newId(), criterionId: criterionIds[0], learnerId: room.learnerIds[0] })
    await room.teacher.send(contract.successCriterionMarkMet, mark())
    app.clock.set('2026-11-24T10:46:00.000Z')
    await room.teacher.send(contract.successCriterionUnmarkMet, mark())
    app.clock.set('2026-11-24T10:47:00.000Z')
    await room.teacher.send(contract.successCriterionMarkMet, mark())
    app.clock.set('2026-11-24T10:45:00.000Z')
    const rows = await app.school.look((tx) =>
      tx.db
        .selectFrom('successCriterionMarks')
        .select('isMet')
        .where('organisationId', '=', app.school.id)
        .where('criterionId', '=', criterionIds[0])
        .orderBy('markedAt')
        .execute(),
    )
    expect(rows.map(({ isMet }) => isMet)).toEqual([true, false, true])
  })
  it('refused: what is not marked, and a practitioner', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const mark = { id: newId(), criterionId: criterionIds[0], learnerId: room.learnerIds[0] }
    await expect(room.teacher.send(contract.successCriterionUnmarkMet, mark)).rejects.toMatchObject({ refusal: { reason: 'not_met' } })
    await expect(room.practitioner.send(contract.successCriterionUnmarkMet, mark)).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: not found', async () => {
    const { criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const mark = { id: newId(), criterionId: criterionIds[0], learnerId: room.learnerIds[0] }
    await expect(stranger.send(contract.successCriterionUnmarkMet, mark)).rejects.toMatchObject(notFound)
  })
})

describe('goal.forGroup', () => {
  it('accepted: the SENCO sees them too', async () => {
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    expect((await goals(senco)).some(({ id }) => id === goalId)).toBe(true)
  })
  it('refused: a colleague of another group', async () => {
    await expect(goals(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(goals(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('rules', () => {
  it('goalRefusal wants one owner and places in a row', () => {
    const criteria = [2, 1, 3].map((position) => ({ id: 'x', position }))
    expect(goalRefusal({ groupId: 'g', learnerId: null, criteria })).toBeUndefined()
    expect(goalRefusal({ groupId: null, learnerId: null, criteria })).toMatchObject({ field: 'learnerId' })
    expect(goalRefusal({ groupId: 'g', learnerId: null, criteria: [{ id: 'x', position: 2 }] })).toMatchObject({ reason: 'positions' })
  })
  it('isGoalOf: one’s own goal, or a goal of one’s group', () => {
    const learner = { id: 'a', groups: [{ id: 'g' }] }
    expect(isGoalOf({ groupId: 'g', learnerId: null }, learner)).toBe(true)
    expect(isGoalOf({ groupId: null, learnerId: 'a' }, learner)).toBe(true)
    expect(isGoalOf({ groupId: null, learnerId: 'b' }, learner)).toBe(false)
    expect(isGoalOf({ groupId: 'h', learnerId: null }, learner)).toBe(false)
  })
  it('closeRefusal and markRefusal refuse what would say nothing', () => {
    expect(closeRefusal({ isClosed: true })).toMatchObject({ reason: 'goal_closed' })
    expect(closeRefusal({ isClosed: false })).toBeUndefined()
    expect([markRefusal(true, true)?.reason, markRefusal(false, false)?.reason]).toEqual(['already_met', 'not_met'])
    expect([markRefusal(false, true), markRefusal(true, false)]).toEqual([undefined, undefined])
  })
})
