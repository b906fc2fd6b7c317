// Hands at a tablet's door: a password, a PIN.
import type { Page } from '@playwright/test'
import { password } from './person.ts'

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Where the door offers a PIN for the device. */
export async function choosePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByLabel('The same again').fill(pin)
  await page.getByRole('button', { name: 'Use this PIN' }).click()
}

/** From the faces of the locked device. */
export async function enterPin(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByLabel('PIN', { exact: true }).fill(pin)
}
