// A whole session by keys alone: begun, captured, given feedback on and handed over, the second half without a network; the focus is never lost.
import { expect, type Page, test } from '@playwright/test'
import { handoverForSession } from '../src/school/handovers/contract.ts'
import { goOffline, newDevice } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'

let program: RunningProgram
let school: JourneySchool
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})
test.afterAll(() => program.stop())

/** What a screen reader would say of the element that has the focus: its label or its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (activeElement === document.body) return 'nothing has the focus'
    const label = activeElement?.id ? document.querySelector(`label[for="${activeElement.id}"]`)?.textContent : undefined
    return (activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent ?? '').trim()
  })
}

/** Goes on with Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 90; step++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`no ${name} within 90 steps`)
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

const kept = (page: Page, words: string | RegExp) => expect(page.getByText(words)).toBeVisible()

test('by keys alone, from the door to the handover', async ({ browser }) => {
  const page = await (await newDevice(browser, program, { width: 820, height: 1180 })).newPage()
  await page.goto('/')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await tabTo(page, /^E-mail/)
  await page.keyboard.type(school.practitioner.email)
  await tabTo(page, /^Password/)
  await page.keyboard.type(school.practitioner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start unplanned' })).toBeVisible()
  await press(page, /^Start unplanned$/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, /^Fractions boost$/)
  await page.waitForURL(/\/sessions\/.*\/brief/)
  const sessionId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await expect.poll(() => focused(page)).toBe('Fractions boost')

  // What its places need is asked ahead, once the server has it.
  await page.waitForLoadState('networkidle')

  await press(page, /^Capture$/)
  await expect(page.getByRole('button', { name: 'Not on this device' })).toBeVisible()
  await press(page, /^Not on this device$/)
  await expect(page.getByRole('group', { name: 'Learners' })).toBeVisible()
  await goOffline(page)
  await press(page, /^Callum/, 'Space')
  await press(page, /^Prompt$/)
  await kept(page, 'Kept: Callum, prompt')
  await expect.poll(() => focused(page)).toMatch(/^Callum/)

  await page.goto(`/sessions/${sessionId}/feedback`)
  const given = page.getByRole('list', { name: 'Given in this session' })
  await expect(page.getByRole('form', { name: 'Give feedback' })).toBeVisible()
  await tabTo(page, /^Aaliyah/)
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await tabTo(page, /^What went well/)
  await page.keyboard.type('You lined the strips up before you compared')
  await tabTo(page, /^One thing to do next/)
  await page.keyboard.type('Write one sentence with denominator')
  await press(page, /^Keep the feedback$/)
  await kept(page, /^Kept: Maisie T, feedback on/)
  await expect.poll(() => focused(page)).not.toBe('nothing has the focus')
  await expect(given.getByRole('listitem')).toContainText(['Maisie'])
  await press(page, /^Give feedback$/)
  await expect.poll(() => focused(page)).toMatch(/^To whom/)

  await tabTo(page, /^Feedback$/, 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByLabel('What do you suggest?')).toBeVisible()
  await tabTo(page, /^What do you suggest/)
  await page.keyboard.type('Start tomorrow with folding')
  await press(page, /^Hand over$/)
  await kept(page, 'Kept: handed over')
  await expect.poll(() => focused(page)).not.toBe('nothing has the focus')

  await page.context().setOffline(false)
  const sent = async () => (await school.teacher.ask(handoverForSession, { groupId: school.groupId, sessionId })).handovers
  await expect
    .poll(async () => (await sent()).map(({ suggestion }) => suggestion), { timeout: 30_000 })
    .toEqual(['Start tomorrow with folding'])
  await page.context().close()
})
