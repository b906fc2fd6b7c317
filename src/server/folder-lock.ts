// One program per data folder: a lock that outlives no process, not even one that was killed.
import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingError } from './setting-error.ts'

/**
 * Takes the folder for this process and returns the release.
 * @throws SettingError naming EVIDENT_DATA when a living process holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'evident.lock')
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
  try {
    takeLock(lock, mine, folder)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(lock, { force: true })
}

function takeLock(lock: string, mine: string, folder: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      // A link is made whole or not at all, and never over another.
      linkSync(mine, lock)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = livingHolder(lock)
      if (holder !== undefined)
        throw new SettingError(
          'EVIDENT_DATA',
          `Evident already runs on the folder ${folder} (process ${holder}).`,
          'Stop that one, or give this one a folder of its own.',
        )
      rmSync(lock, { force: true })
    }
  }
  throw new SettingError('EVIDENT_DATA', `the folder ${folder} could not be locked.`, 'Start again.')
}

function livingHolder(lock: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number; started: string }
    return started !== '' && startOf(pid) === started ? pid : undefined
  } catch {
    return undefined
  }
}

/** When a process began, as the system writes it; empty when there is none. A number is used again, a number and a time are not. */
function startOf(pid: number): string {
  return spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
