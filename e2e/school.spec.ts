// The school's other screens: a group from a pasted list, symbols, goals, consent, erasing, and a start for each role.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '../src/core/ids.ts'
import { erasureList } from '../src/school/erasure/contract.ts'
import { groupAddStaff, groupRename } from '../src/school/groups/contract.ts'
import { goOffline, newDevice, signIn } from './support/device.ts'
import { judge } from './support/notes.ts'
import { invite, type JourneyPerson } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { isSound } from './support/sound.ts'

let program: RunningProgram
let school: JourneySchool
let dataLead: JourneyPerson

test.use({ actionTimeout: 10_000 })
// axe reads a page of many parts six times over, on machines that are busy with other journeys.
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
  dataLead = await invite(program.origin, school.administrator, { name: 'Imran Aziz', email: 'imran.aziz@oakmere.example' }, ['data_lead'])
  await judge(school.practitioner, school, { learner: 4, criterion: 0 }, {})
})
test.afterAll(() => program.stop())

const desk = { width: 1280, height: 800 }

async function open(browser: Browser, person: JourneyPerson, path: string, viewport = desk): Promise<Page> {
  const page = await (await newDevice(browser, program, viewport)).newPage()
  await signIn(page, person, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

const groupPath = () => `/groups/${school.groupId}`
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('a pasted list is looked through and mended, then it is a group', async ({ browser }) => {
  const page = await open(browser, school.teacher, '/groups')
  await page.getByRole('link', { name: 'Make a group' }).click()
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Give the group a name')
  await page.getByLabel('Name', { exact: true }).fill('5B')
  await page.getByRole('radio', { name: 'Brick' }).check({ force: true })
  await page.getByLabel('Subject').fill('Mathematics')
  await page.getByLabel('Names of the learners').fill('Pupil\nBrown, Callum\nOlivia Jones\ncallum b.\nZoë')
  await page.getByRole('button', { name: 'Look the names through' }).click()
  await expect(page.getByText('4 learners will be kept like this')).toBeVisible()
  await expect(page.getByText('The same name stands above.')).toBeVisible()
  await isSound(page)
  await page.getByLabel('Given name, learner 3').fill('')
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(page.getByRole('alert')).toContainText('Mend the names that are marked')
  await page.getByRole('button', { name: 'Leave out line 3' }).click()
  await page.getByRole('checkbox', { name: 'Dawn Okafor' }).check()
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(title(page, '5B')).toBeVisible()
  await expect(page.getByText('3 learners')).toBeVisible()
  for (const name of ['Callum B', 'Olivia J', 'Zoë']) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Adults' }).click()
  await expect(page.getByText('Dawn Okafor')).toBeVisible()
  await page.getByRole('link', { name: 'Groups', exact: true }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  await isSound(page)
})

test('a group that is made without a network is there, and leaves when there is one', async ({ browser }) => {
  const page = await open(browser, school.practitioner, '/groups')
  await page.getByRole('link', { name: 'Make a group' }).click()
  await goOffline(page)
  await page.getByLabel('Name', { exact: true }).fill('Spelling')
  await page.getByLabel('Subject').fill('English')
  await page.getByLabel('Names of the learners').fill('Ada Byron')
  await page.getByRole('button', { name: 'Look the names through' }).click()
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(title(page, 'Spelling')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada B' }).getByText('Not sent yet')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('link', { name: 'Ada B' })).toBeVisible({ timeout: 20_000 })
})

test('whoever is taken out comes back by one tap; what helps stands in the line', async ({ browser }) => {
  const page = await open(browser, school.teacher, groupPath())
  const more = (name: string) => page.getByRole('button', { name: `More for ${name}` })
  await more('Theo W').click()
  await page.getByRole('menuitem', { name: 'Take out of the group' }).click()
  await expect(page.getByRole('link', { name: 'Theo W' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Theo W' })).toBeVisible()
  await more('Theo W').click()
  await page.getByRole('menuitem', { name: 'Mend the name' }).click()
  await page.getByLabel('Given name').fill('Theodor')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('link', { name: 'Theodor W' })).toBeVisible()
  await page.getByRole('button', { name: 'More for Fractions boost' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Fractions boosters')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(title(page, 'Fractions boosters')).toBeVisible()
  await school.teacher.send(groupRename, { groupId: school.groupId, name: 'Fractions boost' })
  await more('Ewa N').click()
  await page.getByRole('menuitem', { name: 'Say what helps' }).click()
  await page.getByLabel('What helps Ewa N').fill('Word mat, a partner who speaks Polish')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText('Word mat, a partner who speaks Polish')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Word mat, a partner who speaks Polish')).toBeVisible()
  await isSound(page)
})

test('the tablet goes round: each finds their name, chooses a symbol, hands on', async ({ browser }) => {
  const page = await open(browser, school.practitioner, groupPath(), { width: 820, height: 1180 })
  await page.getByRole('link', { name: 'Let them choose symbols' }).click()
  await expect(title(page, 'Find your name')).toBeVisible()
  // What lies beneath is out of reach: neither heard nor tabbed to.
  await expect(page.locator('[inert] nav, [aria-hidden=true] nav')).toHaveCount(1)
  await page.getByRole('button', { name: /Maisie T/ }).click()
  await expect(title(page, 'Maisie T')).toBeFocused()
  await page.getByText('Penguin', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Penguin' })).toBeChecked()
  await isSound(page)
  await page.getByRole('button', { name: 'Ready. Pass it on' }).click()
  await page.getByRole('button', { name: /^Theo/ }).click()
  await expect(page.getByRole('radio', { name: 'Penguin taken' })).toBeVisible()
})

test('a goal with a statement of the ladder, criteria in order by buttons, and the learner’s own words', async ({ browser }) => {
  const page = await open(browser, school.practitioner, `${groupPath()}?part=goals`)
  await page.getByRole('link', { name: 'Set a goal' }).click()
  await page.getByLabel('What is to be learnt').fill('Finish page 12')
  await expect(page.getByText('This sounds like a task.')).toBeVisible()
  await page.getByLabel('What is to be learnt').fill('Add fractions of one denominator')
  await page.getByRole('button', { name: 'Find a statement' }).click()
  await page.getByLabel('Year', { exact: true }).selectOption('Year 4')
  await page.getByLabel('Strand', { exact: true }).selectOption('Fractions')
  await page.getByRole('list', { name: 'Statements of the ladder' }).getByRole('button').first().click()
  await expect(page.getByRole('button', { name: 'Find another' })).toBeFocused()
  const criterion = (number: number) => page.getByRole('group', { name: `Success criterion ${number}`, exact: true })
  await criterion(1).getByLabel('As the child says it').fill('I can add eighths')
  await criterion(1).getByLabel('Short name').fill('Add')
  await page.getByRole('button', { name: 'Add a success criterion' }).click()
  await criterion(2).getByLabel('As the child says it').fill('I can say why the 8 stays')
  await page.getByRole('button', { name: 'Set the goal' }).click()
  await expect(page.getByRole('alert')).toContainText('Give success criterion 2 a short name')
  await criterion(2).getByLabel('Short name').fill('Say why')
  await page.getByRole('button', { name: 'Move 2 up' }).click()
  await expect(criterion(1).getByLabel('Short name')).toHaveValue('Say why')
  await isSound(page)
  await page.getByRole('button', { name: 'Set the goal' }).click()
  const goal = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Add fractions of one denominator' }) })
  await expect(goal.getByRole('listitem').first()).toContainText('I can say why the 8 stays')
  await goal.getByRole('button', { name: 'In the learners’ own words' }).click()
  await goal.getByRole('button', { name: 'Callum B’s own words' }).click()
  await page.getByLabel('In Callum B’s words').fill('The bits stay the same size')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(goal.getByText('“The bits stay the same size”')).toBeVisible()
  await isSound(page)
  await goal.getByRole('button', { name: 'Close this goal' }).click()
  await page.getByRole('button', { name: 'Close the goal' }).click()
  await expect(goal).toHaveCount(0)
  await page.getByRole('button', { name: '1 closed goal' }).click()
  await expect(goal.getByText('For everyone, closed')).toBeVisible()
})

test('consent: who told it once, then a tap for each child; what was said before stays', async ({ browser }) => {
  const page = await open(browser, school.teacher, '/consent')
  await page.getByLabel('Group').selectOption({ label: 'Fractions boost, Mathematics' })
  const row = page.getByRole('row').filter({ hasText: 'Maisie T' })
  const photos = row.getByRole('radiogroup', { name: 'Photos of work, Maisie T' })
  await expect(photos.getByRole('radio', { name: 'Yes' })).not.toBeChecked()
  await photos.getByText('Yes').click()
  await expect(page.getByRole('alert')).toContainText('Say who told it, before you choose')
  await page.getByLabel('Told by').fill('mother')
  await photos.getByText('Yes').click()
  await expect(photos.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await expect(page.getByRole('columnheader', { name: /Photos of work/ })).toContainText('6 yes, 0 no, 0 not asked')
  await isSound(page)
  await photos.getByText('No').click()
  await row.getByRole('button', { name: 'History: Maisie T' }).click()
  const said = page.getByRole('dialog').getByRole('listitem')
  await expect(said.filter({ hasText: 'Photos of work: no' })).toBeVisible()
  await expect(said.filter({ hasText: 'Photos of work: yes' })).toBeVisible()
})

test('the data lead sees counts, types the name, erases; the list names nobody', async ({ browser }) => {
  const page = await open(browser, dataLead, '/erasure')
  await page.getByLabel('Name of the learner').fill('mais')
  await page.getByRole('button', { name: /Maisie T/ }).click()
  await expect(page.getByText('observations', { exact: true })).toBeVisible()
  await isSound(page)
  await page.getByRole('button', { name: 'Erase Maisie T for good' }).click()
  await expect(page.getByRole('alert')).toContainText('2 things to put right')
  await page.getByLabel('Why').fill('The family moved and asked for it')
  await page.getByLabel('Type Maisie T to erase Maisie T').fill('maisie t')
  await page.getByRole('button', { name: 'Erase Maisie T for good' }).click()
  await expect(page.getByText('Maisie T is erased')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'The family moved and asked for it' })).toBeVisible()
  await page.getByLabel('Name of the learner').fill('mais')
  await expect(page.getByText('0 learners')).toBeVisible()
  const { erasures } = await dataLead.ask(erasureList, {})
  expect(JSON.stringify(erasures)).not.toContain('Maisie')
})

test('each role begins where its work is', async ({ browser }) => {
  const practitioner = await open(browser, school.practitioner, '/')
  const book = practitioner.getByRole('article').filter({ hasText: 'Fractions boost' })
  await expect(book.getByRole('link', { name: 'Capture' })).toHaveAttribute('href', `/capture/${school.groupId}`)
  await isSound(practitioner)
  const teacher = await open(browser, school.teacher, '/')
  await teacher.getByRole('link', { name: 'Fractions boost' }).click()
  await expect(teacher).toHaveURL(/\/class$/)
  const office = await open(browser, dataLead, '/')
  for (const name of ['Groups', 'Consent', 'Erase']) await expect(office.getByRole('main').getByRole('link', { name })).toBeVisible()
  await office.getByRole('main').getByRole('link', { name: 'Groups' }).click()
  await expect(office.getByRole('row').filter({ hasText: 'Fractions boost' })).toContainText('Mark Hartley, Dawn Okafor')
  await isSound(office)
})

test('a colleague is added to a group and leaves it, and nobody meets a group that is not theirs', async ({ browser }) => {
  const { administrator, teacher } = school
  const pat = await invite(program.origin, administrator, { name: 'Pat Reed', email: 'pat.reed@oakmere.example' }, [
    'teacher',
    'practitioner',
  ])
  const stranger = await open(browser, pat, groupPath())
  await expect(title(stranger, 'Not one of your groups')).toBeVisible()
  for (const place of ['class', 'profiles', 'symbols', 'goals/new', 'move-up', 'timetable', 'agreement']) {
    await stranger.goto(`${groupPath()}/${place}`)
    await expect(title(stranger, 'Not one of your groups')).toBeVisible()
  }
  await isSound(stranger)
  for (const place of ['', '/achievements']) {
    await stranger.goto(`/learners/${school.learners[0]?.id}${place}`)
    await expect(title(stranger, 'Not one of your learners')).toBeVisible()
  }
  await isSound(stranger)
  // Who works with no group at all is led to the start.
  const office = await open(browser, administrator, `/learners/${school.learners[0]?.id}`)
  await expect(title(office, 'Not here')).toBeVisible()
  await teacher.send(groupAddStaff, { id: newId(), groupId: school.groupId, personId: pat.personId, part: 'practitioner' })
  const page = await open(browser, teacher, `${groupPath()}?part=adults`)
  await page.getByRole('button', { name: 'End Pat Reed’s work here' }).click()
  await expect(page.getByText('Pat Reed no longer works with this group')).toBeVisible()
  await isSound(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'End Pat Reed’s work here' })).toBeVisible()
})
