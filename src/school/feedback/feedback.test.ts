// Feedback through dispatch: given, corrected, responded to and withdrawn, by who was there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, feedback, makeClassroom, setGoal } from '../../testing/classroom.ts'
import { groupRemoveStaff } from '../groups/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { feedbackCorrect, feedbackGive, feedbackNoteResponse, feedbackWithdraw, type NewFeedback } from './contract.ts'
import { listFeedbackOfLearners, listFeedbackOfSession } from './views.ts'

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

async function lesson(of: Classroom) {
  const { goalId, criterionIds } = await setGoal(of.teacher, { groupId: of.groupId })
  const sessionId = newId()
  await of.practitioner.send(sessionStart, { id: sessionId, groupId: of.groupId, startedAt: '2026-11-24T10:40:00.000Z' })
  return { sessionId, goalId, criterionId: criterionIds[0] }
}

async function give(change: Partial<NewFeedback> = {}, by = room.practitioner): Promise<NewFeedback> {
  const made = feedback(room, { ...about, ...change })
  await by.send(feedbackGive, made)
  return made
}

const shown = async (id: string) =>
  (await app.school.look((tx) => listFeedbackOfSession(tx, about.sessionId))).find((one) => one.id === id || one.firstId === id)

const responding = (feedbackId: string) => ({
  id: newId(),
  feedbackId,
  learnerId: room.learnerIds[0],
  groupId: room.groupId,
  sessionId: about.sessionId,
  response: 'acted' as const,
  observedAt: '2026-11-24T10:45:00.000Z',
})

function correcting({ response: _, ...made }: NewFeedback, change: Partial<NewFeedback> = {}) {
  const { response: _none, ...changed } = change
  return { ...made, id: newId(), correctsId: made.id, ...changed }
}

describe('feedback.give', () => {
  it('accepted: with its criterion, one next action and how it was taken', async () => {
    const made = await give({ response: 'said_back' })
    expect(await shown(made.id)).toMatchObject({
      firstId: made.id,
      nextAction: made.nextAction,
      response: { response: 'said_back' },
      recordedByName: 'Dawn Okafor',
    })
  })
  it('accepted: given this morning, sent after she left the group', async () => {
    const left = await makeClassroom(app.school)
    const there = await lesson(left)
    await left.teacher.send(groupRemoveStaff, { groupId: left.groupId, personId: left.practitioner.id })
    await left.practitioner.send(feedbackGive, feedback(left, there))
  })
  it('refused: without a criterion, without a next action, with a mark', async () => {
    const reasons = [
      [{ criterionId: null }, 'no_criterion'],
      [{ nextAction: ' ' }, 'no_next_action'],
      [{ didWell: '' }, 'no_did_well'],
      [{ didWell: 'You scored 7/10' }, 'has_mark'],
      [{ sessionId: newId() }, 'session_of_another'],
    ] as const
    for (const [change, reason] of reasons) await expect(give(change)).rejects.toMatchObject({ refusal: { reason } })
  })
  it('refused: by someone who was not there', async () => {
    await expect(give({}, outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(give({}, stranger)).rejects.toMatchObject(notFound)
  })
})

describe('feedback.correct', () => {
  it('accepted: one stands in the place of the other, and keeps what came of it', async () => {
    const made = await give({ response: 'acted' })
    await room.practitioner.send(feedbackCorrect, correcting(made, { nextAction: 'Say it to Theo' }))
    const found = await app.school.look((tx) => listFeedbackOfSession(tx, about.sessionId))
    expect(found.filter(({ firstId }) => firstId === made.id)).toMatchObject([
      { nextAction: 'Say it to Theo', response: { response: 'acted' } },
    ])
  })
  it('refused: another’s, one that was corrected, withdrawn or of another learner, and without a next action', async () => {
    const made = await give()
    await expect(room.teacher.send(feedbackCorrect, correcting(made))).rejects.toMatchObject(notFound)
    await expect(room.practitioner.send(feedbackCorrect, correcting(made, { nextAction: '' }))).rejects.toMatchObject({
      refusal: { reason: 'no_next_action' },
    })
    await expect(room.practitioner.send(feedbackCorrect, correcting(made, { learnerId: room.learnerIds[1] }))).rejects.toMatchObject({
      refusal: { reason: 'correction_of_another' },
    })
    await room.practitioner.send(feedbackCorrect, correcting(made))
    await expect(room.practitioner.send(feedbackCorrect, correcting(made))).rejects.toMatchObject({
      refusal: { reason: 'already_corrected' },
    })
    const gone = await give()
    await room.practitioner.send(feedbackWithdraw, { id: newId(), feedbackId: gone.id, learnerId: gone.learnerId })
    await expect(room.practitioner.send(feedbackCorrect, correcting(gone))).rejects.toMatchObject({ refusal: { reason: 'withdrawn' } })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(feedbackCorrect, correcting(await give()))).rejects.toMatchObject(notFound)
  })
})

describe('feedback.noteResponse', () => {
  it('accepted: the latest holds, and none takes it back', async () => {
    const made = await give({ response: 'not_yet' })
    await room.teacher.send(feedbackNoteResponse, responding(made.id))
    expect((await shown(made.id))?.response).toEqual({
      response: 'acted',
      observedAt: '2026-11-24T10:45:00.000Z',
      sessionId: about.sessionId,
    })
    await room.teacher.send(feedbackNoteResponse, { ...responding(made.id), response: null })
    expect((await shown(made.id))?.response).toBeNull()
  })
  it('accepted: on what was corrected meanwhile', async () => {
    const made = await give()
    await room.practitioner.send(feedbackCorrect, correcting(made, { didWell: 'You folded it first' }))
    await room.practitioner.send(feedbackNoteResponse, responding(made.id))
    expect(await shown(made.id)).toMatchObject({ didWell: 'You folded it first', response: { response: 'acted' } })
  })
  it('refused: on another learner’s, on what was withdrawn, by someone who was not there', async () => {
    const made = await give()
    await expect(
      room.practitioner.send(feedbackNoteResponse, { ...responding(made.id), learnerId: room.learnerIds[1] }),
    ).rejects.toMatchObject(notFound)
    await expect(outsider.send(feedbackNoteResponse, responding(made.id))).rejects.toMatchObject(notFound)
    await room.practitioner.send(feedbackWithdraw, { id: newId(), feedbackId: made.id, learnerId: made.learnerId })
    await expect(room.practitioner.send(feedbackNoteResponse, responding(made.id))).rejects.toMatchObject({
      refusal: { reason: 'withdrawn' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(feedbackNoteResponse, responding((await give()).id))).rejects.toMatchObject(notFound)
  })
})

describe('feedback.withdraw', () => {
  const withdrawal = ({ id, learnerId }: NewFeedback) => ({ id: newId(), feedbackId: id, learnerId })
  it('accepted: one’s own, its corrections with it, twice is once; as its teacher anybody’s', async () => {
    const made = await give()
    await room.practitioner.send(feedbackCorrect, correcting(made))
    await room.practitioner.send(feedbackWithdraw, withdrawal(made))
    await room.teacher.send(feedbackWithdraw, withdrawal(made))
    expect(await shown(made.id)).toBeUndefined()
    const seen = await app.school.look((tx) => listFeedbackOfLearners(tx, [made.learnerId]))
    expect(seen.some(({ firstId }) => firstId === made.id)).toBe(false)
  })
  it('refused: a colleague’s, and under another learner’s name', async () => {
    const made = await give({}, room.teacher)
    await expect(room.practitioner.send(feedbackWithdraw, withdrawal(made))).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(feedbackWithdraw, { ...withdrawal(made), learnerId: room.learnerIds[1] })).rejects.toMatchObject(
      notFound,
    )
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(feedbackWithdraw, withdrawal(await give()))).rejects.toMatchObject(notFound)
  })
})
