// Promise: capture loads at most 120 kB of script, the application's first page 180 kB; each in at most 12 requests and 250 kB.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import type { Rollup } from 'vite'
import { build } from 'vite'
import { ensureChromium } from '../scripts/browser.ts'
import { type Measured, withinLimit } from './promise.ts'
import { discard, newDataFolder, startProgram } from './running.ts'

const pages = [
  { name: 'capture', path: '/capture', scriptLimit: 120 },
  { name: 'application', path: '/', scriptLimit: 180 },
]

interface Loaded {
  readonly requests: number
  readonly scripts: number
  readonly all: number
}

export async function measureFirstLoad(): Promise<readonly Measured[]> {
  const running = await startProgram(newDataFolder())
  const floor = await emptyReactPage()
  try {
    const measured: Measured[] = []
    for (const { name, path, scriptLimit } of pages) {
      const loaded = await load(`${running.origin}${path}`)
      measured.push(
        withinLimit(
          `first-load: ${name}, kB of script, gzip (floor: an empty React page)`,
          loaded.scripts / 1000,
          floor / 1000,
          scriptLimit,
        ),
        withinLimit(`first-load: ${name}, kB in all (floor: an empty React page)`, loaded.all / 1000, floor / 1000, 250),
        withinLimit(`first-load: ${name}, requests (floor: page and script)`, loaded.requests, 2, 12),
      )
    }
    return measured
  } finally {
    await discard(running)
  }
}

/** What a browser without any cache transfers until nothing is under way. What the service worker fetches ahead is not the page's. */
async function load(address: string): Promise<Loaded> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    const sizes: { type: string; bytes: number }[] = []
    page.on('requestfinished', async (request) => {
      const { responseBodySize } = await request.sizes()
      sizes.push({ type: request.resourceType(), bytes: responseBodySize })
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0)
    return { requests: sizes.length, scripts: sum(sizes.filter(({ type }) => type === 'script')), all: sum(sizes) }
  } finally {
    await browser.close()
  }
}

/** Gzipped bytes of a page that renders nothing with React: no page of ours can weigh less. */
async function emptyReactPage(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'evident-floor-'))
  const entry = join(folder, 'empty.js')
  const client = join(import.meta.dirname, '../node_modules/react-dom/client.js')
  writeFileSync(entry, `import { createRoot } from ${JSON.stringify(client)}\ncreateRoot(document.body).render(null)\n`)
  const built = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry } },
  })) as Rollup.RollupOutput
  rmSync(folder, { recursive: true, force: true })
  return built.output.reduce((total, part) => total + (part.type === 'chunk' ? gzipSync(part.code, { level: 9 }).length : 0), 0)
}
