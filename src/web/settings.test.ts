// The script that runs before the first paint reads what settings.ts writes.
import { describe, expect, test, vi } from 'vitest'
import script from './public/appearance.js?raw'
import { type Appearance, appearanceKey, chooseAppearance, readAppearance } from './settings.ts'

function device(kept?: string) {
  const store = new Map(kept === undefined ? [] : [[appearanceKey, kept]])
  const localStorage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
  }
  const document = { documentElement: { dataset: {} as Record<string, string> } }
  return { localStorage, document }
}

const beforeFirstPaint = new Function('localStorage', 'document', script)

describe('appearance', () => {
  const choices: readonly Appearance[] = [
    {},
    { theme: 'dark' },
    { theme: 'light', contrast: 'more', font: 'spaced' },
    { contrast: 'standard', font: 'dyslexic' },
  ]
  test.each(choices)('%j is kept, read and set before the first paint', (appearance) => {
    const { localStorage, document } = device()
    vi.stubGlobal('localStorage', localStorage)
    vi.stubGlobal('document', document)
    chooseAppearance(appearance)
    expect(document.documentElement.dataset).toEqual(appearance)
    expect(readAppearance()).toEqual(appearance)
    const next = device().document
    beforeFirstPaint(localStorage, next)
    expect(next.documentElement.dataset).toEqual(appearance)
    vi.unstubAllGlobals()
  })

  test.each(['', 'null', '[]', '{"theme":"pink"}', '{"theme":1}'])('%j on the device counts as nothing chosen', (kept) => {
    const place = device(kept)
    vi.stubGlobal('localStorage', place.localStorage)
    expect(readAppearance()).toEqual({})
    beforeFirstPaint(place.localStorage, place.document)
    expect(place.document.documentElement.dataset).toEqual({})
    vi.unstubAllGlobals()
  })
})
