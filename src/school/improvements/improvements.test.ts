// Improvements through dispatch: a second attempt beside the first, and feedback that was used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, feedback, improvement, makeClassroom, record, setGoal } from '../../testing/classroom.ts'
import { feedbackGive, feedbackNoteResponse } from '../feedback/contract.ts'
import { learnerObservationCorrect, learnerObservationWithdraw, type NewObservation } from '../observations/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import {
  improvementCorrect,
  improvementForLearner,
  improvementForSession,
  improvementRecord,
  improvementWithdraw,
  type NewImprovement,
} from './contract.ts'

let app: TestApp
let room: Classroom
let about: { sessionId: string; goalId: string; criterionId: string }
let outsider: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  about = await lesson(room)
  outsider = await app.school.person('Pat Reed', 'practitioner')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const words = 'One half is two quarters'

async function lesson(of: Classroom) {
  const { goalId, criterionIds } = await setGoal(of.teacher, { groupId: of.groupId })
  const sessionId = newId()
  await of.practitioner.send(sessionStart, { id: sessionId, groupId: of.groupId, startedAt: '2026-11-24T10:30:00.000Z' })
  return { sessionId, goalId, criterionId: criterionIds[0] }
}

const attempt = (change: Partial<NewObservation> = {}, of = room, there = about) =>
  record(of.practitioner, of, { ...there, source: 'work_sample', helpLevel: 'self', childWords: words, ...change })

async function improve(change: Partial<NewImprovement> = {}): Promise<NewImprovement> {
  const secondObservationId = change.secondObservationId ?? (await attempt())
  const feedbackId = change.feedbackId ?? (await give()).id
  const made = improvement(room, { ...about, ...change, secondObservationId, feedbackId })
  await room.practitioner.send(improvementRecord, made)
  return made
}

async function give(of = room, there = about) {
  const made = feedback(of, there)
  await of.practitioner.send(feedbackGive, made)
  return made
}

const place = (by = room.practitioner, { groupId } = room, { sessionId } = about) => by.ask(improvementForSession, { sessionId, groupId })
const shown = async (id: string) => (await place()).improvements.find((one) => one.id === id || one.firstId === id)

describe('improvement.record', () => {
  it('accepted: both attempts side by side, help then and now, states from the records', async () => {
    const fresh = await makeClassroom(app.school)
    const there = await lesson(fresh)
    const at = (minute: number) => `2026-11-24T10:${minute}:00.000Z`
    await record(fresh.practitioner, fresh, { ...there, response: 'not_yet', observedAt: at(35) })
    await record(fresh.practitioner, fresh, { ...there, source: 'heard', response: 'not_yet', observedAt: at(36) })
    const first = await attempt({ helpLevel: 'clue', response: 'not_yet', childWords: 'Crossed thirds', observedAt: at(37) }, fresh, there)
    const second = await attempt({ response: 'nearly', observedAt: at(42) }, fresh, there)
    const given = await give(fresh, there)
    const named = { firstObservationId: first, secondObservationId: second, feedbackId: given.id }
    await fresh.practitioner.send(improvementRecord, improvement(fresh, { ...there, ...named }))
    const { improvements, feedback: pieces } = await place(fresh.practitioner, fresh, there)
    expect(improvements).toMatchObject([
      {
        first: { helpLevel: 'clue', childWords: 'Crossed thirds' },
        second: { helpLevel: 'self', childWords: words },
        whatChanged: 'I used the wall, you go straight down',
        minutes: 5,
        stateBefore: 'not_yet',
        stateAfter: 'nearly',
      },
    ])
    expect(pieces).toMatchObject([{ id: given.id, isImproved: true }])
  })
  it('accepted: a drawing without a first attempt', async () => {
    const secondDrawing = { lines: [{ pen: 'blue' as const, points: [1, 2, 3, 4] }] }
    const drawn = await attempt({ childWords: null })
    const made = await improve({ secondObservationId: drawn, secondDrawing })
    expect(await shown(made.id)).toMatchObject({ first: null, secondDrawing })
  })
  it('accepted: it shows the correction of an attempt, and goes when the attempt is withdrawn', async () => {
    const second = await attempt()
    const made = await improve({ secondObservationId: second })
    const { learnerIds, groupId, practitioner } = room
    const again = { learnerId: learnerIds[0], groupId, ...about, response: null, participation: null, whatSeen: null, myView: null }
    const corrected = { ...again, source: 'work_sample' as const, photoId: null, observedAt: '2026-11-24T10:45:00.000Z' }
    const correctionId = newId()
    const correction = { ...corrected, id: correctionId, correctsId: second, helpLevel: 'prompt' as const, childWords: words }
    await practitioner.send(learnerObservationCorrect, correction)
    expect(await shown(made.id)).toMatchObject({ second: { id: correctionId, helpLevel: 'prompt' } })
    await practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: second, learnerId: learnerIds[0] })
    expect(await shown(made.id)).toBeUndefined()
  })
  it('refused: without help, without work, an attempt or feedback of another', async () => {
    const reasons = [
      [{ secondObservationId: await attempt({ helpLevel: null }) }, 'no_help'],
      [{ secondObservationId: await attempt({ childWords: null }) }, 'no_work'],
      [{ secondObservationId: newId() }, 'attempt_of_another'],
      [{ secondObservationId: await attempt({ learnerId: room.learnerIds[1] }) }, 'attempt_of_another'],
      [{ firstObservationId: newId() }, 'attempt_of_another'],
      [{ feedbackId: newId() }, 'feedback_of_another'],
    ] as const
    for (const [change, reason] of reasons) await expect(improve(change)).rejects.toMatchObject({ refusal: { reason } })
  })
  it('refused: by someone who was not there', async () => {
    const made = improvement(room, { ...about, secondObservationId: await attempt(), feedbackId: (await give()).id })
    await expect(outsider.send(improvementRecord, made)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const made = improvement(room, { ...about, secondObservationId: await attempt(), feedbackId: (await give()).id })
    await expect(stranger.send(improvementRecord, made)).rejects.toMatchObject(notFound)
  })
})

describe('improvement.correct', () => {
  const correcting = (made: NewImprovement, change: Partial<NewImprovement> = {}) => ({
    ...made,
    id: newId(),
    correctsId: made.id,
    ...change,
  })
  it('accepted: what changed is said a moment later', async () => {
    const made = await improve({ whatChanged: null })
    await room.practitioner.send(improvementCorrect, correcting(made, { whatChanged: 'I went straight down' }))
    const found = (await place()).improvements.filter(({ firstId }) => firstId === made.id)
    expect(found).toMatchObject([{ whatChanged: 'I went straight down' }])
  })
  it('refused: another’s, and one that was corrected', async () => {
    const made = await improve()
    await expect(room.teacher.send(improvementCorrect, correcting(made))).rejects.toMatchObject(notFound)
    await room.practitioner.send(improvementCorrect, correcting(made))
    await expect(room.practitioner.send(improvementCorrect, correcting(made))).rejects.toMatchObject({
      refusal: { reason: 'already_corrected' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(improvementCorrect, correcting(await improve()))).rejects.toMatchObject(notFound)
  })
})

describe('improvement.withdraw', () => {
  const withdrawal = ({ id, learnerId }: NewImprovement) => ({ id: newId(), improvementId: id, learnerId })
  it('accepted: one’s own, as its teacher anybody’s, twice is once; then the feedback was not used', async () => {
    const given = await give()
    const made = await improve({ feedbackId: given.id })
    const isImproved = async () => (await place()).feedback.find(({ id }) => id === given.id)?.isImproved
    expect(await isImproved()).toBe(true)
    await room.practitioner.send(improvementWithdraw, withdrawal(made))
    await room.teacher.send(improvementWithdraw, withdrawal(made))
    expect(await shown(made.id)).toBeUndefined()
    expect(await isImproved()).toBe(false)
  })
  it('refused: someone else’s, and under another learner’s name', async () => {
    const made = await improve()
    await expect(outsider.send(improvementWithdraw, withdrawal(made))).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(improvementWithdraw, { ...withdrawal(made), learnerId: room.learnerIds[1] })).rejects.toMatchObject(
      notFound,
    )
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(improvementWithdraw, withdrawal(await improve()))).rejects.toMatchObject(notFound)
  })
})

describe('improvement.forSession', () => {
  it('accepted: a session that nobody opened yet has its learners, its goals and what is still to be used', async () => {
    const fresh = await makeClassroom(app.school)
    const there = await lesson(fresh)
    const [used, unused] = [await give(fresh, there), await give(fresh, there)]
    await fresh.practitioner.send(feedbackNoteResponse, {
      id: newId(),
      feedbackId: used.id,
      learnerId: used.learnerId,
      groupId: fresh.groupId,
      sessionId: there.sessionId,
      response: 'acted',
      observedAt: '2026-11-24T10:45:00.000Z',
    })
    const { practitioner, groupId } = fresh
    const next = await practitioner.ask(improvementForSession, { sessionId: newId(), groupId })
    expect(next.learners.map(({ name }) => name)).toEqual(['Callum B', 'Maisie T', 'Theo W'])
    expect(next.goals.map(({ id }) => id)).toEqual([there.goalId])
    expect(next.feedback.map(({ id, isImproved }) => [id, isImproved])).toEqual([[unused.id, false]])
    expect(next.improvements).toEqual([])
  })
  it('accepted: with the latest observation on each criterion, as a start', async () => {
    const fresh = await makeClassroom(app.school)
    const there = await lesson(fresh)
    await record(fresh.practitioner, fresh, { ...there, whatSeen: 'Folded', observedAt: '2026-11-24T10:35:00.000Z' })
    const last = await record(fresh.practitioner, fresh, { ...there, whatSeen: 'Lined them up' })
    const { observations } = await place(fresh.practitioner, fresh, there)
    expect(observations).toMatchObject([{ id: last, whatSeen: 'Lined them up', criterionId: there.criterionId }])
  })
  it('refused: a group of others', async () => {
    await expect(place(outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(place(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('improvement.forLearner', () => {
  it('accepted: for who works with the learner, and the SENCO', async () => {
    const given = await give()
    const made = await improve({ feedbackId: given.id })
    const senco = await app.school.person('Ruth Ellis', 'senco')
    for (const by of [room.teacher, senco]) {
      const found = await by.ask(improvementForLearner, { learnerId: room.learnerIds[0] })
      expect(found.feedback.find(({ id }) => id === given.id)).toMatchObject({ isImproved: true })
      expect(found.improvements.some(({ id }) => id === made.id)).toBe(true)
      expect(found.criteria.find(({ id }) => id === about.criterionId)).toMatchObject({ shortName: 'Same amount' })
    }
  })
  it('refused: a learner of others', async () => {
    await expect(outsider.ask(improvementForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(improvementForLearner, { learnerId: room.learnerIds[0] })).rejects.toMatchObject(notFound)
  })
})
