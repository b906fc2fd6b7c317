// Before the lesson: a brief that grows from several sources, four questions answered in two taps and a line, also without a network.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { briefWrite } from '../src/school/briefs/contract.ts'
import { sessionStart } from '../src/school/sessions/contract.ts'
import { goOffline, newDevice, phone, signIn, tapsDuring } from './support/device.ts'
import { invite, type JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'
import { minutesAgo } from './support/times.ts'

let program: RunningProgram
let school: JourneySchool
let lead: JourneyPerson
const yesterday = newId()
const today = newId()

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 150_000, mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  const anita = { name: 'Anita Nair', email: 'anita.nair@oakmere.example' }
  lead = await invite(program.origin, school.administrator, anita, ['subject_lead'])
  const { groupId, practitioner } = school
  await practitioner.send(sessionStart, { id: yesterday, groupId, startedAt: minutesAgo(90) })
  await practitioner.send(sessionStart, { id: today, groupId, startedAt: minutesAgo(5) })
  const known = {
    moment: null,
    technique: null,
    byWhen: null,
    form: null,
    source: 'plan' as const,
    toldBy: null,
    isGone: false,
    replacesId: null,
  }
  const wrong = 'Adds one to top and bottom\nBigger bottom number is bigger'
  const entry = { ...known, sessionId: yesterday, writtenAt: minutesAgo(80) }
  await practitioner.send(briefWrite, { ...entry, id: newId(), part: 'misconceptions', words: wrong })
  await practitioner.send(briefWrite, { ...entry, id: newId(), part: 'vocabulary', words: 'numerator, denominator' })
})
test.afterAll(() => program.stop())

async function open(browser: Browser, person: JourneyPerson, path: string): Promise<Page> {
  const page = await (await newDevice(browser, program, phone)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

const part = (page: Page, title: string) =>
  page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()

test('a practitioner finds no brief, starts from last time, asks the teacher, and writes on without a network', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `/sessions/${today}/brief`)
  await expect(page.getByText('No brief yet. The lesson can go on without one.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it over' }).click()
  await expect(page.getByText('Bigger bottom number is bigger')).toBeVisible()
  await page.getByRole('button', { name: 'Ask Mark Hartley four questions' }).click()
  await expect(page.getByText(/Dawn Okafor asked Mark Hartley/)).toBeVisible()
  await goOffline(page)
  await page.getByRole('button', { name: 'Chances to find out' }).click()
  await page.getByLabel('What you ask or look for').fill('Theo: which is the same as a half?')
  await page.getByRole('radio', { name: 'At the start' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('A learner is named here.')).toBeVisible()
  await page.getByLabel('What you ask or look for').fill('Which is the same as a half?')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(part(page, 'Chances to find out').getByText('Not sent yet', { exact: true })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('main').getByText('Not sent yet')).toHaveCount(0, { timeout: 20_000 })
  await isSound(page)
})

test('a teacher answers in two taps and a line', async ({ browser }) => {
  const page = await open(browser, school.teacher, '/')
  await page.getByRole('link', { name: 'Answer four questions on Fractions boost' }).click()
  await expect(page.getByRole('heading', { name: /Four questions on/ })).toBeVisible()
  const taps = await tapsDuring(page, async () => {
    await page.getByRole('button', { name: 'Adds one to top and bottom' }).click()
    await page.getByLabel(/^3\./).fill('Who can explain, not just shade')
    await page.getByRole('button', { name: 'Send the answers' }).click()
    await expect(page.getByText('Kept: your answers stand in the brief')).toBeVisible()
  })
  expect(taps).toBe(2)
  await page.getByRole('link', { name: 'See the brief' }).click()
  await expect(page.getByText('The brief is complete.')).toBeVisible()
  await page.goto(`/sessions/${today}/questions`)
  await expect(page.getByRole('button', { name: 'Send the answers' })).toBeVisible()
  await isSound(page)
})

test('two people change the same line, one of them without a network: both stay until they are put together', async ({ browser }) => {
  const dawn = await open(browser, school.practitioner, `/sessions/${today}/brief`)
  const line = 'numerator, denominator'
  const change = async (page: Page, before: string, words: string) => {
    await page.getByRole('button', { name: `More for: ${before}` }).click()
    await page.getByRole('menuitem', { name: 'Change' }).click()
    await page.getByRole('textbox', { name: 'Words' }).fill(words)
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(part(page, 'Words').getByText(words)).toBeVisible()
  }
  await expect(part(dawn, 'Words').getByText(line)).toBeVisible()
  await goOffline(dawn)
  await change(dawn, line, 'numerator, denominator, equal')
  const mark = await open(browser, school.teacher, `/sessions/${today}/brief`)
  await change(mark, line, 'top number, bottom number')
  await dawn.context().setOffline(false)
  await expect(dawn.getByText(/Two people changed this at the same time/)).toHaveCount(2, { timeout: 20_000 })
  await expect(part(dawn, 'Words').getByText('top number, bottom number')).toBeVisible()
  await dawn.getByRole('button', { name: 'More for: top number, bottom number' }).click()
  await dawn.getByRole('menuitem', { name: 'Take away' }).click()
  await expect(dawn.getByText(/Two people changed this/)).toHaveCount(0)
  await dawn.getByRole('button', { name: 'Undo' }).click()
  await expect(part(dawn, 'Words').getByText('top number, bottom number')).toBeVisible()
})

test('no briefing comes: that is said, and holds nothing up', async ({ browser }) => {
  const dawn = await open(browser, school.practitioner, `/sessions/${yesterday}/brief`)
  await dawn.getByRole('button', { name: 'No briefing came' }).click()
  await expect(dawn.getByText('Briefing not received. The lesson goes on.')).toBeVisible()
  await dawn.getByRole('button', { name: 'Note for Theo W in this lesson' }).click()
  await dawn.getByLabel('What to mind with Theo W today').fill('Step card beside the page')
  await dawn
    .getByRole('button', { name: 'Leave alone first' })
    .or(dawn.getByRole('radio', { name: 'Leave alone first' }))
    .click()
  await dawn.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dawn.getByText('Leave alone first: Theo W')).toBeVisible()
  await dawn.getByRole('button', { name: 'It came after all' }).click()
  await expect(dawn.getByText('Partly there.')).toBeVisible()
})

test('a subject lead is asked, advises under two headings, and the advice stands in the brief', async ({ browser }) => {
  const dawn = await open(browser, school.practitioner, `/sessions/${today}/brief`)
  await dawn.getByRole('button', { name: 'Ask Anita Nair' }).click()
  await expect(dawn.getByText(/Dawn Okafor asked Anita Nair/)).toBeVisible()
  const anita = await open(browser, lead, '/')
  await anita.getByRole('link', { name: 'Advise on Fractions boost' }).click()
  await anita.getByLabel(/How to find out what they know/).fill('A hinge question first')
  await anita.getByLabel(/How to teach and learn it/).fill('Paper folding before numbers')
  await anita.getByRole('button', { name: 'Send the advice' }).click()
  await expect(anita.getByText('Nobody waits for your advice')).toBeVisible()
  await dawn.reload()
  await expect(dawn.getByText('Paper folding before numbers')).toBeVisible()
  await goOffline(dawn)
  await dawn.getByRole('button', { name: 'Write down what was said' }).click()
  await dawn.getByLabel('What was said').fill('Keep the wall in sight')
  await dawn.getByLabel('Who said it').fill('Mr Ito')
  await dawn.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dawn.getByText(/Mr Ito, Mathematics lead/)).toContainText('Not sent yet')
  await dawn.context().setOffline(false)
  await expect(dawn.getByRole('main').getByText('Not sent yet')).toHaveCount(0, { timeout: 20_000 })
})

test('a teacher and a practitioner agree who does what, each by an act of their own', async ({ browser }) => {
  const dawn = await open(browser, school.practitioner, `/groups/${school.groupId}?part=adults`)
  await dawn.getByRole('link', { name: 'Who does what' }).click()
  await expect(dawn.getByText('Nothing agreed yet')).toBeVisible()
  await dawn.getByRole('button', { name: 'Propose an agreement' }).click()
  await dawn.getByLabel('What Dawn Okafor records').fill('How Callum explains it')
  await dawn.getByRole('button', { name: 'Propose it' }).click()
  await expect(dawn.getByRole('alert')).toContainText('Write a few words')
  await dawn.getByLabel('For when').fill('Autumn term 2026')
  await dawn.getByRole('button', { name: 'Propose it' }).click()
  await expect(dawn.getByRole('alert')).toContainText('A learner is named here.')
  await dawn.getByLabel('What Dawn Okafor records').fill('What was seen, and how much help it took')
  await dawn.getByRole('button', { name: 'Propose it' }).click()
  await expect(dawn.getByText('Dawn Okafor proposed this; it waits for Mark Hartley')).toBeVisible()
  const mark = await open(browser, school.teacher, `/groups/${school.groupId}/agreement`)
  await expect(mark.getByText('Dawn Okafor proposes this and waits for you')).toBeVisible()
  await mark.getByRole('button', { name: 'I agree' }).click()
  await expect(mark.getByText(/Agreed by Mark Hartley, \w{3} \d{1,2} \w+ \d{4}, \d{2}:\d{2}$/)).toBeVisible()
  await expect(mark.getByText(/Agreed by Dawn Okafor, \w{3} \d{1,2} \w+ \d{4}, \d{2}:\d{2}$/)).toBeVisible()
  await isSound(mark)
  const paper = await mark.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  await dawn.reload()
  // Until the server has answered, her own proposal stands there, as it was kept.
  await expect(dawn.getByText(/Agreed by Mark Hartley/)).toBeVisible()
  await dawn.getByRole('button', { name: 'Propose a change' }).click()
  await dawn.getByLabel('Who tells parents').fill('Mr Hartley')
  await dawn.getByRole('button', { name: 'Propose it' }).click()
  await expect(dawn.getByText('Until you both agree to the change, this holds')).toBeVisible()
  await isSound(dawn)
})
