// Verification of a unit: the IQA draws a sample and sees why, asks for an action, agrees and signs; an external verifier's account is opened, reads, signs and ends.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { tapsDuring } from './support/device.ts'
import { password } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { desk, sampleAt, samplePassword } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let program: RunningProgram
let link: string
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

const why = 'The first whole unit that this site hands in.'
const at = (browser: Browser, who: string, path: string) => sampleAt(browser, program, who, path)

/** The way from the IQA's home to the sign-off of Ingrid's unit. */
async function lookInto(page: Page): Promise<void> {
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Ingrid Bowen, unit 307' }) })
  await card.getByRole('link', { name: 'Look into it' }).click()
}

async function sign(page: Page, name: string, secret: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByLabel('Your password again').fill(secret)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('row 27: an IQA draws a sample and sees why in three taps, then asks for an action', async ({ browser }) => {
  const page = await at(browser, 'graham', '/verify')
  await expect(page.getByText('Not sampled').first()).toBeVisible()
  await isSoundAt(page)
  const taps = await tapsDuring(page, async () => {
    await lookInto(page)
    await page.getByRole('button', { name: 'Sample this unit' }).click()
    await page.getByLabel('Why this unit?').fill(why)
    await page.getByRole('button', { name: 'Sample it' }).click()
    await expect(page.getByText(`Why this unit: ${why}`)).toBeVisible()
  })
  expect(taps).toBeLessThanOrEqual(3)
  await page.getByRole('button', { name: 'Judge this sample' }).click()
  await page.getByLabel('What do you say?').selectOption({ label: 'Asks for an action first' })
  await page.getByLabel('To the assessor').fill('The two sessions are sound; 3.4d is claimed and not described.')
  await page.getByLabel('What is to be done?').fill('Say in the record which moment showed 3.4d.')
  await page.getByLabel('By whom?').selectOption({ label: 'Lorraine Pike' })
  await page.getByLabel('Until when?').fill('2099-12-11')
  await isSoundAt(page, [390, 1280])
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('Open action')).toBeVisible()
  await isSoundAt(page)
  await page.context().close()
})

test('the assessor says what was done and signs; the IQA closes the action, agrees and signs', async ({ browser }) => {
  const assessor = await at(browser, 'lorraine', '/assess')
  await expect(assessor.getByText('The IQA waits for you')).toBeVisible()
  await assessor.getByRole('link', { name: 'Answer', exact: true }).click()
  await assessor.getByRole('button', { name: 'Say what was done' }).click()
  await assessor.getByLabel('What was done?').fill('Written into the record: the handover on Tuesday, 11:48.')
  await assessor.getByRole('button', { name: 'Send to the IQA' }).click()
  await expect(assessor.getByText('Answered: Written into the record')).toBeVisible()
  await sign(assessor, 'Sign as assessor', samplePassword)
  await assessor.context().close()
  const page = await at(browser, 'graham', '/verify')
  await lookInto(page)
  await page.getByRole('button', { name: 'Close the action' }).click()
  await page.getByLabel('What did you see?').fill('The moment is there now.')
  await page.getByRole('dialog').getByRole('button', { name: 'Close the action' }).click()
  await expect(page.getByText('Closed action')).toBeVisible()
  await page.getByRole('button', { name: 'Judge again' }).click()
  await page.getByLabel('What do you say?').selectOption({ label: 'Agrees' })
  await page.getByLabel('To the assessor').fill('Every decision says where it was seen.')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  const line = page.getByRole('region', { name: 'Internal verifier (if sampled)' })
  await sign(page, 'Sign as verifier', samplePassword)
  await expect(line).toContainText('Graham Ellis')
  await isSoundAt(page)
  await page.context().close()
})

test('the centre opens one unit to an external verifier until a day', async ({ browser }) => {
  const page = await at(browser, 'marta', '/verifiers')
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Open units to a verifier' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Dr Petra Voss')
  await dialog.getByLabel('E-mail address').fill('petra.voss@awarding.example')
  await dialog.getByLabel('Last day').fill(dayIn(20))
  await dialog.getByText('Ingrid Bowen, 307').click()
  await isSoundAt(page, [390, 1280])
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  link = await dialog.getByLabel('One-time link').inputValue()
  await page.context().close()
})

test('the verifier reads that unit alone, changes nothing, and signs; the centre sees what was read and ends the account', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: desk })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await page.goto(`${program.origin}/verify`)
  await expect(page.getByText(/Ingrid Bowen, unit 307/)).toBeVisible()
  await expect(page.getByText(/Dawn Okafor|Steve Whitby/)).toHaveCount(0)
  await isSoundAt(page)
  await page.getByRole('link', { name: 'Look into it' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: /^(Add|Change|Put aside|Purge|Undo)/ })).toHaveCount(0)
  await isSoundAt(page, [390, 1280])
  await page.getByRole('tab', { name: 'Sign-off' }).click()
  await sign(page, 'Sign as verifier', password)
  await expect(page.getByRole('region', { name: 'External verifier (if sampled)' })).toContainText('Petra Voss')

  const office = await at(browser, 'marta', '/verifiers')
  const account = office.locator('section').filter({ has: office.getByRole('heading', { name: 'Dr Petra Voss' }) })
  await account.getByRole('button', { name: 'What was read' }).click()
  await expect(account.getByText('Ingrid Bowen, 307').nth(1)).toBeVisible()
  await isSoundAt(office)
  await account.getByRole('button', { name: 'End it now' }).click()
  await expect(account.getByText(/^Ended/)).toBeVisible()
  await office.context().close()
  await page.goto(`${program.origin}/verify`)
  await expect(page.getByText(/Ingrid Bowen/)).toHaveCount(0)
  await context.close()
})

/** A day so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
