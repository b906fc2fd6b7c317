// The sample: made through commands alone, finished after a fault, and never told to the college by a child's name.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignmentSubmitted } from '../centre/assignments/contract.ts'
import { assessmentToCountersign, decisionQueue, unitMine } from '../centre/decisions/contract.ts'
import { itemFeedbackForUnit } from '../centre/itemfeedback/contract.ts'
import { planForRegistration } from '../centre/plans/contract.ts'
import { registrationList } from '../centre/registrations/contract.ts'
import { eqaList, eqaMine } from '../centre/verifiers/contract.ts'
import { visitForRegistration } from '../centre/visits/contract.ts'
import { letterRegister } from '../common/letters/contract.ts'
import { personList } from '../common/people/contract.ts'
import type { Parsed, Query, Schema } from '../core/contract.ts'
import type { Id } from '../core/ids.ts'
import { briefForSession } from '../school/briefs/contract.ts'
import { classMapForGroup } from '../school/classmap/contract.ts'
import { erasureList } from '../school/erasure/contract.ts'
import { findingsForGroup } from '../school/findings/contract.ts'
import { goalTalkForLearner } from '../school/goaltalks/contract.ts'
import { groupMine } from '../school/groups/contract.ts'
import { handoverDecisionFor } from '../school/handovers/contract.ts'
import { improvementForLearner } from '../school/improvements/contract.ts'
import { captureDay, learnerObservationForLearner } from '../school/observations/contract.ts'
import { todayMine } from '../school/today/contract.ts'
import type { Tx } from '../server/database.ts'
import { installationState, printSetupCode, setSampleScene } from '../server/installation.ts'
import { verifySeals } from '../server/seal.ts'
import type { Services } from '../server/services.ts'
import { type TestApp, testApp, testPerson } from '../testing/app.ts'
import { sealEverything } from '../testing/seals.ts'
import { calendarOf } from './calendar.ts'
import { college, type Member, memberActor, samplePassword, school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { boostChildren, class2C, class4H, groups, leaver } from './learners.ts'
import { registrationLabel } from './registrations.ts'
import { finishSample, makeSample, scenesOf } from './sample.ts'
import { secondUnitLabel } from './second-unit.ts'
import { idsOf } from './stage.ts'

/** Wednesday 18 November 2026 in the afternoon. */
const now = new Date('2026-11-18T15:00:00Z')

let app: TestApp
let id: (label: string) => Id
beforeAll(async () => {
  app = await newApp()
  id = idsOf(app.services.keys)
  app.clock.set(now.toISOString())
})
afterAll(() => app.close())

async function newApp(): Promise<TestApp> {
  const made = await testApp()
  await made.database.onShared((db) => db.updateTable('installation').set({ state: 'new' }).execute())
  return made
}

const ask = <I extends Schema, O extends Schema>(who: Member, query: Query<string, I, O>, input: Parsed<I>) =>
  testPerson(app.dispatch, memberActor(who, id)).ask(query, input)

const countEvents = (one: TestApp, label: string) =>
  one.database.inOrganisation(idsOf(one.services.keys)(label), async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*) from events where organisation_id = ${tx.organisationId}`.execute(tx.db)
    return rows[0]?.count
  })

describe('making the sample', () => {
  it('is refused with a wrong set-up code, and the installation stays new', async () => {
    await printSetupCode(app.database)
    expect(await makeSample(app, now, 'ZZZZ-2222')).toBe(false)
    expect(await installationState(app.database)).toBe('new')
  })
  it('takes the code', async () => {
    const code = await printSetupCode(app.database)
    expect(await makeSample(app, now, code)).toBe(true)
    expect(await installationState(app.database)).toBe('demo')
  })
  it('is refused a second time, and there is nothing to finish', async () => {
    expect(await makeSample(app, now)).toBe(false)
    expect(await finishSample(app)).toBe(false)
  })
  it('goes on where a fault cut it short, and does nothing twice', async () => {
    const other = await newApp()
    let photos = 0
    const broken: Services = {
      ...other.services,
      files: {
        ...other.services.files,
        keep: async (...file) => (++photos > 2 ? Promise.reject(new Error('disk')) : other.services.files.keep(...file)),
      },
    }
    await expect(makeSample({ ...other, services: broken }, now)).rejects.toThrow('disk')
    expect(await finishSample(other)).toBe(true)
    for (const organisation of ['school', 'centre'])
      expect(await countEvents(other, organisation)).toBe(await countEvents(app, organisation))
    await other.close()
  })
  it('goes on when the fault came between the erasing and the letter about it', async () => {
    const before = await countEvents(app, 'school')
    const calendar = calendarOf(now)
    const erasing = scenesOf(calendar).findIndex(({ at }) => at.getTime() === calendar.at(5, '16:20').getTime())
    await setSampleScene(app.database, erasing)
    expect(await finishSample(app)).toBe(true)
    expect(await countEvents(app, 'school')).toBe(before)
  })
  it('leaves seals that verify', async () => {
    for (const organisation of ['school', 'centre']) {
      const look = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrganisation(id(organisation), work)
      await sealEverything({ look }, app.services.keys)
      const report = await look((tx) => verifySeals(tx, app.services.keys))
      expect(report.faults).toEqual([])
      expect(report.events).toBe(await countEvents(app, organisation))
    }
  })
})

describe('the school of the sample', () => {
  it('lets everybody sign in with the one password', async () => {
    const users = await app.database.onShared((db) => db.selectFrom('auth.users').select('email').execute())
    const emails = new Set([...Object.values(school), ...Object.values(college)].map(({ email }) => email))
    expect(new Set(users.map(({ email }) => email))).toEqual(emails)
    expect(samplePassword.length).toBeGreaterThanOrEqual(12)
  })
  it('has something today for the practitioner', async () => {
    const day = await ask(school.dawn, captureDay, {})
    const boost = day.groups.find((group) => group.id === id(groups.boost.label))
    expect(boost?.session?.startedAt.slice(0, 10)).toBe('2026-11-18')
    expect(boost?.learnerIds).toHaveLength(6)
    expect(day.observations.length).toBeGreaterThan(5)
    expect(day.learners.filter((one) => !one.isPhotoAllowed)).toHaveLength(2)
  })
  it('has a day in the timetable for everybody who teaches or supports', async () => {
    for (const person of [school.dawn, school.ben, school.ruth, school.steve]) {
      const { sessions } = await ask(person, todayMine, {})
      expect(sessions.filter(({ startsAt }) => startsAt.startsWith('2026-11-18')).length).toBeGreaterThan(0)
      expect(sessions.some(({ startsAt }) => startsAt.startsWith('2026-11-19'))).toBe(true)
    }
  })
  it('has briefs: today’s from several sources, tomorrow’s waiting for the teacher', async () => {
    expect((await ask(school.ben, todayMine, {})).waiting.briefs).toMatchObject([
      { groupName: 'Fractions boost', askedByName: 'Dawn Okafor' },
    ])
    const day = await ask(school.dawn, captureDay, {})
    const sessionId = day.groups.find((group) => group.id === id(groups.boost.label))?.session?.id ?? ''
    const { entries, earlier } = await ask(school.dawn, briefForSession, { sessionId, groupId: id(groups.boost.label) })
    expect(new Set(entries.map(({ source }) => source))).toEqual(new Set(['plan', 'book', 'teacher']))
    expect(earlier?.entries.length).toBeGreaterThan(3)
  })
  it('has yesterday handed over, and what was decided on it', async () => {
    const wanted = { groupId: id(groups.boost.label), before: '2026-11-18T10:46:00.000Z' }
    const { handover } = await ask(school.dawn, handoverDecisionFor, wanted)
    expect(handover).toMatchObject({ suggestion: 'Start tomorrow with folding', decisions: [{ decision: 'regroup', reply: 'Fold first' }] })
    expect((await ask(school.dawn, todayMine, {})).waiting.actions).toMatchObject([{ wording: 'Count to five before I prompt' }])
  })
  it('shows the teacher a class of 28 with every state and all three headlines', async () => {
    const map = await ask(school.ben, classMapForGroup, { groupId: id(groups.class4H.label) })
    expect(map.learners).toHaveLength(28)
    expect(new Set(map.cells.map(({ state }) => state))).toEqual(new Set(['not_enough_yet', 'not_yet', 'nearly', 'secure', 'met']))
    expect(map.headlines.teachAgain).not.toBeNull()
    expect(map.headlines.readyToMoveOn).not.toBeNull()
    expect(map.headlines.notSeen).toHaveLength(2)
  })
  it('shows what was found out: a hinge question with its misconceptions, and ways that told something or nothing', async () => {
    const found = await ask(school.dawn, findingsForGroup, { groupId: id(groups.boost.label) })
    expect(found.questions).toMatchObject([{ question: 'Which is the same as ½?', isRetired: false }])
    const named = found.moments.flatMap(({ misconceptionName }) => misconceptionName ?? [])
    expect(named.toSorted()).toEqual(['Adds one to top and bottom', 'Halves the fraction'])
    expect(new Set(found.moments.map(({ technique }) => technique)).size).toBeGreaterThan(3)
  })
  it('shows a learner’s page with words, photos, before and after', async () => {
    const callum = id(learnerLabel({ key: 'Callum B' }))
    const page = await ask(school.priya, learnerObservationForLearner, { learnerId: callum })
    expect(page.beforeAfter).toHaveLength(1)
    expect(page.observations.filter(({ childWords }) => childWords !== null).length).toBeGreaterThan(4)
    const { feedback, improvements } = await ask(school.priya, improvementForLearner, { learnerId: callum })
    expect(feedback).toMatchObject([{ isImproved: true, nextAction: 'Draw both strips again, the same length' }])
    expect(improvements).toMatchObject([{ first: { helpLevel: 'clue' }, second: { helpLevel: 'self' } }])
    const talks = await ask(school.priya, goalTalkForLearner, { learnerId: callum })
    expect(talks.wordings.some(({ wording }) => wording.includes('half-time'))).toBe(true)
  })
  it('keeps Year 2 apart', async () => {
    const { groups: ruths } = await ask(school.ruth, groupMine, {})
    expect(ruths.map(({ name }) => name)).toEqual(['2C Mathematics'])
  })
  it('lets head, data lead and administrator see what is theirs', async () => {
    expect(await ask(school.helen, letterRegister, {})).toHaveLength(5)
    expect((await ask(school.imran, erasureList, {})).erasures).toHaveLength(1)
    expect((await ask(school.joan, personList, {})).people).toHaveLength(8)
  })
})

describe('the college of the sample', () => {
  it('shows the candidate a unit under way: met, asked for more, unseen, and one record erased', async () => {
    const unit = await ask(college.dawn, unitMine, { registrationId: id(registrationLabel(college.dawn)) })
    expect(unit.leaves.filter(({ isComplete }) => isComplete).map(({ leaf }) => leaf)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.5a',
      '2.1',
      '2.2',
      '2.4',
      '2.5',
    ])
    expect(unit.evidence.filter(({ descriptor }) => descriptor !== null)).toHaveLength(4)
    const { submissions, points } = await ask(college.dawn, assignmentSubmitted, { registrationId: unit.registration.id })
    expect(submissions.map(({ version }) => version)).toEqual([2, 1])
    expect(points.map(({ agenda }) => agenda?.agreedAt)).toEqual([null])
    expect(unit.evidence.filter(({ descriptor }) => descriptor?.retractedOn != null)).toHaveLength(1)
    expect(unit.evidence.filter(({ seen }) => seen !== null)).toHaveLength(1)
  })
  it('gives assessors and administrator their lists', async () => {
    const queue = await ask(college.lorraine, decisionQueue, {})
    expect(queue.length).toBeGreaterThan(1)
    expect(queue.every(({ dueOn }) => dueOn !== null)).toBe(true)
    expect(await ask(college.lorraine, assessmentToCountersign, {})).toMatchObject([{ decidedByName: 'Kofi Mensah', unitNumber: '307' }])
    const [feedback] = await ask(college.dawn, itemFeedbackForUnit, { registrationId: id(registrationLabel(college.dawn)) })
    expect(feedback?.answers).toHaveLength(1)
    expect(await ask(college.kofi, registrationList, {})).toHaveLength(1)
    expect(await ask(college.marta, registrationList, {})).toHaveLength(4)
  })
  it('has Dawn on a second unit, which the observed lesson serves too', async () => {
    const { leaves, evidence } = await ask(college.dawn, unitMine, { registrationId: id(secondUnitLabel) })
    expect(leaves.filter(({ isComplete }) => isComplete).map(({ leaf }) => leaf)).toEqual(['2.2', '2.4'])
    expect(leaves.filter(({ references }) => references.includes('O-01')).map(({ leaf }) => leaf)).toEqual(['2.2', '2.3', '2.4', '3.1'])
    expect(evidence.map(({ reference }) => reference)).toContain('O-01')
  })
  it('claims the discussion in the second unit too, for the criterion that its agenda named there', async () => {
    const { leaves, evidence } = await ask(college.dawn, unitMine, { registrationId: id(secondUnitLabel) })
    expect(leaves.filter(({ references }) => references.includes('PD-01')).map(({ leaf }) => leaf)).toEqual(['3.2'])
    expect(evidence.find(({ reference }) => reference === 'PD-01')?.record).toMatchObject({ method: 'PD', agreedAt: expect.any(String) })
  })
  it('holds a discussion whose agenda both had agreed before, and a file that is shown in the page', async () => {
    const { evidence } = await ask(college.dawn, unitMine, { registrationId: id(registrationLabel(college.dawn)) })
    const discussion = evidence.find(({ method }) => method === 'PD')
    expect(discussion?.record).toMatchObject({
      method: 'PD',
      agreedAt: expect.any(String),
      timeIndex: [{ at: 40 }, { at: 370 }, { at: 685 }, { at: 905 }],
    })
    expect(evidence.flatMap(({ files }) => files)).toMatchObject([{ name: 'step-card.png', type: 'image/png', state: 'kept' }])
  })
  it('opens one unit to the awarding body’s verifier for some weeks', async () => {
    expect(await ask(college.sandhu, eqaMine, {})).toMatchObject({
      units: [{ registration: { candidateName: 'Dawn Okafor', unitNumber: '307' } }],
    })
    expect(await ask(college.marta, eqaList, {})).toMatchObject([{ name: 'Dr Amrit Sandhu', endedAt: null }])
  })
  it('plans with both signatures, a next visit that waits for Dawn, and a visit that she has not commented yet', async () => {
    const registrationId = id(registrationLabel(college.dawn))
    const { plans } = await ask(college.dawn, planForRegistration, { registrationId })
    expect(plans.map(({ signatures, entries }) => [signatures.map(({ part }) => part).sort(), entries.length])).toEqual([
      [['assessor'], 0],
      [['assessor', 'candidate'], 1],
    ])
    const { visits } = await ask(college.dawn, visitForRegistration, { registrationId })
    expect(visits).toMatchObject([{ comment: '', evidenceId: null, signatures: [{ part: 'assessor' }] }])
  })
  it('holds no learner’s name and no learner’s id in any row', async () => {
    const text = await rowsOf('centre')
    expect(text.includes('Learner B')).toBe(true)
    const everybody = [...class4H, ...class2C, leaver]
    expect(everybody.filter(({ givenName, key }) => saysName(text, givenName) || text.includes(id(learnerLabel({ key }))))).toEqual([])
  })
  it('keeps nothing of the learner who was erased in the school either', async () => {
    const text = await rowsOf('school')
    expect(boostChildren.every(({ givenName }) => saysName(text, givenName))).toBe(true)
    expect(saysName(text, leaver.givenName)).toBe(false)
  })
})

const saysName = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text)

/** All rows of an organisation in all tables, as text. */
async function rowsOf(label: string): Promise<string> {
  return app.database.inOrganisation(id(label), async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'`.execute(
      tx.db,
    )
    const texts = []
    for (const { name } of tables) {
      const { rows } = await sql<{ text: string | null }>`
        select string_agg(row_to_json(t)::text, ' ') as text from ${sql.table(name)} t where t.organisation_id = ${tx.organisationId}`.execute(
        tx.db,
      )
      texts.push(rows[0]?.text ?? '')
    }
    return texts.join(' ')
  })
}
