// Contrast of every pair that must be read, in every mode, by the WCAG formula over the values in tokens.css.
import { describe, expect, test } from 'vitest'
import source from './tokens.css?raw'

// Without comments, and with one kind of quotation mark.
const css = source.replace(/\/\*[\s\S]*?\*\//g, '').replaceAll('"', "'")

type Tokens = Readonly<Record<string, string>>

function block(selector: string, media?: string): Tokens {
  const from = media === undefined ? 0 : css.indexOf(`@media ${media} {\n  ${selector} {`)
  const start = css.indexOf(`${selector} {`, from)
  if (from < 0 || start < 0) throw new Error(`no block ${selector} ${media ?? ''}`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))
}

const light = block(':root')
const dark = block(":root[data-theme='dark']", 'screen')
const more = block(":root[data-contrast='more']", 'screen')
const modes: Readonly<Record<string, Tokens>> = {
  light,
  dark: { ...light, ...dark },
  more: { ...light, ...more },
  'dark, then more': { ...light, ...dark, ...more },
}

type Colour = readonly [number, number, number]

function colour(hex: string | undefined): Colour {
  const parts = /^#(..)(..)(..)$/.exec(hex ?? '')
  if (parts === null) throw new Error(`not a colour: ${hex}`)
  return [1, 2, 3].map((i) => Number.parseInt(parts[i] ?? '', 16)) as unknown as Colour
}

function luminance(value: Colour): number {
  const [r, g, b] = value.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Colour
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Foreground, background, the least ratio. Design-language, section 2; where it gives none, 4.5 for text and 3 for shapes. */
const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'paper', 13.9],
  ['ink', 'desk', 13.9],
  ['ink', 'paper-2', 13.4],
  ['ink-2', 'paper', 6.7],
  ['ink-2', 'desk', 6.6],
  ['ink-2', 'paper-2', 6.6],
  ['edge', 'paper', 4],
  ['edge', 'desk', 3],
  ['biro', 'paper', 7.9],
  ['biro', 'desk', 6.7],
  ['on-biro', 'biro', 7.9],
  ['biro-deep', 'biro-wash', 8],
  ['on-hi', 'hi', 12],
  ['ink', 'hi-wash', 10],
  ['q1-edge', 'paper', 5.4],
  ['q2-edge', 'paper', 5],
  ['q3', 'paper', 7.9],
  ['on-q3', 'q3', 7.9],
  ['ok', 'paper', 6.2],
  ['warn', 'paper', 6.2],
  ['bad', 'paper', 6.2],
  ['ok', 'ok-wash', 5.5],
  ['warn', 'warn-wash', 5.5],
  ['bad', 'bad-wash', 5.4],
  ['ink', 'ok-wash', 10],
  ['ink', 'warn-wash', 10],
  ['ink', 'bad-wash', 10],
  ['ok', 'desk', 4.5],
  ['warn', 'desk', 4.5],
  ['bad', 'desk', 4.5],
  ['paper', 'bad', 4.5],
  ['paper', 'ink', 13.9],
  ['stop', 'paper', 5.2],
  ['near', 'paper', 5.2],
  ['go', 'paper', 5.2],
  ['ink', 'stop-wash', 10],
  ['ink', 'near-wash', 10],
  ['ink', 'go-wash', 10],
]

describe.each(Object.entries(modes))('contrast in mode %s', (_, tokens) => {
  test.each(pairs)('%s on %s is at least %s', (foreground, background, least) => {
    expect(contrast(colour(tokens[foreground]), colour(tokens[background]))).toBeGreaterThanOrEqual(least - 0.05)
  })

  test.each([...css.matchAll(/\[data-cover='(\w+)'\] \{\s*--cover-hue: (#\w+)/g)].map(([, name, hue]) => [name, hue]))(
    'white on the cover %s',
    (_name, hue) => {
      for (const shade of [tokens['cover-shade'], tokens['cover-shade-deep']]) {
        const mixed = colour(hue).map((part) => part * (1 - Number.parseInt(shade ?? '', 10) / 100)) as unknown as Colour
        expect(contrast(mixed, colour(tokens['on-cover']))).toBeGreaterThanOrEqual(6)
      }
    },
  )

  test('the highlighter halo shows the focus ring on paper and cover', () => {
    expect(contrast(colour(tokens['on-hi']), colour(tokens.hi))).toBeGreaterThanOrEqual(3)
  })
})

test('following the system gives the same values as choosing', () => {
  expect(block(":root:not([data-theme='light'])", 'screen and (prefers-color-scheme: dark)')).toEqual(dark)
  expect(block(":root:not([data-contrast='standard'])", 'screen and (prefers-contrast: more)')).toEqual(more)
})

test('there are six covers', () => {
  expect(css.match(/\[data-cover='/g)).toHaveLength(6)
})
