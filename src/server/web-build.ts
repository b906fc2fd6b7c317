// Builds the web application at the first start, and again when its sources have changed.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const sources = [
  'src/web/**/*',
  'src/core/*.ts',
  'src/*/*/*.{tsx,css}',
  'src/*/*/{client,contract,policy,rules}.ts',
  'vite.config.ts',
  'lingui.config.ts',
  'scripts/{web-build,precache}.ts',
  'package-lock.json',
]

/** The folder with the built application; builds it first when the stamp in it is not that of the sources. */
export async function builtWeb(say: (line: string) => void): Promise<string> {
  const folder = join(root, 'build/web')
  const stampFile = join(root, 'build/web.stamp')
  const stamp = stampOfSources()
  if (existsSync(join(folder, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder
  say('Building the pages, once …')
  const { build } = await import('vite')
  await build({ root: join(root, 'src/web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  writeFileSync(stampFile, stamp)
  return folder
}

function stampOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}
