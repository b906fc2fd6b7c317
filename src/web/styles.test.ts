// A class that a component names stands in the styles beside it, and the other way round: the compiler can't see either.
import { expect, test } from 'vitest'

const parts = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })
const sheets = import.meta.glob<string>('../**/*.module.css', { query: '?raw', import: 'default', eager: true })

/** Names that come by a variable: `styles[kind]`. Then the sheet may hold more than the component names. */
function usedIn(source: string, name: string): { readonly names: readonly string[]; readonly isOpen: boolean } {
  return {
    names: [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, used]) => used ?? ''),
    isOpen: source.includes(`${name}[`),
  }
}

const pairs = Object.entries(parts).flatMap(([path, source]) =>
  [...source.matchAll(/import (\w+) from '\.\/([\w-]+\.module\.css)'/g)].map(([, name = '', file = '']) => ({
    path,
    sheet: path.replace(/[^/]+$/, file),
    ...usedIn(source, name),
  })),
)

const definedIn = (sheet: string) =>
  new Set([...(sheets[sheet] ?? '').replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name]) => name))

test.each(pairs)('$path finds its classes', ({ sheet, names }) => {
  const defined = definedIn(sheet)
  expect(names.filter((name) => !defined.has(name))).toEqual([])
})

test.each(Object.keys(sheets))('%s has no class that nobody names', (sheet) => {
  const users = pairs.filter((pair) => pair.sheet === sheet)
  expect(users).not.toEqual([])
  const named = new Set(users.flatMap(({ names }) => names))
  if (users.every(({ isOpen }) => !isOpen)) expect([...definedIn(sheet)].filter((name) => !named.has(name ?? ''))).toEqual([])
})

test('there are sheets to look at', () => {
  expect(pairs.length).toBeGreaterThan(15)
})
