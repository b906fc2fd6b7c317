// Talking about goals: what learners say in their own ways, what is settled, what is shown, and what goes along with a class.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Drawing } from '../../core/drawing.ts'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, record, setGoal } from '../../testing/classroom.ts'
import { goalClose, goalForGroup, goalSetLearnerWording } from '../goals/contract.ts'
import { groupAddStaff, groupClose, groupCreate } from '../groups/contract.ts'
import { learnerObservationForLearner } from '../observations/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import * as contract from './contract.ts'

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
const notAllowed = { refusal: { code: 'not_allowed' } }
const reason = (why: string) => ({ refusal: { reason: why } })
const drawing: Drawing = { lines: [{ pen: 'blue', points: [10, 20, 200, 20] }] }

type Said = Partial<Omit<Parameters<typeof say>[0], 'goalId'>>
function say(change: { goalId: string; learnerId?: string } & Partial<contract.OwnWording>) {
  const nothing = { wording: '', drawing: null, symbols: [], firstLanguage: null, helpedBy: null, observedAt: '2026-11-24T10:44:00.000Z' }
  return { id: newId(), learnerId: room.learnerIds[0], ...nothing, ...change }
}
function note(goalId: string, settled: contract.Settled, change: Partial<contract.GoalTalk> = {}) {
  return { id: newId(), goalId, learnerId: room.learnerIds[0], sessionId: null, settled, observedAt: '2026-11-24T10:44:00.000Z', ...change }
}
const example = (goalId: string, change: Partial<contract.GoalExample> = {}) => {
  return { id: newId(), goalId, part: 'good' as const, words: 'Two strips, one length', drawing: null, ...change }
}
const seen = (by = room.practitioner) => by.ask(contract.goalTalkForGroup, { groupId: room.groupId })
const wordingOf = async (goalId: string) => (await seen()).wordings.find((one) => one.goalId === goalId)
const groupGoal = () => setGoal(room.practitioner, { groupId: room.groupId })

describe('goalTalk.say', () => {
  it.each<[string, Said]>([
    ['words', { wording: 'Same size, like half-time' }],
    ['a drawing alone', { drawing }],
    ['symbols alone', { symbols: ['football', 'moon'] }],
    [
      'the first language beside English',
      { wording: 'Same size', firstLanguage: { language: 'ur', wording: 'ایک جتنا' }, helpedBy: 'Mr Nowak' },
    ],
  ])('accepted: %s', async (_, said) => {
    const { goalId } = await groupGoal()
    await room.practitioner.send(contract.goalTalkSay, say({ goalId, ...said }))
    expect(await wordingOf(goalId)).toMatchObject({ ...said, goalId, learnerId: room.learnerIds[0] })
  })
  it('accepted: words kept in the older way stand among the new ones, and the pages of words know no drawing without words', async () => {
    const { goalId } = await groupGoal()
    await room.practitioner.send(goalSetLearnerWording, { id: newId(), goalId, learnerId: room.learnerIds[0], wording: 'Same size' })
    expect(await wordingOf(goalId)).toMatchObject({ wording: 'Same size', drawing: null, symbols: [] })
    app.clock.set('2026-11-24T10:46:00.000Z')
    await room.practitioner.send(contract.goalTalkSay, say({ goalId, drawing }))
    app.clock.set('2026-11-24T10:45:00.000Z')
    const { learnerWordings } = await room.teacher.ask(goalForGroup, { groupId: room.groupId })
    expect(learnerWordings.filter((one) => one.goalId === goalId)).toEqual([])
  })
  it('refused: nothing, a goal of another, by the SENCO or a colleague of others', async () => {
    const { goalId } = await setGoal(room.practitioner, { learnerId: room.learnerIds[1] })
    await expect(room.practitioner.send(contract.goalTalkSay, say({ goalId, wording: ' ' }))).rejects.toMatchObject(reason('nothing_said'))
    await expect(room.practitioner.send(contract.goalTalkSay, say({ goalId, drawing }))).rejects.toMatchObject(reason('goal_of_another'))
    await expect(senco.send(contract.goalTalkSay, say({ goalId, drawing }))).rejects.toMatchObject(notAllowed)
    await expect(outsider.send(contract.goalTalkSay, say({ goalId, drawing }))).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    await expect(stranger.send(contract.goalTalkSay, say({ goalId, drawing }))).rejects.toMatchObject(notFound)
  })
})

describe('goalTalk.unsay', () => {
  it('accepted: the wording before it holds again, and twice is once', async () => {
    const { goalId } = await groupGoal()
    const [learnerId] = room.learnerIds
    await room.practitioner.send(contract.goalTalkSay, say({ goalId, wording: 'First' }))
    app.clock.set('2026-11-24T10:46:00.000Z')
    const second = say({ goalId, wording: 'Second' })
    await room.practitioner.send(contract.goalTalkSay, second)
    app.clock.set('2026-11-24T10:45:00.000Z')
    await room.teacher.send(contract.goalTalkUnsay, { wordingId: second.id, learnerId })
    await room.teacher.send(contract.goalTalkUnsay, { wordingId: second.id, learnerId })
    expect((await wordingOf(goalId))?.wording).toBe('First')
    const { learnerWordings } = await room.teacher.ask(goalForGroup, { groupId: room.groupId })
    expect(learnerWordings.find((one) => one.goalId === goalId)?.wording).toBe('First')
  })
  it('refused: of a learner of others, or under another learner’s name', async () => {
    const { goalId } = await groupGoal()
    const said = say({ goalId, wording: 'First' })
    await room.practitioner.send(contract.goalTalkSay, said)
    const [learnerId, other] = room.learnerIds
    await expect(outsider.send(contract.goalTalkUnsay, { wordingId: said.id, learnerId })).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(contract.goalTalkUnsay, { wordingId: said.id, learnerId: other })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    const said = say({ goalId, wording: 'First' })
    await room.practitioner.send(contract.goalTalkSay, said)
    await expect(stranger.send(contract.goalTalkUnsay, { wordingId: said.id, learnerId: room.learnerIds[0] })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('goalTalk.note', () => {
  it('accepted: of each kind the latest holds, in its lesson', async () => {
    const { goalId, criterionIds } = await groupGoal()
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
    const notes = [
      note(goalId, { about: 'criterion', criterionId: criterionIds[0] }, { observedAt: '2026-11-24T10:41:00.000Z' }),
      note(goalId, { about: 'criterion', criterionId: criterionIds[1] }, { sessionId }),
      note(goalId, { about: 'understood', choice: 'pointed' }),
      note(goalId, { about: 'agreed', choice: 'spoken' }),
      note(goalId, { about: 'helps', words: 'Step card' }),
      note(goalId, { about: 'start', words: 'Shades a half' }),
    ]
    for (const one of notes) await room.practitioner.send(contract.goalTalkNote, one)
    const { talks } = await seen()
    expect(talks.filter((one) => one.goalId === goalId)).toEqual(expect.arrayContaining(notes.slice(1)))
    expect(talks.filter((one) => one.goalId === goalId)).toHaveLength(5)
  })
  it('refused: a goal, criterion or lesson of others, a time to come, somebody who does not work with the learner', async () => {
    const { goalId } = await groupGoal()
    const other = await groupGoal()
    const own = await setGoal(room.practitioner, { learnerId: room.learnerIds[1] })
    const stray = note(goalId, { about: 'criterion', criterionId: other.criterionIds[0] })
    const agreed = { about: 'agreed' as const, choice: 'symbol' as const }
    const later = note(goalId, agreed, { observedAt: '2026-11-24T11:45:00.000Z' })
    await expect(room.practitioner.send(contract.goalTalkNote, stray)).rejects.toMatchObject(reason('criterion_of_another_goal'))
    await expect(room.practitioner.send(contract.goalTalkNote, later)).rejects.toMatchObject(reason('in_future'))
    await expect(room.practitioner.send(contract.goalTalkNote, note(own.goalId, agreed))).rejects.toMatchObject(reason('goal_of_another'))
    await expect(room.practitioner.send(contract.goalTalkNote, note(goalId, agreed, { sessionId: newId() }))).rejects.toMatchObject(
      reason('session_of_another'),
    )
    await expect(outsider.send(contract.goalTalkNote, note(goalId, agreed))).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    await expect(stranger.send(contract.goalTalkNote, note(goalId, { about: 'helps', words: 'Wall' }))).rejects.toMatchObject(notFound)
  })
})

describe('goalTalk.withdraw', () => {
  it('accepted: the note before it holds again', async () => {
    const { goalId } = await groupGoal()
    const first = note(goalId, { about: 'understood', choice: 'said_back' }, { observedAt: '2026-11-24T10:41:00.000Z' })
    const second = note(goalId, { about: 'understood', choice: 'unsure' })
    await room.practitioner.send(contract.goalTalkNote, first)
    await room.practitioner.send(contract.goalTalkNote, second)
    await room.practitioner.send(contract.goalTalkWithdraw, { talkId: second.id, learnerId: room.learnerIds[0] })
    expect((await seen()).talks.filter((one) => one.goalId === goalId)).toEqual([first])
  })
  it('refused: of a learner of others', async () => {
    const { goalId } = await groupGoal()
    const made = note(goalId, { about: 'helps', words: 'Wall' })
    await room.practitioner.send(contract.goalTalkNote, made)
    const back = { talkId: made.id, learnerId: room.learnerIds[0] }
    await expect(outsider.send(contract.goalTalkWithdraw, back)).rejects.toMatchObject(notFound)
    await expect(senco.send(contract.goalTalkWithdraw, back)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    const made = note(goalId, { about: 'helps', words: 'Wall' })
    await room.practitioner.send(contract.goalTalkNote, made)
    await expect(stranger.send(contract.goalTalkWithdraw, { talkId: made.id, learnerId: room.learnerIds[0] })).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('goalExample.add', () => {
  it('accepted: the latest good and weaker one hold, features all', async () => {
    const { goalId } = await groupGoal()
    const examples = [
      example(goalId, { words: 'An older one' }),
      example(goalId, { part: 'weaker', words: null, drawing }),
      example(goalId, { part: 'feature', words: 'The parts are equal' }),
      example(goalId, { part: 'feature', words: 'You can see both' }),
    ]
    for (const one of examples) await room.practitioner.send(contract.goalExampleAdd, one)
    app.clock.set('2026-11-24T10:46:00.000Z')
    const newer = example(goalId)
    await room.practitioner.send(contract.goalExampleAdd, newer)
    app.clock.set('2026-11-24T10:45:00.000Z')
    const shown = (await seen()).examples.filter((one) => one.goalId === goalId)
    expect(shown).toHaveLength(4)
    expect(shown).toEqual(expect.arrayContaining([newer, ...examples.slice(1)]))
  })
  it('refused: a learner’s name, nothing to show, somebody of another group', async () => {
    const { goalId } = await groupGoal()
    await expect(room.teacher.send(contract.goalExampleAdd, example(goalId, { words: 'Callum’s strips' }))).rejects.toMatchObject(
      reason('names_a_learner'),
    )
    await expect(room.teacher.send(contract.goalExampleAdd, example(goalId, { words: null }))).rejects.toMatchObject(
      reason('nothing_shown'),
    )
    await expect(outsider.send(contract.goalExampleAdd, example(goalId))).rejects.toMatchObject(notFound)
    await expect(senco.send(contract.goalExampleAdd, example(goalId))).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    await expect(stranger.send(contract.goalExampleAdd, example(goalId))).rejects.toMatchObject(notFound)
  })
})

describe('goalExample.withdraw', () => {
  it('accepted: it is shown no more', async () => {
    const { goalId } = await groupGoal()
    const made = example(goalId)
    await room.practitioner.send(contract.goalExampleAdd, made)
    await room.teacher.send(contract.goalExampleWithdraw, { exampleId: made.id })
    expect((await seen()).examples.filter((one) => one.goalId === goalId)).toEqual([])
  })
  it('refused: of another group', async () => {
    const { goalId } = await groupGoal()
    const made = example(goalId)
    await room.practitioner.send(contract.goalExampleAdd, made)
    await expect(outsider.send(contract.goalExampleWithdraw, { exampleId: made.id })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const { goalId } = await groupGoal()
    const made = example(goalId)
    await room.practitioner.send(contract.goalExampleAdd, made)
    await expect(stranger.send(contract.goalExampleWithdraw, { exampleId: made.id })).rejects.toMatchObject(notFound)
  })
})

describe('goal.takeAlong', () => {
  async function newGroup(staff: readonly TestPerson[] = []): Promise<string> {
    const groupId = newId()
    await room.teacher.send(groupCreate, { id: groupId, name: '5H Mathematics', subject: 'Mathematics', cover: 'plum', kind: 'class' })
    for (const { id } of staff) await room.teacher.send(groupAddStaff, { id: newId(), groupId, personId: id, part: 'practitioner' })
    return groupId
  }
  const taken = ({ goalId, criterionIds }: Awaited<ReturnType<typeof setGoal>>, to: { groupId: string } | { learnerId: string }) => {
    const criteria = criterionIds.map((criterionId) => ({ criterionId, id: newId() }))
    return { id: newId(), goalId, groupId: null, learnerId: null, ...to, criteria }
  }
  it('accepted: into the next class, with its criteria; what was seen stays', async () => {
    const goal = await groupGoal()
    const observationId = await record(room.practitioner, room, { goalId: goal.goalId, criterionId: goal.criterionIds[0] })
    const groupId = await newGroup()
    const along = taken(goal, { groupId })
    await room.teacher.send(contract.goalTakeAlong, along)
    await room.teacher.send(goalClose, { goalId: goal.goalId })
    const there = await room.teacher.ask(contract.goalTalkForGroup, { groupId })
    expect(there.goals).toMatchObject([
      { id: along.id, groupId, wording: 'Recognise and show equal fractions', statement: { code: '4.F1' } },
    ])
    expect(there.goals[0]?.criteria.map(({ id }) => id)).toEqual(along.criteria.map(({ id }) => id))
    expect(there.statements).toMatchObject([{ code: '4.F1', year: 4 }])
    expect(there.travels).toEqual([{ goalId: along.id, fromGoalId: goal.goalId }])
    const page = await room.teacher.ask(learnerObservationForLearner, { learnerId: room.learnerIds[0] })
    expect(page.observations.find(({ id }) => id === observationId)?.goalId).toBe(goal.goalId)
  })
  it('accepted: for one learner alone', async () => {
    const along = taken(await groupGoal(), { learnerId: room.learnerIds[2] })
    await room.practitioner.send(contract.goalTakeAlong, along)
    expect((await seen()).goals.find(({ id }) => id === along.id)).toMatchObject({ groupId: null, learnerId: room.learnerIds[2] })
  })
  it('refused: twice, closed, not the actor’s at both ends, to a closed group or another’s learner, a learner’s own goal', async () => {
    const goal = await groupGoal()
    const groupId = await newGroup()
    await room.teacher.send(contract.goalTakeAlong, taken(goal, { groupId }))
    await expect(room.teacher.send(contract.goalTakeAlong, taken(goal, { groupId }))).rejects.toMatchObject(reason('already_taken_along'))
    await expect(room.practitioner.send(contract.goalTakeAlong, taken(goal, { groupId }))).rejects.toMatchObject(notFound)
    await expect(outsider.send(contract.goalTakeAlong, taken(goal, { groupId }))).rejects.toMatchObject(notFound)
    const own = await setGoal(room.teacher, { learnerId: room.learnerIds[0] })
    await expect(room.teacher.send(contract.goalTakeAlong, taken(own, { groupId }))).rejects.toMatchObject(reason('not_a_group_goal'))
    const shut = await newGroup([room.practitioner])
    await room.teacher.send(groupClose, { groupId: shut })
    await expect(room.teacher.send(contract.goalTakeAlong, taken(goal, { groupId: shut }))).rejects.toMatchObject(notFound)
    await room.teacher.send(goalClose, { goalId: goal.goalId })
    await expect(room.teacher.send(contract.goalTakeAlong, taken(goal, { groupId: await newGroup() }))).rejects.toMatchObject(
      reason('goal_closed'),
    )
  })
  it('other organisation: not found', async () => {
    const along = taken(await groupGoal(), { learnerId: room.learnerIds[0] })
    await expect(stranger.send(contract.goalTakeAlong, along)).rejects.toMatchObject(notFound)
  })
})

describe('goalTalk.forGroup', () => {
  it('accepted: the SENCO sees them too', async () => {
    const { goalId } = await groupGoal()
    expect((await seen(senco)).goals.some(({ id }) => id === goalId)).toBe(true)
  })
  it('refused: a colleague of another group', async () => {
    await expect(seen(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(seen(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('goalTalk.forLearner', () => {
  const ofLearner = (by: TestPerson) => by.ask(contract.goalTalkForLearner, { learnerId: room.learnerIds[0] })
  it('accepted: goals that are closed too, for whoever works with the learner and the SENCO', async () => {
    const { goalId } = await groupGoal()
    const said = say({ goalId, drawing })
    const helps = note(goalId, { about: 'helps', words: 'Wall' })
    await room.practitioner.send(contract.goalTalkSay, said)
    await room.practitioner.send(contract.goalTalkNote, helps)
    await room.teacher.send(goalClose, { goalId })
    for (const by of [room.teacher, senco]) {
      const { wordings, talks } = await ofLearner(by)
      expect(wordings.find((one) => one.goalId === goalId)).toMatchObject({ drawing })
      expect(talks.filter((one) => one.goalId === goalId)).toEqual([helps])
    }
  })
  it('refused: a colleague of another group', async () => {
    await expect(ofLearner(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(ofLearner(stranger)).rejects.toMatchObject(notFound)
  })
})
