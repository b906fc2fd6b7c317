// Observations: recorded offline too, withdrawn and corrected by new rows, shown on the learner's page and in capture.

import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { consentSet } from '../consent/contract.ts'
import { goalClose } from '../goals/contract.ts'
import { groupRemoveLearner, groupRemoveStaff } from '../groups/contract.ts'
import { photoAdd } from '../photos/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import * as contract from './contract.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'practitioner', 'teacher')
  senco = await app.school.person('Una Gray', 'senco')
  head = await app.school.person('Jo Birch', 'head', 'data_lead', 'administrator')
  stranger = await app.otherSchool.person('Omar Stone', 'practitioner', 'teacher', 'senco')
})
afterAll(() => app.close())

const { learnerObservationWithdraw, learnerObservationCorrect } = contract
const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const because = (reason: string, field?: string) => ({ refusal: { code: 'refused', reason, ...(field === undefined ? {} : { field }) } })
const page = (by = room.practitioner, learnerId = room.learnerIds[0]) => by.ask(contract.learnerObservationForLearner, { learnerId })
const shown = async (id: string) => (await page()).observations.find((one) => one.id === id)

async function takePhoto(where: Classroom) {
  const [learnerId] = where.learnerIds
  await where.teacher.send(consentSet, {
    id: newId(),
    learnerId,
    purpose: 'photo_of_work',
    isGiven: true,
    toldBy: 'mother',
    toldOn: '2026-11-24',
  })
  const id = newId()
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await where.practitioner.send(photoAdd, { id, learnerId, takenAt: '2026-11-24T10:40:00.000Z' }, { bytes })
  return id
}

describe('learnerObservation.record', () => {
  it('accepted: everything that was said is on the learner’s page, fact and view apart', async () => {
    const { goalId, criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const sessionId = newId()
    await room.practitioner.send(sessionStart, { id: sessionId, groupId: room.groupId, startedAt: '2026-11-24T10:45:00.000Z' })
    const words = {
      whatSeen: 'Drew thirds.',
      childWords: 'Five is bigger than two.',
      myView: 'Rushes to a rule.',
      participation: 'joining' as const,
    }
    const id = await record(room.practitioner, room, {
      goalId,
      criterionId: criterionIds[0],
      sessionId,
      photoId: await takePhoto(room),
      ...words,
    })
    expect(await shown(id)).toMatchObject({
      ...words,
      helpLevel: 'clue',
      recordedByName: 'Dawn Okafor',
      recordedAt: '2026-11-24T10:45:00.000Z',
    })
  })
  it('accepted: one tap of help alone', async () => {
    const id = await record(room.practitioner, room, { response: null, helpLevel: 'self' })
    expect(await shown(id)).toMatchObject({ helpLevel: 'self', response: null })
  })
  it('accepted: from this morning, although learner and author left the group since', async () => {
    const left = await makeClassroom(app.school)
    await left.teacher.send(groupRemoveStaff, { groupId: left.groupId, personId: left.practitioner.id })
    await left.teacher.send(groupRemoveLearner, { groupId: left.groupId, learnerId: left.learnerIds[0] })
    await record(left.practitioner, left, { observedAt: '2026-11-24T09:00:00.000Z' })
    await expect(record(left.practitioner, left, { observedAt: '2026-11-25T09:00:00.000Z' })).rejects.toMatchObject(notFound)
  })
  it('accepted: on a goal that was closed after the moment; refused: before it', async () => {
    const { goalId, criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    await room.practitioner.send(goalClose, { goalId })
    const on = { goalId, criterionId: criterionIds[0] }
    await record(room.practitioner, room, { ...on, observedAt: '2026-11-24T10:45:00.000Z' })
    await expect(record(room.practitioner, room, { ...on, observedAt: '2026-11-24T10:45:00.001Z' })).rejects.toMatchObject(
      because('goal_closed', 'goalId'),
    )
  })
  it('accepted: an entry of a device from before there were techniques, and a misconception that comes with the product', async () => {
    const { misconceptionId, technique, hingeOptionId, isSure, ...before } = observation(room)
    await room.practitioner.send(contract.learnerObservationRecord, before)
    expect(await shown(before.id)).toMatchObject({ misconceptionId: null, technique: null, hingeOptionId: null, isSure: null })
    const named = await record(room.practitioner, room, { misconceptionId: '01930000-0000-7000-8000-000000000003', technique: 'watching' })
    expect(await shown(named)).toMatchObject({ misconceptionName: 'Bigger bottom number is bigger', technique: 'watching' })
  })
  it('accepted: in seven round trips to the database', async () => {
    const { goalId, criterionIds } = await setGoal(room.practitioner, { groupId: room.groupId })
    const query = vi.spyOn(pg.Client.prototype, 'query')
    await record(room.practitioner, room, { goalId, criterionId: criterionIds[0] })
    const statements = query.mock.calls.map(([statement]) => String((statement as { text?: string }).text ?? statement).slice(0, 40))
    query.mockRestore()
    expect(statements).toHaveLength(7)
  })
  it('refused: what says nothing, a clock that runs ahead, and what belongs elsewhere', async () => {
    const own = await setGoal(room.practitioner, { learnerId: room.learnerIds[1] })
    const { goalId } = await setGoal(room.practitioner, { groupId: room.groupId })
    const other = await makeClassroom(app.school)
    const sessionId = newId()
    await other.practitioner.send(sessionStart, { id: sessionId, groupId: other.groupId, startedAt: '2026-11-24T10:45:00.000Z' })
    const send = (change: Partial<contract.NewObservation>) => record(room.practitioner, room, change)
    await expect(send({ helpLevel: null, response: null })).rejects.toMatchObject(because('nothing_recorded'))
    await expect(send({ technique: 'guessing' })).rejects.toMatchObject(because('unknown_technique', 'technique'))
    await expect(send({ technique: 'hinge_question', hingeOptionId: newId() })).rejects.toMatchObject(because('not_as_answered'))
    await expect(send({ misconceptionId: newId() })).rejects.toMatchObject(notFound)
    await expect(send({ observedAt: '2026-11-24T10:55:00.001Z' })).rejects.toMatchObject(because('in_future', 'observedAt'))
    await expect(send({ goalId: own.goalId })).rejects.toMatchObject(because('goal_of_another', 'goalId'))
    await expect(send({ goalId, criterionId: own.criterionIds[0] })).rejects.toMatchObject(
      because('criterion_of_another_goal', 'criterionId'),
    )
    await expect(send({ sessionId })).rejects.toMatchObject(because('session_of_another', 'sessionId'))
    await expect(send({ photoId: await takePhoto(other) })).rejects.toMatchObject(because('photo_of_another', 'photoId'))
  })
  it('refused: a learner or group of others, whoever asks; the SENCO reads and does not record', async () => {
    await expect(record(outsider, room)).rejects.toMatchObject(notFound)
    const other = await makeClassroom(app.school)
    await expect(record(room.practitioner, room, { learnerId: other.learnerIds[0] })).rejects.toMatchObject(notFound)
    await expect(record(senco, room)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(record(stranger, room)).rejects.toMatchObject(notFound)
  })
})

describe('learnerObservation.withdraw', () => {
  const withdrawal = (observationId: string, learnerId = room.learnerIds[0]) => ({ id: newId(), observationId, learnerId })
  it('accepted: one’s own; it is gone from the page at once, and withdrawing twice is once', async () => {
    const id = await record(room.practitioner, room)
    await room.practitioner.send(learnerObservationWithdraw, withdrawal(id))
    await room.practitioner.send(learnerObservationWithdraw, withdrawal(id))
    expect(await shown(id)).toBeUndefined()
    expect((await room.practitioner.ask(contract.captureDay, {})).observations.some((one) => one.id === id)).toBe(false)
  })
  it('accepted: by a teacher of the learner; and what came in its place goes too', async () => {
    const id = await record(room.practitioner, room)
    const correction = { ...observation(room), correctsId: id }
    await room.practitioner.send(learnerObservationCorrect, correction)
    await room.teacher.send(learnerObservationWithdraw, withdrawal(id))
    expect([await shown(id), await shown(correction.id)]).toEqual([undefined, undefined])
  })
  it('refused: a colleague’s, one of others, one of another learner', async () => {
    const byTeacher = await record(room.teacher, room)
    await expect(room.practitioner.send(learnerObservationWithdraw, withdrawal(byTeacher))).rejects.toMatchObject(notFound)
    await expect(outsider.send(learnerObservationWithdraw, withdrawal(byTeacher))).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(learnerObservationWithdraw, withdrawal(byTeacher, room.learnerIds[1]))).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(learnerObservationWithdraw, withdrawal(await record(room.practitioner, room)))).rejects.toMatchObject(
      notFound,
    )
  })
})

describe('learnerObservation.correct', () => {
  it('accepted: the new one stands in its place', async () => {
    const id = await record(room.practitioner, room)
    const correction = { ...observation(room, { helpLevel: 'self' }), correctsId: id }
    await room.practitioner.send(learnerObservationCorrect, correction)
    expect(await shown(id)).toBeUndefined()
    expect(await shown(correction.id)).toMatchObject({ correctsId: id, helpLevel: 'self' })
  })
  it('refused: another’s, for another learner, twice, a withdrawn one', async () => {
    const id = await record(room.practitioner, room)
    const correction = () => ({ ...observation(room), correctsId: id })
    await expect(room.teacher.send(learnerObservationCorrect, correction())).rejects.toMatchObject(notFound)
    await expect(
      room.practitioner.send(learnerObservationCorrect, { ...correction(), learnerId: room.learnerIds[1] }),
    ).rejects.toMatchObject(because('correction_of_another'))
    await room.practitioner.send(learnerObservationCorrect, correction())
    await expect(room.practitioner.send(learnerObservationCorrect, correction())).rejects.toMatchObject(because('already_corrected'))
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: id, learnerId: room.learnerIds[0] })
    await expect(room.practitioner.send(learnerObservationCorrect, correction())).rejects.toMatchObject(because('withdrawn'))
  })
  it('other organisation: not found', async () => {
    const id = await record(room.practitioner, room)
    await expect(stranger.send(learnerObservationCorrect, { ...observation(room), correctsId: id })).rejects.toMatchObject(notFound)
  })
})

describe('learnerObservation.forLearner', () => {
  it('accepted: goals with states, moments newest first, work before and after', async () => {
    const fresh = await makeClassroom(app.school)
    const { goalId, criterionIds } = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    const [first, second] = [await takePhoto(fresh), await takePhoto(fresh)]
    const on = { goalId, criterionId: criterionIds[0], source: 'work_sample' as const }
    const before = await record(fresh.practitioner, fresh, {
      ...on,
      photoId: first,
      response: 'not_yet',
      observedAt: '2026-11-24T10:00:00.000Z',
    })
    const heard = await record(fresh.practitioner, fresh, { ...on, source: 'heard', observedAt: '2026-11-24T10:10:00.000Z' })
    const after = await record(fresh.practitioner, fresh, {
      ...on,
      photoId: second,
      helpLevel: 'self',
      observedAt: '2026-11-24T10:20:00.000Z',
    })
    const found = await page(senco, fresh.learnerIds[0])
    expect(found.learner).toMatchObject({ name: 'Callum B', groups: [{ name: '4H Mathematics' }] })
    expect(found.goals[0]?.criteria).toMatchObject([{ state: 'nearly', helpLevel: 'self', restsOn: [after, heard] }, { state: 'not_seen' }])
    expect(found.observations.map(({ id }) => id)).toEqual([after, heard, before])
    expect(found.beforeAfter).toEqual([{ criterionId: criterionIds[0], beforeId: before, afterId: after }])
    expect([found.canMarkMet, (await page(fresh.teacher, fresh.learnerIds[0])).canMarkMet]).toEqual([false, true])
  })
  it('accepted: and a line says who looked', async () => {
    await page(senco)
    const lines = await app.school.look((tx) =>
      tx.db
        .selectFrom('accessLog')
        .select(['view', 'learnerId'])
        .where('organisationId', '=', app.school.id)
        .where('personId', '=', senco.id)
        .execute(),
    )
    expect(lines).toContainEqual({ view: 'learnerObservation.forLearner', learnerId: room.learnerIds[0] })
  })
  it('refused: a colleague who does not work with the learner; head, data lead and administrator see no notes', async () => {
    await expect(page(outsider)).rejects.toMatchObject(notFound)
    await expect(page(head)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(page(stranger)).rejects.toMatchObject(notFound)
  })
})

describe('capture.day', () => {
  it('accepted: all that a day without a network needs', async () => {
    const fresh = await makeClassroom(app.school)
    const { goalId } = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    const closed = await setGoal(fresh.practitioner, { groupId: fresh.groupId })
    await fresh.practitioner.send(goalClose, { goalId: closed.goalId })
    await takePhoto(fresh)
    const sessionId = newId()
    await fresh.teacher.send(sessionStart, { id: sessionId, groupId: fresh.groupId, startedAt: '2026-11-24T10:45:00.000Z' })
    const today = await record(fresh.teacher, fresh)
    const day = await fresh.practitioner.ask(contract.captureDay, {})
    expect(day.day).toBe('2026-11-24')
    expect(day.groups).toMatchObject([{ id: fresh.groupId, cover: 'sky', learnerIds: fresh.learnerIds, session: { id: sessionId } }])
    expect(day.learners.map(({ name, isPhotoAllowed }) => [name, isPhotoAllowed])).toEqual([
      ['Callum B', true],
      ['Maisie T', false],
      ['Theo W', false],
    ])
    expect(day.goals.map(({ id }) => id)).toEqual([goalId])
    expect(day.observations.map(({ id }) => id)).toEqual([today])
  })
  it('accepted: yesterday’s moments are not today’s', async () => {
    const fresh = await makeClassroom(app.school)
    await record(fresh.teacher, fresh)
    app.clock.set('2026-11-25T08:00:00.000Z')
    expect((await fresh.practitioner.ask(contract.captureDay, {})).observations).toEqual([])
    app.clock.set('2026-11-24T10:45:00.000Z')
  })
  it('accepted: of whom nothing was noted in the last two sessions; a withdrawn note is none', async () => {
    const fresh = await makeClassroom(app.school)
    const notSeen = async () => (await fresh.practitioner.ask(contract.captureDay, {})).groups[0]?.notSeenLately
    const begin = (startedAt: string) => fresh.practitioner.send(sessionStart, { id: newId(), groupId: fresh.groupId, startedAt })
    const [callum, maisie, theo] = fresh.learnerIds
    const seen = await record(fresh.practitioner, fresh, { learnerId: callum })
    await begin('2026-11-24T10:30:00.000Z')
    expect(await notSeen()).toEqual([])
    app.clock.set('2026-11-25T10:45:00.000Z')
    await begin('2026-11-25T10:44:00.000Z')
    await record(fresh.practitioner, fresh, { learnerId: maisie, observedAt: '2026-11-25T10:44:30.000Z' })
    expect(await notSeen()).toEqual([theo])
    await fresh.practitioner.send(contract.learnerObservationWithdraw, { id: newId(), observationId: seen, learnerId: callum })
    expect((await notSeen())?.toSorted()).toEqual([callum, theo].toSorted())
    app.clock.set('2026-11-24T10:45:00.000Z')
  })
  it('refused: whoever is no classroom staff', async () => {
    await expect(head.ask(contract.captureDay, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: nothing of this school', async () => {
    expect(await stranger.ask(contract.captureDay, {})).toMatchObject({ groups: [], learners: [], observations: [] })
  })
})

describe('photo.find', () => {
  it('accepted: for whoever sees the record, as long as the observation stands', async () => {
    const id = await takePhoto(room)
    const { fileHash } = await senco.ask(contract.photoFind, { id })
    expect(await app.services.files.find(app.school.id, fileHash)).toBeDefined()
    const observationId = await record(room.practitioner, room, { photoId: id })
    await room.teacher.ask(contract.photoFind, { id })
    await room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId, learnerId: room.learnerIds[0] })
    await expect(room.teacher.ask(contract.photoFind, { id })).rejects.toMatchObject(notFound)
  })
  it('refused: a colleague of other learners, the head', async () => {
    const id = await takePhoto(room)
    await expect(outsider.ask(contract.photoFind, { id })).rejects.toMatchObject(notFound)
    await expect(head.ask(contract.photoFind, { id })).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(contract.photoFind, { id: await takePhoto(room) })).rejects.toMatchObject(notFound)
  })
})
