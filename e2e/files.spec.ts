// A file through a lost network: half of it arrives, the page is closed, the rest follows; a file that should not be there is put aside, then purged.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningProgram, startProgram } from './support/program.ts'
import { dawnAtCollege, sampleAt } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let program: RunningProgram
let unit: string
test.beforeAll(async () => {
  program = await startProgram({ EVIDENT_DEMO: '1' })
})
test.afterAll(() => program.stop())

const title = 'Plan of the review wall'
/** Three pieces of four megabytes: two whole ones and a rest. */
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9 * 1024 * 1024, 'wall ')])
const file = { name: 'review-wall.pdf', mimeType: 'application/pdf', buffer: bytes }

async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add evidence' }).click()
}

test('what has arrived of a file stays through a lost network and a reload, and the rest follows', async ({ browser }) => {
  const page = await dawnAtCollege(browser, program, '/unit')
  await page.getByRole('link', { name: 'Open the unit' }).first().click()
  await openForm(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Product evidence').click()
  await dialog.getByLabel('Title').fill(title)
  const choose = () => dialog.getByLabel('Add a file').setInputFiles(file)
  await expect(dialog.getByLabel('Add a file')).toBeDisabled()
  await dialog.getByText(/^No child can be seen or heard/).click()
  const sent = await loseNetworkAfter(page, 1)
  await choose()
  await expect(dialog.getByText(/No network: it goes on by itself/)).toBeVisible()
  await isSoundAt(page, [390, 1280])
  unit = new URL(page.url()).pathname
  await page.reload()
  await openForm(page)
  await expect(dialog.getByText('Not all of it has arrived.', { exact: false })).toBeVisible()
  await expect(dialog.getByLabel('Title')).toHaveValue(title)
  sent.isNetworkThere = true
  await choose()
  await expect(dialog.getByRole('button', { name: 'Take out review-wall.pdf' })).toBeVisible()
  // The piece that had arrived was not sent again.
  expect(sent.offsets).toEqual([0, 4, 4, 8])
  await dialog.getByRole('button', { name: /^2\.2/ }).click()
  await dialog.getByText('This is my own work, and it names no learner.').click()
  await dialog.getByRole('button', { name: 'Add to the portfolio' }).click()
  await expect(item(page)).toContainText('Open review-wall.pdf')
  await isSoundAt(page, [390, 1280])
  await page.context().close()
})

test('the assessor puts it aside with a reason, then purges it: who, when and why stay, and nobody gets a byte of it', async ({
  browser,
}) => {
  const page = await sampleAt(browser, program, 'lorraine', unit)
  const address = await item(page).getByRole('link', { name: 'Download review-wall.pdf' }).getAttribute('href')
  const status = async () => (await page.request.get(address ?? '')).status()
  expect(await status()).toBe(200)
  await actOn(page, 'Put aside', 'A child can be heard in it.')
  await expect(item(page)).toContainText('A file was put aside')
  await isSoundAt(page, [390, 1280])
  await candidateSees(browser, 'A file was put aside')
  await actOn(page, 'Purge', 'The candidate has been told; it does not belong here.')
  await expect(item(page)).toContainText('A file was purged')
  await expect(item(page)).toContainText('The candidate has been told')
  expect(await status()).toBe(404)
  await candidateSees(browser, 'A file was purged')
  await page.context().close()
})

const item = (page: Page) => page.getByRole('article').filter({ hasText: title })

async function actOn(page: Page, act: 'Put aside' | 'Purge', reason: string): Promise<void> {
  await item(page)
    .getByRole('button', { name: new RegExp(`^${act}`) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why?').fill(reason)
  await dialog.getByRole('button', { name: act === 'Purge' ? /^Purge/ : /^Put/ }).click()
  await expect(dialog).toHaveCount(0)
}

async function candidateSees(browser: Browser, words: string): Promise<void> {
  const page = await dawnAtCollege(browser, program, unit)
  await expect(item(page)).toContainText(words)
  await expect(item(page).getByRole('link')).toHaveCount(0)
  await page.context().close()
}

/** The network takes so many pieces and is gone, until it is said to be there again. The offsets are in megabytes. */
async function loseNetworkAfter(page: Page, pieces: number): Promise<{ isNetworkThere: boolean; offsets: number[] }> {
  const state = { isNetworkThere: false, offsets: [] as number[] }
  await page.route('**/api/uploads/*', async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH') return route.continue()
    const isLost = !state.isNetworkThere && state.offsets.length >= pieces
    const offset = Number(request.headers()['upload-offset']) / 1024 / 1024
    if (!isLost || state.offsets.length === pieces) state.offsets.push(offset)
    return isLost ? route.abort('internetdisconnected') : route.continue()
  })
  return state
}
