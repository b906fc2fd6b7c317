// What axe finds on a page: nothing, or each rule with its places.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The findings for WCAG 2.2 AA. */
export async function findings(page: Page): Promise<readonly { readonly id: string; readonly where: readonly string[] }[]> {
  // React Aria announces by elements that it clears away after seven seconds; one may name a button that is gone by then.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0, { timeout: 9_000 })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }))
}
