// How a person likes to read: light or dark, contrast, letters. Kept on the device; `public/appearance.js` applies it before the first paint.

/** `undefined` follows the system (for letters: the standard ones). */
export interface Appearance {
  readonly theme?: 'light' | 'dark'
  readonly contrast?: 'more' | 'standard'
  readonly font?: 'spaced' | 'dyslexic'
}

/** Where the device keeps it. This store is no place for anyone's records; they lie encrypted in IndexedDB. */
export const appearanceKey = 'evident-appearance'

const choices = { theme: ['light', 'dark'], contrast: ['more', 'standard'], font: ['spaced', 'dyslexic'] } as const

/** What was chosen on this device; a text that is not ours counts as nothing chosen. */
export function readAppearance(): Appearance {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(appearanceKey) ?? '{}')
    if (kept === null || typeof kept !== 'object') return {}
    return Object.fromEntries(Object.entries(choices).flatMap(([name, values]) => chosenOf(name, values, kept as Record<string, unknown>)))
  } catch {
    return {}
  }
}

function chosenOf(name: string, values: readonly string[], kept: Record<string, unknown>): readonly (readonly [string, string])[] {
  const value = kept[name]
  return typeof value === 'string' && values.includes(value) ? [[name, value]] : []
}

/** Shows it at once and keeps it, where the browser lets a page keep anything. */
export function chooseAppearance(appearance: Appearance): void {
  for (const name of Object.keys(choices) as (keyof Appearance)[]) {
    const value = appearance[name]
    if (value === undefined) delete document.documentElement.dataset[name]
    else document.documentElement.dataset[name] = value
  }
  try {
    localStorage.setItem(appearanceKey, JSON.stringify(appearance))
  } catch {
    // Private windows of some browsers refuse: the choice holds until the page is closed.
  }
}
