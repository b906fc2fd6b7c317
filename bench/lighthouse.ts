// Promise: Lighthouse (mobile, throttled) gives Today, capture, a learner's page and the class page 90 or more for performance, 100 for accessibility.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import lighthouse from 'lighthouse'
import { ensureChromium } from '../scripts/browser.ts'
import { samplePassword } from '../src/sample/cast.ts'
import { atLeastPart, type Measured, median } from './promise.ts'
import { discard, freePort, newDataFolder, startProgram } from './running.ts'

const rounds = 3

export async function measureLighthouse(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder(), { EVIDENT_DEMO: '1' })
  const profile = mkdtempSync(join(tmpdir(), 'evident-lighthouse-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    locale: 'en-GB',
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  })
  try {
    const pages = await openPages(context, running.origin)
    const measured: Measured[] = []
    for (const [name, path] of Object.entries(pages)) measured.push(...(await measurePage(name, `${running.origin}${path}`, port)))
    return measured
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
    await discard(running)
  }
}

/** Signs the class teacher in, and finds the pages of a group and of a learner in it. */
async function openPages(context: BrowserContext, origin: string): Promise<Readonly<Record<string, string>>> {
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByLabel('E-mail').fill('ben@example.org')
  await page.getByLabel('Password').fill(samplePassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const capture = await pathOf(page, '/capture/')
  const groupId = capture.split('/').at(-1)
  await page.goto(`${origin}${capture}`)
  await page.getByRole('button', { name: 'Not on this device' }).click()
  await page.goto(`${origin}/groups/${groupId}`)
  const learner = await pathOf(page, '/learners/')
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.close()
  return { today: '/', capture, learner, 'class page': `/groups/${groupId}/class` }
}

async function pathOf(page: Page, start: string): Promise<string> {
  return (await page.locator(`a[href^="${start}"]`).first().getAttribute('href')) ?? ''
}

/** The middle of some runs: one may meet a slow moment of the machine. */
async function measurePage(name: string, address: string, port: number): Promise<readonly Measured[]> {
  const performance: number[] = []
  const accessibility: number[] = []
  for (let round = 0; round < rounds; round++) {
    const result = await lighthouse(address, {
      port,
      onlyCategories: ['performance', 'accessibility'],
      disableStorageReset: true,
      logLevel: 'error',
    })
    const scoreOf = (category: string) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100)
    performance.push(scoreOf('performance'))
    accessibility.push(scoreOf('accessibility'))
  }
  return [
    atLeastPart(`lighthouse: ${name}, performance (ceiling: 100)`, median(performance), 100, 0.9),
    atLeastPart(`lighthouse: ${name}, accessibility (ceiling: 100)`, Math.min(...accessibility), 100, 1),
  ]
}
