// Feedback with a next action and a second attempt beside the first: refused where it lacks one, three taps beside a child, the same without a network.
import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { newId } from '../src/core/ids.ts'
import { improvementForSession } from '../src/school/improvements/contract.ts'
import { learnerObservationRecord } from '../src/school/observations/contract.ts'
import { photoAdd } from '../src/school/photos/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { goOffline, newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool
const today = newId()
const later = newId()
const idOf = (name: string) => school.learners.find(({ givenName }) => givenName === name)?.id ?? ''

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 150_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const { groupId, practitioner } = school
  await practitioner.send(sessionStart, { id: today, groupId, startedAt: minutesAgo(50) })
  await practitioner.send(sessionStart, { id: later, groupId, startedAt: minutesAgo(1) })
  await firstAttempts()
})
test.afterAll(() => program.stop())

/** Callum on "Same amount", twice not yet with a clue; the second time his work, photographed. */
async function firstAttempts(): Promise<void> {
  const { groupId, practitioner, goalId, criterionIds } = school
  const learnerId = idOf('Callum')
  const photoId = newId()
  await practitioner.send(photoAdd, { id: photoId, learnerId, takenAt: minutesAgo(40) }, await picture('#a8402c'))
  const seen = { learnerId, groupId, sessionId: today, goalId, criterionId: criterionIds[0], participation: null, myView: null }
  const notYet = { helpLevel: 'clue' as const, response: 'not_yet' as const }
  await practitioner.send(learnerObservationRecord, {
    ...{ id: newId(), ...seen, ...notYet, source: 'heard', whatSeen: null, childWords: 'five is bigger than two', photoId: null },
    observedAt: minutesAgo(42),
  })
  await practitioner.send(learnerObservationRecord, {
    ...{ id: newId(), ...seen, ...notYet, source: 'work_sample', whatSeen: 'Drew thirds that cross', childWords: null, photoId },
    observedAt: minutesAgo(40),
  })
}

function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('tab', { name: 'Feedback' })).toBeVisible()
  return page
}

const place = (sessionId: string) => school.practitioner.ask(improvementForSession, { sessionId, groupId: school.groupId })
const given = (page: Page, name = 'Given in this session') => page.getByRole('list', { name }).getByRole('listitem')

const keep = (page: Page) => page.getByRole('button', { name: 'Keep the feedback' }).click()

test('without a network feedback is refused until it has a criterion and a next action, kept, undone in one tap, and sent later', async ({
  browser,
}) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/feedback`)
  await expect(page.getByRole('form', { name: 'Give feedback' })).toBeVisible()
  await goOffline(page)
  await page.getByRole('button', { name: 'Maisie T' }).click()
  await keep(page)
  await expect(page.getByRole('alert')).toContainText('Choose the success criterion it is about')
  await page.getByRole('radio', { name: 'Same amount' }).click()
  await page.getByText('Ways to begin').click()
  await page.getByRole('button', { name: 'You … before you …, and that showed …' }).click()
  await page.getByLabel('What went well, in the work').fill('You are so clever, that is grade B')
  await expect(page.getByText('This is about the child. Say what they did in the work.')).toBeVisible()
  await page.getByLabel('One thing to do next').fill('Write one sentence with denominator')
  await keep(page)
  await expect(page.getByRole('alert')).toContainText('Take the mark or grade out')
  await page
    .getByLabel('What went well, in the work')
    .fill('You lined the strips up before you compared, and that showed ½ is 2/4, not 1 of the six pieces')
  await page.getByLabel('One thing to do next').fill('')
  await keep(page)
  await expect(page.getByRole('alert')).toContainText('Say one thing to do next')
  await page.getByLabel('One thing to do next').fill('Write one sentence with denominator')
  await expect(page.getByText('This is about the child.')).toBeHidden()
  await keep(page)
  await expect(page.getByText('Kept: Maisie T, feedback on Same amount')).toBeVisible()
  await expect(given(page)).toContainText(['Not sent yet'])
  expect(await tapsDuring(page, () => page.getByRole('button', { name: 'Undo' }).click())).toBe(1)
  await expect(given(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Maisie T' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('What went well, in the work')).toHaveValue(/^You lined the strips up/)
  await page.getByRole('button', { name: 'Callum B' }).click()
  await page.getByLabel('One thing to do next').fill('Draw it again with the strips the same length')
  await keep(page)
  await expect(page.getByText('Kept: Callum B and Maisie T, feedback on Same amount')).toBeVisible()
  await given(page).filter({ hasText: 'Maisie' }).getByRole('radio', { name: 'Said it back' }).click()
  await page.context().setOffline(false)
  await expect(page.getByRole('main').getByText('Not sent yet')).toHaveCount(0, { timeout: 20_000 })
  await expect
    .poll(async () => (await place(today)).feedback.map(({ response }) => response?.response ?? 'none').toSorted())
    .toEqual(['none', 'said_back'])
})

test('row 8: a second attempt stands beside the first in 3 taps, with help then and now and the states of the records', async ({
  browser,
}) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/feedback`)
  const callum = given(page).filter({ hasText: 'Callum' })
  await expect(callum).toBeVisible()
  const work = await picture('#17663f')
  const taps = await tapsDuring(page, async () => {
    const chooser = page.waitForEvent('filechooser')
    await callum.getByRole('button', { name: 'Photo', exact: true }).click()
    await (await chooser).setFiles({ name: 'work.jpg', mimeType: 'image/jpeg', buffer: work })
    await expect(page.getByRole('dialog').getByText('First attempt')).toBeVisible()
    await page.getByRole('radio', { name: 'Self' }).click()
    await page.getByRole('button', { name: 'No face: keep it' }).click()
    await expect(page.getByText('Kept: Callum B, both attempts')).toBeVisible()
  })
  expect(taps).toBe(3)
  const pair = page.getByRole('list', { name: 'Second attempts' }).getByRole('listitem')
  await expect(pair).toContainText(['Drew thirds that cross'])
  await expect(pair).toContainText(['Help: with a clue, now without help'])
  await expect(page.getByText('1 piece of feedback was used: Callum B.')).toBeVisible()
  await pair.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Say what changed' }).click()
  await page.getByLabel(/in Callum B’s words/).fill('I used the wall, you go straight down')
  await page.getByRole('radio', { name: '5 minutes', exact: true }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(pair).toContainText(['“I used the wall, you go straight down”'])
  await expect
    .poll(async () => (await place(today)).improvements)
    .toMatchObject([{ minutes: 5, stateBefore: 'not_yet', whatChanged: 'I used the wall, you go straight down' }])
  await isSound(page)
  await page.goto(`/learners/${idOf('Callum')}`)
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Feedback and second attempts' }) })
  await expect(card.getByText('1 piece of feedback was used.')).toBeVisible()
  await expect(card.getByText('“I used the wall, you go straight down”')).toBeVisible()
})

test('where the family allows no photo, words and a drawing do, without a network too', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/feedback`)
  const maisie = given(page).filter({ hasText: 'Maisie' })
  await expect(maisie.getByRole('button', { name: 'Words' })).toBeVisible()
  await expect(maisie.getByRole('button', { name: 'Photo', exact: true })).toHaveCount(0)
  await goOffline(page)
  const chooser = page.waitForEvent('filechooser')
  await given(page).filter({ hasText: 'Callum' }).getByRole('button', { name: 'Photo', exact: true }).click()
  await (await chooser).setFiles({ name: 'work.jpg', mimeType: 'image/jpeg', buffer: await picture('#1f5f9e') })
  await page.getByRole('button', { name: 'No face: keep it' }).click()
  await expect(page.getByRole('alert')).toContainText('Say how much help it took')
  await page.getByRole('radio', { name: 'Clue' }).click()
  await page.getByRole('button', { name: 'No face: keep it' }).click()
  await expect(page.getByText('A photo, not sent yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('A photo, not sent yet')).toHaveCount(0)
  await maisie.getByRole('button', { name: 'Words' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Write or draw the second attempt first')
  await page.getByLabel(/wrote or said now/).fill('The 4 tells how many equal parts')
  await page.getByRole('radio', { name: 'Prompt' }).click()
  await page.getByRole('radio', { name: 'Nearly' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  const pairs = page.getByRole('list', { name: 'Second attempts' }).getByRole('listitem')
  await expect(pairs.filter({ hasText: 'Maisie' })).toContainText('The 4 tells how many equal parts')
  await expect(page.getByText('2 pieces of feedback were used: Callum B, Maisie T.')).toBeVisible()
  expect(await tapsDuring(page, () => page.getByRole('button', { name: 'Undo' }).click())).toBe(1)
  await expect(pairs.filter({ hasText: 'Maisie' })).toHaveCount(0)
  await page.context().setOffline(false)
  await expect.poll(async () => (await place(today)).improvements.length).toBe(1)
})

test('in a later session what was not used is asked about again; one corrects one’s own, and a teacher takes it back', async ({
  browser,
}) => {
  const page = await open(browser, school.practitioner, `/sessions/${later}/feedback`)
  const unused = given(page, 'From earlier sessions')
  await expect(unused).toHaveCount(1)
  await unused.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Correct' }).click()
  await page.getByRole('dialog').getByLabel('One thing to do next').fill('Write two quarters under the strip')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await expect(unused).toContainText(['Next: Write two quarters under the strip'])
  await unused.getByRole('radio', { name: 'Acted on it' }).click()
  await expect(page.getByText('1 piece of feedback was used: Maisie T.')).toBeVisible()
  await expect
    .poll(async () => (await place(later)).feedback)
    .toMatchObject([{ nextAction: 'Write two quarters under the strip', response: { response: 'acted', sessionId: later } }])
  const teachers = await open(browser, school.teacher, `/sessions/${later}/feedback`)
  await given(teachers, 'From earlier sessions')
    .getByRole('button', { name: /^More for/ })
    .click()
  await teachers.getByRole('menuitem', { name: 'Take it back' }).click()
  await teachers.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(async () => (await place(later)).feedback).toEqual([])
})
