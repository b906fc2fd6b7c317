// A day without network: a killed tab, a killed browser, a killed server, a lost answer. Nothing is lost, doubled or reordered.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { learnerObservationForLearner } from '../src/school/observations/contract.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneyLearner, type JourneySchool, setUpSchool } from './support/school.ts'
import { choosePin, enterPin, signIn } from './support/tablet.ts'

const pin = '274916'

let program: RunningProgram
let school: JourneySchool
let profile: string
let context: BrowserContext

test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})
test.afterAll(() => program.stop())
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'evident-tablet-'))
})
test.afterEach(async () => {
  await context.close()
  rmSync(profile, { recursive: true, force: true })
})

/** A tablet whose browser keeps its profile, as a real one does. */
async function openTablet({ isOffline = false } = {}): Promise<Page> {
  const { launchOptions, locale, timezoneId } = test.info().project.use
  context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
    viewport: { width: 390, height: 844 },
    offline: isOffline,
  })
  return openCapture()
}

async function openCapture(): Promise<Page> {
  const page = await context.newPage()
  // A crashed tab can take the worker of its site with it; a person loads the page again.
  await expect(() => page.goto(`${program.origin}/capture`)).toPass({ timeout: 15_000 })
  return page
}

/** Signed in once with a network, as in the morning; then the tablet has all that it needs. */
async function morning(): Promise<Page> {
  const page = await openTablet()
  await signIn(page, school.practitioner.email)
  await choosePin(page, pin)
  await expect(page.getByRole('button', { name: /^Ewa/ })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return page
}

/** Ends the browser as a flat battery would. */
function killBrowser(): void {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n')
  const ours = processes.filter((line) => line.includes(profile)).map((line) => Number.parseInt(line.trim(), 10))
  for (const id of ours) if (Number.isInteger(id) && id !== process.pid) end(id)
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It went with its parent.
  }
}

async function capture(page: Page, name: string, help: string): Promise<void> {
  const tile = page.getByRole('button', { name: new RegExp(`^${name}`) })
  // After an undo the same learners are picked still.
  if ((await tile.getAttribute('aria-pressed')) !== 'true') await tile.click()
  await page.getByRole('button', { name: help, exact: true }).click()
  await expect(page.getByText(`Kept: ${name}, ${help.toLowerCase()}`)).toBeVisible()
}

const sent = (page: Page) => expect(page.getByRole('button', { name: 'Sent' })).toBeVisible({ timeout: 30_000 })

/** What the teacher sees of a learner, oldest first. */
async function levelsOf(name: string): Promise<(string | null)[]> {
  const learner = school.learners.find(({ givenName }) => givenName === name) as JourneyLearner
  const { observations } = await school.teacher.ask(learnerObservationForLearner, { learnerId: learner.id })
  return observations.map(({ helpLevel }) => helpLevel).reverse()
}

test('a whole day offline: tab, browser and server die, and everything arrives once and in order', async () => {
  let page = await morning()
  await context.setOffline(true)
  await capture(page, 'Ewa', 'Prompt')
  await capture(page, 'Ewa', 'Clue')
  await capture(page, 'Theo', 'Model')

  // The tab dies without a word, at once after "Kept".
  await capture(page, 'Ewa', 'Self')
  await page.goto('chrome://crash').catch(() => undefined)
  await page.close()
  page = await openCapture()
  await expect(page.getByRole('button', { name: 'Today 4' })).toBeVisible()

  // The browser dies; without network the tablet opens by PIN, with what was captured.
  killBrowser()
  await context.close().catch(() => undefined)
  page = await openTablet({ isOffline: true })
  if (await page.getByRole('button', { name: 'Dawn Okafor' }).isVisible()) await enterPin(page, 'Dawn Okafor', pin)
  await expect(page.getByRole('button', { name: /^Ewa.*Clue.*Self/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Today 4' })).toBeVisible()
  await capture(page, 'Callum', 'Correct')

  // Back online the server is down, then there, then dies in the middle.
  await program.kill()
  await context.setOffline(false)
  await capture(page, 'Jayden', 'Prompt')
  await program.start()
  await page.waitForTimeout(300)
  await program.kill()
  await program.start()
  await page.reload()
  await sent(page)
  expect(await levelsOf('Ewa')).toEqual(['prompt', 'clue', 'self'])
  expect(await levelsOf('Theo')).toEqual(['model'])
  expect(await levelsOf('Callum')).toEqual(['correct'])
  expect(await levelsOf('Jayden')).toEqual(['prompt'])
})

test('an answer that was lost does not double what it answered', async () => {
  const page = await morning()
  let lost = 0
  await context.route('**/api/learnerObservation.record', async (route) => {
    await route.fetch()
    lost += 1
    await (lost === 1 ? route.abort('connectionreset') : route.continue())
  })
  await capture(page, 'Aaliyah', 'Clue')
  await sent(page)
  expect(lost).toBeGreaterThan(1)
  expect(await levelsOf('Aaliyah')).toEqual(['clue'])
})

test('undo offline leaves no trace; two tabs capture and one of them sends', async () => {
  const page = await morning()
  const other = await openCapture()
  await context.setOffline(true)
  await capture(page, 'Maisie', 'Prompt')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Maisie/ })).toHaveAttribute('aria-pressed', 'true')
  await capture(page, 'Maisie', 'Model')
  await capture(other, 'Maisie', 'Self')
  await context.setOffline(false)
  await sent(page)
  await sent(other)
  expect(await levelsOf('Maisie')).toEqual(['model', 'self'])
})

test('the lock in the middle of a day keeps what waits, and a colleague’s sign-in sends none of it', async () => {
  const page = await morning()
  await context.setOffline(true)
  await capture(page, 'Jayden', 'Self')
  await page.evaluate(() => navigator.serviceWorker.controller !== null)
  await lockByTime(page)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await signIn(page, school.teacher.email)
  await choosePin(page, '590318')
  await expect(page.getByRole('button', { name: /^Ewa/ })).toBeVisible()
  expect((await levelsOf('Jayden')).filter((level) => level === 'self')).toEqual([])
  await lockByTime(page)
  await enterPin(page, 'Dawn Okafor', pin)
  await sent(page)
  expect((await levelsOf('Jayden')).filter((level) => level === 'self')).toEqual(['self'])
})

test('a forgotten PIN loses nothing: the password gives the waiting entries back to their author', async () => {
  const page = await morning()
  await context.setOffline(true)
  await capture(page, 'Theo', 'Correct')
  await lockByTime(page)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Dawn Okafor' }).click()
  await page.getByRole('button', { name: 'I forgot my PIN' }).click()
  await signIn(page, school.practitioner.email)
  await choosePin(page, '830275')
  await sent(page)
  expect((await levelsOf('Theo')).at(-1)).toBe('correct')
  await lockByTime(page)
  await enterPin(page, 'Dawn Okafor', '830275')
  await expect(page.getByRole('button', { name: /^Theo/ })).toBeVisible()
})

test('the start page brings along what capture needs, and capture what the start page shows', async () => {
  const page = await morning()
  // The start page's answers are asked after the first paint.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.goto(program.origin)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect(page.getByText('has not kept this page')).toHaveCount(0)
  await context.setOffline(false)
  await page.setViewportSize({ width: 834, height: 1112 })
  // A new PIN is a new lock: nothing that was kept before opens by it.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Dawn Okafor' }).click()
  await page.getByRole('button', { name: 'I forgot my PIN' }).click()
  await signIn(page, school.practitioner.email)
  const brought = page.waitForResponse((response) => response.url().includes('/api/capture.day'))
  await choosePin(page, '830275')
  await (await brought).finished()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await context.setOffline(true)
  await page.goto(`${program.origin}/capture`)
  await expect(page.getByRole('button', { name: /^Ewa/ })).toBeVisible()
})

test('a page that came past the service worker is taken over by it all the same', async () => {
  const page = await morning()
  const browser = await context.newCDPSession(page)
  // As Shift and Reload do; and as a page does that was on its way while the worker took over.
  const loaded = page.waitForEvent('load')
  await browser.send('Page.reload', { ignoreCache: true })
  await loaded
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
})

test('a new version of the program is taken when somebody says so, with entries waiting', async () => {
  const page = await morning()
  await context.route('**/api/learnerObservation.record', (route) => route.abort())
  await capture(page, 'Callum', 'Model')
  // To the browser, a worker under another address is a new version for the same pages.
  await page.evaluate(() => navigator.serviceWorker.register('/service-worker.js?newer').then(() => undefined))
  // Only when it has fetched every file of the program.
  await expect(page.getByText('New version')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL).catch(() => '')).toContain('newer')
  await context.unroute('**/api/learnerObservation.record')
  await page.reload()
  await sent(page)
  expect((await levelsOf('Callum')).at(-1)).toBe('model')
})

/** Nobody touches the tablet for six minutes: the page finds out at its next look at the clock. */
async function lockByTime(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const request = indexedDB.open('evident')
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
    const store = database.transaction('unlocked', 'readwrite').objectStore('unlocked')
    const reading = store.get('now')
    await new Promise<void>((resolve) => {
      reading.onsuccess = () => {
        store.put({ ...reading.result, lastActiveAt: Date.now() - 6 * 60_000 }, 'now')
        store.transaction.oncomplete = () => resolve()
      }
    })
    database.close()
  })
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible({ timeout: 15_000 })
}
