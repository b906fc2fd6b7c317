// What is shown of a long work, to a terminal that somebody watches and to a log.
import { expect, it } from 'vitest'
import { createProgress } from './progress.ts'

function said(isTTY: boolean): string {
  let text = ''
  let now = 1000
  const progress = createProgress({ isTTY, write: (more) => (text += more) }, () => now)
  progress.show('10 %')
  progress.show('11 %')
  now += 200
  progress.show('20 %')
  progress.step('Done')
  return text
}

it('shows a line that changes ten times a second at most to somebody who watches', () => {
  expect(said(true)).toBe('\r\x1b[K10 %\r\x1b[K20 %\r\x1b[KDone\n')
})
it('says the finished steps alone to a log', () => {
  expect(said(false)).toBe('Done\n')
})
