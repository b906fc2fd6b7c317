// A tablet that several adults use: signing in, a PIN, the lock, the next colleague, a forgotten PIN, a day without network.
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningProgram, startProgram } from './support/program.ts'
import { type JourneySchool, setUpSchool } from './support/school.ts'
import { choosePin, signIn } from './support/tablet.ts'

let program: RunningProgram
let school: JourneySchool
test.beforeAll(async () => {
  program = await startProgram()
  school = await setUpSchool(program)
})
test.afterAll(() => program.stop())

/** Six minutes in which nobody touches the tablet. */
async function waitForLock(page: Page): Promise<void> {
  // The page that locks starts afresh, so that nothing stays in its memory: what follows is done on the new one.
  await Promise.all([page.waitForEvent('load'), page.clock.fastForward('06:00')])
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible()
}

const newTablet = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${program.origin}/capture`)
  return page
}
/** Behind the door: neither faces nor fields of it are left. */
async function isOpen(page: Page): Promise<void> {
  for (const field of ['PIN', 'Password']) await expect(page.getByLabel(field, { exact: true })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Who is here?')
}

test('a PIN brings its person back, a colleague sees only a name, and five misses lose nothing', async ({ context }) => {
  const page = await newTablet(context)
  await signIn(page, 'nobody@oakmere.example')
  await expect(page.getByRole('alert')).toContainText('Not that address and password')
  await signIn(page, school.practitioner.email)
  await choosePin(page, '123456')
  await expect(page.getByText('Choose digits that are harder to guess.')).toBeVisible()
  await choosePin(page, '274916')
  await isOpen(page)

  await waitForLock(page)
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await signIn(page, school.teacher.email)
  await choosePin(page, '590318')
  await isOpen(page)

  await waitForLock(page)
  await expect(page.getByRole('button', { name: 'Dawn Okafor' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark Hartley' }).click()
  await page.getByLabel('PIN', { exact: true }).fill('274916')
  await expect(page.getByText('Not that PIN. 4 tries left.')).toBeVisible()
  await page.getByLabel('PIN', { exact: true }).fill('590318')
  await isOpen(page)

  await waitForLock(page)
  await page.getByRole('button', { name: 'Dawn Okafor' }).click()
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    await page.getByLabel('PIN', { exact: true }).fill('111222')
    await expect(page.getByText(`Not that PIN. ${left} left.`)).toBeVisible()
  }
  await page.getByLabel('PIN', { exact: true }).fill('111222')
  await expect(page.getByText('The PIN is closed after five tries')).toBeVisible()
  await signIn(page, school.practitioner.email)
  await choosePin(page, '274916')
  await isOpen(page)
})

test('without network the tablet opens by PIN, and both entries are there', async ({ context }) => {
  const page = await newTablet(context)
  await signIn(page, school.practitioner.email)
  await choosePin(page, '274916')
  await isOpen(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await waitForLock(page)
  await page.reload()
  await page.getByRole('button', { name: 'Dawn Okafor' }).click()
  await page.getByLabel('PIN', { exact: true }).fill('274916')
  await isOpen(page)
  await page.goto(`${program.origin}/`)
  await isOpen(page)
  await context.setOffline(false)
})

test('what a person does not have is not in the page: nothing of the browser’s store tells a colleague more than names', async ({
  context,
}) => {
  const page = await newTablet(context)
  await signIn(page, school.practitioner.email)
  await choosePin(page, '274916')
  await isOpen(page)
  await waitForLock(page)
  const stored = await page.evaluate(async () => {
    const open = indexedDB.open('evident')
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const read = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    return { unlocked: await read('unlocked'), profiles: (await read('profiles')).length }
  })
  expect(stored).toEqual({ unlocked: [], profiles: 1 })
})

test('a browser that keeps nothing is told so before anything else', async ({ context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  const page = await context.newPage()
  for (const path of ['/', '/capture']) {
    await page.goto(program.origin + path)
    await expect(page.getByRole('heading', { name: 'This browser keeps nothing' })).toBeVisible()
  }
})
