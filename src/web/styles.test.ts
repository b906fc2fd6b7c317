// A class that a component names stands in the styles beside it, and the other way round: the compiler can't see either.
import { expect, test } from 'vitest'

const parts = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })
/** Those of single components and those that hold everywhere. */
const styles = import.meta.glob<string>('../**/*.css', { query: '?raw', import: 'default', eager: true })
const sheets = import.meta.glob<string>('../**/*.module.css', { query: '?raw', import: 'default', eager: true })

/** With such a rule a browser works out the styles of the whole page anew at every change in it. */
const askingTheRoot = /(?:^|[\s,(])(?::root|html|body)\)?[^\s,{]*:has\(/

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

test.each(Object.entries(styles))('%s asks the root for marks, not what the page has', (_, style) => {
  expect(style.match(askingTheRoot)?.[0]).toBeUndefined()
})

test('what holds for every page is among what is looked at', () => {
  expect(Object.keys(styles)).toContain('./ui/base.css')
})

test('a rule that asks the root what the page has is found', () => {
  for (const rule of ['html:has(.a) {', ':root[dir="rtl"]:has(.a) b {', ':global(body):has(> .a) > * {', '.b,\nbody:has(.a) .c {'])
    expect(rule).toMatch(askingTheRoot)
  for (const rule of ['.a:has(.b) {', ':root[data-undo] .a:has(.b) {', 'body .a:has(.b) {']) expect(rule).not.toMatch(askingTheRoot)
})
