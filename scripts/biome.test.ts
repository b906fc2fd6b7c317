// Biome sees: a project of planted faults under our own configuration, each of which it must find, and no more than those.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const goals = 'src/school/goals'

const border = 'lint/style/noRestrictedImports'
const take = (from: string) => `import type { A } from '${from}'\nexport type B = A\n`

/** Path, text, and the rule that must be broken; none: it must be let through. */
const planted: readonly (readonly [string, string, string | undefined])[] = [
  ['src/core/borrows.ts', take('pg'), border],
  ['src/core/reaches.ts', take('../server/database.ts'), border],
  ['src/core/allowed.ts', take('./borrows.ts'), undefined],
  ['src/core/shapes.ts', take('zod/mini'), undefined],
  [`${goals}/store.ts`, take('../../centre/decisions/contract.ts'), border],
  ['src/centre/decisions/views.ts', take('../../school/goals/contract.ts'), border],
  ['src/common/letters/rules.ts', take('../../school/goals/contract.ts'), border],
  ['src/common/letters/views.ts', take('../../centre/evidence/contract.ts'), border],
  [`${goals}/handlers.ts`, take('../../server/operation.ts'), undefined],
  [`${goals}/rules.ts`, take('../../web/api.ts'), border],
  [`${goals}/views.ts`, take('../../testing/app.ts'), border],
  [`${goals}/client.ts`, take('./store.ts'), border],
  [`${goals}/One.tsx`, take('../groups/views.ts'), border],
  [`${goals}/Two.tsx`, take('../../server/database.ts'), border],
  [`${goals}/Three.tsx`, take('react-aria-components'), border],
  [`${goals}/goals.test.ts`, take('../../testing/app.ts'), undefined],
  [`${goals}/other.test.ts`, take('../../centre/decisions/contract.ts'), border],
  ['src/server/page.ts', take('../web/api.ts'), border],
  ['src/server/trial.ts', take('../testing/app.ts'), border],
  ['src/web/table.ts', take('../server/database.ts'), border],
  ['src/web/rows.ts', take('../school/goals/store.ts'), border],
  ['src/web/part.ts', take('react-aria-components'), border],
  ['src/web/ui/Part.ts', take('react-aria-components'), undefined],
  ['src/web/Late.tsx', "import { lazy } from 'react'\n\nexport const one = lazy\n", border],
  [`${goals}/Late.tsx`, "import { Suspense } from 'react'\n\nexport const one = Suspense\n", border],
  ['src/web/ui/Late.tsx', "import { useState } from 'react'\n\nexport const one = useState\n", undefined],
  ['src/server/one.ts', "import type { Two } from './two.ts'\nexport interface One {\n  two: Two\n}\n", 'lint/suspicious/noImportCycles'],
  ['src/server/two.ts', "import type { One } from './one.ts'\nexport interface Two {\n  one: One\n}\n", 'lint/suspicious/noImportCycles'],
  ['src/server/default.ts', 'export default 1\n', 'lint/style/noDefaultExport'],
  ['vite.config.ts', 'export default 1\n', undefined],
  ['src/server/any.ts', 'export const a: any = 1\n', 'lint/suspicious/noExplicitAny'],
  ['src/server/node.ts', "import { join } from 'path'\n\nexport const a = join\n", 'lint/style/useNodejsImportProtocol'],
  ['src/server/tangle.ts', tangle(), 'lint/complexity/noExcessiveCognitiveComplexity'],
]

function tangle(): string {
  const inner = Array.from({ length: 8 }, (_, index) => `    if (a === ${index} && b) count += 1`).join('\n')
  return `export function tangle(a: number, b: boolean) {\n  let count = 0\n  for (let i = 0; i < a; i += 1) {\n${inner}\n  }\n  return count\n}\n`
}

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[]
}

let folder: string
let report: Report

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evident-biome-'))
  const { vcs: _, ...configuration } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>
  for (const [path, text] of [...planted, ['biome.json', JSON.stringify(configuration)] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const words = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), words, { cwd: folder, encoding: 'utf8' })
  report = JSON.parse(stdout) as Report
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(planted)('in %s', (path, _text, rule) => {
  const found = report.diagnostics.filter(({ location }) => location.path === path).map(({ category }) => category)
  expect(found).toEqual(rule === undefined ? [] : [rule])
})
