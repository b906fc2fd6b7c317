// The sample: it says on every page that it is one, and a person of two organisations goes visibly from one to the other.
import { expect, type Page, test } from '@playwright/test'
import { type RunningProgram, startProgram } from './support/program.ts'
import { isSound } from './support/sound.ts'

let program: RunningProgram

test.beforeAll(async () => {
  test.setTimeout(180_000)
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(program.origin)
  await expect(page.getByText('Everyone here is made up')).toBeVisible()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('sample school')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

test('every page of the rail says that this is the sample', async ({ page }) => {
  await signIn(page, 'dawn@example.org')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const address of addresses) {
    await page.goto(program.origin + address)
    if (address === '/capture') await page.getByRole('button', { name: 'Not on this device' }).click()
    await expect(page.getByText('Everyone here is made up')).toBeVisible()
    await expect(page.getByRole('main')).toHaveCount(1)
  }
})

test('one person in two organisations sees where she is, and switches', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'dawn@example.org')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Capture' })).toBeVisible()
  await page.getByRole('button', { name: 'Oakmere Primary School: work elsewhere' }).click()
  await isSound(page)
  await page.getByRole('button', { name: 'Northgate College' }).click()
  await expect(page.getByRole('button', { name: 'Northgate College: work elsewhere' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Capture' })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'My unit' })).toBeVisible()
  await isSound(page)
})
