// What has not left a device: seen item by item, mended, discarded, and sent on for a colleague.
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { goalClose } from '../src/school/goals/contract.ts'
import { learnerObservationForLearner } from '../src/school/observations/contract.ts'
import { findings } from './support/axe.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneyLearner, type JourneySchool, setUpSchool } from './support/school.ts'
import { choosePin, signIn } from './support/tablet.ts'

let program: RunningProgram
let school: JourneySchool
test.beforeEach(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})
test.afterEach(() => program.stop())

async function morning(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${program.origin}/capture`)
  await signIn(page, school.practitioner.email)
  await choosePin(page, '274916')
  await expect(page.getByRole('button', { name: /^Ewa/ })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return page
}

async function capture(page: Page, name: string, help: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('button', { name: help, exact: true }).click()
  await expect(page.getByText(`Kept: ${name}, ${help.toLowerCase()}`)).toBeVisible()
}

async function observationsOf(name: string) {
  const learner = school.learners.find(({ givenName }) => givenName === name) as JourneyLearner
  const { observations } = await school.teacher.ask(learnerObservationForLearner, { learnerId: learner.id })
  return observations.map(({ helpLevel, goalId }) => ({ helpLevel, goalId })).reverse()
}

/** Over the capture screen it is a dialog. */
const item = (page: Page, text: string) => page.getByRole('dialog').getByRole('listitem').filter({ hasText: text })

test('a refused observation is mended or discarded by its person, and holds nothing else', async ({ context }) => {
  const page = await morning(context)
  await context.setOffline(true)
  await school.teacher.send(goalClose, { goalId: school.goalId })
  await capture(page, 'Ewa', 'Prompt')
  await capture(page, 'Theo', 'Clue')
  await context.setOffline(false)
  await page.getByRole('button', { name: '2 need attention' }).click()

  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
  await expect(item(page, 'Ewa')).toContainText('An observation, Ewa')
  await expect(item(page, 'Ewa')).toContainText('The goal was closed before.')
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await findings(page)).toEqual([])
  }
  await item(page, 'Ewa').getByRole('button', { name: 'Send without the goal' }).click()
  await expect(item(page, 'Ewa')).toHaveCount(0)
  expect(await observationsOf('Ewa')).toEqual([{ helpLevel: 'prompt', goalId: null }])

  await item(page, 'Theo').getByRole('button', { name: 'Discard' }).click()
  await expect(item(page, 'Theo')).toContainText('It goes when you leave this page.')
  await item(page, 'Theo').getByRole('button', { name: 'Undo' }).click()
  await item(page, 'Theo').getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('What was seen').fill('Lined the strips up')
  await page.getByRole('button', { name: 'Keep and send' }).click()
  await expect(item(page, 'Theo')).toContainText('“Lined the strips up”')
  await expect(item(page, 'Theo')).toContainText('The goal was closed before.')
  await item(page, 'Theo').getByRole('button', { name: 'Discard' }).click()
  await page.goto(`${program.origin}/`)
  await page.goto(`${program.origin}/waiting`)
  await expect(page.getByText('Everything kept on this device is sent.')).toBeVisible()
  expect(await observationsOf('Theo')).toEqual([])
})

test('an administrator sends a colleague’s entries on without seeing them', async ({ context }) => {
  const page = await morning(context)
  await context.setOffline(true)
  await capture(page, 'Callum', 'Model')
  await page.goto(`${program.origin}/device`)
  await page.getByRole('button', { name: 'Lock it now' }).click()
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Somebody else' }).click()
  expect(await findings(page)).toEqual([])
  await signIn(page, school.administrator.email)
  await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible()
  await page.goto(`${program.origin}/waiting`)
  await expect(page.getByText('2 wait on this device for colleagues.')).toBeVisible()
  await expect(page.getByText('Callum')).toHaveCount(0)
  await page.getByRole('button', { name: 'Send on for them, unseen' }).click()
  await expect(page.getByText('2 were sent on.')).toBeVisible()
  expect(await observationsOf('Callum')).toEqual([{ helpLevel: 'model', goalId: school.goalId }])

  await page.goto(`${program.origin}/device`)
  await page.getByRole('button', { name: 'Take out of use' }).click()
  await expect(page.getByText('Out of use since')).toBeVisible()
  expect(await findings(page)).toEqual([])
})
