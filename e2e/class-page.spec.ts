// The teacher's class page and a learner's page: what stands out, what it rests on, marks with a way back, by keyboard, on a phone and on paper.
import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { newId } from '../src/core/ids.ts'
import { goOffline, newDevice, signIn, tapsDuring } from './support/device.ts'
import { judge, note, noteWork } from './support/notes.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

const [aaliyah, callum, ewa, theo] = [0, 1, 2, 5] as const
const desk = { width: 1280, height: 800 }

let program: RunningProgram
let school: JourneySchool

// axe reads a page of many parts six times over, on machines that are busy with other journeys.
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const { practitioner } = school
  await judge(practitioner, school, { learner: aaliyah, criterion: 0 }, {})
  await judge(practitioner, school, { learner: ewa, criterion: 0 }, { helpLevel: 'prompt' })
  await judge(practitioner, school, { learner: callum, criterion: 2 }, { response: 'not_yet', helpLevel: 'clue' })
  await judge(practitioner, school, { learner: theo, criterion: 2 }, { response: 'not_yet', helpLevel: 'model' })
  await note(
    practitioner,
    school,
    { learner: callum, criterion: 2 },
    {
      response: 'not_yet',
      helpLevel: 'clue',
      source: 'heard',
      childWords: 'Five is bigger than two, so a fifth is bigger',
      participation: 'joining',
    },
  )
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string, viewport = desk): Promise<Page> {
  const page = await (await newDevice(browser, program, viewport)).newPage()
  page.setDefaultTimeout(10_000)
  await signIn(page, person, path)
  return page
}

const classPage = () => `/groups/${school.groupId}/class`
const square = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const beside = (page: Page) => page.getByRole('complementary')

test('three sentences say what needs the teacher, and a square shows what it rests on', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  await expect(page.getByText('Explain: 2 of 6 not yet')).toBeVisible()
  await expect(page.getByText('Same amount: 2 secure')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not seen for two weeks' })).toContainText('Nobody')
  await square(page, 'Callum B, Explain: Not yet, with a clue').click()
  await expect(beside(page).getByText('“Five is bigger than two, so a fifth is bigger”')).toBeVisible()
  await expect(beside(page).getByText('Not yet, with a clue', { exact: true })).toBeVisible()
  await expect(beside(page).getByText('What helps: Short goals')).toBeVisible()
  await isSound(page)
})

test('the map is one tab stop, and arrow keys lead through it', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  await square(page, 'Aaliyah K, Same amount').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(square(page, 'Callum B, Equal fraction')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(beside(page).getByRole('heading', { name: 'Callum B' })).toBeVisible()
  await page.keyboard.press('Control+Home')
  await expect(square(page, 'Aaliyah K, Same amount')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(0)
})

test('a teacher marks many as met at once, and takes it back in one tap', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  await page.getByRole('button', { name: 'Confirm as met' }).click()
  await page.getByRole('checkbox', { name: 'Ewa N' }).uncheck()
  await page.getByRole('button', { name: 'Mark 1 as met' }).click()
  await expect(square(page, 'Aaliyah K, Same amount: Met, without help')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Marked as met: Aaliyah K, Same amount' })).toBeVisible()
  await page.reload()
  await expect(square(page, 'Aaliyah K, Same amount: Met')).toBeVisible()
  await square(page, 'Aaliyah K, Same amount: Met').click()
  await beside(page).getByRole('button', { name: 'Take back that it is met' }).click()
  await expect(square(page, 'Aaliyah K, Same amount: Secure')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(square(page, 'Aaliyah K, Same amount: Met')).toBeVisible()
  await beside(page).getByRole('button', { name: 'Take back that it is met' }).click()
  await expect(square(page, 'Aaliyah K, Same amount: Secure')).toBeVisible()
})

test('a practitioner sees the page and can’t mark', async ({ browser }) => {
  const page = await open(browser, school.practitioner, classPage())
  await page.getByRole('button', { name: 'See who', exact: true }).click()
  await expect(page.getByText('The class teacher confirms what is met.')).toBeVisible()
  await square(page, 'Aaliyah K, Same amount').click()
  await expect(beside(page).getByText('Secure, without help', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Mark/ })).toHaveCount(0)
})

test('in three taps those who are not yet there become a group', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  const taps = await tapsDuring(page, async () => {
    await page.getByRole('button', { name: 'See the 2 and their words' }).click()
    await page.getByRole('link', { name: 'Make a group of them' }).click()
    await expect(page.getByRole('checkbox', { name: 'Callum B' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Aaliyah K' })).not.toBeChecked()
    await page.getByRole('button', { name: 'Make the group' }).click()
  })
  expect(taps).toBe(3)
  await expect(page.getByRole('heading', { level: 1, name: 'Explain: teach again' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Callum B' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Theo W' })).toBeVisible()
  // The goal goes along: what was seen of it stays where it was, and the new class page leads there.
  await page.getByRole('link', { name: 'Class page' }).click()
  await expect(page.getByText('Nothing is noted here yet. What was seen before stays with Fractions boost.')).toBeVisible()
  await expect(square(page, 'Callum B, Explain: Not seen yet')).toBeVisible()
  await isSound(page)
  await page.getByRole('link', { name: 'Class page of Fractions boost' }).click()
  await expect(page.getByText('Explain: 2 of 6 not yet')).toBeVisible()
  // Nobody makes the group twice.
  await page.getByRole('button', { name: 'See the 2 and their words' }).click()
  await expect(page.getByText('Explain: teach again works on this goal too.')).toBeVisible()
  await isSound(page)
  await page.screenshot({ path: 'test-results/class-taken-into.png' })
  await page.getByRole('link', { name: 'Class page of Explain: teach again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Explain: teach again' })).toBeVisible()
  // On the child's page the same words stand twice, each with its group.
  await page.goto(`/learners/${school.learners[callum]?.id}`)
  await expect(page.getByText('Explain: teach again', { exact: true })).toBeVisible()
})

test('on a phone each criterion is a card, and each card opens everyone', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage(), { width: 390, height: 844 })
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Explain' }) })
  await expect(card.getByText('Callum B, Theo W')).toBeVisible()
  await card.getByRole('button', { name: 'See everyone' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Callum B/ })
    .click()
  await expect(page.getByRole('dialog').getByText('“Five is bigger than two, so a fifth is bigger”')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  const order = page.getByRole('radio', { name: 'Needs most first' })
  expect(await order.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 'its words spill over').toBeLessThanOrEqual(0)
  await order.click()
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Callum B')
})

test('on paper the map stands with its key and without buttons, on one page', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  await expect(page.getByRole('grid')).toBeVisible()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('More dots, more help')).toBeVisible()
  for (const name of ['Print', 'Confirm as met']) await expect(page.getByRole('button', { name })).toBeHidden()
})

test('a learner’s page: before and after, corrected and withdrawn by whoever noted it, marked by the teacher', async ({ browser }) => {
  const { practitioner, teacher, learners } = school
  const photo = (tone: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: tone } })
      .webp()
      .toBuffer()
  const work = { learner: callum, criterion: 1 } as const
  await noteWork(practitioner, school, work, {
    photo: await photo('#ffffff'),
    response: 'not_yet',
    helpLevel: 'model',
    observedAt: minutesAgo(90),
  })
  await noteWork(practitioner, school, work, {
    photo: await photo('#000000'),
    helpLevel: 'prompt',
    whatSeen: 'Lined the strips up',
    observedAt: minutesAgo(5),
  })
  const path = `/learners/${learners[callum]?.id}`

  const page = await open(browser, practitioner, path)
  await expect(page.getByRole('heading', { level: 1, name: 'Callum B' })).toBeVisible()
  await expect(page.getByText('Not yet, with a clue', { exact: true })).toBeVisible()
  await expect(page.getByText('Not enough yet, with a prompt', { exact: true })).toBeVisible()
  await expect(page.getByRole('figure')).toHaveCount(2)
  await expect(page.getByRole('button', { name: /show it large/ })).toHaveCount(4)
  await isSound(page)

  const moment = page.getByRole('listitem').filter({ hasText: 'Lined the strips up' })
  await moment.getByRole('button', { name: 'More for this moment' }).click()
  await page.getByRole('menuitem', { name: 'Correct' }).click()
  await page.getByLabel('What you saw').fill('Lined both strips up, edge to edge')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  const corrected = page.getByRole('listitem').filter({ hasText: 'edge to edge' })
  await expect(corrected).toBeVisible()
  await corrected.getByRole('button', { name: 'More for this moment' }).click()
  await page.getByRole('menuitem', { name: 'Withdraw' }).click()
  await expect(corrected).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(corrected).toBeVisible()
  await page.reload()
  await expect(corrected).toHaveCount(1)
  await expect(page.getByText('Needs attention')).toHaveCount(0)

  const other = await open(browser, teacher, path)
  // Below the same goal of the group that was made to teach it again.
  await expect(other.getByRole('button', { name: 'Mark as met: Explain' }).last()).toBeVisible()
  await isSound(other)
  await other.getByRole('button', { name: 'Mark as met: Equal fraction' }).last().click()
  await expect(other.getByText('Met, with a prompt')).toBeVisible()
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByText('Met, with a prompt')).toHaveCount(0)
})

test('without a network the page is as it was, and a mark waits', async ({ browser }) => {
  const page = await open(browser, school.teacher, classPage())
  await expect(square(page, 'Ewa N, Same amount: Secure')).toBeVisible()
  await goOffline(page)
  await square(page, 'Ewa N, Same amount: Secure').click()
  await beside(page).getByRole('button', { name: 'Mark as met' }).click()
  await expect(square(page, 'Ewa N, Same amount: Met, with a prompt')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(square(page, 'Ewa N, Same amount: Secure, with a prompt')).toBeVisible()
  await page.context().setOffline(false)
})

test('whoever does not work with the group is told so, and the server is asked once', async ({ browser }) => {
  const page = await (await newDevice(browser, program, desk)).newPage()
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/api/classMap.') && asked.push(request.url()))
  await signIn(page, school.teacher, `/groups/${newId()}/class`)
  await expect(page.getByRole('heading', { name: 'Not one of your groups' })).toBeVisible()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await expect(page.getByRole('link', { name: 'Your groups' })).toBeVisible()
  await isSound(page)
  expect(asked).toHaveLength(1)
})

test('a lesson that was not planned opens at once, and nothing is asked that the server does not know yet', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/')
  const refused: string[] = []
  page.on('response', (response) => response.status() === 404 && refused.push(response.url()))
  await page.getByRole('button', { name: 'Start unplanned' }).click()
  const found = page.waitForResponse((response) => response.url().includes('/api/session.find'))
  await page.getByRole('dialog').getByRole('button', { name: 'Fractions boost' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fractions boost' })).toBeVisible()
  expect((await found).status()).toBe(200)
  expect(refused).toEqual([])
})

test('a lesson that was not planned is begun without a network, and each of its places opens', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/')
  await expect(page.getByRole('button', { name: 'Start unplanned' })).toBeVisible()
  // What the places need is asked ahead, of a session in which nothing happened yet.
  const isAhead = (groupId: string) => {
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.split(groupId).length > 2)
    const queries = ['brief.forSession', 'improvement.forSession', 'handover.draft', 'handover.forSession']
    return queries.every((query) => asked.some(({ name }) => name.includes(query)))
  }
  await page.waitForFunction(isAhead, school.groupId)
  // Then they are kept.
  await page.waitForTimeout(500)
  await goOffline(page)
  await page.getByRole('button', { name: 'Start unplanned' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fractions boost' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fractions boost' })).toBeVisible()
  for (const place of ['Brief', 'Goal', 'Find out', 'Feedback', 'Hand over']) {
    await page.getByRole('tab', { name: place }).click()
    await expect(page.getByRole('tabpanel', { name: place }).getByRole('heading').first()).toBeVisible()
    await expect(page.getByText('has not kept this page')).toHaveCount(0)
    await isSound(page)
  }
  const started = page.waitForResponse('**/api/session.start')
  await page.context().setOffline(false)
  expect((await started).status()).toBe(200)
})
