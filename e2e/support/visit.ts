// Hands on the application's pages: setting up, inviting, coming in, with a browser of one's own for everybody.
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { password } from './person.ts'

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
}

/** A browser that nobody has used, at a desk or in a hand. */
export async function newVisitor(browser: Browser, size: 'desk' | 'phone' = 'desk'): Promise<Visitor> {
  const viewport = size === 'desk' ? { width: 1280, height: 800 } : { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, hasTouch: size === 'phone' })
  return { context, page: await context.newPage() }
}

export interface NewOrganisation {
  readonly code: string
  readonly kind: 'School' | 'Centre'
  readonly name: string
  readonly administrator: string
  readonly email: string
}

/** Fills the set-up form that is on the page. */
export async function fillSetUp(page: Page, { code, kind, name, administrator, email }: NewOrganisation): Promise<void> {
  await page.getByLabel('Set-up code').fill(code)
  await page.getByText(kind, { exact: true }).click()
  await page.getByLabel('Name of the school or centre').fill(name)
  await page.getByLabel('Your name').fill(administrator)
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
}

/** An administrator invites; returns the one-time link. */
export async function inviteOnScreen(page: Page, name: string, email: string, roles: readonly string[]): Promise<string> {
  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByRole('button', { name: 'Invite someone' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('E-mail address').fill(email)
  for (const role of roles) await dialog.getByText(role, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByLabel('One-time link').inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return link
}

/** Opens an invitation and chooses the password that all journeys use. */
export async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Come in' }).click()
}
