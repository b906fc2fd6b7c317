// A witness is brought in, signs by a link and a code, testifies on a phone, and nobody else writes a word of it.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newDevice } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { desk, sampleAt } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let program: RunningProgram
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

const phone = { width: 390, height: 844 }

/** Somebody of the sample at a page, on a device of their own. */
const at = (browser: Browser, who: string, path: string) => sampleAt(browser, program, who, path)

/** The link and the code that a dialog shows once. */
async function made(page: Page, button: string): Promise<{ link: string; code: string }> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: button }).click()
  await expect(dialog.getByText(/are ready/)).toBeVisible()
  const code = ((await dialog.getByLabel('Code', { exact: true }).textContent()) ?? '').replace(/\s/g, '')
  return { link: await dialog.getByLabel(/Send the link/).inputValue(), code }
}

/** A witness on a phone of their own, at the link, the code entered after one wrong one. */
async function witnessAt(browser: Browser, { link, code }: { link: string; code: string }): Promise<Page> {
  const context = await newDevice(browser, program, phone)
  const page = await context.newPage()
  await page.goto(link)
  await isSoundAt(page)
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('link', { name: /4 tries are left/ })).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Open' }).click()
  return page
}

test('the candidate’s proposal becomes a witness once the centre has reached, inducted and heard them', async ({ browser }) => {
  const page = await at(browser, 'lorraine', '/witnesses')
  const ben = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Ben Hartley' }) })
  await expect(ben.getByText('Proposed by the candidate')).toBeVisible()
  await isSoundAt(page)
  await page.setViewportSize(desk)
  await ben.getByRole('button', { name: 'Enter the contact' }).click()
  await page.getByLabel('E-mail address at work').fill('ben.hartley@oakmere.example.org')
  await page.getByLabel('How you made sure that it is theirs').fill('Rang the school’s office')
  await page.getByRole('button', { name: 'Keep the contact' }).click()
  await expect(ben.getByText('Rang the school’s office')).toBeVisible()
  await ben.getByRole('button', { name: 'Link to sign the entry' }).click()
  const secret = await made(page, 'Make the link and the code')
  const witness = await witnessAt(browser, secret)
  await expect(witness.getByText(/You are asked to be a witness for Dawn Okafor/)).toBeVisible()
  await isSoundAt(witness)
  await witness.getByLabel('Sign with your name').fill('Ben Hartley')
  await witness.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(witness.getByText(/^Signed, /)).toBeVisible()
  await page.reload()
  await expect(ben.getByText(/Entry signed by Ben Hartley/)).toBeVisible()
  await witness.context().close()
  await page.context().close()
})

test('a witness testifies on a phone, and the assessor sees whether it counts', async ({ browser }) => {
  const page = await at(browser, 'lorraine', '/witnesses')
  await page.goto('/assess')
  await page
    .getByRole('link', { name: /Dawn Okafor/ })
    .first()
    .click()
  await page.waitForURL(/assess\/[0-9a-f-]{36}/)
  const [, registrationId] = /assess\/([0-9a-f-]{36})/.exec(page.url()) ?? []
  await page.goto(`/units/${registrationId}/evidence`)
  await expect(page.getByText('Witness statements')).toBeVisible()
  await page.getByRole('button', { name: 'Ask a witness' }).click()
  await page.getByLabel('Witness', { exact: true }).selectOption({ label: 'Priya Nair' })
  await page.getByLabel('What they saw').fill('Feedback after the hinge question')
  await page.getByRole('dialog').getByRole('button', { name: '2.4', exact: true }).click()
  const secret = await made(page, 'Make the link and the code')
  const witness = await witnessAt(browser, secret)
  await expect(witness.getByText('Feedback after the hinge question')).toBeVisible()
  await expect(witness.getByText('2.4')).toHaveCount(0)
  await witness.getByLabel('What did Dawn Okafor do?').fill('She named what was right, then asked for one change.')
  // A closed page loses nothing.
  await witness.waitForFunction(() => localStorage.length > 0)
  await witness.reload()
  await witness.getByLabel('Code').fill(secret.code)
  await witness.getByRole('button', { name: 'Open' }).click()
  await expect(witness.getByLabel('What did Dawn Okafor do?')).toHaveValue(/named what was right/)
  await witness.getByLabel('From').fill('10:50')
  await witness.getByLabel('Until').fill('11:10')
  await witness.getByLabel('Where').fill('Year 4 classroom')
  await isSoundAt(witness)
  await witness.getByLabel('Sign with your name').fill('Priya Nair')
  await witness.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(witness.getByText(/^Signed by Priya Nair/)).toBeVisible()
  expect(await witness.evaluate(() => localStorage.getItem('evident draft behind a link'))).toBeNull()
  await isSoundAt(witness)
  await page.reload()
  // The sample's plan, signed by both, names her: this statement counts, and so does the one that was there.
  await expect(page.getByText('Counts as observation by an expert witness.')).toHaveCount(2)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Record a confirmation' }).first().click()
  await page.getByRole('button', { name: 'Record the confirmation' }).click()
  await expect(page.getByText(/Confirmed to Lorraine Pike by telephone/).first()).toBeVisible()
  await isSoundAt(page)
  await witness.context().close()
  await page.context().close()
})

test('a witness’s name can be erased by the centre, not while a unit rests on a statement, and not by a slip', async ({ browser }) => {
  const page = await at(browser, 'marta', '/witnesses')
  const entry = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const dialog = page.getByRole('dialog')
  await entry('Priya Nair').getByRole('button', { name: 'Erase the name' }).click()
  await expect(dialog.getByText(/Unit 307, .+, is not claimed yet/)).toBeVisible()
  await isSoundAt(page)
  await page.setViewportSize(desk)
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await entry('Ben Hartley').getByRole('button', { name: 'Erase the name' }).click()
  await expect(dialog.getByRole('heading', { name: 'What stays, and why' })).toBeVisible()
  await isSoundAt(page)
  await page.setViewportSize(desk)
  await dialog.getByLabel('Why').selectOption({ label: 'The witness asked for it' })
  await dialog.getByLabel(/^Type Ben Hartley/).fill('Ben')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog.getByRole('link', { name: 'Type the name as it stands: Ben Hartley' })).toBeVisible()
  await dialog.getByLabel(/^Type Ben Hartley/).fill('ben hartley')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog.getByText('The name is erased')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(entry('A witness whose name was erased').getByText(/Erased by Marta Quell, .+: The witness asked for it/)).toBeVisible()
  await expect(page.getByText('Ben Hartley')).toHaveCount(0)
  await isSoundAt(page)
  await page.context().close()
})
