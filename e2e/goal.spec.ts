// Goal: examples to compare, a goal in each learner's own way, two taps for what they chose and understood, half of it without a network.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { goalTalkForGroup } from '../src/school/goaltalks/contract.ts'
import { groupCreate } from '../src/school/groups/contract.ts'
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

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 150_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const startedAt = minutesAgo(5)
  await school.practitioner.send(sessionStart, { id: today, groupId: school.groupId, startedAt })
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

const row = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()

/** Draws one line across a sheet, as a finger or a mouse would. */
async function drawOn(page: Page, sheet: string, height: number): Promise<void> {
  const surface = page.getByRole('img', { name: sheet })
  await surface.scrollIntoViewIfNeeded()
  const box = await surface.boundingBox()
  if (box === null) throw new Error('the sheet is nowhere')
  await page.mouse.move(box.x + 30, box.y + height)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + height + 4, { steps: 4 })
  await page.mouse.move(box.x + box.width - 30, box.y + height, { steps: 4 })
  await page.mouse.up()
}

test('a group compares two examples and says what makes one good; the form hints quietly', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/goal`)
  await expect(page.getByText('I can fold or draw to show the same amount')).toBeVisible()
  await press(page, 'Make a good example')
  await drawOn(page, 'Sheet to draw the example on', 60)
  await drawOn(page, 'Sheet to draw the example on', 120)
  await expect(page.getByText('2 lines')).toBeVisible()
  await press(page, 'Take the last line back')
  await expect(page.getByText('1 line', { exact: true })).toBeVisible()
  await drawOn(page, 'Sheet to draw the example on', 140)
  await page.getByLabel('In words').fill('As Callum drew it')
  await press(page, 'Keep')
  await expect(page.getByText(/A child’s name stands here/)).toBeVisible()
  await page.getByLabel('In words').fill('Two strips of one length, a half and two quarters')
  await press(page, 'Keep')
  await expect(page.getByText('Kept: an example')).toBeVisible()
  await press(page, 'Make a weaker example')
  await page.getByLabel('In words').fill('Two strips of different lengths')
  await press(page, 'Keep')
  await page.getByLabel('What makes it good?').fill('You can see that they end at the same place')
  await press(page, 'Add')
  await press(page, 'Show to the children')
  const shown = page.getByRole('dialog', { name: 'Two examples' })
  await expect(shown.getByText('The good one')).toHaveCount(0)
  await press(shown, 'Show which')
  await expect(shown.getByText('You can see that they end at the same place')).toBeVisible()
  await isSound(page)
  await press(shown, 'Close')
  await page.getByRole('link', { name: 'Set another goal' }).click()
  await page.getByLabel('What is to be learnt').fill('Finish page 12')
  await expect(page.getByText(/This sounds like a task/)).toBeVisible()
  await page.getByLabel('As the child says it').fill('I can demonstrate an equivalent fraction')
  await expect(page.getByText('“demonstrate” is an adult’s word. A plainer one: “show”')).toBeVisible()
  await expect(page.getByText(/Long for a child: “equivalent”/)).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(new RegExp(`/sessions/${today}/goal$`))
})

test('each learner says the goal in an own way, without a network, and nothing is lost', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/')
  const lesson = page.locator(`a[href*="/sessions/${today}"]`).first()
  await expect(lesson).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  await goOffline(page)
  await lesson.click()
  await page.getByRole('tab', { name: 'Goal', exact: true }).click()
  const callum = row(page, 'Callum B')
  await expect(callum.getByRole('radio', { name: '3 Explain' })).toBeVisible()
  const taps = await tapsDuring(page, async () => {
    await callum.getByRole('radio', { name: '1 Same amount' }).click()
    await expect(page.getByText('Kept: Callum B')).toBeVisible()
    await callum.getByRole('radio', { name: 'Said it back' }).click()
  })
  expect(taps).toBe(2)
  await press(callum, 'Callum B’s own words')
  await page.getByLabel('In Callum B’s words').fill('I’m trying to show when two are the same size, like half-time.')
  await press(page, 'Keep')
  await expect(callum.getByText('“I’m trying to show when two are the same size, like half-time.”')).toBeVisible()

  const ewa = row(page, 'Ewa N')
  await press(ewa, 'Ewa N’s own words')
  await page.getByRole('button', { name: 'First language' }).click()
  await page.getByLabel('First language', { exact: true }).selectOption('Urdu')
  await page.getByLabel('In Urdu').fill('ایک جیسا حصہ')
  await page.getByLabel('In English').fill('The same part')
  await page.getByLabel('Who interpreted or wrote it').fill('Mr Nowak')
  await press(page, 'Keep')
  await expect(ewa.getByText('“ایک جیسا حصہ”')).toHaveAttribute('dir', 'rtl')
  await expect(ewa.getByText('“ایک جیسا حصہ”')).toHaveAttribute('lang', 'ur')

  const maisie = row(page, 'Maisie T')
  await press(maisie, 'Maisie T’s own words')
  await page.getByRole('button', { name: 'Words', exact: true }).last().click()
  await page.getByRole('button', { name: 'Drawing', exact: true }).click()
  await page.getByRole('button', { name: 'Symbols', exact: true }).click()
  await press(page, 'Keep')
  await expect(page.getByText('Say, draw or choose something first')).toBeVisible()
  await drawOn(page, 'Sheet to draw the goal on', 50)
  await page.getByRole('radio', { name: 'Moon' }).click({ force: true })
  await press(page, 'Keep')
  await expect(maisie.getByRole('img', { name: 'How Maisie T drew the goal' })).toBeVisible()

  const theo = row(page, 'Theo W')
  await press(theo, 'Start and now: Theo W')
  await theo.getByLabel('Helps with this goal').fill('Step card: fold, count, compare')
  await theo.getByRole('button', { name: 'Keep', exact: true }).first().click()
  await expect(theo.getByText('Helps with this goal: Step card: fold, count, compare')).toBeVisible()
  await theo.getByRole('radio', { name: 'Not sure yet' }).click()
  await expect(page.getByText('Kept: Theo W')).toBeVisible()
  await press(page, 'Undo')
  await expect(theo.getByRole('radio', { name: 'Not sure yet' })).not.toBeChecked()

  await page.context().setOffline(false)
  const sent = async () => (await school.practitioner.ask(goalTalkForGroup, { groupId: school.groupId })).wordings.length
  await expect.poll(sent, { timeout: 20_000 }).toBe(3)
  await page.reload()
  await expect(callum.getByRole('radio', { name: 'Said it back' })).toBeChecked()
  await expect(maisie.getByRole('img', { name: 'How Maisie T drew the goal' })).toBeVisible()
  await expect(ewa.getByText('Urdu, with Mr Nowak')).toBeVisible()
  await expect(theo.getByRole('radio', { name: 'Not sure yet' })).not.toBeChecked()
  await press(theo, 'Start and now: Theo W')
  await isSound(page)
})

test('a class moves up: a goal goes along into the next class and closes here', async ({ browser }) => {
  const next = newId()
  await school.teacher.send(groupCreate, { id: next, name: '5H Mathematics', subject: 'Mathematics', cover: 'plum', kind: 'class' })
  const page = await open(browser, school.teacher, `/groups/${school.groupId}?part=goals`)
  await page.getByRole('link', { name: 'Move goals up' }).click()
  const goal = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Find and explain equivalent fractions' }) })
  await goal.getByRole('radio', { name: 'Goes along' }).click()
  await press(page, 'Move the goals up')
  await expect(page.getByRole('alert')).toContainText('Say where “Find and explain equivalent fractions” goes')
  await isSound(page)
  await goal.getByLabel('Into which group?').selectOption('5H Mathematics')
  await press(page, 'Move the goals up')
  await page.getByRole('button', { name: '1 closed goal' }).click()
  const open5 = async () => (await school.teacher.ask(goalTalkForGroup, { groupId: next })).goals.map(({ wording }) => wording)
  await expect.poll(open5, { timeout: 20_000 }).toEqual(['Find and explain equivalent fractions'])
})
