// Every component in Chromium: axe in each mode and width, keys, focus, and the content policy that the product sends.
import { expect, type Page, test } from '@playwright/test'
import { colourFindings, findingsInParts } from '../support/axe.ts'
import { type Gallery, startGallery } from './gallery-server.ts'

let gallery: Gallery

test.beforeAll(async () => {
  gallery = await startGallery()
})

test.afterAll(async () => {
  await gallery.close()
})

const modes = {
  light: {},
  dark: { theme: 'dark' },
  'more contrast': { contrast: 'more' },
  spaced: { font: 'spaced' },
} as const

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const

async function open(page: Page, mode: Readonly<Record<string, string>> = {}) {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(gallery.address)
  await page.evaluate((choices) => Object.assign(document.documentElement.dataset, choices), mode)
  await expect(page.getByRole('heading', { name: '4H Mathematics' })).toBeVisible()
  return complaints
}

for (const [name, mode] of Object.entries(modes)) {
  // Dark and more contrast change colours, which the light page's other findings do not rest on.
  const look = name === 'light' || name === 'spaced' ? findingsInParts : colourFindings
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    expect(await open(page, mode)).toEqual([])
    for (const size of sizes) {
      await page.setViewportSize(size)
      expect(await look(page), `at ${size.width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      await page.getByRole('button', { name: 'Open the dialog' }).click()
      expect(await look(page), `with a dialog at ${size.width}`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })
}

test('a dialog holds the focus, closes with Escape and gives the focus back', async ({ page }) => {
  const complaints = await open(page)
  const opener = page.getByRole('button', { name: 'Open the dialog' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Withdraw this moment?' })
  await expect(dialog).toBeVisible()
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  expect(complaints).toEqual([])
})

test('a menu opens, moves and acts by keys, and gives the focus back', async ({ page }) => {
  const complaints = await open(page)
  const opener = page.getByRole('button', { name: 'What to do' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Withdraw' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('last-act')).toHaveText('printed')
  await expect(opener).toBeFocused()
  // Once more, when all that it is made of is there already.
  for (const key of ['Space', 'Enter']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('menuitem', { name: 'Withdraw' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
  expect(complaints).toEqual([])
})

test('the class map is one tab stop with arrows, Home and End', async ({ page }) => {
  await open(page)
  const cell = (name: string) => page.getByRole('button', { name, exact: true })
  await cell('Aaliyah R, Shade fractions: Not seen yet').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^Callum B, Same amount: /)
  await page.keyboard.press('End')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^Callum B, Word problems: /)
  await page.keyboard.press('Control+End')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^George P, Word problems: /)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^Aaliyah R, Shade fractions: /)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('chosen-cell')).toHaveText('Aaliyah R Word problems')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('table'))).toBeNull()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^Aaliyah R, Word problems: /)
  await expect(page.locator('table [tabindex="0"]')).toHaveCount(1)
})

test('tabs choose with arrows; goal tabs too', async ({ page }) => {
  await open(page)
  await page.getByRole('tab', { name: 'Moments' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Goals' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Goals' })).toHaveText('The panel of goals')
  await page.getByRole('tab', { name: '1 Same amount' }).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('tabpanel', { name: '3 Explain' })).toContainText('I can explain with numerator and denominator')
})

test('a tap keeps for everyone picked, without moving anything', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  const tile = page.getByRole('button', { name: /^Callum Short goals/ })
  await expect(tile).toHaveAttribute('aria-pressed', 'true')
  const dock = page.getByTestId('dock')
  const place = () =>
    dock.evaluate((element) => [element.getBoundingClientRect().height, element.previousElementSibling?.getBoundingClientRect().height])
  const before = await place()
  await page.getByRole('button', { name: 'Clue', exact: true }).click()
  await expect(dock.getByRole('status')).toHaveText('Kept: Callum and Maisie, clue')
  await expect(tile).toHaveAttribute('aria-pressed', 'false')
  expect(await place()).toEqual(before)
  await dock.getByRole('button', { name: 'Undo' }).click()
  await expect(dock.getByRole('status')).toBeEmpty()
})

test('an error summary takes the focus and leads to the field', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '2 things to put right' })).toBeFocused()
  await page.getByRole('link', { name: 'Give the group a name' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the group' })).toBeFocused()
})

test('words are set at once and kept on the device', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Words', exact: true }).click()
  await page.getByRole('radio', { name: 'Spaced' }).click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-font', 'spaced')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await page.evaluate(() => localStorage.getItem('evident-appearance'))).toBe('{"font":"spaced","theme":"dark"}')
})

test('nothing for a finger is smaller than 44 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, [role=tab], input:not([type=radio]):not([type=checkbox]), select')]
      .filter((element) => element.closest('table') === null && element.getClientRects().length > 0)
      .map(
        (element) =>
          ({ words: element.textContent ?? '', ...element.getBoundingClientRect().toJSON() }) as {
            words: string
            width: number
            height: number
          },
      )
      .filter(({ width, height }) => width < 44 || height < 44),
  )
  expect(small).toEqual([])
})

test('nothing is cut off or pushed out by wider spacing, twice the size, or writing from the right', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  const isWithin = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  await isWithin()
  expect(await findingsInParts(page)).toEqual([])
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
  // WCAG 1.4.12
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      Object.assign(element.style, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' })
    }
  })
  await isWithin()
  expect(await cutOff(page)).toEqual([])
  // 200 % at a desk is what a phone's width is.
  await page.reload()
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await page.setViewportSize({ width: 780, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(780)
  expect(await cutOff(page)).toEqual([])
})

/** Parts whose words reach beyond their own box, where nothing scrolls. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, p, h1, h2, h3, label, li')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden')
      .map((element) => element.textContent ?? ''),
  )
}

test('colours that the system forces keep every state visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page)
  const outline = (name: RegExp) => page.getByRole('button', { name }).evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outline(/^Callum Short goals/)).toBe('solid')
  expect(await outline(/^Ewa Word mat/)).toBe('none')
})

test('a chip that is chosen is as wide as before, and a finger draws one line', async ({ page }) => {
  await open(page)
  const chip = page.getByRole('button', { name: 'Watching' })
  const width = async () => (await chip.boundingBox())?.width
  const before = await width()
  await chip.click()
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  expect(await width()).toBeCloseTo(before ?? 0, 0)
  const surface = page.getByRole('img', { name: 'Sheet to draw on' })
  await surface.scrollIntoViewIfNeeded()
  const box = await surface.boundingBox()
  if (box === null) throw new Error('the sheet is nowhere')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByText('1 line', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the sheet' }).click()
  await expect(page.getByText('Nothing drawn yet')).toBeVisible()
})
