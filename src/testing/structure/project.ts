// Checks on the project as a whole: what it depends on, and what it says about the machine it was written on.
import type { Check } from './source.ts'

const mostDependencies = 45

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** One package in five builds for five platforms is one dependency, and so is a package with its types. @example family('@types/react') // 'react' */
function family(name: string): string {
  return name
    .replace(/-(bin-)?(darwin|linux|win|windows)-(x64|arm64)$/, '')
    .replace(/\/(darwin|linux|windows)-(x64|arm64)$/, '')
    .replace(/^@types\//, '')
}

/** Few dependencies, each with its line in a decision record. */
export const dependencies: Check = (files) => {
  const text = files.find(({ path }) => path === 'package.json')?.text
  if (text === undefined) return []
  const manifest = JSON.parse(text) as Manifest
  const groups = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies]
  const names = [...new Set(groups.flatMap((group) => Object.keys(group ?? {})).map(family))]
  const decisions = files
    .filter(({ path }) => path.startsWith('docs/decisions/'))
    .map((file) => file.text)
    .join('\n')
  const unnamed = names.filter((name) => !new RegExp(`(^|[^\\w@/-])${name}($|[^\\w/-])`, 'm').test(decisions))
  return [
    ...(names.length > mostDependencies
      ? [{ path: 'package.json', message: `${names.length} dependencies, ${mostDependencies} are allowed` }]
      : []),
    ...unnamed.map((name) => ({ path: 'package.json', message: `no decision record says why ${name} is here` })),
  ]
}

/** Folders of a machine that only its owner has. */
const machineFolders = /(^|[\s"'`(=:@])\/(work|root|home\/\w+|Users\/\w+)\//

export const machinePaths: Check = (files) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (machineFolders.test(line) ? [{ path, line: index + 1, message: 'names a folder of one machine' }] : [])),
  )
