// Capture beside six children: taps and seconds as promised, the same without a network, and nothing kept that the disk does not have.
import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { newId } from '../src/core/ids.ts'
import { groupAddStaff, groupCreate } from '../src/school/groups/contract.ts'
import { captureDay, type LearnerObservation } from '../src/school/observations/contract.ts'
import { colourFindings, findings } from './support/axe.ts'
import { counts, goOffline, newDevice, signIn, tapsDuring } from './support/device.ts'
import { invite, type JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'

let program: RunningProgram
let school: JourneySchool

test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})

test.afterAll(async () => {
  await program.stop()
})

/** A fresh device with the practitioner on it, ready to capture. */
async function ready(browser: Browser, person: JourneyPerson = school.practitioner): Promise<Page> {
  const context = await newDevice(browser, program)
  const page = await context.newPage()
  await signIn(page, person, '/capture')
  await page.getByRole('button', { name: 'Not on this device' }).click()
  const warning = page.getByRole('button', { name: 'I know' })
  await expect(tile(page, 'Callum').or(page.getByRole('heading', { name: 'Which group?' }))).toBeVisible()
  if (await warning.isVisible()) await warning.click()
  return page
}

const tile = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Learners' }).getByRole('button', { name: new RegExp(`^${name}`) })
const level = (page: Page, name: string) => page.getByRole('group', { name: 'Level of help' }).getByRole('button', { name, exact: true })
const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Note more' }).getByRole('button', { name, exact: true })
const chip = (page: Page) => page.getByRole('banner').or(page.locator('header')).getByRole('button').last()

async function keep(page: Page, names: readonly string[], help: string): Promise<void> {
  for (const name of names) await tile(page, name).click()
  await level(page, help).click()
  await expect(page.getByText(/^Kept: /)).toBeVisible()
}

/** What the server has of today, newest first. */
async function recorded(): Promise<readonly LearnerObservation[]> {
  const { observations } = await school.practitioner.ask(captureDay, {})
  return observations
}

const idOf = (name: string) => school.learners.find(({ givenName }) => givenName === name)?.id ?? ''

/** The new observations that some work leaves at the server, once there are as many as it should. */
async function arrivals(count: number, work: () => Promise<void>): Promise<readonly LearnerObservation[]> {
  const before = new Set((await recorded()).map(({ id }) => id))
  const fresh = async () => (await recorded()).filter(({ id }) => !before.has(id))
  await work()
  await expect.poll(async () => (await fresh()).length).toBe(count)
  return fresh()
}

test.describe('taps and seconds', () => {
  test('row 2: three learners, one goal, the same help: 4 taps, 5 s', async ({ browser }) => {
    const page = await ready(browser)
    const began = Date.now()
    const made = await arrivals(3, async () => {
      expect(await tapsDuring(page, () => keep(page, ['Aaliyah', 'Callum', 'Ewa'], 'Prompt'))).toBe(4)
      expect(Date.now() - began).toBeLessThan(5_000)
    })
    await expect(page.getByText('Kept: Aaliyah, Callum and Ewa, prompt')).toBeVisible()
    expect(made.map(({ learnerId }) => learnerId).toSorted()).toEqual(['Aaliyah', 'Callum', 'Ewa'].map(idOf).toSorted())
    expect(
      made.every(
        ({ helpLevel, goalId, criterionId }) =>
          helpLevel === 'prompt' && goalId === school.goalId && criterionId === school.criterionIds[0],
      ),
    ).toBe(true)
    expect(new Set(made.map(({ sessionId }) => sessionId)).size).toBe(1)
  })

  test('row 3: three learners, different help: 6 taps', async ({ browser }) => {
    const page = await ready(browser)
    const taps = await tapsDuring(page, async () => {
      await keep(page, ['Aaliyah'], 'Self')
      await keep(page, ['Callum'], 'Clue')
      await keep(page, ['Theo'], 'Model')
    })
    expect(taps).toBe(6)
    await expect(tile(page, 'Theo')).toContainText('Model')
  })

  test('row 4: six learners, the same help: 7 taps', async ({ browser }) => {
    const page = await ready(browser)
    const names = school.learners.map(({ givenName }) => givenName)
    const made = await arrivals(6, async () => {
      expect(await tapsDuring(page, () => keep(page, names, 'Correct'))).toBe(7)
    })
    expect(made).toHaveLength(6)
  })

  test('row 5: a child’s exact words: one tap more, and then only words', async ({ browser }) => {
    const page = await ready(browser)
    const made = await arrivals(1, async () => {
      const taps = await tapsDuring(page, async () => {
        await tile(page, 'Ewa').click()
        await tool(page, 'Words').click()
        await expect(page.getByLabel('The child’s own words')).toBeFocused()
        await page.keyboard.type('the bottom one is… denominator')
        await level(page, 'Prompt').click()
        await expect(page.getByText('Kept: Ewa, prompt, words')).toBeVisible()
      })
      expect(taps).toBe(3)
    })
    expect(made).toMatchObject([{ learnerId: idOf('Ewa'), childWords: 'the bottom one is… denominator', whatSeen: null, myView: null }])
  })

  test('words of one among several: it is asked who said them', async ({ browser }) => {
    const page = await ready(browser)
    const made = await arrivals(2, async () => {
      await tile(page, 'Jayden').click()
      await tile(page, 'Theo').click()
      await tool(page, 'Words').click()
      await expect(page.getByLabel('The child’s own words')).toBeFocused()
      await page.keyboard.type('half of it')
      await level(page, 'Clue').click()
      await expect(page.getByText('Choose who said it, then the level of help.')).toBeVisible()
      await page.getByRole('radio', { name: 'Theo' }).click()
      await level(page, 'Clue').click()
      await expect(page.getByText(/^Kept: /)).toBeVisible()
    })
    expect(made.map(({ learnerId, childWords }) => [learnerId, childWords]).toSorted()).toEqual(
      [
        [idOf('Jayden'), null],
        [idOf('Theo'), 'half of it'],
      ].toSorted(),
    )
  })

  test('row 6: a photo of work: 3 taps, kept within 1.5 s of the shutter, upright and without its place', async ({ browser }) => {
    const page = await ready(browser)
    const picture = await photoWithPlace()
    const made = await arrivals(1, async () => {
      const taps = await tapsDuring(page, async () => {
        await tile(page, 'Theo').click()
        const chooser = page.waitForEvent('filechooser')
        await tool(page, 'Photo').click()
        await (await chooser).setFiles({ name: 'work.jpg', mimeType: 'image/jpeg', buffer: picture })
        const shutter = Date.now()
        await page.getByRole('button', { name: 'No face: keep it' }).click()
        await expect(page.getByText('Kept: Theo, photo')).toBeVisible()
        expect(Date.now() - shutter).toBeLessThan(1_500)
      })
      expect(taps).toBe(3)
    })
    expect(made).toMatchObject([{ learnerId: idOf('Theo'), source: 'work_sample' }])
    const kept = await photoOf(page, made[0]?.photoId ?? '')
    const { width, height, exif } = await sharp(kept).metadata()
    expect([width, height, exif]).toEqual([1200, 1600, undefined])
  })

  test('no photo without consent: it says whose', async ({ browser }) => {
    const page = await ready(browser)
    await tile(page, 'Maisie').click()
    await tile(page, 'Theo').click()
    await tool(page, 'Photo').click()
    await expect(page.getByText('No photo of Maisie’s work: the family has not agreed to photos of work.')).toBeVisible()
  })

  test('row 9: undo is one tap and no dialog, sent or not', async ({ browser }) => {
    const page = await ready(browser)
    await tile(page, 'Jayden').click()
    await goOffline(page)
    await level(page, 'Self').click()
    await expect(page.getByText('Kept: Jayden, self')).toBeVisible()
    expect(await tapsDuring(page, () => page.getByRole('button', { name: 'Undo' }).click())).toBe(1)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(tile(page, 'Jayden')).toHaveAttribute('aria-pressed', 'true')
    const [last] = await arrivals(1, async () => {
      await page.context().setOffline(false)
      await level(page, 'Model').click()
    })
    expect(last).toMatchObject({ learnerId: idOf('Jayden'), helpLevel: 'model' })
    expect(await tapsDuring(page, () => page.getByRole('button', { name: 'Undo' }).click())).toBe(1)
    await expect.poll(async () => (await recorded()).some(({ id }) => id === last?.id)).toBe(false)
  })

  test('row 10: another goal is one tap', async ({ browser }) => {
    const page = await ready(browser)
    const taps = await tapsDuring(page, async () => {
      await page.getByRole('tab', { name: /Explain/ }).click()
      await expect(page.getByText('I can explain with numerator and denominator')).toBeVisible()
    })
    expect(taps).toBe(1)
    const made = await arrivals(1, () => keep(page, ['Maisie'], 'Clue'))
    expect(made).toMatchObject([{ criterionId: school.criterionIds[2] }])
  })
})

test.describe('without a network', () => {
  test('row 1: from a cold start to ready in no tap and 2 s, with one tap among several groups', async ({ browser }) => {
    const one = await ready(browser)
    await offlineReady(one)
    await goOffline(one)
    await one.close()
    const page = await one.context().newPage()
    const began = Date.now()
    await page.goto('/capture')
    await expect(level(page, 'Clue')).toBeVisible()
    await expect(tile(page, 'Theo')).toBeVisible()
    expect(Date.now() - began).toBeLessThan(2_000)
    expect((await counts(page)).taps).toBe(0)

    const several = await ready(browser, await practitionerOfTwoGroups())
    await offlineReady(several)
    await goOffline(several)
    await several.reload()
    expect(await tapsDuring(several, () => several.getByRole('button', { name: /Fractions boost/ }).click())).toBe(1)
    await expect(tile(several, 'Theo')).toBeVisible()
  })

  test('a lesson is captured, looked back on after a restart, and sent when the network is back', async ({ browser }) => {
    const first = await ready(browser)
    await offlineReady(first)
    const context = first.context()
    await context.setOffline(true)
    await first.getByRole('tab', { name: /Equal fraction/ }).click()
    await keep(first, ['Aaliyah', 'Maisie'], 'Clue')
    await expect(chip(first)).toContainText('2 kept')
    await first.close()

    const page = await context.newPage()
    await page.goto('/capture')
    await page.getByRole('tab', { name: /Equal fraction/ }).click()
    await expect(tile(page, 'Maisie')).toContainText('Clue')
    await page.getByRole('button', { name: /^Today/ }).click()
    await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Maisie, with a clue' }).first()).toContainText(
      'Not sent yet',
    )
    await page.keyboard.press('Escape')
    const made = await arrivals(2, async () => {
      await context.setOffline(false)
    })
    expect(made.map(({ helpLevel }) => helpLevel)).toEqual(['clue', 'clue'])
  })

  test('“Kept” comes after the disk has it, all of it in one transaction', async ({ browser }) => {
    const page = await ready(browser)
    await goOffline(page)
    await page.evaluate(() => {
      const log: string[] = []
      Object.assign(window, { log })
      const { transaction } = IDBDatabase.prototype
      IDBDatabase.prototype.transaction = function (...args) {
        const made = transaction.apply(this, args)
        const isWrite = [args[0]].flat().includes('outbox') && args[1] === 'readwrite'
        if (isWrite) made.addEventListener('complete', () => log.push('on the disk'))
        return made
      }
      new MutationObserver(() => document.body.innerText.includes('Kept:') && !log.includes('kept') && log.push('kept')).observe(
        document.body,
        { childList: true, subtree: true, characterData: true },
      )
    })
    await keep(page, ['Aaliyah', 'Callum', 'Ewa', 'Theo'], 'Self')
    expect(await page.evaluate(() => (window as unknown as { log: string[] }).log)).toEqual(['on the disk', 'kept'])
  })

  test('a disk that refuses is said, and nothing is lost from the screen', async ({ browser }) => {
    const page = await ready(browser)
    await goOffline(page)
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    })
    await tile(page, 'Ewa').click()
    await level(page, 'Self').click()
    await expect(page.getByText('That could not be kept on this device.')).toBeVisible()
    await expect(page.getByText(/^Kept: /)).toHaveCount(0)
    await expect(tile(page, 'Ewa')).toHaveAttribute('aria-pressed', 'true')
  })
})

test('a moment of the wrong child goes to the right one', async ({ browser }) => {
  const page = await ready(browser)
  await page.getByRole('tab', { name: /Explain/ }).click()
  const [wrong] = await arrivals(1, () => keep(page, ['Aaliyah'], 'Model'))
  // A long press on the tile shows the learner's day, and picks nobody.
  await tile(page, 'Aaliyah').click({ delay: 800 })
  const dialog = page.getByRole('dialog', { name: 'Aaliyah, today' })
  const made = await arrivals(1, async () => {
    await dialog.getByRole('button', { name: 'Wrong child' }).first().click()
    await dialog.getByRole('radio', { name: 'Ewa' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Kept: Ewa, not Aaliyah')).toBeVisible()
  })
  await expect(tile(page, 'Aaliyah')).toHaveAttribute('aria-pressed', 'false')
  expect(made).toMatchObject([
    { learnerId: idOf('Ewa'), helpLevel: 'model', criterionId: school.criterionIds[2], observedAt: wrong?.observedAt },
  ])
  await expect.poll(async () => (await recorded()).some(({ id }) => id === wrong?.id)).toBe(false)
})

test('keeping shifts nothing on the screen', async ({ browser }) => {
  const page = await ready(browser)
  await arrivals(1, () => keep(page, ['Callum'], 'Correct'))
  const before = (await counts(page)).shifted
  await arrivals(2, () => keep(page, ['Callum', 'Theo'], 'Correct'))
  // The answer that has them follows what was sent.
  await page.waitForTimeout(1_000)
  expect((await counts(page)).shifted).toEqual(before)
})

test('the whole way by keyboard', async ({ browser }) => {
  const page = await ready(browser)
  const made = await arrivals(2, async () => {
    await tile(page, 'Callum').focus()
    await page.keyboard.press('Space')
    await tile(page, 'Ewa').focus()
    await page.keyboard.press('Enter')
    for (let steps = 0; steps < 12 && !(await level(page, 'Clue').evaluate((button) => button === document.activeElement)); steps++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Kept: Callum and Ewa, clue')).toBeVisible()
  })
  expect(made).toHaveLength(2)
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test.describe('axe finds nothing', () => {
  for (const width of [320, 390, 1280]) {
    for (const theme of ['light', 'dark'] as const) {
      test(`at ${width}, ${theme}`, async ({ browser }) => {
        const page = await ready(browser)
        const look = theme === 'light' ? findings : colourFindings
        await page.setViewportSize({ width, height: width === 1280 ? 800 : 844 })
        await page.evaluate((choice) => {
          document.documentElement.dataset.theme = choice
        }, theme)
        await keep(page, ['Callum'], 'Prompt')
        expect(await look(page)).toEqual([])
        await tile(page, 'Ewa').click()
        for (const name of ['Words', 'Joining in', 'How near', 'Note']) {
          await tool(page, name).click()
          expect(await look(page)).toEqual([])
        }
        await tool(page, 'Note').click()
        await tile(page, 'Callum').click({ delay: 800 })
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await look(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })
    }
  }
})

/** The worker has the build and the device has the day: from now on the network is not needed. */
async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 }).toBe(true)
}

async function practitionerOfTwoGroups(): Promise<JourneyPerson> {
  const { administrator, teacher, groupId } = school
  const sam = await invite(program.origin, administrator, { name: 'Sam Reed', email: 'sam.reed@oakmere.example' }, ['practitioner'])
  const reading = newId()
  await teacher.send(groupCreate, { id: reading, name: 'Reading', subject: 'English', cover: 'plum', kind: 'support' })
  for (const id of [groupId, reading])
    await teacher.send(groupAddStaff, { id: newId(), groupId: id, personId: sam.personId, part: 'practitioner' })
  return sam
}

/** Twelve megapixels, lying on its side, with a place in its metadata. */
function photoWithPlace(): Promise<Buffer> {
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' } }
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#c8b890' } })
    .withExif(place)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

async function photoOf(page: Page, id: string): Promise<Buffer> {
  const headers = { 'evident-organisation': school.practitioner.organisationId }
  const response = await page.request.get(`/api/photos/${id}`, { headers })
  expect(response.status()).toBe(200)
  return response.body()
}
