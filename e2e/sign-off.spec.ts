// Signing a unit off: three taps and the password; a change voids what was signed and is shown; put back, it stands; the centre claims.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { tapsDuring } from './support/device.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { samplePassword as password, sampleAt } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let program: RunningProgram
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

/** Somebody of the sample at a page, on a device of their own. */
const at = (browser: Browser, who: string, path: string) => sampleAt(browser, program, who, path)

interface AnsweredUnit {
  readonly registration: { readonly id: string }
  readonly evidence: readonly { readonly id: string; readonly reference: string; readonly occurredOn: string; readonly record: unknown }[]
}

/** Says the candidate's assignment under another title, as she would by the item's form. */
async function retitle(page: Page, title: string): Promise<void> {
  const asked = page.waitForResponse((response) => response.url().includes('/api/unit.inPortfolio'))
  await page.goto('/unit')
  const response = await asked
  const { output } = (await response.json()) as { output: AnsweredUnit }
  const item = output.evidence.find(({ reference }) => reference === 'A-01')
  const sent = await response.request().allHeaders()
  const headers = {
    'content-type': 'application/json',
    'evident-organisation': sent['evident-organisation'] ?? '',
    'evident-person': sent['evident-person'] ?? '',
  }
  const input = {
    registrationId: output.registration.id,
    evidenceId: item?.id,
    title,
    occurredOn: item?.occurredOn,
    record: item?.record,
    isOwnWork: true,
  }
  const status = await page.evaluate(
    async ([body, head]) => (await fetch('/api/evidence.change', { method: 'POST', headers: head, body })).status,
    [JSON.stringify({ id: crypto.randomUUID(), version: 1, input }), headers] as const,
  )
  expect(status).toBe(200)
}

test('the assessor signs in three taps and with the password; a wrong one signs nothing', async ({ browser }) => {
  const page = await at(browser, 'lorraine', '/assess')
  await expect(page.getByText('Unit 307 of Ingrid Bowen is ready for your signature.')).toBeVisible()
  await page.getByRole('link', { name: 'Look and sign' }).click()
  await page.getByRole('button', { name: 'Sign as assessor' }).click()
  await page.getByLabel('Your password again').fill('a wrong password')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('That is not your password')
  await isSoundAt(page)
  await page.goto('/assess')
  const taps = await tapsDuring(page, async () => {
    await page.getByRole('link', { name: 'Look and sign' }).click()
    const line = page.getByRole('region', { name: 'Candidate', exact: true })
    await expect(line).toContainText('Ingrid Bowen')
    await expect(page.getByRole('region', { name: 'Internal verifier (if sampled)' })).toContainText('Not sampled')
    await page.getByRole('button', { name: 'Sign as assessor' }).click()
    await page.getByLabel('Your password again').fill(password)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  expect(taps).toBeLessThanOrEqual(3)
  await expect(page.getByText('Signed by candidate and assessor')).toBeVisible()
  await isSoundAt(page)
  await page.context().close()
})

test('a change is told and shown, and put back by whoever made it; then the centre claims', async ({ browser }) => {
  const page = await at(browser, 'ingrid', '/unit')
  await retitle(page, 'Assignment: assessment for learning at my school')
  await page.goto('/unit')
  await expect(page.getByText(/Your signature on unit 307 of Ingrid Bowen stands no longer/)).toBeVisible()
  await page.getByRole('link', { name: 'Look and sign' }).click()
  await expect(page.getByText('Your signature stands no longer').first()).toBeVisible()
  await expect(page.getByRole('deletion').first()).toContainText('in my school')
  await isSoundAt(page)
  await page.getByRole('button', { name: /^Put A-01 back/ }).click()
  await expect(page.getByText('Changed since it was signed')).toHaveCount(0)
  await expect(page.getByText('Signed by candidate and assessor')).toBeVisible()
  await page.context().close()
  const office = await at(browser, 'marta', '/registrations')
  await office.getByRole('button', { name: 'Claim', exact: true }).click()
  await office.getByRole('button', { name: 'Claim it' }).click()
  await expect(office.getByText(/Records are kept until/)).toBeVisible()
  await isSoundAt(office)
  await office.context().close()
})
