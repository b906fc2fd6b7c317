// The guard of the web build: it sees an entry that another one would begin.
import { expect, it } from 'vitest'
import { otherEntryFrom } from './web-build.ts'

const file = (imports: readonly string[], dynamicImports: readonly string[] = [], isEntry = false) => ({
  type: 'chunk',
  imports,
  dynamicImports,
  isEntry,
})

it('an entry that is reached over a part that comes later is found', () => {
  const files = {
    'capture.js': file(['both.js'], ['photo.js'], true),
    'photo.js': file(['parts.js']),
    'parts.js': file(['application.js']),
    'application.js': file(['both.js'], ['class.js'], true),
    'class.js': file(['both.js']),
    'both.js': file([]),
  }
  expect(otherEntryFrom('capture.js', files)).toBe('application.js')
  expect(otherEntryFrom('application.js', files)).toBeUndefined()
})
