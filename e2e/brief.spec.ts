// Before the lesson: a brief that grows from several sources, four questions answered in two taps and a line, also without a network.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { briefWrite } from '../src/school/briefs/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'

let program: RunningProgram
let school: JourneySchool
const yesterday = newId()
const today = newId()

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 150_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const { groupId, practitioner } = school
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  await practitioner.send(sessionStart, { id: yesterday, groupId, startedAt: at(90) })
  await practitioner.send(sessionStart, { id: today, groupId, startedAt: at(5) })
  const known = {
    moment: null,
    technique: null,
    byWhen: null,
    form: null,
    source: 'plan' as const,
    toldBy: null,
    isGone: false,
    replacesId: null,
  }
  const wrong = 'Adds one to top and bottom\nBigger bottom number is bigger'
  const entry = { ...known, sessionId: yesterday, writtenAt: at(80) }
  await practitioner.send(briefWrite, { ...entry, id: newId(), part: 'misconceptions', words: wrong })
  await practitioner.send(briefWrite, { ...entry, id: newId(), part: 'vocabulary', words: 'numerator, denominator' })
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

const part = (page: Page, title: string) =>
  page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()

test('a practitioner finds no brief, starts from last time, asks the teacher, and writes on without a network', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/brief`)
  await expect(page.getByText('No brief yet. The lesson can go on without one.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it over' }).click()
  await expect(page.getByText('Bigger bottom number is bigger')).toBeVisible()
  await page.getByRole('button', { name: 'Ask Mark Hartley four questions' }).click()
  await expect(page.getByText(/Dawn Okafor asked Mark Hartley/)).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Chances to find out' }).click()
  await page.getByLabel('What you ask or look for').fill('Theo: which is the same as a half?')
  await page.getByRole('radio', { name: 'At the start' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('A learner is named here.')).toBeVisible()
  await page.getByLabel('What you ask or look for').fill('Which is the same as a half?')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(part(page, 'Chances to find out').getByText('Not sent yet', { exact: true })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('main').getByText('Not sent yet')).toHaveCount(0, { timeout: 20_000 })
  await isSound(page)
})

test('a teacher answers in two taps and a line', async ({ browser }) => {
  const page = await open(browser, school.teacher, `/sessions/${today}/questions`)
  const taps = await tapsDuring(page, async () => {
    await page.getByRole('button', { name: 'Adds one to top and bottom' }).click()
    await page.getByLabel(/^3\./).fill('Who can explain, not just shade')
    await page.getByRole('button', { name: 'Send the answers' }).click()
    await expect(page.getByText('Kept: your answers stand in the brief')).toBeVisible()
  })
  expect(taps).toBe(2)
  await page.getByRole('link', { name: 'See the brief' }).click()
  await expect(page.getByText('The brief is complete.')).toBeVisible()
})
