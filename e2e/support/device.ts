// A browser of a journey: somebody signed in on it, their taps counted, shifts of the layout summed.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { JourneyPerson } from './person.ts'
import type { RunningProgram } from './program.ts'

export const phone = { width: 390, height: 844 }

/** A new browser profile, as on a device that nobody has used. Its page counts trusted taps and sums layout shifts. */
export async function newDevice(browser: Browser, { origin }: Pick<RunningProgram, 'origin'>, viewport = phone): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, baseURL: origin, hasTouch: true })
  await context.addInitScript(() => {
    const counts = { taps: 0, shifts: 0 }
    Object.assign(window, { counts })
    addEventListener('click', (event) => event.isTrusted && counts.taps++, true)
    const sum = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) counts.shifts += (entry as PerformanceEntry & { value: number }).value
    }
    new PerformanceObserver(sum).observe({ type: 'layout-shift' })
  })
  return context
}

/** Signs in at a page's door, without a PIN. */
export async function signIn(page: Page, person: Pick<JourneyPerson, 'email' | 'password'>, path: string): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

interface Counts {
  readonly taps: number
  readonly shifts: number
}

/** Real taps since the page was opened, and how far its layout has shifted by itself. */
export function counts(page: Page): Promise<Counts> {
  return page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }))
}

/** Real taps during some work. */
export async function tapsDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const before = (await counts(page)).taps
  await work()
  return (await counts(page)).taps - before
}
