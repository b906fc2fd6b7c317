// The clock of the guide's pictures, seen from a program that was started with it.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** What a program started with this clock prints, on a day of the real one. */
function printed(day: string, expression: string): string {
  const pretend = `const D = Date; globalThis.Date = class extends D { constructor(...g) { g.length ? super(...g) : super('${day}') } static now() { return new D('${day}').getTime() } }`
  const clock = join(import.meta.dirname, 'school-day-clock.ts')
  const load = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, '--import', clock]
  const node = join(import.meta.dirname, '../node_modules/.bin/node')
  return execFileSync(node, [...load, '-p', expression], { encoding: 'utf8' }).trim()
}

it.each([
  ['2026-11-27T10:00:00Z', '2026-11-27T10:00:00.000Z'],
  ['2026-11-28T10:00:00Z', '2026-11-27T10:00:00.000Z'],
  ['2026-11-29T23:30:00Z', '2026-11-27T23:30:00.000Z'],
  ['2026-11-30T00:10:00Z', '2026-11-30T00:10:00.000Z'],
])('on %s the program thinks that it is %s', (real, shown) => {
  expect(printed(real, 'new Date().toISOString() + " " + new Date(Date.now()).toISOString()')).toBe(`${shown} ${shown}`)
})

it('leaves a moment that is named as it is', () => {
  expect(printed('2026-11-28T10:00:00Z', 'new Date("2026-11-28T10:00:00Z").toISOString()')).toBe('2026-11-28T10:00:00.000Z')
})
