// What axe finds on a page: nothing, or each rule with its places.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Options = Parameters<AxeBuilder['options']>[0]

export interface Finding {
  readonly id: string
  readonly where: readonly string[]
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What another theme can break on a page that is sound in one: it changes colours and nothing else. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** The findings for WCAG 2.2 AA. */
export function findings(page: Page): Promise<readonly Finding[]> {
  return look(page, { runOnly: wcag })
}

/** Those, and what axe calls best practice, for a page of parts: one without a frame around them. */
export function findingsInParts(page: Page): Promise<readonly Finding[]> {
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }
  return look(page, { runOnly: [...wcag, 'best-practice'], rules })
}

/** The findings about colours alone, for a page that was looked at in another theme. */
export function colourFindings(page: Page): Promise<readonly Finding[]> {
  return look(page, { runOnly: { type: 'rule', values: ofColours } })
}

/**
 * One look. The page has no frame of another origin, so axe can look at it in one piece, and of what is in order it need only say so: both
 * make a look several times as fast. React Aria announces by elements that it clears away after seven seconds; one may name a button that
 * is gone by then, so they are left out.
 */
async function look(page: Page, options: Options): Promise<readonly Finding[]> {
  const axe = new AxeBuilder({ page }).options({ ...options, resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.exclude('[data-live-announcer]').analyze()
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }))
}
