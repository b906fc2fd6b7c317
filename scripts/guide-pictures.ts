// Takes the guide's pictures anew from the sample, in Chromium: `node scripts/guide-pictures.ts`.
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
  { name: 'unit', as: 'dawn', inCollege: true, path: '/unit' },
  { name: 'assess', as: 'lorraine', path: '/assess', act: (page) => openUnseen(page) },
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
  await page.getByRole('heading', { name: 'Before and after' }).waitFor()
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

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const viewport = picture.isPhone === true ? { width: 390, height: 844 } : { width: 1240, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London', deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  if (picture.time !== undefined) await page.clock.setSystemTime(new Date(`${new Date().toISOString().slice(0, 10)}T${picture.time}:00Z`))
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
  await page.waitForTimeout(800)
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
const program = await startProgram({ EVIDENT_DEMO: '1' })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-quic'] })
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
