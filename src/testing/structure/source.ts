// The files that the structure checks look at, as a list of paths and texts, so that a planted file goes through the same functions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the project's root, with slashes: `src/school/goals/rules.ts`. */
  readonly path: string
  readonly text: string
}

/** One breach of a rule, in a sentence that says what to do. */
export interface Violation {
  readonly path: string
  readonly line?: number
  readonly message: string
}

export type Check = (files: readonly SourceFile[]) => readonly Violation[]

const ignored = new Set(['node_modules', '.git', 'build', 'data', 'test-results', 'playwright-report'])
const binary = /\.(woff2|png|webp|jpg|ico|log)$|\.tmp\.|^src\/web\/locales\/.*\.js$/

/** Every text file of the project that is not ignored. */
export function readSources(root: string): readonly SourceFile[] {
  const paths = listFiles(root, '').filter((path) => !binary.test(path))
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (ignored.has(entry.name)) return []
    if (entry.isDirectory()) return listFiles(root, path)
    return entry.isFile() ? [path] : []
  })
}

/** @example isCode('src/web/main.tsx') // true */
export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path)
}

/** @example isTest('src/core/core.test.ts') // true */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('e2e/')
}
