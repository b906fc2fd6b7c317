// Erasure: everything of one learner goes, nothing of anybody else, and the seals still verify.
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../../common/letters/store.ts'
import { type Id, newId } from '../../core/ids.ts'
import { verifySeals } from '../../server/seal.ts'
import { type TestApp, type TestOrganisation, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, feedback, improvement, makeClassroom, observation, record, setGoal } from '../../testing/classroom.ts'
import { sealEverything } from '../../testing/seals.ts'
import { consentSet } from '../consent/contract.ts'
import { givePseudonyms } from '../descriptors/store.ts'
import { feedbackGive } from '../feedback/contract.ts'
import { goalSetLearnerWording, successCriterionMarkMet } from '../goals/contract.ts'
import { improvementRecord } from '../improvements/contract.ts'
import { learnerList, learnerSetWhatHelps } from '../learners/contract.ts'
import { captureDay, learnerObservationRecord, learnerObservationWithdraw } from '../observations/contract.ts'
import { photoAdd } from '../photos/contract.ts'
import { sessionStart } from '../sessions/contract.ts'
import { erasureList, learnerErase, learnerPreviewErasure } from './contract.ts'
import { recordsIn } from './rules.ts'

let app: TestApp
let room: Classroom
let office: TestPerson
let stranger: TestPerson
let picture: Uint8Array
beforeAll(async () => {
  app = await testApp()
  office = await app.school.person('Lena Frost', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'data_lead')
  picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
})
beforeEach(async () => {
  room = await makeClassroom(app.school)
})
afterAll(() => app.close())

const erasure = (learnerId: Id) => ({ id: newId(), learnerId, reason: 'The family moved away and asked for it' })

/** A learner with a row of every kind, beside a learner whose records must stay. Returns ids of photos. */
async function fill(learnerId: Id): Promise<{ photoId: Id; observationId: Id }> {
  const { teacher, practitioner, groupId } = room
  const group = await setGoal(practitioner, { groupId })
  const own = await setGoal(practitioner, { learnerId })
  const photoId = newId()
  await teacher.send(consentSet, {
    id: newId(),
    learnerId,
    purpose: 'photo_of_work',
    isGiven: true,
    toldBy: 'mother',
    toldOn: '2026-11-24',
  })
  await practitioner.send(learnerSetWhatHelps, { learnerId, whatHelps: 'short goals' })
  await practitioner.send(photoAdd, { id: photoId, learnerId, takenAt: '2026-11-24T10:40:00.000Z' }, { bytes: picture })
  const observationId = await record(practitioner, room, { learnerId, goalId: group.goalId, criterionId: group.criterionIds[0], photoId })
  const withdrawn = await record(practitioner, room, {
    learnerId,
    goalId: own.goalId,
    criterionId: own.criterionIds[0],
    childWords: 'Oops',
  })
  await practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: withdrawn, learnerId })
  await practitioner.send(goalSetLearnerWording, { id: newId(), goalId: own.goalId, learnerId, wording: 'Same size' })
  await teacher.send(successCriterionMarkMet, { id: newId(), criterionId: own.criterionIds[0], learnerId })
  await improve(learnerId, { goalId: group.goalId, criterionId: group.criterionIds[0] })
  await sendDescriptor(learnerId, observationId)
  return { photoId, observationId }
}

/** Feedback, and a second attempt that came of it. */
async function improve(learnerId: Id, on: { goalId: Id; criterionId: Id }) {
  const { practitioner, groupId } = room
  const about = { ...on, sessionId: newId() }
  await practitioner.send(sessionStart, { id: about.sessionId, groupId, startedAt: '2026-11-24T10:40:00.000Z' })
  const given = { ...feedback(room, about), learnerId }
  await practitioner.send(feedbackGive, given)
  const second = await record(practitioner, room, { ...about, learnerId, source: 'work_sample', childWords: 'Two quarters' })
  const better = improvement(room, { ...about, secondObservationId: second, feedbackId: given.id })
  await practitioner.send(improvementRecord, { ...better, learnerId })
}

/** A letter that rests on the learner's observation, and the letter of the alphabet that stands for them. */
async function sendDescriptor(learnerId: Id, recordId: Id) {
  const addressee = { organisationId: newId(), registrationId: newId() }
  const unit = { packCode: 'cg-5329-307', packVersion: 1, number: '307', title: 'Support assessment for learning' }
  const says = {
    kind: 'descriptor' as const,
    addressee,
    sentence: 'Learner A.',
    place: 'here',
    recordType: 'learner_observation' as const,
    occurredOn: '2026-11-24',
    unit,
    leaves: ['2.3'],
  }
  const sources = [{ recordType: 'learner_observation' as const, recordId, learnerId }]
  await app.school.look(async (tx) => {
    await givePseudonyms(tx, addressee.registrationId, [learnerId])
    await writeLetter(tx, app.services.keys, { id: newId(), says, centreName: 'A college', writtenBy: room.practitioner.id, sources })
  })
}

/** Every row that the school has, as text, with its table's name before it. */
async function allRows(school: TestOrganisation): Promise<string[]> {
  return school.look(async (tx) => {
    const { rows: tables } = await sql<{
      name: string
    }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'`.execute(
      tx.db,
    )
    const rows: string[] = []
    for (const { name } of tables) {
      if (name === 'memberships') continue
      const found = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(name)} t where organisation_id = ${school.id}`.execute(tx.db)
      rows.push(...found.rows.map(({ row }) => `${name} ${row}`))
    }
    return rows
  })
}

const tableOf = (row: string) => row.slice(0, row.indexOf(' '))

describe('learner.erase', () => {
  it('accepted: no row names the learner but ids in the lists that must stay', async () => {
    const [learnerId] = room.learnerIds
    await fill(learnerId)
    await office.send(learnerErase, erasure(learnerId))
    const left = (await allRows(app.school)).filter((row) => row.includes(learnerId) || row.includes('Oops'))
    expect([...new Set(left.map(tableOf))].sort()).toEqual(
      ['access_log', 'erasures', 'event_contents', 'event_learners'].filter((name) => left.some((row) => tableOf(row) === name)),
    )
    expect(left.filter((row) => tableOf(row) === 'event_contents').every((row) => row.includes('learner.erase'))).toBe(true)
    expect(left.some((row) => row.startsWith('erasures '))).toBe(true)
  })
  it('accepted: every row of everybody else is as it was', async () => {
    const [learnerId, other] = room.learnerIds
    await fill(learnerId)
    await fill(other)
    const [before, elsewhere] = [await allRows(app.school), await allRows(app.otherSchool)]
    const links = before
      .filter((row) => row.startsWith('event_learners ') && row.includes(learnerId))
      .map((row) => /"event_id": "([^"]+)"/.exec(row)?.[1])
    await office.send(learnerErase, erasure(learnerId))
    const after = new Set(await allRows(app.school))
    const gone = before.filter((row) => !after.has(row))
    const ownGoals = gone.filter((row) => row.startsWith('learning_goals ')).map((row) => /"id": "([^"]+)"/.exec(row)?.[1] ?? '?')
    for (const row of gone) {
      const isTheirs =
        row.includes(learnerId) ||
        ownGoals.some((id) => row.includes(id)) ||
        links.some((id) => id !== undefined && row.startsWith('event_contents ') && row.includes(id))
      expect(isTheirs || row.startsWith('organisation_settings '), row).toBe(true)
    }
    const added = [...after]
      .filter((row) => !before.includes(row))
      .map(tableOf)
      .sort()
    expect(added).toEqual(['erasures', 'event_contents', 'events', 'letters_sent', 'organisation_settings'])
    expect(await allRows(app.otherSchool)).toEqual(elsewhere)
  })
  it('accepted: the seals verify before and after, and an erased event is explained', async () => {
    const [learnerId] = room.learnerIds
    await fill(learnerId)
    await sealEverything(app.school, app.services.keys)
    await office.send(learnerErase, erasure(learnerId))
    const report = await app.school.look((tx) => verifySeals(tx, app.services.keys))
    expect(report.faults).toEqual([])
    expect(report.events).toBeGreaterThan(10)
  })
  it('accepted: a file goes with the last photo of it', async () => {
    const [first, second] = room.learnerIds
    await fill(first)
    const { photoId } = await fill(second)
    const { fileHash } = await app.school.look((tx) =>
      tx.db
        .selectFrom('photos')
        .select('fileHash')
        .where('organisationId', '=', app.school.id)
        .where('id', '=', photoId)
        .executeTakeFirstOrThrow(),
    )
    await office.send(learnerErase, erasure(first))
    expect(await app.services.files.find(app.school.id, fileHash)).toBeDefined()
    const others = await app.school.look((tx) =>
      tx.db.selectFrom('photos').select('learnerId').distinct().where('organisationId', '=', app.school.id).execute(),
    )
    for (const { learnerId } of others) await office.send(learnerErase, erasure(learnerId))
    expect(await app.services.files.find(app.school.id, fileHash)).toBeUndefined()
  })
  it('accepted: devices hear of it, lists forget the name, and what still waits says so', async () => {
    const [learnerId] = room.learnerIds
    const { observationId } = await fill(learnerId)
    const erasures = () =>
      app.school.look((tx) =>
        tx.db.selectFrom('organisationSettings').select('erasures').where('organisationId', '=', app.school.id).executeTakeFirstOrThrow(),
      )
    const before = (await erasures()).erasures
    await office.send(learnerErase, erasure(learnerId))
    expect((await erasures()).erasures).toBe(before + 1)
    expect((await office.ask(learnerList, {})).learners.some(({ id }) => id === learnerId)).toBe(false)
    expect((await room.practitioner.ask(captureDay, {})).learners).toHaveLength(2)
    const erased = { refusal: { code: 'learner_erased' } }
    await expect(room.practitioner.send(learnerObservationRecord, observation(room, { learnerId }))).rejects.toMatchObject(erased)
    await expect(room.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId, learnerId })).rejects.toMatchObject(
      erased,
    )
    await expect(
      room.practitioner.send(photoAdd, { id: newId(), learnerId, takenAt: '2026-11-24T10:40:00.000Z' }, { bytes: picture }),
    ).rejects.toMatchObject(erased)
  })
  it('accepted: a second copy of the command gives the same answer, a copy of an erased one says so', async () => {
    const [learnerId] = room.learnerIds
    const [command, id] = [observation(room), newId()]
    await room.practitioner.send(learnerObservationRecord, command, { id })
    const [erasing, erasingId] = [erasure(learnerId), newId()]
    const answer = await office.send(learnerErase, erasing, { id: erasingId })
    expect(await office.send(learnerErase, erasing, { id: erasingId })).toEqual(answer)
    await expect(room.practitioner.send(learnerObservationRecord, command, { id })).rejects.toMatchObject({
      refusal: { code: 'learner_erased' },
    })
  })
  it('refused: anyone but the data lead; a learner who is not there', async () => {
    const [learnerId] = room.learnerIds
    for (const role of ['administrator', 'head', 'senco', 'teacher'] as const) {
      const person = await app.school.person('Someone', role)
      await expect(person.send(learnerErase, erasure(learnerId))).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    }
    await expect(office.send(learnerErase, erasure(newId()))).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
  it('other organisation: not found, and nothing is gone', async () => {
    const before = await allRows(app.school)
    await expect(stranger.send(learnerErase, erasure(room.learnerIds[0]))).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    expect(await allRows(app.school)).toEqual(before)
  })
})

describe('learner.previewErasure', () => {
  it('accepted: counts what erasing then takes', async () => {
    const [learnerId] = room.learnerIds
    await fill(learnerId)
    const { learner, counts } = await office.ask(learnerPreviewErasure, { learnerId })
    expect(learner.name).toBe('Callum B')
    expect(counts).toMatchObject({
      observations: 3,
      photos: 1,
      goals: 1,
      learnerWordings: 1,
      marks: 1,
      consents: 1,
      memberships: 1,
      letters: 1,
    })
    expect(counts.others).toBeGreaterThan(2)
    expect(await office.send(learnerErase, erasure(learnerId))).toEqual({ counts })
  })
  it('refused: an administrator', async () => {
    const administrator = await app.school.person('Helen Marsh', 'administrator')
    await expect(administrator.ask(learnerPreviewErasure, { learnerId: room.learnerIds[0] })).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.ask(learnerPreviewErasure, { learnerId: room.learnerIds[0] })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('erasure.list', () => {
  it('accepted: when, by whom, why, how many; nobody’s name', async () => {
    const [learnerId] = room.learnerIds
    const { counts } = await office.send(learnerErase, erasure(learnerId))
    const { erasures } = await office.ask(erasureList, {})
    expect(erasures.find((one) => one.learnerId === learnerId)).toMatchObject({ erasedByName: 'Lena Frost', records: recordsIn(counts) })
  })
  it('refused: a teacher', async () => {
    await expect(room.teacher.ask(erasureList, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
  })
  it('other organisation: its own alone', async () => {
    await office.send(learnerErase, erasure(room.learnerIds[0]))
    expect(await stranger.ask(erasureList, {})).toEqual({ erasures: [] })
  })
})
