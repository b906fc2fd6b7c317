// R13 while somebody writes: a candidate's browser knows her learners' names, and an assessor's guesses; neither tells the centre.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { findings } from './support/axe.ts'
import { newDevice, signIn } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'

test.describe.configure({ mode: 'serial', timeout: 60_000 })

let program: RunningProgram
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

async function at(browser: Browser, who: string): Promise<Page> {
  const context = await newDevice(browser, program, { width: 390, height: 844 })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
  await signIn(page, { email: `${who}@example.org`, password: 'sample school' }, '/')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  return page
}

test('a learner’s name is said beside the field, asked about, and not sent', async ({ browser }) => {
  const page = await at(browser, 'dawn')
  await page.getByRole('button', { name: 'Oakmere Primary School' }).click()
  await page.getByRole('button', { name: /Northgate College/ }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^My unit/ })).toBeVisible()
  await page.goto('/unit')
  const href = await page.getByRole('main').locator('a[href^="/units/"]').first().getAttribute('href')
  await page.goto(`/units/${/[0-9a-f-]{36}/.exec(href ?? '')?.[0]}/evidence`)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  await page.getByRole('button', { name: 'Add evidence' }).first().click()
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  await form.getByRole('radio', { name: 'Product evidence' }).click()
  await form.getByRole('textbox', { name: 'Title' }).fill('Callum’s fraction wall')
  await expect(form.getByText('“Callum’s”: write a letter instead, such as Learner B.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Anything else' }).fill('Made with Mr Whitby for the table by the window')
  expect(await findings(page)).toEqual([])
  await form.getByRole('button', { name: /^2\.2/ }).first().click()
  await form.getByRole('checkbox', { name: /This is my own work/ }).check()
  await form.getByRole('button', { name: 'Add to the portfolio' }).click()
  const question = page.getByRole('dialog', { name: 'Is “Callum’s” a learner of yours?' })
  await expect(question).toBeVisible()
  expect(await findings(page)).toEqual([])
  await question.getByRole('button', { name: 'Go back and write a letter' }).click()
  await expect(form.getByText('A learner’s name stands here. Write a letter instead: Learner B.').first()).toBeVisible()
  expect(sent.join()).not.toContain('Callum')
  await form.getByRole('textbox', { name: 'Title' }).fill('Learner B’s fraction wall')
  await form.getByRole('button', { name: 'Add to the portfolio' }).click()
  await expect(page.getByText('Learner B’s fraction wall').first()).toBeVisible()
  expect(sent.join()).toContain('Learner B’s fraction wall')
  await page.context().close()
})
