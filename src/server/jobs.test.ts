// The post between a school and a centre of one installation: once, whatever dies in between; and no letter holds up another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitMine } from '../centre/decisions/contract.ts'
import { type DescriptorBody, type LetterFile, letterRegister } from '../common/letters/contract.ts'
import { newId } from '../core/ids.ts'
import { type TestApp, type TestPerson, testApp } from '../testing/app.ts'
import { bring, type TestRegistration, testRegistration, writeTestDescriptor, writeTestRetraction } from '../testing/centre.ts'
import { untilSealed } from '../testing/seals.ts'
import { type JobParts, runJobs, startJobs } from './jobs.ts'

let app: TestApp
let parts: JobParts
let head: TestPerson
let ours: TestRegistration
const faults: unknown[] = []
beforeAll(async () => {
  app = await testApp()
  parts = { database: app.database, dispatch: app.dispatch, keys: app.services.keys, failed: (_organisation, error) => faults.push(error) }
  head = await app.school.person('Ruth Lowe', 'head')
  ours = await testRegistration(app.centre)
})
afterAll(() => app.close())

const descriptor = (registrationId = ours.id, centreId = app.centre.id) =>
  writeTestDescriptor(app, app.school, { centreId, registrationId })
const idOf = (file: LetterFile) => (JSON.parse(file.body) as DescriptorBody).letterId
const entry = async (file: LetterFile) => (await head.ask(letterRegister, {})).find((letter) => letter.id === idOf(file))
const arrivals = async (file: LetterFile) =>
  (await ours.candidate.ask(unitMine, { registrationId: ours.id })).evidence.filter((item) => item.descriptor?.letterId === idOf(file))

describe('the post', () => {
  it('brings what waits, retractions too, and notes when', async () => {
    const file = await descriptor()
    await writeTestRetraction(app, app.school, file, '2026-11-24')
    await runJobs(parts)
    expect((await entry(file))?.deliveredAt).toBe('2026-11-24T10:45:00.000Z')
    expect((await arrivals(file))[0]?.descriptor?.retractedOn).toBe('2026-11-24')
  })
  it('brings a letter once when the process died between the two commits', async () => {
    const file = await descriptor()
    await bring(app, app.centre, file)
    expect((await entry(file))?.deliveredAt).toBeNull()
    await runJobs(parts)
    expect((await entry(file))?.deliveredAt).not.toBeNull()
    expect(await arrivals(file)).toHaveLength(1)
  })
  it('brings each letter once when two processes run at the same time', async () => {
    const files = await Promise.all([descriptor(), descriptor(), descriptor()])
    await Promise.all([runJobs(parts), runJobs(parts), runJobs(parts)])
    for (const file of files) expect(await arrivals(file)).toHaveLength(1)
  })
  it('keeps the reason of a letter that can’t arrive, and brings the next', async () => {
    const lost = await descriptor(newId())
    const file = await descriptor()
    await runJobs(parts)
    expect(await entry(lost)).toMatchObject({ deliveredAt: null, fault: 'unknown_registration' })
    expect((await entry(file))?.deliveredAt).not.toBeNull()
  })
  it('leaves letters for other installations to be carried as files', async () => {
    const file = await descriptor(newId(), newId())
    await runJobs(parts)
    expect(await entry(file)).toMatchObject({ delivery: 'file', deliveredAt: null, fault: null })
  })
  it('seals what happened, and nothing went wrong on the way', async () => {
    const seals = () =>
      app.centre.look((tx) => tx.db.selectFrom('seals').select('number').where('organisationId', '=', tx.organisationId).execute())
    await untilSealed(app.centre, () => runJobs(parts))
    expect((await seals()).length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
})

describe('startJobs', () => {
  it('runs until it is stopped, and ends its round before it says so', async () => {
    const file = await descriptor()
    const jobs = startJobs(parts, 1)
    await expect.poll(async () => (await entry(file))?.deliveredAt).not.toBeNull()
    await jobs.stop()
    const later = await descriptor()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect((await entry(later))?.deliveredAt).toBeNull()
  })
})
