// A journey that fails, on purpose: see scripts/test-parts.test.ts.
import { expect, test } from '@playwright/test'

test('fails', async ({ page }) => {
  await page.setContent('<h1>planted</h1>')
  await expect(page.getByRole('heading')).toHaveText('another', { timeout: 100 })
})
