// A test command that can't fail is a defect: a planted fault of each kind makes its part fail, and a green part passes.
import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, databaseTests, journeys, type Tally, vitest } from './test-parts.ts'

const planted = 'src/testing/planted'

const green: Tally = { passed: 1, failed: 0, faults: [] }
const red = (fault: RegExp): Tally => ({ passed: 0, failed: 1, faults: [expect.stringMatching(fault)] })

describe('the test command notices, and names at its end', { timeout: 300_000 }, () => {
  it('a failing test', async () => {
    expect(await vitest(['--config', `${planted}/vitest.config.ts`])).toEqual(red(/failing\.planted\.ts: fails\n.*expected 1 to be 2/))
  })
  it('a run that finds no test', async () => {
    expect(await vitest(['nothing-of-this-name'])).toEqual(red(/ended with 1/))
  })
  it('a failing journey', async () => {
    expect(await journeys(['--config', `${planted}/playwright.config.ts`])).toEqual(red(/failing-journey\.planted\.ts:\d+: fails$/))
  })
  it('a broken rule of the linter', async () => {
    const file = `planted-${process.pid}.ts`
    writeFileSync(file, '// A default export, planted.\nexport default 1\n')
    expect(await check('biome', ['lint', file]).finally(() => rmSync(file))).toEqual(red(/^biome lint planted/))
    expect(await check('biome', ['lint', 'src/core/ids.ts'])).toEqual(green)
  })
  it('a type error', async () => {
    expect(await check('tsc', ['-p', `${planted}/tsconfig.json`])).toEqual(red(/^tsc -p/))
  })
  it('a command that is not there', async () => {
    expect(await check('no-such-command', [])).toEqual(red(/^no-such-command ended/))
  })
})

describe('databaseTests', () => {
  it('are those that ask a database of ours: handlers, backup and the database’s rules, neither pure rules nor programs with their own', () => {
    const files = databaseTests()
    for (const file of ['src/server/backup.test.ts', 'src/server/database-rules.test.ts', 'src/centre/signoff/signoff.test.ts'])
      expect(files).toContain(file)
    for (const file of ['src/server/main.test.ts', 'src/centre/signoff/rules.test.ts']) expect(files).not.toContain(file)
    expect(files.length).toBeGreaterThan(75)
  })
})
