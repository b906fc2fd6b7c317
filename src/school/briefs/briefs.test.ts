// Briefs: entries with their sources, two people's edits side by side, four questions that a teacher answers, notes keyed by learner.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { type Classroom, makeClassroom, setGoal } from '../../testing/classroom.ts'
import { sessionStart } from '../sessions/contract.ts'
import * as contract from './contract.ts'
import { listBriefStatuses, listQuestions } from './views.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let head: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'teacher', 'practitioner', 'administrator')
  senco = await app.school.person('Una Gray', 'senco')
  head = await app.school.person('Priya Raman', 'head')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const refusedFor = (reason: string) => ({ refusal: { reason } })
const now = '2026-11-24T10:45:00.000Z'

async function newSession(startedAt = now): Promise<Id> {
  const id = newId()
  await room.practitioner.send(sessionStart, { id, groupId: room.groupId, startedAt })
  return id
}

const entry = (sessionId: Id, change: Partial<contract.NewBriefEntry> = {}): contract.NewBriefEntry => {
  const nothing = { moment: null, technique: null, byWhen: null, form: null, toldBy: null, isGone: false, replacesId: null }
  return {
    id: newId(),
    sessionId,
    part: 'objective',
    words: 'Families of equal fractions',
    ...nothing,
    source: 'plan',
    writtenAt: now,
    ...change,
  }
}
const note = (sessionId: Id, change: Partial<contract.NewLearnerNote> = {}): contract.NewLearnerNote => {
  const nothing = { isGone: false, replacesId: null, writtenAt: now }
  const said = { kind: 'note' as const, words: 'Step card', source: 'support_plan' as const }
  return { id: newId(), sessionId, learnerId: room.learnerIds[2], ...said, ...nothing, ...change }
}
const step = (sessionId: Id, taken: contract.BriefStep) => ({ id: newId(), sessionId, step: taken, takenAt: now })
const brief = (sessionId: Id, by = room.practitioner) => by.ask(contract.briefForSession, { sessionId, groupId: room.groupId })

describe('brief.write', () => {
  it('accepted: entries stand with their source and who wrote them', async () => {
    const sessionId = await newSession()
    await room.practitioner.send(contract.briefWrite, entry(sessionId))
    const asked = {
      part: 'opportunity' as const,
      moment: 'start' as const,
      technique: 'Hinge question',
      words: 'Which is the same as a half?',
    }
    await room.teacher.send(contract.briefWrite, entry(sessionId, { ...asked, source: 'teacher' }))
    const { entries } = await brief(sessionId)
    expect(entries).toMatchObject([
      { part: 'objective', source: 'plan', writtenByName: 'Dawn Okafor', writtenAt: now },
      { ...asked, source: 'teacher', writtenByName: 'Mark Hartley' },
    ])
  })
  it('accepted: two people’s changes of the same entry are both there', async () => {
    const sessionId = await newSession()
    const first = entry(sessionId)
    await room.practitioner.send(contract.briefWrite, first)
    await room.practitioner.send(contract.briefWrite, entry(sessionId, { replacesId: first.id, words: 'Equal fractions' }))
    await room.teacher.send(contract.briefWrite, entry(sessionId, { replacesId: first.id, words: 'Families of a half' }))
    expect((await brief(sessionId)).entries.map(({ words }) => words)).toEqual([first.words, 'Equal fractions', 'Families of a half'])
  })
  it('refused: parts of another part, no name, nothing to take away, another brief’s entry, the future, other people', async () => {
    const sessionId = await newSession()
    const write = (change: Partial<contract.NewBriefEntry>, by = room.practitioner) =>
      by.send(contract.briefWrite, entry(sessionId, change))
    await expect(write({ moment: 'start' })).rejects.toMatchObject(refusedFor('not_of_this_part'))
    await expect(write({ byWhen: '12:10' })).rejects.toMatchObject(refusedFor('not_of_this_part'))
    await expect(write({ source: 'teacher' })).rejects.toMatchObject(refusedFor('who_told'))
    await expect(write({ source: 'subject_lead' }, room.teacher)).rejects.toMatchObject(refusedFor('who_told'))
    await expect(write({ words: 'Theo halves first' })).rejects.toMatchObject(refusedFor('names_a_learner'))
    await expect(write({ isGone: true })).rejects.toMatchObject(refusedFor('nothing_to_take_away'))
    await expect(write({ replacesId: newId() })).rejects.toMatchObject(notFound)
    await expect(write({ writtenAt: '2026-11-25T10:45:00.000Z' })).rejects.toMatchObject(refusedFor('in_future'))
    const elsewhere = entry(await newSession())
    await room.practitioner.send(contract.briefWrite, elsewhere)
    await expect(write({ replacesId: elsewhere.id })).rejects.toMatchObject(refusedFor('brief_of_another'))
    await expect(write({ sessionId: newId() })).rejects.toMatchObject(notFound)
    await expect(write({}, outsider)).rejects.toMatchObject(notFound)
    await expect(write({}, senco)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.briefWrite, entry(await newSession()))).rejects.toMatchObject(notFound)
  })
})

describe('brief.noteLearner', () => {
  it('accepted: what is to be minded, and whom to leave alone first', async () => {
    const sessionId = await newSession()
    await room.practitioner.send(contract.briefNoteLearner, note(sessionId))
    await room.teacher.send(contract.briefNoteLearner, note(sessionId, { kind: 'leave_alone', words: null, source: 'teacher' }))
    expect((await brief(sessionId)).learnerNotes).toMatchObject([
      { learnerId: room.learnerIds[2], words: 'Step card', source: 'support_plan' },
      { learnerId: room.learnerIds[2], kind: 'leave_alone', writtenByName: 'Mark Hartley' },
    ])
  })
  it('refused: a note that says nothing, a change of another learner’s, other people’s learners', async () => {
    const sessionId = await newSession()
    const first = note(sessionId)
    await room.practitioner.send(contract.briefNoteLearner, first)
    const write = (change: Partial<contract.NewLearnerNote>, by = room.practitioner) =>
      by.send(contract.briefNoteLearner, note(sessionId, change))
    await expect(write({ words: null })).rejects.toMatchObject(refusedFor('no_words'))
    await expect(write({ isGone: true })).rejects.toMatchObject(refusedFor('nothing_to_take_away'))
    await expect(write({ replacesId: first.id, learnerId: room.learnerIds[0] })).rejects.toMatchObject(refusedFor('brief_of_another'))
    await expect(write({ replacesId: newId() })).rejects.toMatchObject(notFound)
    await expect(write({ learnerId: newId() })).rejects.toMatchObject(notFound)
    await expect(write({}, outsider)).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.briefNoteLearner, note(await newSession()))).rejects.toMatchObject(notFound)
  })
})

describe('brief.takeStep', () => {
  it('accepted: asked, answered by the teacher, not received and then received', async () => {
    const sessionId = await newSession()
    await room.practitioner.send(contract.briefTakeStep, step(sessionId, 'asked'))
    await room.teacher.send(contract.briefTakeStep, step(sessionId, 'answered'))
    await room.practitioner.send(contract.briefTakeStep, step(sessionId, 'not_received'))
    await room.practitioner.send(contract.briefTakeStep, step(sessionId, 'received'))
    const { steps } = await brief(sessionId)
    expect(steps.map((taken) => taken.step)).toEqual(['asked', 'answered', 'not_received', 'received'])
  })
  it('refused: answered by a practitioner, anything by others, in the future', async () => {
    const sessionId = await newSession()
    await expect(room.practitioner.send(contract.briefTakeStep, step(sessionId, 'answered'))).rejects.toMatchObject(notFound)
    await expect(outsider.send(contract.briefTakeStep, step(sessionId, 'asked'))).rejects.toMatchObject(notFound)
    const late = { ...step(sessionId, 'asked'), takenAt: '2026-11-24T12:00:00.000Z' }
    await expect(room.practitioner.send(contract.briefTakeStep, late)).rejects.toMatchObject(refusedFor('in_future'))
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(contract.briefTakeStep, step(await newSession(), 'asked'))).rejects.toMatchObject(notFound)
  })
})

describe('brief.forSession', () => {
  it('accepted: before the session is begun, with the goals, the learners, the teacher, and the last brief as a start', async () => {
    const earlier = await newSession('2026-11-24T09:00:00.000Z')
    await setGoal(room.teacher, { groupId: room.groupId })
    const wrong = 'Adds one to top and bottom\nBigger bottom number is bigger'
    await room.practitioner.send(contract.briefWrite, entry(earlier, { part: 'misconceptions', words: wrong }))
    const found = await brief(newId())
    expect(found).toMatchObject({ entries: [], learnerNotes: [], steps: [], teachers: [{ name: 'Mark Hartley' }] })
    expect(found.goals[0]).toMatchObject({
      wording: 'Recognise and show equal fractions',
      criteria: [{ childText: 'I can: Same amount' }, {}],
    })
    expect(found.learners.map(({ name }) => name)).toEqual(['Callum B', 'Maisie T', 'Theo W'])
    expect(found.knownMisconceptions).toEqual(wrong.split('\n'))
    expect((await brief(earlier)).earlier).toBeNull()
  })
  it('accepted: by the teacher and the SENCO', async () => {
    const sessionId = await newSession()
    await room.practitioner.send(contract.briefWrite, entry(sessionId))
    expect((await brief(sessionId, room.teacher)).entries).toHaveLength(1)
    expect((await brief(sessionId, senco)).entries).toHaveLength(1)
  })
  it('accepted: shows nothing of a session that is another group’s', async () => {
    const other = await makeClassroom(app.school)
    const sessionId = await newSession()
    await room.practitioner.send(contract.briefWrite, entry(sessionId))
    await room.practitioner.send(contract.briefNoteLearner, note(sessionId))
    await room.practitioner.send(contract.briefTakeStep, step(sessionId, 'asked'))
    expect(await other.practitioner.ask(contract.briefForSession, { sessionId, groupId: other.groupId })).toMatchObject({
      entries: [],
      learnerNotes: [],
      steps: [],
      earlier: null,
    })
  })
  it('refused: to other staff and to the head', async () => {
    const sessionId = await newSession()
    await expect(brief(sessionId, outsider)).rejects.toMatchObject(notFound)
    await expect(brief(sessionId, head)).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(brief(await newSession(), stranger)).rejects.toMatchObject(notFound)
  })
})

describe('questions to a teacher', () => {
  it('wait until they are answered or taken back, for the teacher alone', async () => {
    const mine = await makeClassroom(app.school)
    const questions = (person: TestPerson) => app.school.look((tx) => listQuestions(tx, person.id))
    const sessionId = newId()
    await mine.practitioner.send(sessionStart, { id: sessionId, groupId: mine.groupId, startedAt: now })
    expect(await questions(mine.teacher)).toEqual([])
    await mine.practitioner.send(contract.briefTakeStep, { ...step(sessionId, 'asked'), takenAt: '2026-11-24T10:44:00.000Z' })
    expect(await questions(mine.teacher)).toMatchObject([
      { sessionId, groupName: '4H Mathematics', cover: 'sky', askedByName: 'Dawn Okafor', startedAt: now },
    ])
    expect(await questions(mine.practitioner)).toEqual([])
    await mine.teacher.send(contract.briefTakeStep, step(sessionId, 'answered'))
    expect(await questions(mine.teacher)).toEqual([])
  })
})

describe('a list of sessions', () => {
  it('shows how far each brief is', async () => {
    const [empty, partly, none] = [await newSession(), await newSession(), await newSession()]
    const first = entry(partly)
    await room.practitioner.send(contract.briefWrite, first)
    await room.practitioner.send(contract.briefWrite, entry(empty, { part: 'wanted' }))
    const { entries } = await brief(empty)
    await room.practitioner.send(contract.briefWrite, entry(empty, { part: 'wanted', isGone: true, replacesId: entries[0]?.id ?? '' }))
    await room.practitioner.send(contract.briefTakeStep, step(none, 'not_received'))
    const statuses = await app.school.look((tx) => listBriefStatuses(tx, room.practitioner.id, dayOf(now)))
    expect([empty, partly, none].map((id) => statuses.get(id))).toEqual(['empty', 'partly', 'not_received'])
  })
})
