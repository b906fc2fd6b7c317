// Parts of the web build: its guard sees an entry that another one would begin, and what is for documents alone stays behind.
import { expect, it } from 'vitest'
import { withoutSummaries } from './web-build.ts'
import { circleIn, isReached } from './web-guards.ts'

const file = (moduleIds: readonly string[], imports: readonly string[], dynamicImports: readonly string[] = []) => ({
  type: 'chunk',
  moduleIds,
  imports,
  dynamicImports,
})

it('an entry that is reached over a part that comes later is found', () => {
  const files = {
    'capture.js': file(['capture.tsx'], ['both.js'], ['photo.js']),
    'photo.js': file(['PhotoSheet.tsx'], ['parts.js']),
    'parts.js': file(['Chip.tsx', 'Grid.tsx'], ['application.js']),
    'application.js': file(['router.tsx', 'main.tsx'], ['both.js'], ['class.js']),
    'class.js': file(['ClassPage.tsx'], ['both.js']),
    'both.js': file(['device.ts'], []),
  }
  expect(isReached('capture.tsx', 'main.tsx', files)).toBe(true)
  expect(isReached('main.tsx', 'capture.tsx', files)).toBe(false)
})

it('files that need each other at once are found; what is fetched later makes no circle', () => {
  const files = {
    'learner.js': file(['LearnerPage.tsx'], ['parts.js']),
    'parts.js': file(['Sheet.tsx'], ['words.js'], ['learner.js']),
    'words.js': file(['contract.ts'], []),
  }
  expect(circleIn(files)).toBeUndefined()
  const planted = { ...files, 'words.js': file(['contract.ts', 'Chip.tsx'], ['parts.js']) }
  expect(circleIn(planted)).toEqual(['parts.js', 'words.js', 'parts.js'])
})

it('sentences for the documents of the interface do not go to the browser, however they are written', () => {
  const parts = (...lines: readonly string[]) =>
    ['command("x.y", {', "  where: 'school',", ...lines, '  input: z.object({}),', '})', ''].join('\n')
  expect(withoutSummaries(parts("  summary: 'It’s begun, once.',"))).toBe(parts())
  expect(withoutSummaries(parts('  summary:', "    'A long one, with \\' in it.',"))).toBe(parts())
  expect(withoutSummaries(parts('  summary: z.string(),'))).toBe(parts('  summary: z.string(),'))
})
