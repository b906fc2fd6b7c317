// `npm test`: installs what is missing, runs every check and every test, and ends with one line that counts them.
import { check, journeys, makeReady, onServer, type Tally, vitest } from './test-parts.ts'

async function main(): Promise<void> {
  const only = process.argv.slice(2)
  const parts: [string, () => Promise<Tally>][] = [
    ['format', () => check('biome', ['check', '--error-on-warnings'])],
    ['types of what both sides share', () => check('tsc', ['-p', 'tsconfig.shared.json'])],
    ['types of the server', () => check('tsc', ['-p', 'tsconfig.server.json'])],
    ['types of the browser', () => check('tsc', ['-p', 'tsconfig.web.json'])],
    ['types of the journeys', () => check('tsc', ['-p', 'tsconfig.e2e.json'])],
    ['generated', () => check('node', ['scripts/generate.ts', '--check'])],
    ['what the tests need', makeReady],
    ['unit', () => vitest([])],
    ['server', onServer],
    ['journeys', () => journeys()],
  ]
  const chosen = only.length === 0 ? parts : parts.filter(([name]) => only.includes(name))
  const tallies: Tally[] = []
  for (const [name, run] of chosen) {
    console.log(`\n# ${name}`)
    const tally = await run()
    if (tally.failed > 0) console.log(`# ${name}: ${tally.failed} failed`)
    tallies.push(tally)
  }
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  if (passed + failed === 0) console.log(`No such part. There are: ${parts.map(([name]) => name).join(', ')}`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
  for (const fault of tallies.flatMap((tally) => tally.faults)) console.log(`\n✘ ${fault}`)
  console.log(`\n${passed} passed, ${failed} failed`)
}

await main()
