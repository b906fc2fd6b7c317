// The class map: the same states as the rule gives over all observations, and what stands out.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { goalClose, successCriterionMarkMet } from '../goals/contract.ts'
import { goalTakeAlong } from '../goaltalks/contract.ts'
import { groupAddLearner, groupCreate } from '../groups/contract.ts'
import { HelpLevel, learnerObservationCorrect, learnerObservationWithdraw, ObservationSource, Response } from '../observations/contract.ts'
import { criterionState, type StateObservation } from '../observations/rules.ts'
import { classMapForGroup } from './contract.ts'
import { isNothingNoted, learnersFor, type MapCell, notSeen, readyToMoveOn, teachAgain } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  head = await app.school.person('Jo Birch', 'head', 'data_lead', 'administrator')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'teacher', 'senco')
})
afterAll(() => app.close())

const map = (by: TestPerson, groupId = room.groupId) => by.ask(classMapForGroup, { groupId })

describe('classMap.forGroup', () => {
  it('accepted: states, what they rest on, participation, and what stands out', async () => {
    const fresh = await makeClassroom(app.school)
    const [callum, maisie] = fresh.learnerIds
    const { goalId, criterionIds } = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    const [same, explain] = criterionIds
    const on = (learnerId: Id, criterionId: Id, response: Response) => ({
      learnerId,
      goalId,
      criterionId,
      response,
      helpLevel: 'self' as const,
    })
    const seen = await record(fresh.practitioner, fresh, {
      ...on(callum, same, 'secure'),
      participation: 'watching',
      observedAt: '2026-11-24T10:40:00.000Z',
    })
    const heard = await record(fresh.practitioner, fresh, { ...on(callum, same, 'secure'), participation: 'joining', source: 'heard' })
    await record(fresh.practitioner, fresh, on(maisie, explain, 'not_yet'))
    await record(fresh.practitioner, fresh, { ...on(maisie, explain, 'not_yet'), source: 'heard' })
    await fresh.teacher.send(successCriterionMarkMet, { id: newId(), criterionId: explain, learnerId: callum })
    const found = await map(fresh.practitioner, fresh.groupId)
    expect(found.learners.map(({ name, participation }) => [name, participation])).toEqual([
      ['Callum B', ['watching', 'joining']],
      ['Maisie T', []],
      ['Theo W', []],
    ])
    expect(found.cells).toContainEqual({ learnerId: callum, criterionId: same, state: 'secure', helpLevel: 'self', restsOn: [heard, seen] })
    expect(found.cells).toContainEqual({ learnerId: callum, criterionId: explain, state: 'met', helpLevel: null, restsOn: [] })
    expect(found.cells).toHaveLength(3)
    expect(found.headlines).toEqual({
      teachAgain: { criterionId: explain, learnerIds: [maisie], of: 3 },
      readyToMoveOn: { criterionId: same, learnerIds: [callum] },
      // Theo came today: that nothing was noted of him yet says nothing.
      notSeen: [],
    })
    expect([found.canMarkMet, (await map(fresh.teacher, fresh.groupId)).canMarkMet]).toEqual([false, true])
  })
  it('accepted: a goal taken along begins with nothing seen, and says out of which group it came until something is noted', async () => {
    const fresh = await makeClassroom(app.school)
    const { goalId, criterionIds } = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    const [callum] = fresh.learnerIds
    await record(fresh.practitioner, fresh, { learnerId: callum, goalId, criterionId: criterionIds[0], response: 'not_yet' })
    const groupId = newId()
    const group = { name: 'Explain: teach again', subject: 'Mathematics', cover: 'plum', kind: 'support' } as const
    await fresh.teacher.send(groupCreate, { id: groupId, ...group })
    await fresh.teacher.send(groupAddLearner, { id: newId(), groupId, learnerId: callum })
    const criteria = criterionIds.map((criterionId) => ({ criterionId, id: newId() }))
    await fresh.teacher.send(goalTakeAlong, { id: newId(), goalId, groupId, learnerId: null, criteria })
    const found = await map(fresh.teacher, groupId)
    expect(found.goals.map((goal) => goal.criteria.map(({ id }) => id))).toEqual([criteria.map(({ id }) => id)])
    expect([found.cells, found.headlines.teachAgain, found.cameFrom]).toEqual([[], null, [fresh.groupId]])
    expect((await map(fresh.teacher, fresh.groupId)).cameFrom).toEqual([])
    expect([found.takenInto, (await map(fresh.teacher, fresh.groupId)).takenInto]).toEqual([[], [{ fromGoalId: goalId, groupId }]])
    await fresh.teacher.send(goalClose, { goalId: found.goals[0]?.id ?? '' })
    expect((await map(fresh.teacher, fresh.groupId)).takenInto).toEqual([])
  })
  it('accepted: the one statement gives the same states as the rule over all observations that stand', async () => {
    const fresh = await makeClassroom(app.school)
    const { goalId, criterionIds } = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    const standing = await recordAtRandom(fresh, goalId, criterionIds)
    const { cells } = await map(fresh.teacher, fresh.groupId)
    for (const learnerId of fresh.learnerIds) {
      for (const criterionId of criterionIds) {
        const expected = criterionState(
          standing.filter((one) => one.learnerId === learnerId && one.criterionId === criterionId),
          false,
        )
        const found = cells.find((cell) => cell.learnerId === learnerId && cell.criterionId === criterionId)
        expect(found ?? { learnerId, criterionId, state: 'not_seen', helpLevel: null, restsOn: [] }).toEqual({
          learnerId,
          criterionId,
          ...expected,
        })
      }
    }
  })
  it('refused: a colleague of another group; head, data lead and administrator', async () => {
    await expect(map(outsider)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await expect(map(head)).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: not found', async () => {
    await expect(map(stranger)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

/** Sixty moments of any kind, some withdrawn, some corrected; returns those that stand. */
async function recordAtRandom(fresh: Classroom, goalId: Id, criterionIds: readonly Id[]) {
  const kinds = fc.sample(
    fc.record({
      learnerId: fc.constantFrom(...fresh.learnerIds),
      criterionId: fc.constantFrom(...criterionIds),
      response: fc.option(fc.constantFrom(...Response.options)),
      helpLevel: fc.constantFrom(null, ...HelpLevel.options),
      source: fc.constantFrom(...ObservationSource.options),
      fate: fc.constantFrom('stands', 'stands', 'withdrawn', 'corrected'),
    }),
    60,
  )
  const standing: (StateObservation & { learnerId: Id; criterionId: Id })[] = []
  for (const [index, { fate, ...kind }] of kinds.entries()) {
    const made = { ...kind, goalId, whatSeen: 'Something.', observedAt: new Date(Date.UTC(2026, 10, 24, 9, index)).toISOString() }
    const id = await record(fresh.practitioner, fresh, made)
    const { learnerId } = kind
    const correction = observation(fresh, { ...made, response: 'secure', helpLevel: 'prompt' })
    if (fate === 'withdrawn') await fresh.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: id, learnerId })
    if (fate === 'corrected') await fresh.practitioner.send(learnerObservationCorrect, { ...correction, correctsId: id })
    if (fate === 'stands') standing.push({ ...made, id })
    if (fate === 'corrected') standing.push({ ...made, id: correction.id, response: 'secure', helpLevel: 'prompt' })
  }
  return standing
}

describe('rules', () => {
  const cell = (learnerId: string, criterionId: string, state: MapCell['state']): MapCell => ({
    learnerId,
    criterionId,
    state,
    helpLevel: null,
    restsOn: [],
  })
  const cells = [
    cell('a', '1', 'not_yet'),
    cell('a', '2', 'not_yet'),
    cell('b', '2', 'not_yet'),
    cell('c', '1', 'secure'),
    cell('d', '1', 'met'),
  ]
  const goals = [{ learnerId: null, criteria: [{ id: '1' }, { id: '2' }] }]
  const learners = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }]
  it('teachAgain names the criterion that most have not reached', () => {
    expect(teachAgain(cells, goals, learners)).toEqual({ criterionId: '2', learnerIds: ['a', 'b'], of: 4 })
    expect(teachAgain([], goals, learners)).toBeNull()
  })
  it('teachAgain counts a goal of one learner over that learner alone', () => {
    const own = [{ learnerId: 'a', criteria: [{ id: '1' }] }]
    expect(teachAgain([cell('a', '1', 'not_yet')], own, learners)).toEqual({ criterionId: '1', learnerIds: ['a'], of: 1 })
  })
  it('learnersFor gives everyone for a goal of the group, and for a goal of one learner that learner', () => {
    expect(learnersFor(goals, '2', learners)).toEqual(learners)
    expect(learnersFor([...goals, { learnerId: 'b', criteria: [{ id: '3' }] }], '3', learners)).toEqual([{ id: 'b' }])
  })
  it('isNothingNoted asks about the goals of the group, whatever was seen of a learner’s own', () => {
    const own = { learnerId: 'a', criteria: [{ id: '3' }] }
    expect(isNothingNoted([...goals, own], [cell('a', '3', 'secure')])).toBe(true)
    expect(isNothingNoted([...goals, own], cells)).toBe(false)
  })
  it('readyToMoveOn leaves out whom a teacher marked met', () => {
    expect(readyToMoveOn(cells, goals)).toEqual({ criterionId: '1', learnerIds: ['c'] })
    expect(readyToMoveOn([cell('d', '1', 'met')], goals)).toBeNull()
  })
  it('notSeen begins at fourteen days', () => {
    const now = new Date('2026-11-24T10:45:00.000Z')
    const learners = [
      { id: 'never', fromOn: '2026-11-10', lastSeenAt: null },
      { id: 'new', fromOn: '2026-11-11', lastSeenAt: null },
      { id: 'fourteen', fromOn: '2026-11-20', lastSeenAt: '2026-11-10T10:45:00.000Z' },
      { id: 'less', fromOn: '2026-09-01', lastSeenAt: '2026-11-10T10:45:00.001Z' },
    ]
    expect(notSeen(learners, now)).toEqual(['never', 'fourteen'])
  })
})
