// People of the sample school and college, each signed in on a device of their own.
import { type Browser, expect, type Page } from '@playwright/test'
import { newDevice, signIn } from './device.ts'
import type { RunningProgram } from './program.ts'

export const samplePassword = 'sample school'
export const desk = { width: 1280, height: 800 }

/** Somebody of the sample at a page. */
export async function sampleAt(browser: Browser, program: RunningProgram, who: string, path: string, size = desk): Promise<Page> {
  const page = await open(browser, program, who, size)
  await page.goto(path)
  return page
}

/** Dawn, who is at the school and at the college, at a page of the college. */
export async function dawnAtCollege(browser: Browser, program: RunningProgram, path: string, size = desk): Promise<Page> {
  const page = await open(browser, program, 'dawn', size)
  await page.getByRole('button', { name: 'Oakmere Primary School' }).click()
  await page.getByRole('button', { name: /Northgate College/ }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'My units' })).toBeVisible()
  await page.goto(path)
  return page
}

async function open(browser: Browser, program: RunningProgram, who: string, size: typeof desk): Promise<Page> {
  const page = await (await newDevice(browser, program, size)).newPage()
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
  await signIn(page, { email: `${who}@example.org`, password: samplePassword }, '/')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  return page
}
