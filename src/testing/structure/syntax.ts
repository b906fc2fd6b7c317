// A file's syntax tree, and the few questions that the checks ask of it.
import { parseSync } from '@babel/core'
import type { SourceFile } from './source.ts'

export interface Node {
  readonly type: string
  readonly loc?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
  readonly [field: string]: unknown
}

export interface Import {
  /** As written: `../people/store.ts`, `zod/mini`. */
  readonly from: string
  readonly line: number
  readonly names: readonly string[]
}

interface Tree {
  readonly program: { readonly body: readonly object[] }
  readonly comments: readonly { readonly value: string; readonly loc: { readonly start: { readonly line: number } } }[]
}

const parsed = new WeakMap<SourceFile, Tree>()

/** Each file is parsed once. @throws SyntaxError */
function parse(file: SourceFile): Tree {
  const known = parsed.get(file)
  if (known !== undefined) return known
  const plugins = file.path.endsWith('.tsx') ? ['typescript', 'jsx'] : ['typescript']
  const tree = parseSync(file.text, { filename: file.path, babelrc: false, configFile: false, parserOpts: { plugins } }) as Tree
  parsed.set(file, tree)
  return tree
}

/** The statements of a file. */
export function statements(file: SourceFile): readonly Node[] {
  return parse(file).program.body as readonly Node[]
}

/** The comments of a file, without their marks. */
export function comments(file: SourceFile): readonly { readonly text: string; readonly line: number }[] {
  return parse(file).comments.map(({ value, loc }) => ({ text: value, line: loc.start.line }))
}

/** The nodes directly below one. */
export function children(node: Node): readonly Node[] {
  const keys = Object.keys(node).filter((key) => key !== 'loc' && key !== 'extra' && !key.endsWith('omments'))
  return keys.flatMap((key) => [node[key]].flat()).filter(isNode)
}

/** All nodes of a file, in the order of the text. */
export function nodes(file: SourceFile): readonly Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    found.push(node)
    children(node).forEach(visit)
  }
  statements(file).forEach(visit)
  return found
}

/** @example startLine(node) // 12 */
export function startLine(node: Node): number {
  return node.loc?.start.line ?? 0
}

/** The name of an identifier or the value of a string, whichever the node is. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  const text = node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined
  return typeof text === 'string' ? text : undefined
}

/** Everything that a file takes from another one, types too: `import`, `import()`, `import('…').Type`, `export … from`. */
export function importsOf(file: SourceFile): readonly Import[] {
  return nodes(file).flatMap((node) => {
    const from = textOf(sourceNode(node))
    if (from === undefined) return []
    const names = [node.specifiers]
      .flat()
      .filter(isNode)
      .flatMap((one) => textOf(one.imported) ?? [])
    return [{ from, line: startLine(node), names }]
  })
}

function sourceNode(node: Node): unknown {
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return node.source
  if (node.type === 'TSImportType') return node.argument
  if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Import') return [node.arguments].flat()[0]
  return undefined
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
