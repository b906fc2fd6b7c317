// The assignment, from the first word to the second version: written without a network, sources named, submitted, read beside its criteria, discussed.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { goOffline, newDevice, signIn } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let program: RunningProgram
let address = ''
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

/** Somebody of the sample college on a device of their own. */
async function at(browser: Browser, who: string): Promise<Page> {
  const context = await newDevice(browser, program, { width: 1280, height: 800 })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
  // The content policy complains here when an editor puts a style into the page.
  page.on(
    'console',
    (message) => message.type() === 'error' && /Content Security/.test(message.text()) && expect.soft(message.text()).toBe(''),
  )
  await signIn(page, { email: `${who}@example.org`, password: 'sample school' }, '/')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  return page
}

async function dawn(browser: Browser): Promise<Page> {
  const page = await at(browser, 'dawn')
  await page.getByRole('button', { name: 'Oakmere Primary School' }).click()
  await page.getByRole('button', { name: /Northgate College/ }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^My unit/ })).toBeVisible()
  if (address === '') {
    await page.goto('/unit')
    const href = await page.getByRole('main').locator('a[href^="/units/"]').first().getAttribute('href')
    address = `/units/${/[0-9a-f-]{36}/.exec(href ?? '')?.[0]}/assignment`
  }
  await page.goto(address)
  return page
}

test('a candidate writes without a network, names a source of each kind and an example, and loses no word', async ({ browser }) => {
  const page = await dawn(browser)
  const part = page.getByRole('textbox', { name: 'My own part' })
  await expect(part).toBeVisible()
  await goOffline(page)
  await part.click()
  await page.keyboard.press('End')
  await page.keyboard.type('I count to five now. ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Then I ask')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('toolbar', { name: 'Tools for the text' }).last().getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(part).toBeFocused()
  await page.getByRole('button', { name: 'Name a source' }).last().click()
  await page.getByRole('button', { name: 'A source that is not in the list' }).click()
  await page.getByRole('menuitem', { name: 'A colleague' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ms R Lowe')
  await page.getByRole('textbox', { name: 'Role', exact: true }).fill('teaching assistant')
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Keep the source' }).click()
  await expect(part).toContainText('(Ms R Lowe)')
  await expect(page.getByText('Missing: day of the conversation, permission to be named')).toBeVisible()
  await page.getByRole('button', { name: 'An example from my school' }).last().click()
  await page
    .getByRole('button', { name: /into the text/ })
    .first()
    .click()
  await expect(part).toContainText('Learner A')
  await expect(page.getByText('Kept on this device, sent when there is a network')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Kept and sent')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(part).toContainText('I count to five now.')
  await expect(part.getByText('Then I ask')).toHaveCSS('font-weight', /[6-9]\d\d/)
  await isSoundAt(page)
  await page.context().close()
})

test('what two devices wrote at once stands side by side', async ({ browser }) => {
  const [home, school] = [await dawn(browser), await dawn(browser)]
  for (const page of [home, school]) await expect(page.getByRole('textbox', { name: 'My own part' })).toContainText('I count to five')
  await goOffline(school)
  await home.getByRole('textbox', { name: 'My own part' }).click()
  await home.keyboard.type('At home. ')
  await expect(home.getByText('Kept on this device, sent when there is a network')).toBeVisible()
  await expect(home.getByText('Kept and sent')).toBeVisible({ timeout: 20_000 })
  await school.getByRole('textbox', { name: 'My own part' }).click()
  await school.keyboard.type('At school. ')
  await expect(school.getByText('Kept on this device, sent when there is a network')).toBeVisible()
  await school.context().setOffline(false)
  await expect(school.getByText('You wrote on two devices at once. Both versions are kept.')).toBeVisible({ timeout: 20_000 })
  await school.getByRole('button', { name: 'Read the other version' }).click()
  await expect(school.getByRole('dialog')).toContainText('At home.')
  await isSoundAt(school)
  await school.keyboard.press('Escape')
  await school.getByRole('button', { name: 'Go on with the one on this screen' }).click()
  await expect(school.getByText('You wrote on two devices at once.')).toHaveCount(0)
  await expect(school.getByRole('textbox', { name: 'My own part' })).toContainText('At school.')
  await expect(school.getByRole('button', { name: /^Set aside:/ })).toBeVisible()
  for (const page of [home, school]) await page.context().close()
})

test('she submits a version with her declaration, AI named, once everything is as it must be', async ({ browser }) => {
  const page = await dawn(browser)
  await page.getByRole('button', { name: /^Change Ms R Lowe/ }).click()
  await page.getByLabel('Day of the conversation').fill('2026-11-04')
  await page.getByLabel('I asked, and may name this person').check()
  await page.getByRole('button', { name: 'Keep the source' }).click()
  await page.getByRole('button', { name: /^Submit/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Submit to my assessor' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Confirm that it is your own work.')
  await dialog.getByLabel('It is my own work').check()
  await dialog.getByLabel('I used an AI tool').check()
  await dialog.getByLabel('Which tool').fill('A chat program')
  await dialog.getByLabel('What for').fill('spelling')
  const own = dialog.getByRole('button', { name: /^4\.2/ })
  if ((await own.getAttribute('aria-pressed')) !== 'true') await own.click()
  await isSoundAt(page)
  await dialog.getByRole('button', { name: 'Submit to my assessor' }).click()
  await expect(page.getByText(/Version \d, submitted/)).toBeVisible()
  await expect(page.getByText('AI used: A chat program, for spelling')).toBeVisible()
  await page.context().close()
})

test('the assessor reads what changed beside the criteria and marks a point, and the candidate agrees to the agenda', async ({
  browser,
}) => {
  const page = await at(browser, 'lorraine')
  await page.goto(address)
  await page.getByRole('button', { name: /Show what changed since version/ }).click()
  await expect(page.locator('ins').filter({ hasText: 'I count to five now.' })).toBeVisible()
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Show the text alone' }).click()
  await page.getByRole('button', { name: 'Mark a point under My own part' }).click()
  await page.getByLabel('The passage').fill('I count to five now.')
  await page.getByLabel('What to talk about').fill('What did the learners do in those five seconds?')
  await isSoundAt(page)
  await page.getByRole('button', { name: 'Mark the point' }).click()
  // Until the server has it, the dialog stays: a page that is closed before takes the point along.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('article', { name: /five seconds/ })).toContainText('Not agreed yet.')
  await page.context().close()
  const candidate = await dawn(browser)
  await candidate.getByRole('radio', { name: 'What you submitted' }).click()
  const agenda = candidate.getByRole('article', { name: /five seconds/ })
  await agenda.getByRole('button', { name: 'Agree to this agenda' }).click()
  await expect(candidate.getByText(/On the agenda, agreed/).first()).toBeVisible()
  await isSoundAt(candidate)
  await candidate.context().close()
})
