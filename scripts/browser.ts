// Finds a Chromium for the journeys, and installs one where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The path of a Chromium: the one that CHROMIUM_PATH names, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place))
}

/** Installs a Chromium, by the system's packages as root, else by Playwright. @throws Error that says what to do */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync(
      'sh',
      ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium'],
      { stdio: 'inherit' },
    )
  }
  if (findChromium() === undefined) spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  const installed = findChromium()
  if (installed === undefined) throw new Error('No Chromium was found or could be installed. Install one and set CHROMIUM_PATH to it.')
  return installed
}
