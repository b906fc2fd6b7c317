// From a weekly time to the lesson: set once, there by itself, one tap to capture without a network; and a colleague who takes one session.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { dayOf } from '../src/core/time.ts'
import { addDays, wallTimeOf, weekdayOf } from '../src/core/wall-clock.ts'
import { captureDay } from '../src/school/observations/contract.ts'
import { sessionMine, sessionMove } from '../src/school/sessions/contract.ts'
import { goOffline, newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import { invite, type JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool
let cover: JourneyPerson

test.use({ actionTimeout: 10_000 })
test.describe.configure({ mode: 'serial', timeout: 150_000 })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  cover = await invite(program.origin, school.administrator, { name: 'Ines Duarte', email: 'ines.duarte@oakmere.example' }, ['teacher'])
})
test.afterAll(() => program.stop())

const desk = { width: 1280, height: 800 }
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

async function open(browser: Browser, person: JourneyPerson, path: string, viewport = desk): Promise<Page> {
  const page = await (await newDevice(browser, program, viewport)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

/** A lesson around now, within the day on the wall. */
function lessonNow() {
  const now = new Date()
  const [start, end] = [new Date(now.getTime() - 20 * 60_000), new Date(now.getTime() + 40 * 60_000)]
  const today = dayOf(now)
  return {
    today,
    weekday: weekdays[weekdayOf(today) - 1] ?? '',
    startTime: dayOf(start) === today ? wallTimeOf(start) : '00:00',
    endTime: dayOf(end) === today ? wallTimeOf(end) : '23:59',
  }
}

const week = () => ({ fromOn: dayOf(new Date()), untilOn: addDays(dayOf(new Date()), 6) })
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('the office enters terms; a teacher says once when the group meets', async ({ browser }) => {
  const lesson = lessonNow()
  const office = await open(browser, school.administrator, '/term-dates')
  await expect(office.getByText('No term dates yet')).toBeVisible()
  await office.getByRole('button', { name: 'Enter' }).click()
  await expect(office.getByRole('alert')).toContainText('3 things to put right')
  for (const [kind, name, fromOn, untilOn] of [
    ['A term', 'This term', addDays(lesson.today, -30), addDays(lesson.today, 30)],
    ['Closed days', 'Half-term', addDays(lesson.today, 7), addDays(lesson.today, 7)],
  ] as const) {
    await office.getByRole('radio', { name: kind }).click()
    await office.getByLabel('Name').fill(name)
    await office.getByLabel('First day').fill(fromOn)
    await office.getByLabel('Last day').fill(untilOn)
    await office.getByRole('button', { name: 'Enter' }).click()
    await expect(office.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }
  await isSound(office)

  const page = await open(browser, school.teacher, `/groups/${school.groupId}`)
  await page.getByRole('button', { name: 'More for Fractions boost' }).click()
  await page.getByRole('menuitem', { name: 'Timetable' }).click()
  await page.getByRole('button', { name: 'Add a weekly time' }).click()
  await page.getByRole('button', { name: lesson.weekday, exact: true }).click()
  await page.getByLabel('Begins').fill(lesson.startTime)
  await page.getByLabel('Ends').fill(lesson.endTime)
  await isSound(page)
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `${lesson.weekday} ${lesson.startTime}–${lesson.endTime}` })).toBeVisible()
  // Today's, and not the one of half-term in a week.
  await expect(page.getByRole('button', { name: 'Arrange Fractions boost' })).toHaveCount(1)
  await page.getByRole('button', { name: /^End / }).click()
  await expect(page.getByText('No weekly time yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Arrange Fractions boost' })).toHaveCount(1)
})

test('row 1: one tap from opening the app to capturing with the group now timetabled, without a network; one session for all', async ({
  browser,
}) => {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, school.practitioner, '/capture')
  await page.getByRole('button', { name: 'Not on this device' }).click()
  await page.getByRole('button', { name: 'I know' }).click()
  await page.goto('/')
  const today = section(page, /^Today/)
  await expect(today.getByText('Now')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 }).toBe(true)
  // What the lesson needs is fetched ahead.
  await page.waitForLoadState('networkidle')
  await goOffline(page)
  const began = Date.now()
  await page.goto('/')
  const capture = today.getByRole('link', { name: 'Capture' })
  const tile = (name: string) => page.getByRole('group', { name: 'Learners' }).getByRole('button', { name: new RegExp(`^${name}`) })
  expect(
    await tapsDuring(page, async () => {
      await capture.click()
      await page.waitForURL(/\/capture\//)
    }),
  ).toBeLessThanOrEqual(1)
  await expect(tile('Callum')).toBeVisible()
  expect(Date.now() - began).toBeLessThan(2_000)
  await tile('Callum').click()
  await page.getByRole('group', { name: 'Level of help' }).getByRole('button', { name: 'Clue', exact: true }).click()
  await expect(page.getByText(/^Kept: /)).toBeVisible()

  await page.goto('/')
  await today.getByRole('link', { name: 'Fractions boost', exact: true }).click()
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]+\/brief$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Fractions boost' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Brief' })).toHaveAttribute('aria-selected', 'true')
  await page.context().setOffline(false)
  await expect.poll(async () => (await school.practitioner.ask(captureDay, {})).observations.length).toBe(1)
  const { sessions } = await school.teacher.ask(sessionMine, week())
  const { observations } = await school.practitioner.ask(captureDay, {})
  expect(sessions.map(({ id, isOpen }) => [id, isOpen])).toEqual([[observations[0]?.sessionId, true]])
  await isSound(page)
  await page.goto('/')
  await expect(today.getByText('Now')).toBeVisible()
  await isSound(page)
})

test('a colleague takes one session: the group opens to her for its hours alone', async ({ browser }) => {
  const page = await open(browser, school.teacher, '/week')
  await page.getByRole('button', { name: 'Arrange Fractions boost' }).click()
  await page.getByRole('menuitem', { name: 'Hand to a colleague' }).click()
  await page.getByRole('button', { name: 'Ines Duarte' }).click()
  await expect(page.getByText('Ines Duarte takes it')).toBeVisible()
  await isSound(page)

  const taker = await open(browser, cover, '/', phone)
  const today = section(taker, /^Today/)
  await expect(today.getByText('you take it for a colleague')).toBeVisible()
  await today.getByRole('link', { name: 'Capture' }).click()
  await taker.getByRole('button', { name: 'Not on this device' }).click()
  await expect(taker.getByRole('group', { name: 'Learners' }).getByRole('button', { name: /^Callum/ })).toBeVisible()

  const [session] = (await school.teacher.ask(sessionMine, week())).sessions
  await school.teacher.send(sessionMove, {
    id: session?.id ?? '',
    groupId: school.groupId,
    startsAt: minutesAgo(90),
    endsAt: minutesAgo(30),
  })
  await taker.goto(`/sessions/${session?.id}`)
  await expect(taker.getByText('There is no such page, or it is not for you to see')).toBeVisible()
  await taker.goto('/')
  await expect(taker.getByText('You work with no group yet')).toBeVisible()
  expect((await cover.ask(captureDay, {})).learners).toEqual([])

  await page.reload()
  await page.getByRole('button', { name: 'Arrange Fractions boost' }).click()
  await page.getByRole('menuitem', { name: 'Cancel' }).click()
  await expect(page.getByText('cancelled')).toBeVisible()
  await page.getByRole('button', { name: 'Arrange Fractions boost' }).click()
  await page.getByRole('menuitem', { name: 'It takes place after all' }).click()
  await expect(page.getByText('cancelled')).toHaveCount(0)
})
