// A page is sound when axe finds nothing and nothing is cut off: at each width, in the dark, and with letters twice as large.
import { expect, type Page } from '@playwright/test'
import { colourFindings, findings } from './axe.ts'

const widths = [320, 390, 1280]

/** In light, with letters of the usual size. Leaves the window at the last width. */
export async function isSoundAt(page: Page, some: readonly number[] = widths): Promise<void> {
  for (const width of some) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findings(page), `axe at ${width}`).toEqual([])
    await fits(page, width)
  }
}

/** Leaves the window at desk size, in light, with letters of the usual size. */
export async function isSound(page: Page): Promise<void> {
  await isSoundAt(page, widths)
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  expect(await colourFindings(page), 'axe in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await enlarge(page, '200%')
  await fits(page, 1280)
  await page.setViewportSize({ width: 640, height: 800 })
  await fits(page, 640)
  await enlarge(page, '')
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** Colours glide from one scheme to the other: a look on the way would see neither. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

/** As a browser does whose letters are set larger. */
async function enlarge(page: Page, size: string): Promise<void> {
  await page.evaluate((wanted) => document.documentElement.style.setProperty('font-size', wanted, 'important'), size)
}

/** Nothing makes the page scroll to the side: what is wider scrolls in itself. */
async function fits(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of the page at ${width}`).toBeLessThanOrEqual(width)
}
