// Find out: a hinge question for six in one row of taps, also without a network; misconceptions by name; techniques and what they told.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { findingsForGroup } from '../src/school/findings/contract.ts'
import { learnerObservationForLearner } from '../src/school/observations/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { findings } from './support/axe.ts'
import { goOffline, newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import { note } from './support/notes.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool
const sessionId = newId()

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 180_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const startedAt = minutesAgo(5)
  await school.practitioner.send(sessionStart, { id: sessionId, groupId: school.groupId, startedAt })
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

const idOf = (name: string) => school.learners.find(({ givenName }) => givenName === name)?.id ?? ''
const answer = (page: Page, name: string, letter: string) =>
  page.getByRole('grid', { name: 'Who chose what' }).getByRole('button', { name: new RegExp(`^${name}: ${letter}[ ,]`) })
const answers = [
  ['Aaliyah', 'A'],
  ['Callum', 'C'],
  ['Ewa', 'A'],
  ['Jayden', 'A'],
  ['Maisie', 'A'],
  ['Theo', 'B'],
] as const

/** What the server has of the group's answers. */
async function recorded() {
  const { moments } = await school.practitioner.ask(findingsForGroup, { groupId: school.groupId })
  return moments.filter(({ hingeOptionId }) => hingeOptionId !== null)
}

test('a hinge question is made, asked of six in six taps without a network, and says at once who chose what', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${sessionId}/find-out`)
  await page.getByRole('button', { name: 'New question' }).click()
  await page.getByRole('button', { name: 'Keep the question' }).click()
  await expect(page.getByRole('alert').or(page.getByText('Write the question')).first()).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('The question', { exact: true }).fill('Which is the same as ½?')
  await page.getByLabel('A, the right answer').fill('2/4')
  await page.getByLabel('B, a wrong answer').fill('1/4')
  await page.getByLabel('What choosing B gives away').selectOption('Halves the fraction')
  await page.getByLabel('C, a wrong answer').fill('2/3')
  await page.getByRole('button', { name: 'Name a new one' }).last().click()
  await page.getByLabel('What choosing C gives away, in a few words').fill('Adds one to both')
  await page.getByRole('button', { name: 'Keep the question' }).click()
  await expect(page.getByRole('grid', { name: 'Who chose what' })).toBeVisible()
  await expect.poll(async () => (await school.practitioner.ask(findingsForGroup, { groupId: school.groupId })).questions.length).toBe(1)
  await isSound(page)

  await goOffline(page)
  const began = Date.now()
  const taps = await tapsDuring(page, async () => {
    for (const [name, letter] of answers) await answer(page, name, letter).click()
    await expect(page.getByText('Kept: Theo, B')).toBeVisible()
  })
  expect(taps).toBe(6)
  expect(Date.now() - began).toBeLessThan(20_000)
  const says = page.getByRole('list', { name: 'What the answers say' })
  await expect(says.getByRole('listitem').filter({ hasText: 'Adds one to both' }).first()).toContainText('Callum')
  await expect(says.getByRole('listitem').filter({ hasText: 'Halves the fraction' }).first()).toContainText('Theo')
  await page.getByRole('radio', { name: 'Not sure' }).click()
  await answer(page, 'Maisie', 'A').click()
  await expect(says.getByText('not sure, so not secure')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(says.getByText('not sure, so not secure')).toHaveCount(0)
  await answer(page, 'Maisie', 'A').click()
  await expect(says.getByText('not sure, so not secure')).toBeVisible()
  expect(await recorded()).toEqual([])

  // Capture is one tap from here, although this device has shown no other page.
  await page.getByRole('main').getByRole('link', { name: 'Capture' }).click()
  await page.getByRole('button', { name: 'Not on this device' }).click()
  await expect(page.getByRole('group', { name: 'Learners' })).toBeVisible()
  await page.goto(`/sessions/${sessionId}/find-out`)

  await page.context().setOffline(false)
  await expect.poll(async () => (await recorded()).length, { timeout: 20_000 }).toBe(6)
  const kept = new Map((await recorded()).map((one) => [one.learnerId, one]))
  expect(kept.get(idOf('Callum'))).toMatchObject({ misconceptionName: 'Adds one to both', response: 'not_yet', sessionId })
  expect(kept.get(idOf('Maisie'))).toMatchObject({ isSure: false, response: 'nearly', criterionId: school.criterionIds[0] })
  await expect(page.getByRole('main')).not.toContainText(/\d+ (of|out of) \d+|%/)
  const { goals } = await school.teacher.ask(learnerObservationForLearner, { learnerId: idOf('Aaliyah') })
  expect(goals[0]?.criteria[0]?.state).toBe('not_enough_yet')
})

test('stems, a silent count, techniques that told something or nothing, and who was not noted', async ({ browser }) => {
  await note(school.practitioner, school, { learner: 1, criterion: 2 }, { technique: 'open_question', childWords: 'You double both' })
  const page = await open(browser, school.practitioner, `/sessions/${sessionId}/find-out`)
  await expect(page.getByText('How do you know?')).toBeVisible()
  await page.getByRole('button', { name: 'Count five' }).click()
  await expect(page.getByRole('dialog', { name: 'Counting while you wait' })).toBeVisible()
  await expect(page.getByText('You waited 5 seconds.')).toBeVisible({ timeout: 9_000 })
  await page.getByRole('button', { name: /Tap to go on/ }).click()
  await page.getByRole('button', { name: 'Ewa', exact: true }).click()
  await expect(page.getByText('Kept: Ewa, waited')).toBeVisible()
  await page.getByRole('radio', { name: 'Mini-whiteboards' }).click()
  await expect(page.getByText('Let a shy learner show you alone.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Mini-whiteboards told nothing of Maisie' }).click()
  await expect(page.getByText('Kept: Maisie, Mini-whiteboards told nothing')).toBeVisible()
  const told = page.getByRole('grid', { name: 'What told you something of whom' })
  await expect(told.getByRole('button', { name: 'Maisie, Mini-whiteboards: Tried, nothing' })).toBeVisible()
  await told.getByRole('button', { name: 'Callum, Open question: Told something' }).click()
  await expect(page.getByRole('dialog').getByText('“You double both”')).toBeVisible()
  await isSound(page)
  await page.keyboard.press('Escape')
  await told.getByRole('button', { name: 'Callum, Open question: Told something' }).press('ArrowDown')
  await expect(told.getByRole('button', { name: /^Ewa, Open question/ })).toBeFocused()
  await isSound(page)
})

test('the school’s words: a phrase for everyone, a misconception called the same everywhere', async ({ browser }) => {
  const page = await open(browser, school.teacher, '/words')
  await page.getByRole('button', { name: 'Another phrase' }).click()
  await page.getByLabel('Phrase 11', { exact: true }).fill('Fetched the fraction wall')
  await page.getByRole('button', { name: 'Put phrase 11 earlier' }).click()
  await page.getByRole('button', { name: 'Leave phrase 1 out' }).click()
  await page.getByRole('button', { name: 'Keep the phrases' }).click()
  await expect(page.getByText('Kept: everyone finds these phrases in capture')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Phrase 9', { exact: true })).toHaveValue('Fetched the fraction wall')
  await page.getByRole('button', { name: 'Rename: Adds one to both' }).click()
  await page.getByLabel('What it is called everywhere').fill('Adds one above and below')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('Adds one above and below')).toBeVisible()
  await expect.poll(async () => (await recorded()).map(({ misconceptionName }) => misconceptionName)).toContain('Adds one above and below')
  await isSound(page)
})

test('capture: a technique chosen once stays chosen, a misconception and a phrase are one tap each, without a network', async ({
  browser,
}) => {
  const page = await open(browser, school.practitioner, `/capture/${school.groupId}?technique=thumbs`)
  await page.getByRole('button', { name: 'Not on this device' }).click()
  const warning = page.getByRole('button', { name: 'I know' })
  await expect(page.getByText('They look at each other.', { exact: false })).toBeVisible()
  if (await warning.isVisible()) await warning.click()
  await page.getByRole('radio', { name: 'Mini-whiteboards' }).click()
  await expect(page.getByText('Some hide or copy.', { exact: false })).toBeVisible()
  await page.getByRole('radio', { name: 'Adds one above and below' }).click()
  await goOffline(page)
  const tile = (name: string) => page.getByRole('group', { name: 'Learners' }).getByRole('button', { name: new RegExp(`^${name}`) })
  const level = (name: string) => page.getByRole('group', { name: 'Level of help' }).getByRole('button', { name, exact: true })
  await tile('Callum').click()
  await level('Clue').click()
  await expect(page.getByText('Kept: Callum, clue')).toBeVisible()
  // The school's own name stands in the day's list at once, before the server knows of it.
  await page.getByRole('button', { name: 'Today 1' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('Adds one above and below')
  await page.keyboard.press('Escape')
  await tile('Ewa').click()
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(tapsDuring(page, () => page.getByRole('button', { name: 'Fetched the fraction wall' }).click())).resolves.toBe(1)
  await expect(page.getByLabel('What you saw', { exact: true })).toHaveValue('Fetched the fraction wall')
  await level('Prompt').click()
  await expect(page.getByText('Kept: Ewa, prompt, note')).toBeVisible()
  await page.context().setOffline(false)
  const found = async () => {
    const { moments } = await school.practitioner.ask(findingsForGroup, { groupId: school.groupId })
    return moments.filter(
      ({ technique, whatSeen, misconceptionId }) => technique === 'mini_whiteboards' && (whatSeen ?? misconceptionId) !== null,
    )
  }
  await expect.poll(async () => (await found()).length, { timeout: 20_000 }).toBe(2)
  const kept = new Map((await found()).map((one) => [one.learnerId, one]))
  expect(kept.get(idOf('Callum'))).toMatchObject({ misconceptionName: 'Adds one above and below', helpLevel: 'clue', source: 'seen' })
  expect(kept.get(idOf('Ewa'))).toMatchObject({ misconceptionName: null, whatSeen: 'Fetched the fraction wall', helpLevel: 'prompt' })
})
