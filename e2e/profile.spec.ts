// What is known of a child: a profile read in ninety seconds, tasks from interests, a log of achievements, results as context; half of it without a network.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { achievementForLearner } from '../src/school/achievements/contract.ts'
import { successCriterionMarkMet } from '../src/school/goals/contract.ts'
import { learnerObservationWithdraw } from '../src/school/observations/contract.ts'
import { profileForGroup, profileForLearner } from '../src/school/profiles/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { taskForLearner } from '../src/school/tasks/contract.ts'
import { goOffline, newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import { note } from './support/notes.ts'
import type { JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool
let theo: string
const today = newId()

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 150_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  theo = school.learners[5]?.id ?? ''
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

const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()
const sent = (page: Page) => expect(page.getByText('Not sent yet', { exact: true }).filter({ visible: true })).toHaveCount(0)

test('a profile is written in its place, without a network, and a cover reads all of the group', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/learners/${theo}`)
  await expect(page.getByText('Step card, 2 steps')).toBeVisible()
  await goOffline(page)
  await press(page, 'Edit: My interests')
  await page.getByLabel('My interests').fill('Trains, drawing')
  await page.getByRole('radio', { name: 'The child’s own' }).click()
  await press(page, 'Keep')
  await expect(page.getByText('“Trains, drawing”')).toBeVisible()
  await press(page, 'Edit: What helps me')
  await page.getByLabel('What helps me').fill('Can’t sit still')
  await expect(page.getByText(/This says what is missing/)).toBeVisible()
  await page.getByLabel('What helps me').fill('Step card, a seat near the counters')
  await expect(page.getByText(/This says what is missing/)).toHaveCount(0)
  await press(page, 'Keep')
  await press(page, 'A starting point')
  await page.getByLabel('Where I started').fill('Folds after me')
  await press(page, 'Keep')
  await expect(page.getByText('Say what it is about: fractions, reading aloud')).toBeVisible()
  await page.getByLabel('Subject or goal').fill('Fractions')
  await press(page, 'Keep')
  await expect(page.getByText('Folds after me')).toBeVisible()
  await page.context().setOffline(false)
  await expect.poll(async () => (await school.teacher.ask(profileForLearner, { learnerId: theo })).entries.length).toBe(4)
  await press(page, 'Earlier')
  await expect(page.getByRole('list', { name: 'What stood there before' })).toContainText('Step card, 2 steps')
  await isSound(page)

  await page.goto(`${program.origin}/groups/${school.groupId}`)
  await page.getByRole('link', { name: 'All profiles' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(6)
  await expect(page.getByText('Step card, a seat near the counters')).toBeVisible()
  await isSound(page)
  const { learners } = await school.teacher.ask(profileForGroup, { groupId: school.groupId })
  expect(learners.find(({ id }) => id === theo)?.entries.map(({ voice }) => voice)).toEqual(['child', 'adult', 'adult'])
})

test('a task is made from an interest, and what was seen is noted at the end', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/hand-over`)
  const whom = page.getByRole('toolbar', { name: /^Of whom/ })
  await expect(whom).toBeVisible()
  await page.getByRole('tab', { name: 'Brief' }).click()
  const tasks = page.getByRole('list', { name: 'Tasks from interests' })
  const train = tasks.getByRole('button', { name: 'A task for Theo W from: Trains' })
  await expect(train).toBeVisible()
  await goOffline(page)
  const taps = await tapsDuring(page, async () => {
    await train.click()
    await page.getByLabel('A task for Theo W from: Trains').fill('Train-track fractions')
    await press(tasks, 'Keep')
    await expect(page.getByText('Kept with this session')).toBeVisible()
  })
  expect(taps).toBe(2)
  await page.getByRole('tab', { name: 'Hand over' }).click()
  await whom.getByRole('button', { name: 'Maisie T' }).click()
  await expect(page.getByText('Choose first what you saw')).toBeVisible()
  await page.getByRole('radio', { name: 'In other words' }).click()
  await page.getByLabel('What did the child do?').fill('Is more motivated')
  await whom.getByRole('button', { name: 'Maisie T' }).click()
  await expect(page.getByText(/^That says what a child is like/)).toBeVisible()
  const keener = await tapsDuring(page, async () => {
    await page.getByRole('radio', { name: 'Asked for another one' }).click()
    await whom.getByRole('button', { name: 'Theo W' }).click()
    await expect(page.getByText('Theo W: Asked for another one')).toBeVisible()
    await whom.getByRole('button', { name: 'Maisie T' }).click()
    await whom.getByRole('button', { name: 'Maisie T' }).click()
    await expect(page.getByText('Maisie T: Asked for another one')).toHaveCount(0)
  })
  expect(keener).toBe(4)
  await page.context().setOffline(false)
  const seen = async () => (await school.teacher.ask(taskForLearner, { learnerId: theo })).motivations.map((one) => one.seen)
  await expect.poll(seen).toEqual(['Asked for another one'])
  await expect
    .poll(async () => (await school.teacher.ask(taskForLearner, { learnerId: theo })).tasks.map(({ idea }) => idea))
    .toEqual(['Train-track fractions'])
  await isSound(page)
})

test('a log fills with what the child wants kept; what was taken back is in none of it', async ({ browser }) => {
  const [criterionId] = school.criterionIds
  await school.teacher.send(successCriterionMarkMet, { id: newId(), criterionId, learnerId: theo })
  const said = await note(school.practitioner, school, { learner: 5, criterion: 0 }, { childWords: 'I did all the steps' })
  const slip = await note(school.practitioner, school, { learner: 5, criterion: 1 }, { childWords: 'It is the wall' })
  const page = await open(browser, school.practitioner, `/learners/${theo}/achievements`)
  const offers = page.getByRole('list', { name: 'Could go into the log' })
  await expect(offers.getByRole('listitem')).toHaveCount(3)
  await goOffline(page)
  const taps = await tapsDuring(page, async () => {
    await press(page, 'Keep: I did all the steps')
    await expect(page.getByText('Kept in the log')).toBeVisible()
  })
  expect(taps).toBe(1)
  await press(page, 'Leave it: It is the wall')
  await press(page, 'Undo')
  await press(page, 'Keep: It is the wall')
  await press(page, 'In other words: I can fold or draw to show the same amount')
  await page.getByLabel('What can Theo W do now?').fill('I can fold it so that both are the same')
  await press(page, 'Keep it in the log')
  await press(page, 'Write one')
  await page.getByLabel('What can Theo W do now?').fill('I asked for the counters myself')
  await press(page, 'Keep it in the log')
  const sheet = page.getByRole('region', { name: 'The log of Theo W' })
  await expect(sheet.getByRole('listitem')).toHaveCount(4)
  await page.context().setOffline(false)
  const kept = async () => (await school.teacher.ask(achievementForLearner, { learnerId: theo })).entries.length
  await expect.poll(kept).toBe(4)
  await school.practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: slip, learnerId: theo })
  // What this device sent in the last two seconds lies over any answer.
  await expect(async () => {
    await page.reload()
    await expect(sheet.getByRole('listitem')).toHaveCount(3, { timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('It is the wall')).toHaveCount(0)
  await press(page, 'Take out: I did all the steps')
  await press(page, 'Leave it: I did all the steps')
  await expect(offers).toHaveCount(0)
  await expect.poll(kept).toBe(2)
  await sent(page)
  await page.reload()
  await expect(sheet.getByRole('listitem')).toHaveCount(2)
  await expect(offers).toHaveCount(0)
  await isSound(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: /^Take out/ })).toHaveCount(0)
  await expect(sheet).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  expect(said).not.toBe(slip)
})

test('results are looked through before they are kept, stand as dated context, and go as a whole', async ({ browser }) => {
  const page = await open(browser, school.teacher, `/groups/${school.groupId}`)
  await press(page, 'More for Fractions boost')
  await page.getByRole('menuitem', { name: 'Read test results in' }).click()
  await page
    .getByLabel('Paste a table')
    .fill(
      ['Pupil,Subject,Test,Date,Result', 'Theo W,Maths,Autumn paper,23/10/2026,22 of 40', 'Nobody N,Maths,Autumn paper,32/10/2026,9'].join(
        '\n',
      ),
    )
  await expect(page.getByText('Row 3, Learner: nobody of that name here')).toBeVisible()
  await expect(page.getByText('Row 3, Date: no day can be read from it')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Keep/ })).toHaveCount(0)
  await isSound(page)
  await press(page, 'Leave this row out: 3')
  await press(page, 'Keep 1 result')
  await expect(page.getByText('1 result is kept')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Read in, newest first' })).toContainText('Autumn paper')
  await expect(page.getByText(/not sent yet/)).toHaveCount(0)

  await page.goto(`${program.origin}/learners/${theo}`)
  const results = page.getByRole('list', { name: 'Test results, newest first' })
  await expect(results).toContainText('Maths, Autumn paper: 22 of 40')
  await expect(page.getByText('Summative', { exact: true })).toBeVisible()
  await isSound(page)
  await page.goto(`${program.origin}/results`)
  await press(page, 'Take back: Autumn paper')
  await press(page, 'Take them back')
  await expect(page.getByText('Nothing was read in yet')).toBeVisible()
  await page.goto(`${program.origin}/learners/${theo}`)
  await expect(page.getByRole('heading', { name: 'Moments' })).toBeVisible()
  await expect(results).toHaveCount(0)
})
