// Promise: Lighthouse (mobile, throttled) gives Today, capture, a learner's page and the class page 90 or more for performance, 100 for accessibility.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import lighthouse from 'lighthouse'
import * as constants from 'lighthouse/core/config/constants.js'
import { ensureChromium } from '../scripts/browser.ts'
import { samplePassword } from '../src/sample/cast.ts'
import { atLeastPart, type Measured, median } from './promise.ts'
import { discard, freePort, newDataFolder, startProgram } from './running.ts'

const rounds = 5
/**
 * Lighthouse slows the processor down four times to make a telephone of the desktop that it expects, one with a benchmark index of
 * 1,500 to 2,000. A slower machine, or one that others share, has to be slowed down less for the same telephone:
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#calibrating-multipliers
 */
const expectedIndex = 1750
const expectedSlowdown = 4

interface Opened {
  readonly context: BrowserContext
  readonly port: number
}

export async function measureLighthouse(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder(), { EVIDENT_DEMO: '1' })
  const profile = mkdtempSync(join(tmpdir(), 'evident-lighthouse-'))
  try {
    const pages = await inNewBrowser(profile, ({ context }) => openPages(context, running.origin))
    const measured: Measured[] = []
    for (const [name, path] of Object.entries(pages)) measured.push(...(await measurePage(name, `${running.origin}${path}`, profile)))
    return measured
  } finally {
    rmSync(profile, { recursive: true, force: true })
    await discard(running)
  }
}

/**
 * A browser just opened, as somebody opens the app: signed in by its profile, its cache and service worker kept. In a browser that has
 * shown pages before, the tool's own profiler walks what they left in the process (decision 0119).
 */
async function inNewBrowser<Result>(profile: string, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    locale: 'en-GB',
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  })
  try {
    return await work({ context, port })
  } finally {
    await context.close()
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

/** The middle of some runs: one may meet a slow moment of the machine. Each is slowed down by how fast the one before found the machine. */
async function measurePage(name: string, address: string, profile: string): Promise<readonly Measured[]> {
  const performance: number[] = []
  const accessibility: number[] = []
  const run = (slowdown: number) => inNewBrowser(profile, ({ port }) => runLighthouse(address, port, slowdown))
  let { index } = await run(expectedSlowdown)
  for (let round = 0; round < rounds; round++) {
    const found = await run(Math.min(expectedSlowdown, (expectedSlowdown * index) / expectedIndex))
    index = found.index
    performance.push(found.performance)
    accessibility.push(found.accessibility)
  }
  return [
    atLeastPart(`lighthouse: ${name}, performance (ceiling: 100)`, median(performance), 100, 0.9),
    atLeastPart(`lighthouse: ${name}, accessibility (ceiling: 100)`, Math.min(...accessibility), 100, 1),
  ]
}

async function runLighthouse(address: string, port: number, cpuSlowdownMultiplier: number) {
  const result = await lighthouse(
    address,
    { port, logLevel: 'error' },
    {
      extends: 'lighthouse:default',
      settings: {
        onlyCategories: ['performance', 'accessibility'],
        disableStorageReset: true,
        throttling: { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier },
      },
    },
  )
  const scoreOf = (category: string) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100)
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    index: result?.lhr.environment.benchmarkIndex ?? expectedIndex,
  }
}
