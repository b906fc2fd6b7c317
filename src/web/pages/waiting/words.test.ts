// Whoever looks at what waits must know what it is: every kind of entry has words of its own.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindOf } from './words.ts'

const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'))
const texts = sources.map((path) => readFileSync(path, 'utf8'))

/** What is declared as a command: 'learnerObservation.record' by learnerObservationRecord. */
const commands = new Map(
  texts.flatMap((text) =>
    [...text.matchAll(/export const (\w+) = command\('([\w.]+)'/g)].map(([, variable = '', name = '']) => [variable, name] as const),
  ),
)

/** The commands that some source puts into the outbox: named where an entry is made, or among several of which one is. */
const kept = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/\b(?:addition|outbox\.add)\(\s*(?:contract\.)?(\w+)/g)].flatMap(([, variable = '']) => commands.get(variable) ?? []),
  ),
)

describe('an entry that waits', () => {
  it('is found in the sources, whatever keeps it', () => {
    expect(kept.size).toBeGreaterThan(50)
    expect(kept).toContain('learnerObservation.record')
  })

  it.each([...kept].sort())('%s says what it is', (command) => {
    expect(kindOf({ command })).not.toEqual(kindOf({ command: 'nothing.known' }))
  })
})
