// Statement names: one name for one text, only for what comes again, and never more than a connection should hold.
import { describe, expect, it } from 'vitest'
import { createStatementNames } from './statement-names.ts'

describe('a statement', () => {
  it('gets a name when it comes for the third time, and keeps it', () => {
    const { nameOf } = createStatementNames()
    expect([nameOf('select 1'), nameOf('select 1')]).toEqual([undefined, undefined])
    const name = nameOf('select 1')
    expect(name).toMatch(/^e\d+$/)
    expect(nameOf('select 1')).toBe(name)
  })
  it('never shares its name with another', () => {
    const { nameOf } = createStatementNames()
    const names = ['a', 'b', 'c'].map((text) => [nameOf(text), nameOf(text), nameOf(text)].at(-1))
    expect(new Set(names).size).toBe(3)
  })
  it('goes without a name when there are enough', () => {
    const { nameOf } = createStatementNames()
    for (let i = 0; i < 2000; i++) for (let use = 0; use < 3; use++) nameOf(`select ${i}`)
    expect(nameOf('select 1999')).toBeUndefined()
    expect(nameOf('select 0')).toBeDefined()
  })
})
