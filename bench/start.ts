// Promise: a warm start answers within 2 s, the first start ever within 4 s after the installation.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../src/server/postgres.ts'
import { type Measured, median, withinLimit } from './promise.ts'
import { discard, newDataFolder, startProgram } from './running.ts'

export async function measureStart(): Promise<readonly Measured[]> {
  // As after a fresh installation, which builds the pages: no database made.
  const root = join(import.meta.dirname, '..')
  rmSync(join(root, 'build'), { recursive: true, force: true })
  execFileSync('npm', ['run', '-s', 'prepare'], { cwd: root })
  const dataFolder = newDataFolder()
  const first = await startProgram(dataFolder)
  await first.stop()
  const warm: number[] = []
  const bare: number[] = []
  for (let i = 0; i < 3; i++) {
    bare.push(await databaseAlone(dataFolder))
    const running = await startProgram(dataFolder)
    warm.push(running.startedIn)
    await (i === 2 ? discard(running) : running.stop())
  }
  return [
    withinLimit('start: first ever to first answer, ms (floor: the warm database alone)', first.startedIn, median(bare), 4000),
    withinLimit('start: warm to first answer, ms (floor: the warm database alone)', median(warm), median(bare), 2000),
  ]
}

async function databaseAlone(dataFolder: string): Promise<number> {
  const began = performance.now()
  const postgres = await startPostgres({ dataFolder })
  const took = performance.now() - began
  await postgres.stop()
  return took
}
