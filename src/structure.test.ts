// Holds the house up: each check finds nothing in the project, and finds what was planted for it.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as places from './testing/structure/places.ts'
import * as project from './testing/structure/project.ts'
import * as proofs from './testing/structure/proofs.ts'
import * as shape from './testing/structure/shape.ts'
import { readSources, type SourceFile, type Violation } from './testing/structure/source.ts'

const checks = { ...shape, ...places, ...proofs, ...project }
type CheckName = keyof typeof checks
type Files = Readonly<Record<string, string>>

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  run(${index})`).join('\n')
const tested = (name: string, ...titles: readonly string[]) =>
  `describe('${name}', () => {\n${titles.map((title) => `it('${title}', run)`).join('\n')}\n})`
const goals = 'src/school/goals'
const rulesButOne = (missing: number) =>
  Array.from({ length: 20 }, (_, index) => index + 1)
    .filter((number) => number !== missing)
    .map((number) => `it('R${number}: holds', run)`)
    .join('\n')

/** What each check must find: files that break its rule, and a piece of what it then says. */
const planted: Readonly<Record<CheckName, readonly (readonly [Files, string])[]>> = {
  fileLength: [
    [{ [`${goals}/rules.ts`]: lines(301) }, '300 are allowed'],
    [{ [`${goals}/goals.test.ts`]: lines(501) }, '500 are allowed'],
  ],
  functionLength: [
    [{ 'src/core/x.ts': `export function long() {\n${lines(55)}\n}` }, '57 lines'],
    [{ 'src/web/X.tsx': `export function Long() {\n${lines(78)}\n return <b/>\n}` }, '81 lines, 80'],
    [{ 'src/web/X.tsx': `export function useLong() {\n${lines(55)}\n}` }, '57 lines, 55'],
    [{ 'src/web/X.tsx': `export const Long = () => {\n${lines(55)}\n return <b/>\n}` }, '58 lines'],
    [{ 'src/server/x.ts': `class A { long() {\n${lines(55)}\n} }` }, '57 lines'],
  ],
  nesting: [
    [{ 'src/core/x.ts': 'export function f(a) { for (const b of a) if (b) for (const c of b) while (c) c.next() }' }, 'nested 4 deep'],
    [
      { 'src/core/x.ts': 'export const f = (a) => { if (a) { for (;;) { try { a.map((b) => { if (b) b() }) } catch {} } } }' },
      'nested 4 deep',
    ],
  ],
  firstLine: [
    [{ 'src/core/x.ts': "import * as z from 'zod/mini'" }, 'without a sentence'],
    [{ 'migrations/0099_x.sql': 'create table x ();' }, 'without a sentence'],
    [{ 'src/core/x.ts': '// x\nexport const x = 1' }, 'without a sentence'],
  ],
  exportForm: [
    [{ 'src/core/index.ts': 'export const a = 1' }, 'index file'],
    [{ 'src/core/x.ts': "export * from './ids.ts'" }, 're-exports'],
    [{ 'src/core/x.ts': "export type { Id } from './ids.ts'" }, 're-exports'],
    [{ 'src/core/x.ts': 'export default 1' }, 'default export'],
  ],
  noAny: [
    [{ 'src/core/x.ts': 'export const a: any = 1' }, '`any`'],
    [{ 'src/core/x.ts': 'export const a = new Map<string, any[]>()' }, '`any`'],
  ],
  names: [
    [{ 'src/server/date-utils.ts': '' }, 'date-utils'],
    [{ 'src/web/PhotoManager.tsx': '' }, 'PhotoManager'],
    [{ 'src/core/x.ts': 'const mailService = 1' }, 'mailService'],
    [{ 'src/core/x.ts': 'function goalHelper() {}' }, 'goalHelper'],
    [{ 'src/core/x.ts': 'interface IGoal { a: 1 }' }, 'IGoal'],
    [{ 'src/core/x.ts': 'class StoreImpl {}' }, 'StoreImpl'],
  ],
  suppressions: [
    [{ 'src/core/x.ts': '// @ts-expect-error\nrun()' }, 'without saying why'],
    [{ 'src/core/x.ts': '// biome-ignore lint/suspicious/noExplicitAny: <explanation>\nrun()' }, 'without saying why'],
    [{ 'src/web/X.tsx': 'const x = <b>{/* biome-ignore lint/a11y/noAutofocus: yes */}</b>' }, 'without saying why'],
  ],
  fileNames: [
    [{ [`${goals}/queries.ts`]: '' }, 'a name that says nothing'],
    [{ [`${goals}/parts/Goal.tsx`]: '' }, 'a name that says nothing'],
    [{ 'src/school/homework/rules.ts': '' }, 'no place in the order'],
    [{ 'src/school/shared.ts': '' }, 'beside the features'],
  ],
  importDirections: [
    [{ [`${goals}/rules.ts`]: "import type { A } from '../../centre/decisions/contract.ts'" }, 'never meet'],
    [{ 'src/common/people/rules.ts': "import type { A } from '../../school/goals/contract.ts'" }, 'never meet'],
    [{ [`${goals}/goals.test.ts`]: "import { a } from '../../centre/decisions/contract.ts'" }, 'never meet'],
    [{ [`${goals}/contract.ts`]: "import { a } from '../observations/contract.ts'" }, 'stands to its right'],
    [{ [`${goals}/contract.ts`]: "import { a } from './rules.ts'" }, 'a contract.ts may not import ./rules.ts'],
    [{ [`${goals}/rules.ts`]: "import type { Tx } from '../../server/database.ts'" }, 'a rules.ts may not'],
    [{ [`${goals}/rules.ts`]: "type Tx = import('./store.ts').Row" }, 'a rules.ts may not'],
    [{ 'src/centre/evidence/contract.ts': "import { a } from '../decisions/rules.ts'" }, 'stands to its right'],
    [{ [`${goals}/policy.ts`]: "import { readFile } from 'node:fs'" }, 'a policy.ts may not'],
    [{ [`${goals}/store.ts`]: "import { a } from '../groups/store.ts'" }, 'a store.ts may not'],
    [{ [`${goals}/views.ts`]: "import { a } from './store.ts'" }, 'a views.ts may not'],
    [{ [`${goals}/handlers.ts`]: "import { createApp } from '../../server/http.ts'" }, 'a handlers.ts may not'],
    [{ [`${goals}/client.ts`]: "const a = await import('./views.ts')" }, 'a client.ts may not'],
    [{ [`${goals}/GoalList.tsx`]: "import { a } from './store.ts'" }, 'a component may not'],
    [{ [`${goals}/GoalList.tsx`]: "import { Button } from 'react-aria-components'" }, 'a component may not'],
    [{ [`${goals}/GoalList.tsx`]: "import styles from './OtherList.module.css'" }, 'a component may not'],
    [{ 'src/server/http.ts': "import { a } from '../school/goals/store.ts'" }, 'imports the feature goals'],
  ],
  eraser: [[{ 'src/school/photos/store.ts': "import { becomeEraser } from '../../server/database.ts'" }, 'becomes the eraser']],
  rulesAreTested: [
    [{ [`${goals}/rules.ts`]: 'export function refusal() {}', [`${goals}/goals.test.ts`]: "it('refusals', run)" }, 'the rule refusal'],
    [{ [`${goals}/rules.ts`]: 'export const isOpen = () => true', 'src/school/groups/groups.test.ts': 'isOpen()' }, 'the rule isOpen'],
  ],
  operationsAreTested: [
    [{ [`${goals}/contract.ts`]: "command('goal.close', {})", [`${goals}/handlers.ts`]: '' }, "it('accepted: …')"],
    [
      {
        [`${goals}/contract.ts`]: "export const a = query('goal.mine', {})",
        [`${goals}/handlers.ts`]: '',
        [`${goals}/goals.test.ts`]: `${tested('goal.mine', 'accepted: a', 'refused: b')}\n${tested('goal.all', 'other organisation: c')}`,
      },
      "describe('goal.mine') lacks: it('other organisation: …')",
    ],
  ],
  assessmentRulesAreTested: [
    [{ 'src/centre/decisions/rules.test.ts': rulesButOne(7) }, 'no test bears the number of the rule R7'],
    [{ 'src/centre/decisions/rules.ts': "it('R7: a comment in code is no test', run)" }, 'the rule R7'],
    [{ 'src/centre/decisions/rules.test.ts': '// R19: said, and not tested' }, 'the rule R19'],
  ],
  dependencies: [
    [{ 'package.json': '{ "dependencies": { "left-pad": "1.0.0" } }', 'docs/decisions/0001-x.md': 'left-padding' }, 'why left-pad is here'],
    [
      {
        'package.json': JSON.stringify({ dependencies: Object.fromEntries(Array.from({ length: 46 }, (_, index) => [`p${index}`, '1'])) }),
      },
      '46 dependencies',
    ],
  ],
  machinePaths: [
    [{ 'README.md': `run ${['', 'work', 'main', 'x'].join('/')}` }, 'folder of one machine'],
    [{ 'src/core/x.ts': `const a = '${['', 'home', 'ada', 'x'].join('/')}'` }, 'folder of one machine'],
  ],
}

const asFiles = (files: Files): readonly SourceFile[] => Object.entries(files).map(([path, text]) => ({ path, text }))
const say = ({ path, line, message }: Violation) => `${path}${line === undefined ? '' : `:${line}`} ${message}`
const sources = readSources(join(import.meta.dirname, '..'))

describe('the structure', () => {
  it('is looked at in full', () => {
    const paths = sources.map(({ path }) => path)
    for (const path of ['package.json', 'biome.json', 'src/core/ids.ts', 'src/web/main.tsx', 'migrations/0001_foundation.sql'])
      expect(paths).toContain(path)
  })

  it.each(Object.keys(checks) as CheckName[])('%s', (name) => {
    expect(checks[name](sources).map(say)).toEqual([])
  })
})

describe('a planted violation', () => {
  const cases = Object.entries(planted).flatMap(([name, plants]) =>
    plants.map(([files, found]) => ({ name: name as CheckName, files, found })),
  )
  it.each(cases)('is found by $name: $found', ({ name, files, found }) => {
    expect(checks[name](asFiles(files)).map(say).join('\n')).toContain(found)
  })
})
