// Takes the guide's pictures anew from the sample, in Chromium: `node scripts/guide-pictures.ts`.
import './school-day-clock.ts'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { startProgram } from '../e2e/support/program.ts'
import { samplePassword } from '../src/sample/cast.ts'
import { ensureChromium } from './browser.ts'

interface Picture {
  readonly name: string
  /** The part of the address before the at sign. */
  readonly as: string
  /** In the college, for somebody who begins in the school. */
  readonly inCollege?: boolean
  readonly isPhone?: boolean
  readonly path: string
  /** What the browser's clock shows of today, in UTC. */
  readonly time?: string
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const folder = join(import.meta.dirname, '../docs/guide/pictures')
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

const pictures: readonly Picture[] = [
  { name: 'today', as: 'dawn', path: '/', time: '13:40' },
  { name: 'capture', as: 'dawn', isPhone: true, path: '/capture', act: (page) => notice(page) },
  { name: 'learner', as: 'dawn', path: '/groups', act: (page) => openLearner(page) },
  { name: 'goal', as: 'dawn', path: '/', act: (page) => openGoal(page) },
  { name: 'profiles', as: 'dawn', path: '/groups', act: (page) => openProfiles(page) },
  { name: 'log', as: 'dawn', path: '/groups', act: (page) => openLog(page) },
  { name: 'offer', as: 'dawn', path: '/groups', act: (page) => openOffer(page) },
  { name: 'class', as: 'ben', path: '/', act: (page) => openClass(page) },
  { name: 'invite', as: 'joan', path: '/people' },
  { name: 'consent', as: 'joan', path: '/consent', act: (page) => chooseGroup(page) },
  { name: 'register', as: 'helen', path: '/bridge' },
  { name: 'erase', as: 'imran', path: '/erasure', act: (page) => previewErasure(page) },
  { name: 'unit', as: 'dawn', inCollege: true, path: '/unit', act: (page) => page.getByText('8 of 23 complete').waitFor() },
  { name: 'assess', as: 'lorraine', path: '/assess', act: (page) => openUnseen(page) },
  { name: 'plan', as: 'dawn', inCollege: true, path: '/unit', act: (page) => openPlace(page, 'Plan', 'Where it should show') },
  { name: 'matrix', as: 'dawn', inCollege: true, path: '/unit', act: (page) => openPlace(page, 'Matrix', 'Save as CSV') },
  { name: 'witness', as: 'lorraine', isPhone: true, path: '/assess', act: (page) => openStatement(page) },
  { name: 'sign-off', as: 'lorraine', path: '/assess', act: (page) => openSigning(page) },
  { name: 'verify', as: 'graham', path: '/verify', act: (page) => openSample(page) },
]

async function notice(page: Page): Promise<void> {
  await press(page, 'Not on this device')
  await press(page, 'I know')
  await press(page, /Fractions boost/)
  await page.getByText('Callum').first().click()
}

async function openLearner(page: Page): Promise<void> {
  await follow(page, /Fractions boost/)
  await follow(page, /Callum B/)
  await page.getByRole('heading', { name: 'Feedback and second attempts' }).waitFor()
}

async function openProfiles(page: Page): Promise<void> {
  await follow(page, /Fractions boost/)
  await follow(page, 'All profiles')
  await page.getByRole('heading', { name: 'Profiles: Fractions boost' }).waitFor()
}

async function openLog(page: Page): Promise<void> {
  await follow(page, /Fractions boost/)
  await follow(page, /Theo W/)
  await follow(page, 'The whole log')
  await page.getByText('What I can do now').waitFor()
}

async function openOffer(page: Page): Promise<void> {
  await openLearner(page)
  await press(page, 'Offer as evidence')
  await page.getByLabel('This is what leaves the school').waitFor()
}

async function openGoal(page: Page): Promise<void> {
  await page.locator('a[href*="/sessions/"]', { hasText: 'Fractions boost' }).first().click()
  await page.getByRole('tab', { name: 'Goal', exact: true }).click()
  await page.getByRole('heading', { name: 'A good one and a weaker one' }).waitFor()
}

async function openClass(page: Page): Promise<void> {
  await follow(page, /Class page/)
  await press(page, /^Callum B, Explain/)
  await page.getByRole('heading', { name: 'Callum B' }).waitFor()
}

async function chooseGroup(page: Page): Promise<void> {
  await page.getByLabel('Group').selectOption('4H Mathematics, Mathematics')
  await page.getByText('Aaliyah R').first().waitFor()
}

async function previewErasure(page: Page): Promise<void> {
  await press(page, /Quinn H/)
  await page.getByLabel('Why').waitFor()
}

async function openUnseen(page: Page): Promise<void> {
  await follow(page, /Learner observation/)
  await page.getByRole('button', { name: 'Mark as seen in place' }).waitFor()
}

/** A place of Dawn's first unit, scrolled to what is told of it. */
async function openPlace(page: Page, place: string, words: string): Promise<void> {
  await follow(page, 'Open the unit')
  await page.getByRole('tab', { name: place }).click()
  await page.getByText(words).first().scrollIntoViewIfNeeded()
}

/** What a witness signed, as the assessor reads it. */
async function openStatement(page: Page): Promise<void> {
  await follow(page, /Peer assessment in the fractions group/)
  await page.getByRole('article').first().waitFor()
}

async function openSigning(page: Page): Promise<void> {
  await follow(page, 'Look and sign')
  await press(page, 'Sign as assessor')
  await page.getByLabel('Your password again').waitFor()
}

async function openSample(page: Page): Promise<void> {
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Dawn Okafor, unit 307' }) })
  await card.getByRole('link', { name: 'Look into it' }).click()
  await page.getByRole('heading', { name: 'Internal verification' }).scrollIntoViewIfNeeded()
}

/** In the browser: its clock goes on from this moment. */
function shiftClock(start: number): void {
  const RealDate = Date
  const shift = start - RealDate.now()
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number]) {
      if (given.length === 0) super(RealDate.now() + shift)
      else super(...given)
    }
    static override now(): number {
      return RealDate.now() + shift
    }
  } as DateConstructor
}

/** All that was asked for is there. */
async function settle(page: Page): Promise<void> {
  await page.getByText('Getting this ready').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(800)
}

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const viewport = picture.isPhone === true ? { width: 390, height: 844 } : { width: 1240, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London', deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  // The clock of this script is that of the program: at a weekend both stand at the last school day.
  const now = new Date().toISOString()
  const shown = new Date(picture.time === undefined ? now : `${now.slice(0, 10)}T${picture.time}:00Z`)
  await page.addInitScript(shiftClock, shown.getTime())
  await page.goto(origin)
  await page.getByLabel('E-mail address').fill(`${picture.as}@example.org`)
  await page.getByLabel('Password').fill(samplePassword)
  await press(page, 'Sign in')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  if (picture.inCollege === true) {
    await press(page, /Oakmere Primary School/)
    await press(page, 'Northgate College')
    await page.getByText('Northgate College').first().waitFor()
  }
  await page.goto(`${origin}${picture.path}`)
  await picture.act?.(page)
  await settle(page)
  const file = join(folder, `${picture.name}.png`)
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(file)
  await context.close()
}

/** The README's: a phone beside the children, and the class at the teacher's desk. */
async function joinForReadme(): Promise<void> {
  const desk = await sharp(join(folder, 'class.png')).resize({ height: 700 }).toBuffer()
  const phone = await sharp(join(folder, 'capture.png')).resize({ height: 700 }).toBuffer()
  const [deskWidth = 0, phoneWidth = 0] = await Promise.all([desk, phone].map(async (one) => (await sharp(one).metadata()).width))
  const canvas = { width: deskWidth + phoneWidth + 40, height: 700, channels: 4 as const, background: '#ffffff00' }
  await sharp({ create: canvas })
    .composite([
      { input: phone, left: 0, top: 0 },
      { input: desk, left: phoneWidth + 40, top: 0 },
    ])
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(join(folder, 'readme.png'))
}

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-quic'] })
// The program is started twice, to make the sample and to show it: both by this clock.
process.env.NODE_OPTIONS = `--import ${new URL('school-day-clock.ts', import.meta.url).href}`
const program = await startProgram({ EVIDENT_DEMO: '1' })
try {
  for (const picture of pictures) {
    if (only.length > 0 && !only.includes(picture.name)) continue
    console.log(picture.name)
    await take(browser, program.origin, picture)
  }
  await joinForReadme()
} finally {
  await browser.close()
  await program.stop()
}
