// Frameworks: the ladder that ships.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestPerson, testApp, testPerson } from '../../testing/app.ts'
import { frameworkStatements } from './contract.ts'

let app: TestApp
let teacher: TestPerson
beforeAll(async () => {
  app = await testApp()
  teacher = await app.school.person('Mark Hartley', 'teacher')
})
afterAll(() => app.close())

describe('framework.statements', () => {
  it('accepted: a ladder for years 1 to 6, in order', async () => {
    const { statements } = await teacher.ask(frameworkStatements, {})
    expect(new Set(statements.map(({ year }) => year))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(statements.map(({ year }) => year)).toEqual(statements.map(({ year }) => year).toSorted((a, b) => a - b))
    expect(new Set(statements.map(({ code }) => code)).size).toBe(statements.length)
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
