// A letter between two installations: the school saves a signed file, the candidate compares the fingerprint and takes it in; a changed file is refused.
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { bridgeShow, bridgeSwitchOn } from '../src/common/letters/contract.ts'
import { newId } from '../src/core/ids.ts'
import { learnerObservationRecord } from '../src/school/observations/contract.ts'
import { findings } from './support/axe.ts'
import { newDevice, signIn } from './support/device.ts'
import { invite } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let college: RunningProgram
let here: RunningProgram
let school: JourneySchool
let fingerprint: string
let letter: string

test.beforeAll(async () => {
  ;[college, here] = await Promise.all([startProgram({ EVIDENT_DEMO: '1' }), startProgram()])
  school = await setUpSchool(here, 'Hillside Primary School')
  const head = await invite(here.origin, school.administrator, { name: 'Ruth Lowe', email: 'ruth.lowe@hillside.example' }, ['head'])
  await head.send(bridgeSwitchOn, {})
  fingerprint = (await head.ask(bridgeShow, {})).fingerprint
  const [learner] = school.learners
  await school.practitioner.send(learnerObservationRecord, {
    id: newId(),
    learnerId: learner?.id ?? '',
    groupId: school.groupId,
    sessionId: null,
    goalId: school.goalId,
    criterionId: school.criterionIds[0],
    helpLevel: 'clue',
    response: 'nearly',
    participation: null,
    whatSeen: null,
    childWords: null,
    myView: null,
    source: 'seen',
    photoId: null,
    observedAt: new Date().toISOString(),
  })
})
test.afterAll(async () => {
  await Promise.all([college.stop(), here.stop()])
})

const desk = { width: 1280, height: 800 }

async function atCollege(page: Page): Promise<void> {
  await signIn(page, { email: 'dawn@example.org', password: 'sample school' }, '/')
  await page.getByRole('button', { name: 'Oakmere Primary School' }).click()
  await page.getByRole('button', { name: /Northgate College/ }).click()
  await expect(page.getByText('Northgate College').first()).toBeVisible()
  await page.goto('/unit')
  await page.getByRole('link', { name: 'Open the unit' }).first().click()
}

test('the practitioner keeps her portfolio’s address and saves the letter', async ({ browser }) => {
  const there = await (await newDevice(browser, college, desk)).newPage()
  await atCollege(there)
  await there.getByRole('button', { name: 'Address for my school' }).click()
  const address = await there.getByLabel('Address', { exact: true }).inputValue()
  await there.context().close()

  const page = await (await newDevice(browser, here, desk)).newPage()
  await signIn(page, school.practitioner, '/')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await page.goto(`/learners/${school.learners[0]?.id}`)
  await page.getByRole('button', { name: 'Offer as evidence' }).click()
  await page.getByLabel('Your portfolio’s address').fill(address.replace('a', 'b'))
  await page.getByRole('button', { name: 'Keep this portfolio' }).click()
  await expect(page.getByText(/was changed on its way|is not a portfolio’s address/)).toBeVisible()
  await page.getByLabel('Your portfolio’s address').fill(address)
  await page.getByRole('button', { name: 'Keep this portfolio' }).click()
  await page.getByRole('button', { name: 'Send to Northgate College' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the letter file' }).click()
  letter = readFileSync(await (await saved).path(), 'utf8')
  expect(letter).not.toMatch(/Aaliyah/)
  await page.context().close()
})

test('the candidate compares the fingerprint and takes it in; a changed file is refused by name', async ({ browser }) => {
  const page = await (await newDevice(browser, college, desk)).newPage()
  await atCollege(page)
  await page.getByRole('button', { name: 'Take in a letter' }).click()
  const choose = (text: string) =>
    page
      .getByLabel('The file from your school')
      .setInputFiles({ name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await choose(letter.replace('Learner A', 'Learner Z'))
  await expect(page.getByText('The text of this letter was changed after the school signed it.')).toBeVisible()
  await choose(letter)
  await expect(page.getByText('Hillside Primary School sends a descriptor:')).toBeVisible()
  await expect(page.getByText(fingerprint)).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'The fingerprint is the same: take it in' }).click()
  await expect(page.getByText('Taken in')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Hillside Primary School' })).toContainText(
    `Key ${fingerprint}, confirmed by the candidate alone`,
  )
  await page.getByRole('button', { name: 'Take in a letter' }).click()
  await choose(letter)
  await expect(page.getByText('This letter is in the portfolio already.')).toBeVisible()
  await page.context().close()
})
