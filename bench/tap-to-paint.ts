// Promise: on the capture screen a tap is answered on the glass within 100 ms, on a processor six times slower than this one.
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import type { JourneyPerson } from '../e2e/support/person.ts'
import { startProgram } from '../e2e/support/program.ts'
import { setUpSchool } from '../e2e/support/school.ts'
import { ensureChromium } from '../scripts/browser.ts'
import { type Measured, median, withinLimit } from './promise.ts'

const slowDown = 6
const limit = 100
const times = 6
const rounds = 2

interface Taps {
  readonly name: string
  /** One tap after the other, each to be painted. */
  readonly on: (page: Page) => readonly (() => Promise<void>)[]
}

const learner = (page: Page, place: number) => page.getByRole('group', { name: 'Learners' }).getByRole('button').nth(place)
const level = (page: Page, name: string) => page.getByRole('group', { name: 'Level of help' }).getByRole('button', { name, exact: true })
const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Note more' }).getByRole('button', { name, exact: true })
/** A bare finger: the tool's own `tap` looks in the page, at each of its events, whether they meet what was meant. */
async function finger(on: Locator): Promise<void> {
  await on.scrollIntoViewIfNeeded()
  const box = await on.boundingBox()
  if (box === null) throw new Error(`nothing to tap: ${on}`)
  await on.page().touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

const repeat = <T>(make: (place: number) => T): readonly T[] => Array.from({ length: times }, (_, place) => make(place))

const kinds: readonly Taps[] = [
  { name: 'pick a learner', on: (page) => repeat((place) => () => finger(learner(page, place))) },
  {
    name: 'another success criterion',
    on: (page) => repeat((place) => () => finger(page.getByRole('tab').nth(place % 2 === 0 ? 1 : 0))),
  },
  { name: 'open a pane', on: (page) => repeat((place) => () => finger(tool(page, place % 2 === 0 ? 'How near' : 'Joining in'))) },
  {
    name: 'keep for a learner',
    on: (page) =>
      repeat((place) => async () => {
        await finger(learner(page, place))
        await settled(page)
        await finger(level(page, place % 2 === 0 ? 'Prompt' : 'Clue'))
      }),
  },
]

export async function measureTapToPaint(): Promise<readonly Measured[]> {
  const program = await startProgram()
  const school = await setUpSchool(program)
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  try {
    const bare = await bareButton(await newPage(browser, program.origin))
    const floor = median(await tapsOn(bare, () => repeat(() => () => finger(bare.getByRole('button')))))
    const page = await captureOf(await newPage(browser, program.origin), school.practitioner)
    const measured: Measured[] = []
    for (const { name, on } of kinds) {
      const painted: number[] = []
      for (let round = 0; round < rounds; round++) {
        painted.push(...(await tapsOn(page, on)))
        await clear(page)
      }
      measured.push(
        withinLimit(`tap-to-paint: ${name}, ms at ${slowDown} × slow-down (floor: a bare button)`, median(painted), floor, limit),
      )
    }
    return measured
  } finally {
    await browser.close()
    await program.stop()
  }
}

async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, baseURL })).newPage()
}

/** Signed in, with what has to be known before read. */
async function captureOf(page: Page, { email, password }: Pick<JourneyPerson, 'email' | 'password'>): Promise<Page> {
  await page.goto('/capture')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Not on this device' }).click()
  await learner(page, 0).waitFor()
  const warning = page.getByRole('button', { name: 'I know' })
  if (await warning.isVisible()) await warning.click()
  return page
}

/** Taps under the slow-down, and how long each took from the finger to the next picture, in milliseconds. */
async function tapsOn(page: Page, on: Taps['on']): Promise<readonly number[]> {
  await page.evaluate(watching)
  const session = await page.context().newCDPSession(page)
  const painted: number[] = []
  // The first tap of a kind fetches what the later ones have: a lesson has many.
  await on(page)[times - 1]?.()
  await settled(page)
  await clear(page)
  for (const tap of on(page)) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    await page.evaluate('void window.painted.splice(0)')
    await tap()
    await settled(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    painted.push(await page.evaluate<number>('window.painted.at(-1)'))
  }
  await session.detach()
  return painted
}

/** The browser's own measure, as Interaction to Next Paint has it: of each tap the longest of its events; below 16 ms it says nothing, and 16 counts. */
const watching = `
  window.painted = []
  addEventListener('pointerdown', () => window.painted.push(16), true)
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId !== 0 && window.painted.length > 0) window.painted.push(Math.max(window.painted.pop(), duration))
  }).observe({ type: 'event', durationThreshold: 16 })`

/** Two pictures later, with what was kept on the disk. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(400)
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))')
}

/** Nobody is picked, no pane is open. */
async function clear(page: Page): Promise<void> {
  for (const name of ['How near', 'Joining in']) {
    const open = page.getByRole('group', { name: 'Note more' }).locator(`button[aria-expanded="true"]`, { hasText: name })
    if (await open.isVisible()) await open.click()
  }
  const none = page.getByRole('button', { name: 'Clear', exact: true })
  if (await none.isVisible()) await none.click()
  await settled(page)
}

/** A page with one button that changes its colour: no answer of ours can be faster. */
async function bareButton(page: Page): Promise<Page> {
  await page.setContent(
    `<button style="width:200px;height:200px" onclick="this.style.background = this.style.background ? '' : 'gold'">Tap</button>`,
  )
  return page
}
