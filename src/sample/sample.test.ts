// The sample: made through commands alone, finished after a kill, and never told to the college by a child's name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installationState, printSetupCode } from '../server/installation.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { makeSample } from './sample.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.database.onShared((db) => db.updateTable('installation').set({ state: 'new' }).execute())
})
afterAll(() => app.close())

describe('the sample', () => {
  it('refuses a wrong set-up code and leaves the installation new', async () => {
    await printSetupCode(app.database)
    expect(await makeSample(app, new Date(), 'ZZZZ-2222')).toBe(false)
    expect(await installationState(app.database)).toBe('new')
  })
  it('is made with the right one', async () => {
    const code = await printSetupCode(app.database)
    const began = performance.now()
    expect(await makeSample(app, new Date(), code)).toBe(true)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await installationState(app.database)).toBe('demo')
  })
  it('is not made twice', async () => {
    expect(await makeSample(app, new Date())).toBe(false)
  })
})
