// A portfolio leaves: as a PDF in two taps, and as a file that another centre checks and brings in; one changed byte is told and nothing comes in.
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { newDevice, signIn, tapsDuring } from './support/device.ts'
import { type JourneyPerson, setUpOrganisation } from './support/person.ts'
import { type RunningProgram, startProgram } from './support/program.ts'
import { dawnAtCollege, desk } from './support/sample.ts'
import { isSoundAt } from './support/sound.ts'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let college: RunningProgram
let elsewhere: RunningProgram
let office: JourneyPerson
let taken: Buffer
test.beforeAll(async () => {
  ;[college, elsewhere] = await Promise.all([startProgram({ EVIDENT_DEMO: '1' }), startProgram()])
  const administrator = { name: 'Una Field', email: 'una.field@riverside.example' }
  office = await setUpOrganisation(elsewhere, { kind: 'centre', name: 'Riverside Centre' }, administrator)
})
test.afterAll(async () => {
  await Promise.all([college.stop(), elsewhere.stop()])
})

async function takeOut(page: Page, as: RegExp): Promise<{ bytes: Buffer; name: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take out' }).click()
  await page.getByRole('menuitem', { name: as }).click()
  const file = await download
  return { bytes: readFileSync(await file.path()), name: file.suggestedFilename() }
}

test('row 29: the PDF is two taps away, and tagged; the whole portfolio comes as one file', async ({ browser }) => {
  const page = await dawnAtCollege(browser, college, '/unit')
  await page.getByRole('link', { name: 'Open the unit' }).first().click()
  await expect(page.getByRole('article').first()).toBeVisible()
  const taps = await tapsDuring(page, async () => {
    const { bytes, name } = await takeOut(page, /^As a PDF/)
    expect(name).toMatch(/\.pdf$/)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.includes('/StructTreeRoot')).toBe(true)
  })
  expect(taps).toBeLessThanOrEqual(2)
  const { bytes, name } = await takeOut(page, /^As a file with everything/)
  expect(name).toMatch(/\.zip$/)
  taken = bytes
  await page.context().close()
})

test('another centre brings it in when every byte is as it was', async ({ browser }) => {
  const page = await (await newDevice(browser, elsewhere, desk)).newPage()
  await signIn(page, office, '/')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await page.goto('/registrations')
  await page.getByRole('button', { name: 'Bring a portfolio in' }).click()
  const bring = async (bytes: Buffer) => {
    const file = { name: 'portfolio.zip', mimeType: 'application/zip', buffer: bytes }
    await page.getByLabel('The file that the other centre took out').setInputFiles(file)
    await page.getByRole('button', { name: 'Check and take in' }).click()
  }
  await bring(withOneByteChanged(taken))
  await expect(page.getByText('Not taken in: it is not what its centre made')).toBeVisible()
  await isSoundAt(page, [390, 1280])
  await bring(taken)
  await expect(page.getByText('Taken in', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/^Dawn Okafor, unit 307/)).toBeVisible()
  await expect(page.getByText(/Made by Northgate College/)).toBeVisible()
  await isSoundAt(page)
  const again = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Load the file' }).click()
  expect(readFileSync(await (await again).path()).equals(taken)).toBe(true)
  await page.context().close()
})

/** In the middle of the content: nothing of the wrapping is touched. */
function withOneByteChanged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  const middle = Math.floor(changed.length / 2)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
}
