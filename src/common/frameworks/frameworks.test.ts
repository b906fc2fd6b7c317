// Frameworks: the ladders that ship, and which one is for which subject.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import { frameworkStatements } from './contract.ts'
import { isFor, ladderFor } from './rules.ts'

let app: TestApp
let teacher: TestPerson
beforeAll(async () => {
  app = await testApp()
  teacher = await app.school.person('Mark Hartley', 'teacher')
})
afterAll(() => app.close())

describe('framework.statements', () => {
  it('accepted: a ladder of each subject from Reception to Year 9, in order', async () => {
    const { statements } = await teacher.ask(frameworkStatements, {})
    const stages = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    for (const subject of ['Mathematics', 'English', 'Science']) {
      const ladder = statements.filter((one) => one.subject === subject)
      expect([...new Set(ladder.map(({ year }) => year))]).toEqual(stages)
      expect(ladder.map(({ year }) => year)).toEqual(ladder.map(({ year }) => year).toSorted((a, b) => a - b))
      expect(new Set(ladder.map(({ code }) => code)).size).toBe(ladder.length)
      for (const { code, year } of ladder) expect(code.startsWith(year === 0 ? 'R' : String(year))).toBe(true)
    }
  })
  it('refused: someone without a role today', async () => {
    await expect(testPerson(app.dispatch, { ...teacher.actor, roles: [] }).ask(frameworkStatements, {})).rejects.toMatchObject({
      refusal: { code: 'not_allowed' },
    })
  })
  it('other organisation: a centre does not know them, another school reads the same', async () => {
    const assessor = await app.centre.person('Ruth Pike', 'assessor')
    await expect(assessor.ask(frameworkStatements, {})).rejects.toMatchObject({ refusal: { code: 'not_allowed' } })
    const stranger = await app.otherSchool.person('Omar Stone', 'teacher')
    expect(await stranger.ask(frameworkStatements, {})).toEqual(await teacher.ask(frameworkStatements, {}))
  })
})

describe('the ladder of a subject', () => {
  it.each([
    ['Mathematics', 'Mathematics'],
    ['maths set 2', 'Mathematics'],
    ['Numeracy', 'Mathematics'],
    ['Phonics', 'English'],
    ['Guided reading', 'English'],
    ['Combined science', 'Science'],
    ['Chemistry', 'Science'],
    ['History', undefined],
    ['Aftermath of the war', undefined],
  ])('a group that learns %s has the ladder of %s', (subject, ladder) => {
    expect(ladderFor(subject)).toBe(ladder)
    expect(isFor('evident-mathematics', subject)).toBe(ladder === 'Mathematics')
    expect(isFor('evident-english', subject)).toBe(ladder === 'English')
    expect(isFor('evident-science', subject)).toBe(ladder === 'Science')
    expect(isFor('somebody-elses', subject)).toBe(true)
  })
})
