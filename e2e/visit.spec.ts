// From a plan to an observation: the fewest activities in three taps, a visit with the network off, claims afterwards, two signatures, one item.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { findings } from './support/axe.ts'
import { goOffline, phone, tapsDuring } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { sampleAt } from './support/sample.ts'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let program: RunningProgram
let unit: string
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

/** Somebody of the college on a phone of their own. */
const on = (browser: Browser, who: string, path: string) => sampleAt(browser, program, who, path, phone)

async function isSound(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
}

test('an assessor plans what covers most with three taps', async ({ browser }) => {
  const page = await on(browser, 'lorraine', '/assess')
  const href = await page.locator('a[href*="/assess/"]').first().getAttribute('href')
  unit = /[0-9a-f-]{36}/.exec(href ?? '')?.[0] ?? ''
  await page.goto(`/units/${unit}/plan`)
  const find = page.getByRole('button', { name: 'Find the fewest activities' })
  await expect(find).toBeVisible()
  await isSound(page)
  const taps = await tapsDuring(page, async () => {
    await find.click()
    await expect(page.getByRole('heading', { name: /activities cover it|One activity covers it/ })).toBeVisible()
    await isSound(page)
    await page.getByRole('button', { name: 'Plan these' }).click()
    await expect(page.getByText('Everything that is open has a place.')).toBeVisible()
    await page.getByRole('button', { name: 'Save the plan' }).click()
    await expect(page.getByText('Not signed yet')).toBeVisible()
  })
  expect(taps).toBeLessThanOrEqual(3)
  await page.context().close()
})

test('a visit is kept with the network off, sent when it is back, and claims nothing by itself', async ({ browser }) => {
  const page = await on(browser, 'lorraine', `/visits/${unit}`)
  await page
    .getByRole('button', { name: /Start the planned visit/ })
    .first()
    .click()
  await isSound(page)
  await goOffline(page)
  const seen = page.getByLabel('What you see and hear')
  await seen.fill('She asked what Theo knew.')
  await expect(page.getByText('Is “Theo” a child? Write a letter instead.')).toBeVisible()
  await seen.fill('She asked what to look for.')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Next learner' }).click()
  await seen.pressSequentially('stopped; she waited.')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Learner A stopped; she waited.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^2\.|^3\.|^4\./ })).toHaveCount(0)
  await page.getByRole('button', { name: 'End the visit' }).click()
  await page.getByRole('button', { name: 'Keep the visit' }).click()
  await expect(page.getByText(/is kept on this device, and sent by itself/)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(/is kept on this device, and sent by itself/)).toHaveCount(0, { timeout: 20_000 })
  await page.getByRole('link', { name: 'Back to the plans' }).click()
  await expect(page.getByText('Waits to be written up by Lorraine Pike')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Claim criteria and write feedback' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('The plan forecast these')).toBeVisible()
  await expect(dialog.locator('[aria-pressed="true"]')).toHaveCount(0)
  await isSound(page)
  await dialog.getByRole('button', { name: /^3\.2/ }).click()
  await dialog.getByLabel('What was good').fill('You waited, then clued.')
  await dialog.getByLabel('One thing to develop').fill('Two languages first.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Sign this observation' }).first().click()
  await expect(page.getByText('Waits for Dawn Okafor to sign').first()).toBeVisible()
  await page.context().close()
})

test('the candidate signs the plan and the visit, and the visit is evidence', async ({ browser }) => {
  const page = await on(browser, 'dawn', '/')
  await page.getByRole('button', { name: /Oakmere Primary School/ }).click()
  await page.getByText('Northgate College').first().click()
  await expect(page.getByText('Northgate College').first()).toBeVisible()
  await page.goto(`/units/${unit}/plan`)
  const visits = page.getByRole('button', { name: 'Sign this observation' })
  const before = await visits.count().then(async () => {
    await expect(visits.first()).toBeVisible()
    return visits.count()
  })
  await visits.first().click()
  await expect(visits).toHaveCount(before - 1)
  const plans = page.getByRole('button', { name: 'Sign this plan as it stands' })
  const waiting = await plans.count()
  await plans.last().click()
  await expect(plans).toHaveCount(waiting - 1)
  await page.goto(`/units/${unit}/evidence`)
  await expect(page.getByText(/Observation at/).first()).toBeVisible()
  await page.context().close()
})
