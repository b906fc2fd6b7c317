// What was found out in a group: hinge answers as observations, techniques by learner, and who was not noted lately.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { addLearner, type Classroom, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { hingeQuestionMake, hingeQuestionRetire, misconceptionChange } from '../misconceptions/contract.ts'
import type { NewObservation } from '../observations/contract.ts'
import { learnerObservationForLearner, learnerObservationWithdraw } from '../observations/contract.ts'
import { notSeenLately } from '../observations/rules.ts'
import { sessionStart } from '../sessions/contract.ts'
import { findingsForGroup } from './contract.ts'
import { hingeResult, isOneForAll, misconceptionsGivenAway, notNotedOn, techniqueRows } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

const addsOne = '01930000-0000-7000-8000-000000000001'
const halves = '01930000-0000-7000-8000-000000000002'
const notFound = { refusal: { code: 'not_found' } }
const findings = (by = room.practitioner) => by.ask(findingsForGroup, { groupId: room.groupId })

const statement = { framework: 'evident-mathematics', version: 1, code: '4.F1' }
async function askHalf() {
  const [right, half, plusOne] = [newId(), newId(), newId()]
  const options = [
    { id: right, wording: '2/4', isRight: true, misconceptionId: null },
    { id: half, wording: '1/4', isRight: false, misconceptionId: halves },
    { id: plusOne, wording: '2/3', isRight: false, misconceptionId: addsOne },
  ]
  const question = { id: newId(), groupId: room.groupId, statement, question: 'Which is the same as ½?', options }
  await room.practitioner.send(hingeQuestionMake, question)
  return { questionId: question.id, right, half, plusOne }
}

const answered = (learnerId: Id, hingeOptionId: Id, change: Partial<NewObservation>) =>
  record(room.practitioner, room, { learnerId, hingeOptionId, technique: 'hinge_question', helpLevel: 'self', ...change })

describe('findings.forGroup', () => {
  it('accepted: an answer is an observation that names its misconception, under the name of today', async () => {
    const { goalId, criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const asked = await askHalf()
    const on = { goalId, criterionId: criterionIds[0] }
    const [callum, maisie] = room.learnerIds
    const wrong = await answered(callum, asked.plusOne, { ...on, response: 'not_yet', misconceptionId: addsOne })
    await answered(maisie, asked.right, { ...on, response: 'nearly', isSure: false })
    await room.teacher.send(misconceptionChange, { id: newId(), misconceptionId: addsOne, wording: 'Adds one to both', isRetired: false })
    const found = await findings()
    expect(found.questions).toMatchObject([{ id: asked.questionId, isRetired: false }])
    expect(found.moments.find(({ id }) => id === wrong)).toMatchObject({
      misconceptionName: 'Adds one to both',
      technique: 'hinge_question',
    })
    expect(found.learners.find(({ id }) => id === maisie)).toMatchObject({ goalIds: [goalId], fromOn: '2026-11-24' })
    expect(found.learners.find(({ id }) => id === room.learnerIds[2])).toMatchObject({ goalIds: [], lastSeenAt: null })
    const { observations, goals } = await room.teacher.ask(learnerObservationForLearner, { learnerId: callum })
    expect(observations.find(({ id }) => id === wrong)?.misconceptionName).toBe('Adds one to both')
    // One source is not enough, however clear the answer was.
    expect(goals.find(({ id }) => id === goalId)?.criteria[0]).toMatchObject({ state: 'not_enough_yet', restsOn: [wrong] })
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: wrong, learnerId: callum })
    expect((await findings()).moments.map(({ id }) => id)).not.toContain(wrong)
  })
  it('accepted: a retired question stays where it was answered, and is offered for the same statement elsewhere', async () => {
    const asked = await askHalf()
    const other = await askHalf()
    await answered(room.learnerIds[0], asked.right, { response: 'secure', isSure: true })
    for (const { questionId } of [asked, other]) await room.practitioner.send(hingeQuestionRetire, { questionId })
    const { questions } = await findings()
    expect(questions.find(({ id }) => id === asked.questionId)).toMatchObject({ isRetired: true })
    expect(questions.map(({ id }) => id)).not.toContain(other.questionId)
  })
  it('accepted: when the last sessions began', async () => {
    const startedAt = '2026-11-24T10:40:00.000Z'
    await room.practitioner.send(sessionStart, { id: newId(), groupId: room.groupId, startedAt })
    expect((await findings()).sessionsAt).toContain(startedAt)
  })
  it('accepted: six learners who were just added are nobody to worry about', async () => {
    const learnerId = newId()
    await addLearner(room.teacher, room.groupId, learnerId, 'Ewa', 'K')
    const { learners, sessionsAt } = await findings()
    expect(notSeenLately(learners, ['2026-11-24T10:40:00.000Z', '2026-11-23T10:40:00.000Z', ...sessionsAt])).not.toContain(learnerId)
  })
  it('refused: to those who don’t work with the group', async () => {
    await expect(findings(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(findings(stranger)).rejects.toMatchObject(notFound)
  })
})

const seen = (id: string, learnerId: string, technique: string | null, change: Partial<NewObservation> = {}): NewObservation => ({
  ...observation({ ...room, learnerIds: [learnerId, 'm', 't'] } as Classroom, {
    id,
    technique,
    helpLevel: null,
    response: null,
    observedAt: `2026-11-24T10:${id.padStart(2, '0')}:00.000Z`,
    ...change,
  }),
})

describe('hingeResult', () => {
  const options = [
    { id: 'a', wording: '2/4', isRight: true, misconceptionId: null },
    { id: 'b', wording: '1/4', isRight: false, misconceptionId: 'halves' },
  ]
  it('has each learner once, where they answered last, with how sure they were', () => {
    const result = hingeResult(options, [
      seen('2', 'callum', 'hinge_question', { hingeOptionId: 'a', isSure: false }),
      seen('1', 'callum', 'hinge_question', { hingeOptionId: 'b' }),
      seen('3', 'maisie', 'hinge_question', { hingeOptionId: 'b' }),
      seen('4', 'theo', 'hinge_question', { hingeOptionId: 'of another question' }),
    ])
    expect(result.map(({ id, answers }) => [id, answers.map(({ learnerId, isSure }) => [learnerId, isSure])])).toEqual([
      ['a', [['callum', false]]],
      ['b', [['maisie', null]]],
    ])
  })
})

describe('techniqueRows', () => {
  it('tells what gave information, what told nothing, and what was not tried', () => {
    const moments = [
      seen('1', 'callum', 'thumbs'),
      seen('2', 'maisie', 'thumbs'),
      seen('3', 'maisie', 'thumbs', { whatSeen: 'Looked round first' }),
      seen('4', 'theo', null, { whatSeen: 'Folded' }),
    ]
    const [row, ...others] = techniqueRows(['watching', 'thumbs'], moments)
    expect(others).toEqual([])
    expect(row?.technique).toBe('thumbs')
    expect([...(row?.cells ?? [])].map(([id, { told }]) => [id, told])).toEqual([
      ['callum', 'nothing'],
      ['maisie', 'something'],
    ])
  })
  it.each([
    [
      'one technique for two learners',
      [
        ['thumbs', 'callum'],
        ['thumbs', 'maisie'],
      ],
      true,
    ],
    [
      'two techniques',
      [
        ['thumbs', 'callum'],
        ['watching', 'maisie'],
      ],
      false,
    ],
    ['one learner alone', [['thumbs', 'callum']], false],
    ['none', [], false],
  ] as const)('isOneForAll: %s', (_, used, expected) => {
    const moments = used.map(([technique, learnerId], place) => seen(String(place), learnerId, technique, { response: 'nearly' }))
    expect(isOneForAll(techniqueRows(['watching', 'thumbs'], moments), ['callum', 'maisie'])).toBe(expected)
  })
})

describe('who was not noted', () => {
  const learner = (id: string, fromOn: string, lastSeenAt: string | null, goalIds: string[] = []) => ({ id, fromOn, lastSeenAt, goalIds })
  it('notNotedOn: only where others were', () => {
    const learners = [learner('one', '2026-11-02', null, ['goal']), learner('two', '2026-11-02', null)]
    expect(notNotedOn('goal', learners)).toEqual(['two'])
    expect(notNotedOn('other goal', learners)).toEqual([])
  })
})

describe('misconceptionsGivenAway', () => {
  it('stands under its name with each learner once, the last first', () => {
    const given = misconceptionsGivenAway([
      seen('1', 'callum', null, { misconceptionId: 'bigger' }),
      seen('2', 'callum', null, { misconceptionId: 'adds one' }),
      seen('3', 'theo', null, { misconceptionId: 'bigger' }),
      seen('4', 'theo', null, { misconceptionId: 'bigger' }),
      seen('5', 'maisie', null),
    ])
    expect(given.map(({ misconceptionId, learners }) => [misconceptionId, learners.map(({ learnerId }) => learnerId)])).toEqual([
      ['bigger', ['theo', 'callum']],
      ['adds one', ['callum']],
    ])
  })
})
