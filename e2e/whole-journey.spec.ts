// The whole way, on screen, from an empty installation: a tap beside a child, a mark in the class, a sentence in a portfolio, a decision, an erasure.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningProgram, startProgram } from './support/program.ts'
import { choosePin } from './support/tablet.ts'
import { comeIn, fillSetUp, inviteOnScreen, newVisitor } from './support/visit.ts'

let program: RunningProgram
test.beforeAll(async () => void (program = await startProgram()))
test.afterAll(() => program.stop())
test.use({ actionTimeout: 15_000, screenshot: 'only-on-failure' })

/** Comes in by a link at a desk. */
async function atDesk(browser: Browser, link: string): Promise<Page> {
  const { page } = await newVisitor(browser)
  await comeIn(page, link)
  return page
}

test('five people, two organisations, one moment from the tap to the decision and its erasure', async ({ browser }) => {
  test.setTimeout(240_000)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format()
  const links = { dawn: '', ben: '', helen: '', imran: '', lorraine: '', candidate: '' }

  const { page: asha } = await newVisitor(browser)
  await test.step('an administrator sets the school up and invites', async () => {
    await asha.goto(program.origin)
    await asha.getByRole('button', { name: 'Set up my organisation' }).click()
    const school = { kind: 'School' as const, name: 'Hillside Primary School', administrator: 'Asha Rao', email: 'asha@hillside.example' }
    await fillSetUp(asha, { ...school, code: program.setupCode })
    links.dawn = await inviteOnScreen(asha, 'Dawn Okafor', 'dawn@hillside.example', ['Practitioner'])
    links.ben = await inviteOnScreen(asha, 'Ben Hartley', 'ben@hillside.example', ['Teacher'])
    links.helen = await inviteOnScreen(asha, 'Helen Osei', 'helen@hillside.example', ['Head'])
    links.imran = await inviteOnScreen(asha, 'Imran Aziz', 'imran@hillside.example', ['Data lead'])
  })

  const { page: marta } = await newVisitor(browser)
  await test.step('another sets a centre up beside it', async () => {
    const code = await program.anotherSetupCode()
    await marta.goto(program.origin)
    await marta.getByRole('link', { name: 'Set up one more organisation with a code' }).click()
    const centre = { kind: 'Centre' as const, name: 'Northgate College', administrator: 'Marta Quell', email: 'marta@northgate.example' }
    await fillSetUp(marta, { ...centre, code })
    links.lorraine = await inviteOnScreen(marta, 'Lorraine Pike', 'lorraine@northgate.example', ['Assessor'])
    links.candidate = await inviteOnScreen(marta, 'Dawn Okafor', 'dawn@hillside.example', ['Candidate'])
  })

  const { page: dawn, context: tablet } = await newVisitor(browser, 'phone')
  await test.step('a practitioner makes a group from a pasted list', async () => {
    await comeIn(dawn, links.dawn)
    await dawn.getByRole('link', { name: 'Make a group' }).click()
    await dawn.getByText('A support group', { exact: true }).click()
    await dawn.getByLabel('Name', { exact: true }).fill('Fractions boost')
    await dawn.getByLabel('Subject').fill('Mathematics')
    await dawn.getByLabel('Names of the learners').fill('Brown, Callum\nAaliyah Rahman\nMay Green\nTheo West\nEwa Kowalska')
    await dawn.getByRole('button', { name: 'Look the names through' }).click()
    await expect(dawn.getByText('5 learners will be kept like this')).toBeVisible()
    await dawn.getByText('Ben Hartley').click()
    await dawn.getByRole('button', { name: 'Make the group' }).click()
    await expect(dawn.getByRole('heading', { name: 'Fractions boost' })).toBeVisible()
  })

  await test.step('and sets a goal with two success criteria', async () => {
    await dawn.getByRole('tab', { name: 'Goals' }).click()
    await dawn.getByRole('link', { name: 'Set a goal' }).click()
    await dawn.getByLabel('What is to be learnt').fill('Show when two fractions are the same size')
    const first = dawn.getByRole('group', { name: 'Success criterion 1', exact: true })
    await first.getByLabel('As the child says it').fill('I can fold or draw to show the same amount')
    await first.getByLabel('Short name for tabs').fill('Same amount')
    await dawn.getByRole('button', { name: 'Add a success criterion' }).click()
    const second = dawn.getByRole('group', { name: 'Success criterion 2', exact: true })
    await second.getByLabel('As the child says it').fill('I can explain it with both words')
    await second.getByLabel('Short name for tabs').fill('Explain')
    await dawn.getByRole('button', { name: 'Set the goal' }).click()
    await expect(dawn.getByText('Show when two fractions are the same size')).toBeVisible()
  })

  await test.step('captures without a network, and it goes when there is one', async () => {
    await dawn.getByRole('link', { name: 'Capture' }).first().click()
    await choosePin(dawn, '274916')
    await dawn.getByText('Callum').click()
    await dawn.evaluate(() => navigator.serviceWorker.ready)
    await tablet.setOffline(true)
    await dawn.getByRole('button', { name: 'Clue' }).click()
    await dawn.getByText('Theo').click()
    await dawn.getByRole('button', { name: 'Self' }).click()
    await expect(dawn.getByRole('button', { name: /2 kept/ })).toBeVisible()
    await tablet.setOffline(false)
    await expect(dawn.getByRole('button', { name: /Sent/ })).toBeVisible({ timeout: 30_000 })
  })

  await test.step('a teacher sees the square and marks it as met', async () => {
    const ben = await atDesk(browser, links.ben)
    await ben.getByRole('link', { name: 'Class page' }).first().click()
    await ben.getByRole('button', { name: /^Callum B, Same amount/ }).click()
    await expect(ben.getByText('Not enough yet, with a clue').last()).toBeVisible()
    await ben.getByRole('button', { name: 'Mark as met' }).click()
    await expect(ben.getByText('Marked as met: Callum B, Same amount')).toBeVisible()
  })

  await test.step('the head switches the bridge on', async () => {
    const helen = await atDesk(browser, links.helen)
    await helen.getByRole('link', { name: 'Evidence' }).first().click()
    await helen.getByRole('button', { name: 'Switch on for the school' }).click()
    await expect(helen.getByText('Helen Osei switched it on')).toBeVisible()
  })

  const candidate = await atDesk(browser, links.candidate)
  const lorraine = await atDesk(browser, links.lorraine)
  await test.step('the college registers the practitioner', async () => {
    await expect(candidate.getByText('Northgate College').first()).toBeVisible()
    await lorraine.getByRole('link', { name: 'Staff' }).first().click()
    await lorraine.getByRole('button', { name: 'Add a qualification' }).click()
    await lorraine.getByLabel('Kind').selectOption({ label: 'Assessor award (TAQA, CAVA)' })
    await lorraine.getByLabel('As the certificate says it').fill('Certificate in Assessing Vocational Achievement')
    await lorraine.getByLabel('Awarded on').fill('2019-07-05')
    await lorraine.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(lorraine.getByText('Not checked yet: it does not count')).toBeVisible()
    await expect(lorraine.getByText('Trainee assessor')).toBeVisible()
    await marta.getByRole('link', { name: 'Staff' }).first().click()
    await marta.getByRole('button', { name: 'Check' }).click()
    await marta.getByLabel('How did you see the certificate?').fill('In the office')
    await marta.getByRole('button', { name: 'It is as entered' }).click()
    await expect(marta.getByText('Trainee assessor')).toHaveCount(0)
    await marta.getByRole('link', { name: 'Candidates' }).first().click()
    await marta.getByRole('button', { name: 'Register a candidate' }).click()
    const dialog = marta.getByRole('dialog')
    await dialog.getByLabel('Candidate', { exact: true }).selectOption('Dawn Okafor')
    await dialog.getByLabel('Unit').selectOption({ label: '307 Support assessment for learning' })
    await dialog.getByLabel('Assessor').selectOption('Lorraine Pike')
    await dialog.getByLabel('Candidate number').fill('4471')
    await dialog.getByRole('button', { name: 'Register' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('she offers her observation: no name leaves', async () => {
    await dawn.goto(program.origin)
    await dawn.getByRole('article').getByRole('link', { name: 'Fractions boost', exact: true }).click()
    await dawn.getByRole('link', { name: /Callum B/ }).click()
    await dawn.getByRole('button', { name: 'Offer as evidence' }).click()
    await dawn.getByRole('button', { name: 'My unit 307 at Northgate College' }).click()
    const sentence = dawn.getByLabel('This is what leaves the school')
    await expect(sentence).toHaveValue(/Learner A/)
    const drafted = await sentence.inputValue()
    await sentence.fill(`${drafted} Then Callum drew it.`)
    await expect(dawn.getByText('A learner’s name: Callum. Write the letter instead.')).toBeVisible()
    await sentence.fill(drafted)
    await dawn.getByRole('button', { name: 'Send to Northgate College' }).click()
    await expect(dawn.getByText('Sent to your portfolio at Northgate College')).toBeVisible()
    await dawn.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('the candidate sees it in her unit, not seen in place yet', async () => {
    // Her page was open before there was a unit.
    await candidate.reload()
    await candidate.getByRole('link', { name: 'Open the unit' }).first().click()
    await expect(async () => {
      await candidate.reload()
      await expect(candidate.getByText(/Learner A/).first()).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    await expect(candidate.getByText('Callum')).toHaveCount(0)
    await expect(candidate.getByText('Not seen in place yet').first()).toBeVisible()
  })

  await test.step('the assessor sees the record in place and decides', async () => {
    await lorraine.getByRole('link', { name: 'To assess' }).first().click()
    await lorraine.getByRole('link', { name: /Dawn Okafor, unit 307: Learner observation/ }).click()
    await lorraine.getByRole('button', { name: 'Mark as seen in place' }).click()
    await expect(lorraine.getByText('Say where you saw it').first()).toBeVisible()
    await lorraine.getByLabel('Where?').fill('At Hillside, on the classroom tablet')
    await lorraine.getByLabel('Who at the school allowed it?').fill('Mrs Raman, head')
    await lorraine.getByLabel('On which day?').fill(today)
    await lorraine.getByRole('button', { name: 'Mark as seen in place' }).click()
    await expect(lorraine.getByText('At Hillside, on the classroom tablet')).toBeVisible()
    await lorraine.getByRole('button', { name: 'Record what I observed' }).click()
    const dialog = lorraine.getByRole('dialog')
    await dialog.getByLabel('Title').fill('Observed lesson on equal fractions')
    await dialog.getByRole('button', { name: 'Add to the portfolio' }).click()
    await lorraine.getByRole('button', { name: /^Met for 1 criterion/ }).click()
    await expect(lorraine.getByText('2.3 observed').first()).toBeVisible()
  })

  await test.step('the data lead erases the learner', async () => {
    const imran = await atDesk(browser, links.imran)
    await imran.getByRole('link', { name: 'Erase' }).first().click()
    await imran.getByRole('button', { name: /Callum B/ }).click()
    await imran.getByLabel('Why').fill('The family asked for it')
    await imran.getByLabel('Type Callum B to erase Callum B').fill('Callum B')
    await imran.getByRole('button', { name: 'Erase Callum B for good' }).click()
    await expect(imran.getByText('Callum B is erased')).toBeVisible()
  })

  await test.step('the college’s copy says so, the decision stands, and the tablet has forgotten', async () => {
    await expect(async () => {
      await candidate.reload()
      await expect(candidate.getByText(/Record erased/).first()).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    await lorraine.reload()
    await expect(lorraine.getByText('Rests on PE-01, O-01').or(lorraine.getByText('Rests on O-01, PE-01'))).toBeVisible()
    await dawn.goto(program.origin)
    await dawn.getByRole('article').getByRole('link', { name: 'Fractions boost', exact: true }).click()
    await expect(dawn.getByRole('link', { name: /Theo W/ })).toBeVisible()
    await expect(dawn.getByText('Callum')).toHaveCount(0)
  })
})
