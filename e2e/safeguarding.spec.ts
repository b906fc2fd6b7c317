// The safeguarding stop: whom to tell is there without network, and what is typed into it is nowhere but on the screen.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { captureDay } from '../src/school/observations/contract.ts'
import { findings } from './support/axe.ts'
import { newDevice, signIn } from './support/device.ts'
import { invite, type JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'

test.describe.configure({ mode: 'serial' })

let program: RunningProgram
let school: JourneySchool

test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_LOG: 'info' })
  school = await setUpSchool(program)
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const context = await newDevice(browser, program)
  const page = await context.newPage()
  await signIn(page, person, path)
  if (path === '/capture') await page.getByRole('button', { name: 'Not on this device' }).click()
  const warning = page.getByRole('button', { name: 'I know' })
  await expect(tile(page, 'Callum').or(page.getByRole('heading', { name: /^Hello/ }))).toBeVisible()
  if (await warning.isVisible()) await warning.click()
  return page
}

const tile = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Learners' }).getByRole('button', { name: new RegExp(`^${name}`) })
const level = (page: Page, name: string) => page.getByRole('group', { name: 'Level of help' }).getByRole('button', { name, exact: true })
const worried = (page: Page) => page.getByRole('button', { name: 'Worried about a child?' })
const stop = (page: Page) => page.getByRole('dialog', { name: 'Worried about a child?' })
const written = 'I printed, copied or wrote it down: clear it'

async function openWords(page: Page): Promise<void> {
  await tile(page, 'Callum').click()
  await page.getByRole('group', { name: 'Note more' }).getByRole('button', { name: 'Words', exact: true }).click()
}
const words = (page: Page) => page.getByLabel('The child’s own words')

/** The build is on the device, and so are the names. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
}

test('a school that has entered nobody says so: 999 and the head; its administrator sees a form first', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/capture')
  await openWords(page)
  await worried(page).click()
  await expect(stop(page).getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999')
  await expect(stop(page)).toContainText('Your school has not entered its safeguarding lead yet: tell the head.')
  await page.context().close()

  const office = await open(browser, school.administrator, '/')
  await office.getByRole('button', { name: 'Keep whom to tell' }).click()
  await expect(office.getByRole('alert')).toContainText('10 things to put right')
  const parts = ['Safeguarding lead', 'Deputy safeguarding lead', 'Head', 'Local authority officer', 'Chair of governors']
  for (const [place, part] of parts.entries()) {
    await office.getByLabel(`${part}: name`, { exact: true }).fill(`Person ${place}`)
    await office.getByLabel(`${part}: phone`, { exact: true }).fill(`0121 496 000${place}`)
  }
  await office.getByRole('button', { name: 'Keep whom to tell' }).click()
  await expect(office.getByRole('heading', { name: 'First: whom to tell about a worry' })).toBeHidden()
  await office.getByRole('link', { name: 'More' }).click()
  await office.getByRole('link', { name: 'Worried about a child?' }).click()
  await expect(office.getByRole('link', { name: '0121 496 0000' })).toHaveAttribute('href', 'tel:01214960000')
  expect(await findings(office)).toEqual([])
  await office.context().close()
})

test('R19: words that may be a worry are asked about before they are kept, others never; a worry is not saved', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/capture')
  const asked = page.getByRole('dialog', { name: 'Is this a worry about a child’s safety?' })
  await openWords(page)
  await words(page).fill('They are the same length')
  await level(page, 'Clue').click()
  await expect(page.getByText('Kept: Callum, clue, words')).toBeVisible()

  await openWords(page)
  await words(page).fill('He told me a secret about quarters')
  await level(page, 'Model').click()
  await expect(asked).toBeVisible()
  expect(await findings(page)).toEqual([])
  await asked.getByRole('button', { name: 'No, keep the note' }).click()
  await expect(page.getByText('Kept: Callum, model, words')).toBeVisible()

  await openWords(page)
  await words(page).fill('He hit me last night')
  await level(page, 'Prompt').click()
  await asked.getByRole('button', { name: 'Tell the safeguarding lead' }).click()
  await expect(stop(page).getByLabel('Their words exactly')).toHaveValue('He hit me last night')
  await stop(page).getByRole('button', { name: 'Back to the note' }).click()
  await expect(words(page)).toHaveValue('He hit me last night')
  await worried(page).click()
  await stop(page).getByRole('button', { name: written }).click()
  await expect(words(page)).toHaveValue('')
  await expect.poll(async () => (await school.practitioner.ask(captureDay, {})).observations.length).toBe(2)
  await page.context().close()
})

test('a note that was kept is shown to the lead, who removes it; whoever wrote it sees that it went', async ({ browser }) => {
  const [callum] = school.learners.filter(({ givenName }) => givenName === 'Callum')
  const page = await open(browser, school.practitioner, '/')
  await page.goto(`/learners/${callum?.id}`)
  const more = page.getByRole('button', { name: /^More for this moment/ })
  const moment = page.getByRole('listitem').filter({ hasText: 'He told me a secret about quarters', has: more })
  const asked = page.getByRole('dialog', { name: 'This note is a worry' })
  const show = async () => {
    await moment.getByRole('button', { name: /^More for this moment/ }).click()
    await page.getByRole('menuitem', { name: 'This is a worry' }).click()
  }
  await show()
  await expect(asked).toContainText('Person 0')
  await expect(asked).toContainText('Nobody has the role of safeguarding lead here yet')
  await asked.getByRole('button', { name: 'Cancel' }).click()

  const who = { name: 'Priya Raman', email: 'priya.raman@oakmere.example' }
  const lead = await invite(program.origin, school.administrator, who, ['safeguarding_lead'])
  await page.reload()
  await show()
  await expect(asked).toContainText('Priya Raman will read it here')
  expect(await findings(page)).toEqual([])
  await asked.getByRole('button', { name: 'Show it to the safeguarding lead' }).click()
  await expect(asked).toContainText('The safeguarding lead can read it now')
  await asked.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText(/Dawn Okafor showed a note of their own of .* to the safeguarding lead/)).toBeVisible()
  await expect(moment).toBeVisible()

  const desk = await open(browser, lead, '/')
  await desk.getByRole('link', { name: '1 note was shown to you' }).click()
  const note = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: /^Callum B, / }) })
  await expect(note).toContainText('He told me a secret about quarters')
  await isSound(desk)
  await note.getByRole('button', { name: /^It is in our record/ }).click()
  await desk.getByRole('button', { name: 'Remove it for good' }).click()
  await expect(desk.getByText('No note waits for you.')).toBeVisible()
  await desk.context().close()

  await page.reload()
  await expect(page.getByText(/Dawn Okafor’s note of .* was removed by Priya Raman, safeguarding lead/)).toBeVisible()
  await expect(moment).toHaveCount(0)
  await expect.poll(() => onDevice(page)).not.toContain('secret about quarters')
  await page.context().close()
})

/** What no store, queue, cache, log or request may have. */
const marker = 'zebra-marker-7391'
/** A note that is kept: what is searched for would be found. */
const control = 'giraffe-control-2846'

test('what is typed into the stop is nowhere: not on the device, not on the way, not at the server', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/capture')
  const context = page.context()
  const sent = hearRequests(context)
  await isKept(page)
  await openWords(page)
  await words(page).fill(control)
  await level(page, 'Clue').click()
  await expect.poll(() => sent.join('\n')).toContain(control)

  await typeIntoStop(page)
  await page.goto('/safeguarding')
  await expect(page.getByText('Person 0')).toBeVisible()
  await isKept(page)
  await typeOnPage(page)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('Person 0')).toBeVisible()
  await typeOnPage(page)
  await page.goto('/capture')
  await typeIntoStop(page)
  expect(await onDevice(page)).not.toContain(marker)

  await context.setOffline(false)
  await page.reload()
  await expect(tile(page, 'Callum')).toBeVisible()
  await isKept(page)
  const device = await onDevice(page)
  expect(device.length).toBeGreaterThan(10_000)
  expect(device).not.toContain(marker)
  expect(sent.length).toBeGreaterThan(5)
  expect(sent.filter((one) => one.includes(marker) || one.includes(encodeURIComponent(marker)))).toEqual([])
  expect(program.said()).not.toContain(marker)
  // A database writes to its log of writes before it answers: with its tables, everything that it was told is in these files.
  await program.kill()
  expect(filesWith(program.folder, control).length).toBeGreaterThan(0)
  expect(filesWith(program.folder, marker)).toEqual([])
  await program.start()
  await context.close()
})

test('the dialog is sound at every width', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/capture')
  await openWords(page)
  await words(page).fill('He said so')
  await worried(page).click()
  await expect(stop(page)).toContainText('Person 0')
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findings(page), `${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `test-results/stop-${width}.png` })
  }
  await expect(stop(page).getByRole('button', { name: written })).toBeInViewport()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('main')).toBeHidden()
  await expect(page.locator('p').filter({ hasText: 'He said so' })).toBeVisible()
  await expect(page.getByText('Person 0')).toBeVisible()
  await page.screenshot({ path: 'test-results/stop-print.png' })
  await page.context().close()
})

/** In capture: begun in the field, gone on with in the dialog, cleared from both. */
async function typeIntoStop(page: Page): Promise<void> {
  await openWords(page)
  await words(page).fill(`${marker} in the field`)
  await worried(page).click()
  await expect(stop(page)).toContainText('Person 0')
  const field = stop(page).getByLabel('Their words exactly')
  await expect(field).toHaveValue(`${marker} in the field`)
  await field.pressSequentially(`, ${marker} in the dialog`)
  await page.keyboard.press('Escape')
  await expect(field).toBeVisible()
  await expect(stop(page).getByRole('button', { name: 'Back to the note' })).toBeHidden()
  await page.waitForTimeout(500)
  expect(await onDevice(page)).not.toContain(marker)
  await stop(page).getByRole('button', { name: written }).click()
  await expect(words(page)).toHaveValue('')
}

async function typeOnPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write down their words' }).click()
  await stop(page).getByLabel('Their words exactly').fill(marker)
  await stop(page).getByRole('button', { name: written }).click()
  await expect(stop(page)).toBeHidden()
}

/** Addresses, headers and bodies of every request, the service worker's too. */
function hearRequests(context: BrowserContext): readonly string[] {
  const sent: string[] = []
  context.on('request', (request) => {
    sent.push(
      `${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString('latin1') ?? ''}`,
    )
  })
  return sent
}

/** All that the site's stores hold, as text: bytes too, read in both ways that a text may be written. */
function onDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [
      location.href,
      document.cookie,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
    ]
    const read = (buffer: BufferSource) => ['utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(buffer))
    const tellParts = async (value: object): Promise<void> => {
      found.push(...Object.keys(value))
      for (const part of Object.values(value)) await tell(part)
    }
    const tell = async (value: unknown): Promise<void> => {
      const held = value instanceof Blob ? await value.arrayBuffer() : value
      if (held instanceof ArrayBuffer || ArrayBuffer.isView(held)) found.push(...read(held as BufferSource))
      else if (typeof held === 'object' && held !== null) await tellParts(held)
      else found.push(String(held))
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store)
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())])
        for (const value of [...keys, ...values]) await tell(value)
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return found.join('\n')
  })
}

/** Files of the program's data that have this text in them. */
function filesWith(folder: string, text: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  const wanted = Buffer.from(text)
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path).includes(wanted))
}
