// A browser of a journey: somebody signed in on it, their taps counted, shifts of the layout noted.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { JourneyPerson } from './person.ts'
import type { RunningProgram } from './program.ts'

export const phone = { width: 390, height: 844 }

/** A new browser profile, as on a device that nobody has used. Its page counts trusted taps and notes what shifts. */
export async function newDevice(browser: Browser, { origin }: Pick<RunningProgram, 'origin'>, viewport = phone): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, baseURL: origin, hasTouch: true })
  await context.addInitScript(() => {
    const counts = { taps: 0, shifted: [] as string[] }
    Object.assign(window, { counts })
    addEventListener('click', (event) => event.isTrusted && counts.taps++, true)
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as Shift[])
        for (const { node } of entry.sources) counts.shifted.push(node?.textContent ?? 'gone')
    }
    new PerformanceObserver(note).observe({ type: 'layout-shift' })
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

/** Takes the network away, once the device has its own copy of the build: parts of a page are fetched from it when they are first used. */
export async function goOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
}

interface Counts {
  readonly taps: number
  /** The text of each part of the page that was moved. */
  readonly shifted: readonly string[]
}

interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[]
}

/** Real taps since the page was opened, and what of its layout has shifted. */
export function counts(page: Page): Promise<Counts> {
  return page.evaluate(() => (window as unknown as { counts: Counts }).counts)
}

/** Real taps during some work. */
export async function tapsDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const before = (await counts(page)).taps
  await work()
  return (await counts(page)).taps - before
}
