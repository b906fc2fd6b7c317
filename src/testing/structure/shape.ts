// Checks on one file at a time: its size, its first line, its names, what it exports.
import { type Check, isCode, isTest, type SourceFile, type Violation } from './source.ts'
import { children, comments, isNode, type Node, nodes, startLine, statements, textOf } from './syntax.ts'

const limits = { fileLines: 300, testFileLines: 500, functionLines: 55, componentLines: 80, nesting: 3 }

const eachCodeFile =
  (check: (file: SourceFile) => readonly Violation[]): Check =>
  (files) =>
    files.filter(({ path }) => isCode(path)).flatMap(check)

/** Generated files are as long as they need to be. */
const generated = new Set(['src/server/tables.ts'])

export const fileLength = eachCodeFile(({ path, text }) => {
  const limit = isTest(path) ? limits.testFileLines : limits.fileLines
  const lines = text.trimEnd().split('\n').length
  if (lines <= limit || generated.has(path)) return []
  return [{ path, message: `has ${lines} lines, ${limit} are allowed: split it by noun` }]
})

export const functionLength = eachCodeFile((file) => {
  if (isTest(file.path)) return []
  return nodes(file)
    .filter(isFunction)
    .flatMap((node) => {
      const lines = node.loc === undefined ? 0 : node.loc.end.line - node.loc.start.line + 1
      const limit = isComponent(node, file.path) ? limits.componentLines : limits.functionLines
      if (lines <= limit) return []
      return [{ path: file.path, line: startLine(node), message: `a function has ${lines} lines, ${limit} are allowed` }]
    })
})

/** A component is a page's markup more than it is steps. */
function isComponent(node: Node, path: string): boolean {
  return path.endsWith('.tsx') && node.type === 'FunctionDeclaration' && /^[A-Z]/.test(textOf(node.id) ?? '')
}

export const nesting = eachCodeFile((file) => {
  const found: Violation[] = []
  const visit = (node: Node, depth: number, parent?: Node): void => {
    const isElseIf = node.type === 'IfStatement' && parent?.type === 'IfStatement' && parent.alternate === node
    const inner = /^(FunctionDeclaration|ClassMethod)$/.test(node.type) ? 0 : isControl(node) && !isElseIf ? depth + 1 : depth
    if (inner > limits.nesting && inner > depth)
      found.push({ path: file.path, line: startLine(node), message: `is nested ${inner} deep, ${limits.nesting} are allowed` })
    for (const child of children(node)) visit(child, inner, node)
  }
  for (const node of statements(file)) visit(node, 0)
  return found
})

export const firstLine: Check = (files) =>
  files
    .filter(
      ({ path, text }) =>
        /\.(tsx?|sql|css)$/.test(path) &&
        !path.endsWith('.module.css') &&
        !/^(--|\/\/|\/\*) ?[A-Z“‘`][^\n]{10,}[.:]/.test(text.replace(/^#!.*\n/, '')),
    )
    .map(({ path }) => ({ path, line: 1, message: 'begins without a sentence that says what the file is for' }))

export const exportForm = eachCodeFile((file) => [
  ...(/(^|\/)index\.tsx?$/.test(file.path) ? [{ path: file.path, message: 'is an index file: import from the file that declares' }] : []),
  ...statements(file).flatMap((node) => {
    const message = exportFault(node, file.path)
    return message === undefined ? [] : [{ path: file.path, line: startLine(node), message }]
  }),
])

function exportFault(node: Node, path: string): string | undefined {
  if (node.type === 'ExportAllDeclaration') return 're-exports: import from the file that declares'
  if (node.type === 'ExportNamedDeclaration' && isNode(node.source)) return 're-exports: import from the file that declares'
  const isConfiguration = /(^|\/)[a-z]+\.config\.ts$/.test(path)
  if (node.type === 'ExportDefaultDeclaration' && !isConfiguration) return 'has a default export: give it a name'
  return undefined
}

export const noAny = eachCodeFile((file) =>
  nodes(file)
    .filter((node) => node.type === 'TSAnyKeyword')
    .map((node) => ({ path: file.path, line: startLine(node), message: 'says `any`: say what it is, or `unknown`' })),
)

/** A name that says nothing: what does it do, and to what? */
const emptyWords = /^(helpers?|utils?|utilit(y|ies)|managers?|services?|impl)$/

/** Names that hold one of those words all the same. */
const allowedNames: Readonly<Record<string, string>> = {
  services: 'what dispatch hands to every handler (keys, files, the bytes that were sent): decision 0040',
  Services: 'the type of it',
  HandlerServices: 'the type of it, for one command',
  'service-worker': 'the browser’s own term',
  serviceWorker: 'the browser’s own term',
  ServiceWorkerGlobalScope: 'the browser’s own term',
}

export const names = eachCodeFile((file) => {
  const fileName = (file.path.split('/').at(-1) ?? '').replace(/(\.module)?(\.test|\.spec)?(\.d)?\.tsx?$/, '')
  const declared = nodes(file).flatMap((node) =>
    isDeclaration(node) ? [{ name: textOf(node.id) ?? '', line: startLine(node), node }] : [],
  )
  return [{ name: fileName, line: 1, node: undefined }, ...declared]
    .filter(({ name, node }) => allowedNames[name] === undefined && isEmptyName(name, node))
    .map(({ name, line }) => ({ path: file.path, line, message: `the name ${name} says nothing: what does it do, and to what?` }))
})

function isDeclaration(node: Node): boolean {
  return /^(VariableDeclarator|FunctionDeclaration|ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type)
}

function isEmptyName(name: string, node: Node | undefined): boolean {
  const isHungarian = node?.type === 'TSInterfaceDeclaration' && /^I[A-Z][a-z]/.test(name)
  return isHungarian || words(name).some((word) => emptyWords.test(word))
}

function words(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase())
}

export const suppressions = eachCodeFile((file) =>
  comments(file).flatMap(({ text, line }) => {
    const [, reason] = /^\s*(?:biome-ignore\S* [^\s:]+|@ts-[\w-]+)(.*)$/s.exec(text) ?? []
    const isReasoned = reason === undefined || reason.split(/\s+/).filter((word) => /[a-z]/i.test(word)).length >= 3
    return isReasoned ? [] : [{ path: file.path, line, message: 'suppresses a rule without saying why' }]
  }),
)

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|ObjectMethod)$/.test(node.type)
}

function isControl(node: Node): boolean {
  return /^(If|For|ForOf|ForIn|While|DoWhile|Switch|Try)Statement$/.test(node.type)
}
