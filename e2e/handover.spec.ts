// From the bell to the next lesson: handed over without a network, read on a phone, decided with one tap, at the top of the next brief.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { handoverShow } from '../src/school/handovers/contract.ts'
import { learnerObservationRecord, type NewObservation } from '../src/school/observations/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { goOffline, newDevice, signIn, tapsDuring } from './support/device.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool

test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const context = await newDevice(browser, program)
  const page = await context.newPage()
  await signIn(page, person, path)
  return page
}

async function begin(minutes: number): Promise<string> {
  const id = newId()
  await school.practitioner.send(sessionStart, { id, groupId: school.groupId, startedAt: minutesAgo(minutes) })
  return id
}

/** What was seen of a learner on "Same amount". */
async function note(sessionId: string, name: string, seen: Partial<NewObservation>): Promise<void> {
  const learnerId = school.learners.find(({ givenName }) => givenName === name)?.id ?? ''
  const { groupId, goalId, criterionIds } = school
  const nothing = { participation: null, whatSeen: null, childWords: null, myView: null, photoId: null }
  await school.practitioner.send(learnerObservationRecord, {
    ...{ id: newId(), learnerId, groupId, sessionId, goalId, criterionId: criterionIds[0], observedAt: minutesAgo(30) },
    ...{ helpLevel: 'self', response: 'secure', source: 'seen', ...nothing, ...seen },
  })
}

async function lesson(): Promise<string> {
  const sessionId = await begin(60)
  for (const name of ['Aaliyah', 'Ewa', 'Jayden']) await note(sessionId, name, {})
  await note(sessionId, 'Callum', { helpLevel: 'clue', response: 'not_yet', observedAt: minutesAgo(40) })
  await note(sessionId, 'Callum', {})
  await note(sessionId, 'Theo', { helpLevel: 'model', response: 'nearly' })
  await note(sessionId, 'Maisie', { criterionId: null, goalId: null, helpLevel: null, response: null, participation: 'watching' })
  return sessionId
}

const line = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

test('handed over offline in three taps and a line, decided in one, seen in the next brief', async ({ browser }) => {
  const sessionId = await lesson()
  const page = await open(browser, school.practitioner, `/sessions/${sessionId}/hand-over`)
  await expect(line(page, 'Same amount: 4 of 6 showed it (4 without help).')).toBeVisible()
  await expect(line(page, 'Theo: Same amount nearly, with modelling.')).toBeVisible()
  await expect(line(page, 'Maisie was watching.')).toBeVisible()
  await expect(line(page, 'Callum needed less help on Same amount')).toBeVisible()
  await isSound(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  await goOffline(page)

  // What is written is there again when the tab was closed.
  await page.getByLabel('What do you suggest?').fill('Start tomorrow with folding')
  await page.getByRole('button', { name: /^Take out: Callum needed/ }).click()
  await page.waitForTimeout(500)
  await page.close()
  const again = await page.context().newPage()
  await again.goto(`/sessions/${sessionId}/hand-over`)
  await expect(again.getByLabel('What do you suggest?')).toHaveValue('Start tomorrow with folding')
  await expect(line(again, 'Callum needed less help')).toHaveCount(0)

  // A line about two children is refused on the device; more than 120 words are too.
  await again.getByRole('button', { name: 'Add a line: Response to the assessment' }).click()
  const words = again.getByLabel('A line on Response to the assessment')
  await words.fill('Theo helped Maisie')
  await again.getByRole('button', { name: 'Keep', exact: true }).first().click()
  await expect(again.getByText('One line, one child')).toBeVisible()
  await words.fill('Maisie hides her whiteboard: use show me privately')
  await again.getByRole('button', { name: 'Keep', exact: true }).first().click()
  // The form goes and the focus stays by it, for those who write with the keyboard alone.
  await expect(again.getByRole('button', { name: 'Add a line: Response to the assessment' })).toBeFocused()
  await again.getByLabel('What do you suggest?').fill(Array.from({ length: 60 }, () => 'fold').join(' '))
  await again.getByRole('button', { name: 'Add a line: Participation and progress' }).click()
  await again.getByLabel('A line on Participation and progress').fill(Array.from({ length: 50 }, () => 'on').join(' '))
  await again.getByRole('button', { name: 'Keep', exact: true }).first().click()
  await again.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(again.getByRole('alert')).toContainText('until 120 words are left')
  await again.getByRole('button', { name: /^Take out: on on/ }).click()
  await expect(again.getByRole('button', { name: 'Add a line: Participation and progress' })).toBeFocused()
  await again.getByLabel('What do you suggest?').fill('')

  const taps = await tapsDuring(again, async () => {
    await again.getByRole('radio', { name: 'Aaliyah' }).click()
    await again.getByRole('button', { name: 'Fetches a resource' }).click()
    await again.getByLabel('What do you suggest?').fill('Start tomorrow with folding')
    await again.getByRole('button', { name: 'Hand over', exact: true }).click()
  })
  expect(taps).toBe(3)
  await expect(again.getByText('Kept: handed over')).toBeVisible()
  await expect(again.getByText('On this device, sends later', { exact: true })).toBeVisible()
  await expect(again.getByRole('article')).toContainText('Aaliyah fetched a resource unasked.')
  await isPocketSize(again)

  await again.context().setOffline(false)
  await again.reload()
  await expect(again.getByText('Not read yet')).toBeVisible({ timeout: 30_000 })
  await decides(browser)

  // What happens next: the child's in the child's words; what is seen of it in the next lesson.
  await again.getByRole('radio', { name: 'Learner' }).click()
  await again.getByRole('radio', { name: 'Theo W' }).click()
  await again.getByLabel('In the child’s own words').fill('I want to do it without you')
  await again.getByLabel('In the child’s own words').press('Enter')
  await expect(again.getByText('“I want to do it without you”')).toBeVisible()
  await again.getByLabel('What changed for a child because you looked?').fill('Callum’s strips line up now')
  await again.getByRole('button', { name: 'Keep', exact: true }).last().click()
  await expect(again.getByText('Without the name: A learner’s strips line up now')).toBeVisible()
  await expect(again.getByText('You looked for evidence: yes')).toBeVisible()
  await isSound(again)

  const next = await begin(0)
  await again.goto(`/sessions/${next}/brief`)
  await expect(again.getByText('Decided after the last session')).toBeVisible()
  await expect(again.getByText('“Fold first”')).toBeVisible()
  const done = await tapsDuring(again, () => again.getByRole('button', { name: 'Done in this session' }).click())
  expect(done).toBe(1)
  await expect(again.getByText('Kept: done in this session')).toBeVisible()
  await again.goto(`/sessions/${next}/hand-over`)
  await again.getByRole('button', { name: 'Seen here: I want to do it without you' }).click()
  await expect(again.getByRole('link', { name: /^Seen in the session of/ })).toBeVisible()
  await again.goto(`/sessions/${sessionId}/hand-over`)
  await expect(again.getByRole('link', { name: /^Done in the session of/ })).toHaveAttribute('href', `/sessions/${next}/hand-over`)
  await again.context().close()
})

/** The teacher, on a phone. */
async function decides(browser: Browser): Promise<void> {
  const page = await open(browser, school.teacher, '/')
  await page.getByRole('link', { name: 'Read and decide: Fractions boost' }).click()
  const handoverId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect(page.getByRole('article')).toContainText('Theo: Same amount nearly, with modelling.')
  const taps = await tapsDuring(page, () => page.getByRole('button', { name: 'Regroup', exact: true }).click())
  expect(taps).toBe(1)
  await expect(page.getByText('Kept: your decision')).toBeVisible()
  await page.getByLabel('A line back').fill('Fold first')
  await page.getByRole('button', { name: 'Theo' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('“Fold first”')).toBeVisible()
  // For whom it is follows the decision, in a command of its own.
  const decided = async () => (await school.teacher.ask(handoverShow, { handoverId })).handover.decisions
  await expect.poll(async () => (await decided()).map(({ learners }) => learners.length)).toEqual([1, 0])
  const { handover } = await school.practitioner.ask(handoverShow, { handoverId })
  expect(handover.decisions[0]).toMatchObject({ decision: 'regroup', reply: 'Fold first', learners: [{ name: 'Theo W' }] })
  expect(handover.reads).toMatchObject([{ readBy: { name: 'Mark Hartley' } }])
  await isSound(page)
  await page.context().close()
}

/** The handover alone, on one page of A6. */
async function isPocketSize(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print on A6' }).click()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [Number(width), Number(height)])
  expect(boxes).toHaveLength(1)
  expect(Math.round(boxes[0]?.[0] ?? 0)).toBe(298)
  expect(Math.round(boxes[0]?.[1] ?? 0)).toBe(420)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
}
