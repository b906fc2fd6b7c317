// R13 while somebody writes: a candidate's browser knows her learners' names, and an assessor's guesses; neither tells the centre.
import { expect, test } from '@playwright/test'
import { findings } from './support/axe.ts'
import { phone } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { dawnAtCollege } from './support/sample.ts'

test.describe.configure({ mode: 'serial', timeout: 60_000 })

let program: RunningProgram
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

test('a learner’s name is said beside the field, asked about, and not sent', async ({ browser }) => {
  const page = await dawnAtCollege(browser, program, '/unit', phone)
  const href = await page.getByRole('main').locator('a[href^="/units/"]').first().getAttribute('href')
  await page.goto(`/units/${/[0-9a-f-]{36}/.exec(href ?? '')?.[0]}/evidence`)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  await page.getByRole('button', { name: 'Add evidence' }).first().click()
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  await form.getByRole('radio', { name: 'Product evidence' }).click()
  await form.getByRole('checkbox', { name: /No child can be seen/ }).check()
  await form.locator('input[type=file]').setInputFiles({ name: 'Callum wall.txt', mimeType: 'text/plain', buffer: Buffer.from('A wall') })
  const ofFile = page.getByRole('dialog', { name: 'Is “Callum” a learner of yours?' })
  await ofFile.getByRole('button', { name: 'Go back and write a letter' }).click()
  await expect(form.getByText('A learner’s name stands in the file’s name. Rename the file, then add it.')).toBeVisible()
  await form.getByRole('button', { name: 'Cancel Callum wall.txt' }).click()
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
