// From a new installation to a school with people in it: the code, one-time links, roles, a lost password, the way out.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { goOffline } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { isSound } from './support/sound.ts'

test.describe.configure({ mode: 'serial' })

let program: RunningProgram
let administrator: Page
let invitation: string

test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  administrator = await newPerson(browser)
})
test.afterAll(async () => {
  await administrator.context().close()
  await program.stop()
})

async function newPerson(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })).newPage()
  // Whatever the content policy forbids, and whatever breaks, fails the test that did it.
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
  page.on('console', (message) => message.text().includes('Content Security Policy') && expect.soft(message.text()).toBe(''))
  return page
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('the first visit offers two ways, and says what is missing', async () => {
  const page = administrator
  await page.goto(program.origin)
  await expect(heading(page, 'Welcome to Evident')).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  await isSound(page)
  await page.getByRole('button', { name: 'Set up my organisation' }).click()
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('5 things to put right')
  await isSound(page)
})

test('the terminal’s code sets a school up, a wrong one does not', async () => {
  const page = administrator
  await page.getByLabel('Set-up code').fill('AAAA-AAAA')
  await page.getByLabel('Name of the school or centre').fill('Brook Lane Primary')
  await page.getByLabel('Your name').fill('Grace Adeyemi')
  await page.getByLabel('Your e-mail address').fill('grace@example.org')
  await page.getByLabel('Password', { exact: true }).fill('seven green lanterns')
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('alert')).toContainText('That is not the code')
  await page.getByLabel('Set-up code').fill(program.setupCode.toLowerCase())
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(heading(page, 'Hello Grace Adeyemi')).toBeVisible()
  await expect(page.getByText('Brook Lane Primary').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Invite colleagues' })).toBeVisible()
  await isSound(page)
})

test('an administrator invites somebody by a link that is shown once', async () => {
  const page = administrator
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click()
  await expect(heading(page, 'People')).toBeFocused()
  await expect(page).toHaveTitle('People – Evident')
  await page.getByRole('button', { name: 'Invite someone' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Dawn Okafor')
  await page.getByLabel('E-mail address').fill('dawn@example.org')
  await page.getByRole('button', { name: 'Practitioner' }).click()
  await isSound(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  invitation = await page.getByLabel('One-time link').inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Invite someone' })).toBeFocused()
  await expect(page.getByText('Invited, not in yet')).toBeVisible()
  await isSound(page)
})

test('the link lets in once', async ({ browser }) => {
  const page = await newPerson(browser)
  await page.goto(invitation)
  await expect(heading(page, 'Come in')).toBeVisible()
  await isSound(page)
  await page.getByLabel('Password', { exact: true }).fill('three quiet rivers')
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(heading(page, 'Hello Dawn Okafor')).toBeVisible()
  await page.goto(invitation)
  await page.getByLabel('Password', { exact: true }).fill('three quiet rivers')
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page.getByRole('alert')).toContainText('This link was used')
  await page.goto(`${program.origin}/invitation#cut-short`)
  await expect(page.getByText('The end of this link is missing')).toBeVisible()
  await page.goto(`${program.origin}/people`)
  await expect(heading(page, 'Not here')).toBeVisible()
  await page.context().close()
})

test('roles have days, and somebody stays administrator', async () => {
  const page = administrator
  await page.reload()
  await page.getByRole('button', { name: 'Change Dawn Okafor' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Role').selectOption({ label: 'Teacher' })
  await dialog.getByLabel('Last day').fill('2020-01-01')
  await dialog.getByRole('button', { name: 'Give the role' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The last day is before the first')
  await dialog.getByLabel('Last day').fill('')
  await dialog.getByRole('button', { name: 'Give the role' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Teacher' })).toBeVisible()
  await dialog.getByRole('button', { name: 'End today: Practitioner' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: /Practitioner from .* until/ })).toBeVisible()
  await isSound(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Change Grace Adeyemi' }).click()
  await page.getByRole('button', { name: 'End today: Administrator' }).click()
  await expect(page.getByText('Somebody must stay administrator')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a lost password is replaced by a link, and other devices are signed out', async ({ browser }) => {
  const elsewhere = await newPerson(browser)
  await elsewhere.goto(program.origin)
  await signIn(elsewhere, 'dawn@example.org', 'three quiet rivers')
  await expect(heading(elsewhere, 'Hello Dawn Okafor')).toBeVisible()

  await administrator.getByRole('button', { name: 'Change Dawn Okafor' }).click()
  await administrator.getByRole('button', { name: 'Link for a new password' }).click()
  const recovery = await administrator.getByLabel('One-time link').inputValue()
  await administrator.keyboard.press('Escape')

  const page = await newPerson(browser)
  await page.goto(recovery)
  await page.getByLabel('Password', { exact: true }).fill('nine tall ladders')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(heading(page, 'Hello Dawn Okafor')).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere.getByText('Sign in again, so that what is kept here can be sent')).toBeVisible()
  await elsewhere.context().close()
  await page.context().close()
})

test('whoever signs out leaves nothing on the page', async () => {
  const page = administrator
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page, 'Who is here?')).toBeVisible()
  await expect(page.getByText('Dawn Okafor')).toHaveCount(0)
  await isSound(page)
})

test('keys alone lead through the shell', async () => {
  const page = administrator
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await signIn(page, 'grace@example.org', 'seven green lanterns')
  await expect(heading(page, /^Hello/)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.goto(`${program.origin}/nowhere`)
  await expect(heading(page, 'Not here')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the start' }).press('Enter')
  await expect(heading(page, /^Hello/)).toBeFocused()
})

test('without network the page says so, and stays', async () => {
  const page = administrator
  await goOffline(page)
  await expect(page.getByText('No network')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('No network')).toHaveCount(0)
})
