// Results: read in as dated context by teacher or data lead, seen by who sees the record, taken back as a whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../../testing/app.ts'
import { addLearner, type Classroom, makeClassroom } from '../../testing/classroom.ts'
import { learnerErase } from '../erasure/contract.ts'
import { resultForLearner, resultImports, resultRead, resultWithdrawImport } from './contract.ts'
import { canReadResultsIn, canReadSomeResultsIn, canSeeResults, canWithdrawImport } from './policy.ts'
import { dayIn, readResults, resultRefusal } from './rules.ts'

let app: TestApp
let room: Classroom
let outsider: TestPerson
let senco: TestPerson
let office: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  app = await testApp()
  room = await makeClassroom(app.school)
  outsider = await app.school.person('Pat Reed', 'teacher')
  senco = await app.school.person('Sian Rees', 'senco')
  office = await app.school.person('Lena Frost', 'data_lead')
  stranger = await app.otherSchool.person('Omar Stone', 'teacher', 'data_lead', 'senco')
})
afterAll(() => app.close())

const notFound = { refusal: { code: 'not_found' } }
const notAllowed = { refusal: { code: 'not_allowed' } }
const told = (change: object = {}) => ({
  id: newId(),
  importId: newId(),
  learnerId: room.learnerIds[0],
  subject: 'Mathematics',
  testName: 'Autumn paper',
  takenOn: '2026-10-23',
  result: '104',
  importedAt: '2026-11-24T10:44:00.000Z',
  ...change,
})
async function learner(): Promise<string> {
  const learnerId = newId()
  await addLearner(room.teacher, room.groupId, learnerId, 'Ewa', 'K')
  return learnerId
}
const seenBy = async (person: TestPerson, learnerId: string) =>
  (await person.ask(resultForLearner, { learnerId })).results.map(({ testName, result }) => [testName, result])

describe('result.read', () => {
  it('accepted: by the learner’s teacher and by the data lead; the latest test stands first', async () => {
    const learnerId = await learner()
    await room.teacher.send(resultRead, told({ learnerId }))
    await office.send(resultRead, told({ learnerId, testName: 'Summer paper', takenOn: '2026-07-03', result: 'Expected standard' }))
    const both = [
      ['Autumn paper', '104'],
      ['Summer paper', 'Expected standard'],
    ]
    expect(await seenBy(room.practitioner, learnerId)).toEqual(both)
    expect(await seenBy(senco, learnerId)).toEqual(both)
  })
  it('refused: by role, another group’s learner, a test to come, somebody else’s import, an erased learner', async () => {
    await expect(room.practitioner.send(resultRead, told())).rejects.toMatchObject(notAllowed)
    await expect(outsider.send(resultRead, told())).rejects.toMatchObject(notFound)
    await expect(office.send(resultRead, told({ learnerId: newId() }))).rejects.toMatchObject(notFound)
    await expect(room.teacher.send(resultRead, told({ takenOn: '2026-11-25' }))).rejects.toMatchObject({
      refusal: { reason: 'in_future', field: 'takenOn' },
    })
    const importId = newId()
    await office.send(resultRead, told({ importId }))
    await expect(room.teacher.send(resultRead, told({ importId }))).rejects.toMatchObject(notFound)
    const learnerId = await learner()
    await office.send(learnerErase, { id: newId(), learnerId, reason: 'Left the school' })
    await expect(office.send(resultRead, told({ learnerId }))).rejects.toMatchObject({ refusal: { code: 'learner_erased' } })
  })
  it('other organisation: not found', async () => {
    await expect(stranger.send(resultRead, told())).rejects.toMatchObject(notFound)
  })
})

describe('result.withdrawImport', () => {
  it('accepted: all that came together goes, what came otherwise stays; twice is once', async () => {
    const [one, other] = [await learner(), await learner()]
    const importId = newId()
    await room.teacher.send(resultRead, told({ importId, learnerId: one }))
    await room.teacher.send(resultRead, told({ importId, learnerId: other }))
    await room.teacher.send(resultRead, told({ learnerId: one, testName: 'Reading paper', result: '98' }))
    for (const person of [room.teacher, office]) await person.send(resultWithdrawImport, { id: newId(), importId })
    expect([await seenBy(room.teacher, one), await seenBy(room.teacher, other)]).toEqual([[['Reading paper', '98']], []])
  })
  it('refused: another teacher’s import, and one that there is not', async () => {
    const importId = newId()
    await room.teacher.send(resultRead, told({ importId }))
    await expect(outsider.send(resultWithdrawImport, { id: newId(), importId })).rejects.toMatchObject(notFound)
    await expect(office.send(resultWithdrawImport, { id: newId(), importId: newId() })).rejects.toMatchObject(notFound)
  })
  it('other organisation: not found', async () => {
    const importId = newId()
    await room.teacher.send(resultRead, told({ importId }))
    await expect(stranger.send(resultWithdrawImport, { id: newId(), importId })).rejects.toMatchObject(notFound)
  })
})

describe('result.forLearner', () => {
  it('accepted: nothing yet is an answer', async () => {
    expect(await seenBy(room.practitioner, await learner())).toEqual([])
  })
  it('refused: a colleague of another group, and the office that read it in', async () => {
    await expect(seenBy(outsider, room.learnerIds[0])).rejects.toMatchObject(notFound)
    await expect(seenBy(office, room.learnerIds[0])).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: not found', async () => {
    await expect(seenBy(stranger, room.learnerIds[0])).rejects.toMatchObject(notFound)
  })
})

describe('result.imports', () => {
  it('accepted: a teacher’s own, and for the data lead everybody’s, in counts', async () => {
    const { teacher, learnerIds } = await makeClassroom(app.school)
    const importId = newId()
    await teacher.send(resultRead, told({ importId, learnerId: learnerIds[0] }))
    await teacher.send(resultRead, told({ importId, learnerId: learnerIds[1], testName: 'Reading paper' }))
    const own = { importId, tests: ['Autumn paper', 'Reading paper'], rows: 2, importedByName: 'Mark Hartley' }
    expect((await teacher.ask(resultImports, {})).imports).toMatchObject([own])
    expect((await office.ask(resultImports, {})).imports).toContainEqual(expect.objectContaining(own))
    await teacher.send(resultWithdrawImport, { id: newId(), importId })
    expect((await teacher.ask(resultImports, {})).imports).toEqual([])
  })
  it('refused: by role', async () => {
    await expect(room.practitioner.ask(resultImports, {})).rejects.toMatchObject(notAllowed)
  })
  it('other organisation: sees nothing of it', async () => {
    expect((await stranger.ask(resultImports, {})).imports).toEqual([])
  })
})

describe('who reads results in and sees them', () => {
  it('is a teacher of the learner or the data lead, and whoever sees the record', () => {
    const teacher = { part: 'teacher' as const }
    expect([room.teacher, office, senco, room.practitioner].map(({ actor }) => canReadSomeResultsIn(actor))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([room.teacher, office, senco].map(({ actor }) => canReadResultsIn(actor, teacher))).toEqual([true, true, false])
    expect(canReadResultsIn(room.teacher.actor, { part: 'practitioner' })).toBe(false)
    const own = { importedBy: room.teacher.id }
    expect([room.teacher, outsider, office].map(({ actor }) => canWithdrawImport(actor, own))).toEqual([true, false, true])
    expect([room.practitioner, senco, office].map(({ actor }) => canSeeResults(actor, { worksWith: true }))).toEqual([true, true, false])
  })
})

const learners = ['Callum B', 'Ewa K', 'Maisie T', 'Maisie S', 'Theo W'].map((name) => ({ id: name, name }))
const read = (text: string) => readResults(text, learners, '2026-11-24')
const problems = (text: string) => read(text).flatMap((one) => one.problems.map(({ column, trouble }) => `${one.row} ${column} ${trouble}`))

describe('readResults', () => {
  it('reads a table with headings in any order, or without, divided by tabs, semicolons or commas', () => {
    const wanted = [{ learnerId: 'Callum B', takenOn: '2026-10-23', texts: { subject: 'Maths', test: 'Autumn paper', result: '104' } }]
    for (const text of [
      'Callum B,Maths,Autumn paper,23/10/2026,104',
      'Callum B\tMaths\tAutumn paper\t23 Oct 2026\t104\r\n',
      'Pupil name;Result;Date taken;Subject;Test\nCallum Brown;104;2026-10-23;Maths;Autumn paper\n\n',
      '"Brown, Callum","Maths","Autumn paper",23.10.26,104',
    ]) {
      expect(read(text)).toMatchObject(wanted)
      expect(problems(text)).toEqual([])
    }
    expect(read('Ewa,Maths,"The ""big"" one, part 2",23/10/2026,"At the expected, just"')[0]?.texts).toMatchObject({
      test: 'The "big" one, part 2',
      result: 'At the expected, just',
    })
  })
  it('names the row and the field of what is wrong', () => {
    expect(
      problems(
        [
          'learner,subject,test,date,result',
          'Nobody N,Maths,Autumn,23/10/2026,104',
          'Maisie,Maths,Autumn,23/10/2026,104',
          'Ewa K,,Autumn,32/10/2026,',
          'Ewa K,Maths,Autumn,25/11/2026,104',
          `Ewa K,Maths,Autumn,23/10/2026,${'x'.repeat(61)}`,
          'Theo W,Maths,Autumn,23/10/2026,101',
          'Theo,maths,Autumn,23/10/26,102',
        ].join('\n'),
      ),
    ).toEqual([
      '2 learner unknown',
      '3 learner two',
      '4 subject missing',
      '4 date unreadable',
      '4 result missing',
      '5 date in_future',
      '6 result too_long',
      '8 test twice',
    ])
  })
  it('takes text that is no table for what it is', () => {
    expect(read('')).toEqual([])
    expect(problems('Hello "there').length).toBeGreaterThan(3)
  })
})

describe('dayIn', () => {
  it('reads days as British tables write them, and none that is not on the calendar', () => {
    for (const text of ['3/7/2026', '03.07.26', '3 July 2026', '3rd Jul 2026', '2026-7-3', '3-Jul-26'])
      expect(dayIn(text)).toBe('2026-07-03')
    for (const text of ['7/2026', '30 Feb 2026', '3 Foo 2026', 'July', '']) expect(dayIn(text)).toBeUndefined()
  })
})

describe('resultRefusal', () => {
  it('believes no test of tomorrow and no clock that runs ahead', () => {
    const now = new Date('2026-11-24T10:45:00.000Z')
    expect(resultRefusal(told(), now)).toBeUndefined()
    expect(resultRefusal(told({ takenOn: '2026-11-25' }), now)?.field).toBe('takenOn')
    expect(resultRefusal(told({ importedAt: '2026-11-24T12:00:00.000Z' }), now)?.field).toBe('importedAt')
  })
})
