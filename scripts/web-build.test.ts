// The guard of the web build: it sees an entry that another one would begin.
import { expect, it } from 'vitest'
import { isReached } from './web-build.ts'

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
