// Staff of a centre: a trainee assessor enters his award and how he keeps up; the centre checks the certificate, and he is a trainee no longer.
import { expect, test } from '@playwright/test'
import { type RunningProgram, startProgram } from './support/program.ts'
import { sampleAt } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let program: RunningProgram
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

const award = 'Level 3 Award in Assessing Competence at Work'

test('a trainee assessor enters his award and a training; the award does not count before it is checked', async ({ browser }) => {
  const page = await sampleAt(browser, program, 'kofi', '/staff')
  const me = page.getByRole('main')
  await expect(me.getByText('Trainee assessor')).toBeVisible()
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Add a qualification' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose the kind')
  await isSoundAt(page, [390])
  await dialog.getByLabel('Kind').selectOption({ label: 'Assessor award (TAQA, CAVA)' })
  await dialog.getByLabel('As the certificate says it').fill(award)
  await dialog.getByLabel('Awarded on').fill('2026-06-12')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(me.getByText('Not checked yet: it does not count')).toBeVisible()
  await expect(me.getByText('Trainee assessor')).toBeVisible()
  await expect(me.getByRole('button', { name: 'Check', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Add CPD' }).click()
  await dialog.getByLabel('Minutes').fill('45')
  await dialog.getByLabel('What it was').fill('Shadowed a professional discussion')
  await dialog.getByLabel('What you take from it').fill('Agree on the agenda two days before.')
  await isSoundAt(page, [390])
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(me.getByText('Agree on the agenda two days before.')).toBeVisible()
  await page.context().close()
})

test('the centre has seen the certificate, and the assessor decides on his own from then on', async ({ browser }) => {
  const page = await sampleAt(browser, program, 'marta', '/staff')
  await expect(page.getByText(award)).toBeVisible()
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByLabel('How did you see the certificate?').fill('The original, in the office')
  await page.getByRole('button', { name: 'It is as entered' }).click()
  await expect(page.getByText('Checked by Marta Quell: The original, in the office')).toBeVisible()
  await expect(page.getByText('Trainee assessor')).toHaveCount(0)
  await page.context().close()
})
