// Tasks made from an interest, and what was seen of those who became keener.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { learnerErase } from '../erasure/contract.ts'
import { groupAddLearner, groupCreate, groupRemoveStaff } from '../groups/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { motivationNote, taskForGroup, taskForLearner, taskKeep } from './contract.ts'
import { canKeepForSession, canSeeTasksOfGroup, canSeeTasksOfLearner } from './policy.ts'
import { motivationRefusal, soundsLikeATrait, standingMotivations, standingTasks } from './rules.ts'

let app: TestApp
let room: Classroom
let sessionId: string
let outsider: TestPerson
let office: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  ;({ room, sessionId } = await lesson())
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  office = await app.school.person('Lena Frost', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

async function lesson() {
  const made = await makeClassroom(app.school)
  const id = newId()
  await made.practitioner.send(sessionStart, { id, groupId: made.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
  return { room: made, sessionId: id }
}

const notFound = { refusal: { code: 'not_found' } }
const task = (change: object = {}) => ({
  id: newId(),
  taskId: newId(),
  sessionId,
  learnerId: room.learnerIds[2],
  interest: 'trains',
  idea: 'Train-track fractions' as string | null,
  keptAt: '2026-11-24T10:41:00.000Z',
  ...change,
})
const note = (change: object = {}) => ({
  id: newId(),
  sessionId,
  learnerId: room.learnerIds[2],
  seen: 'Asked for another one' as string | null,
  notedAt: '2026-11-24T10:44:00.000Z',
  ...change,
})

describe('task.keep', () => {
  it('accepted: with the session and its learner; said anew, and taken back', async () => {
    const { taskId } = task()
    const later = '2026-11-24T10:42:00.000Z'
    await room.practitioner.send(taskKeep, task({ taskId }))
    await room.teacher.send(taskKeep, task({ taskId, idea: 'Platforms in thirds', keptAt: later }))
    const ideas = async () => (await room.teacher.ask(taskForGroup, { groupId: room.groupId })).tasks
    expect(await ideas()).toMatchObject([
      { taskId, sessionId, interest: 'trains', idea: 'Platforms in thirds', keptByName: 'Mark Hartley' },
    ])
    await room.practitioner.send(taskKeep, task({ taskId, idea: null, keptAt: '2026-11-24T10:43:00.000Z' }))
    expect(await ideas()).toEqual([])
  })
  it('accepted: what waited on a device, although she left the group since', async () => {
    const left = await lesson()
    await left.room.teacher.send(groupRemoveStaff, { groupId: left.room.groupId, personId: left.room.practitioner.id })
    await left.room.practitioner.send(taskKeep, task({ sessionId: left.sessionId, learnerId: left.room.learnerIds[0] }))
  })
  it('refused: by role, a session of another group, another group’s learner, a clock that runs ahead, an erased learner', async () => {
    await expect(office.send(taskKeep, task())).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    await expect(outsider.send(taskKeep, task())).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(taskKeep, task({ sessionId: newId() }))).rejects.toMatchObject(notFound)
    const other = await lesson()
    await expect(room.teacher.send(taskKeep, task({ learnerId: other.room.learnerIds[0] }))).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(taskKeep, task({ keptAt: '2026-11-24T11:30:00.000Z' }))).rejects.toMatchObject({
      refusal: { reason: 'in_future' },
    })
    const learnerId = other.room.learnerIds[0]
    await office.send(learnerErase, { id: newId(), learnerId, reason: 'Left the school' })
    await expect(other.room.teacher.send(taskKeep, task({ learnerId, sessionId: other.sessionId }))).rejects.toMatchObject({
      refusal: { code: 'learner_erased' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(taskKeep, task())).rejects.toMatchObject(notFound)
  })
})

describe('motivation.note', () => {
  it('accepted: what was seen; the latest of a learner in a session holds, and can be taken back', async () => {
    await room.practitioner.send(motivationNote, note())
    await room.practitioner.send(motivationNote, note({ seen: 'Showed it to Ewa', notedAt: '2026-11-24T10:45:00.000Z' }))
    const seen = async () => (await room.teacher.ask(taskForLearner, { learnerId: room.learnerIds[2] })).motivations
    expect(await seen()).toMatchObject([{ sessionId, seen: 'Showed it to Ewa', notedByName: 'Dawn Okafor' }])
    await room.practitioner.send(motivationNote, note({ seen: null, notedAt: '2026-11-24T10:46:00.000Z' }))
    expect(await seen()).toEqual([])
  })
  it('refused: a trait, and whoever does not work with the group', async () => {
    await expect(room.practitioner.send(motivationNote, note({ seen: 'Is motivated now' }))).rejects.toMatchObject({
      refusal: { reason: 'sounds_like_a_trait', field: 'seen' },
    })
    await expect(outsider.send(motivationNote, note())).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(motivationNote, note())).rejects.toMatchObject(notFound)
  })
})

describe('task.forGroup', () => {
  it('accepted: nothing yet is an answer', async () => {
    const fresh = await lesson()
    expect(await fresh.room.practitioner.ask(taskForGroup, { groupId: fresh.room.groupId })).toEqual({ tasks: [], motivations: [] })
  })
  it('accepted: ideas of the same subject, whatever the group; in another subject they are no help', async () => {
    const { room: classroom, sessionId: here } = await lesson()
    const [learnerId] = classroom.learnerIds
    await classroom.practitioner.send(taskKeep, task({ sessionId: here, learnerId, idea: 'Fold the pitch' }))
    const ideasIn = async (subject: string) => {
      const id = newId()
      await classroom.teacher.send(groupCreate, { id, name: subject, subject, cover: 'plum', kind: 'support' })
      await classroom.teacher.send(groupAddLearner, { id: newId(), groupId: id, learnerId })
      return (await classroom.teacher.ask(taskForGroup, { groupId: id })).tasks.map(({ idea }) => idea)
    }
    expect(await ideasIn('mathematics')).toEqual(['Fold the pitch'])
    expect(await ideasIn('English')).toEqual([])
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(taskForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(taskForGroup, { groupId: room.groupId })).rejects.toMatchObject(notFound)
  })
})

describe('task.forLearner', () => {
  it('accepted: the idea, and what was seen in its session', async () => {
    const one = await lesson()
    const learnerId = one.room.learnerIds[2]
    await one.room.practitioner.send(taskKeep, task({ sessionId: one.sessionId, learnerId }))
    await one.room.practitioner.send(motivationNote, note({ sessionId: one.sessionId, learnerId }))
    expect(await one.room.teacher.ask(taskForLearner, { learnerId })).toMatchObject({
      tasks: [{ idea: 'Train-track fractions' }],
      motivations: [{ sessionId: one.sessionId, seen: 'Asked for another one' }],
    })
  })
  it('refused: a colleague of another group', async () => {
    await expect(outsider.ask(taskForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(taskForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
})

describe('who keeps and sees tasks', () => {
  it('is whoever was there with the learner on that day', () => {
    const stay = { groupId: 'g', fromOn: '2026-11-24', untilOn: '2026-11-24' }
    const facts = { groupId: 'g', staff: [stay], members: [stay] }
    expect(canKeepForSession(room.practitioner.actor, facts, '2026-11-24T10:45:00.000Z')).toBe(true)
    expect(canKeepForSession(room.practitioner.actor, facts, '2026-11-25T10:45:00.000Z')).toBe(false)
    expect(canKeepForSession(office.actor, facts, '2026-11-24T10:45:00.000Z')).toBe(false)
    expect(canSeeTasksOfGroup(room.teacher.actor, { part: 'teacher' })).toBe(true)
    expect(canSeeTasksOfGroup(outsider.actor, { part: undefined })).toBe(false)
    expect(canSeeTasksOfLearner(room.teacher.actor, { worksWith: true })).toBe(true)
    expect(canSeeTasksOfLearner(office.actor, { worksWith: true })).toBe(false)
  })
})

describe('the rules of tasks', () => {
  it('tell what was seen from what a child is like', () => {
    for (const seen of ['Asked for another one', 'Started at once', 'Kept going after the bell', 'Showed it to Ewa']) {
      expect(soundsLikeATrait(seen)).toBe(false)
    }
    for (const seen of ['is motivated', 'Much keener', 'Lazy today', 'more engaged', 'Unmotivated'])
      expect(soundsLikeATrait(seen)).toBe(true)
    const now = new Date('2026-11-24T10:45:00.000Z')
    expect(motivationRefusal(note({ seen: null }), now)).toBeUndefined()
    expect(motivationRefusal(note({ seen: 'keen' }), now)?.reason).toBe('sounds_like_a_trait')
    expect(motivationRefusal(note({ notedAt: '2026-11-24T11:00:00.000Z' }), now)?.reason).toBe('in_future')
  })
  it('have the latest hold, and what was taken back be gone', () => {
    const at = (minute: number) => `2026-11-24T10:${minute}:00.000Z`
    const kept = [
      { taskId: 'a', idea: null, keptAt: at(30) },
      { taskId: 'a', idea: 'Tracks', keptAt: at(20) },
      { taskId: 'b', idea: 'Pitch halves', keptAt: at(10) },
      { taskId: 'c', idea: 'Cake', keptAt: at(15) },
    ]
    expect(standingTasks(kept).map(({ taskId }) => taskId)).toEqual(['c', 'b'])
    const noted = (learnerId: string, seen: string | null, minute: number) => ({ sessionId: 's', learnerId, seen, notedAt: at(minute) })
    const notes = [noted('x', 'one', 10), noted('x', 'two', 11), noted('y', 'one', 12), noted('y', null, 13)]
    expect(standingMotivations(notes).map(({ learnerId, seen }) => [learnerId, seen])).toEqual([['x', 'two']])
  })
})
