// Checks that what must be tested is tested: every rule by name, every operation in its three ways.
import { type Check, isCode, isTest, type SourceFile } from './source.ts'
import { children, type Node, nodes, startLine, statements, textOf } from './syntax.ts'

const isIn = (folder: string) => (file: SourceFile) => file.path.startsWith(`${folder}/`)

/** Each exported function of a `rules.ts` is named in a test of its feature. */
export const rulesAreTested: Check = (files) =>
  files
    .filter(({ path }) => /^src\/\w+\/\w+\/rules\.ts$/.test(path))
    .flatMap((file) => {
      const tests = files.filter(isIn(file.path.replace('/rules.ts', ''))).filter(({ path }) => isTest(path))
      return exportedFunctions(file)
        .filter(({ name }) => !tests.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
        .map(({ name, line }) => ({ path: file.path, line, message: `no test of the feature names the rule ${name}` }))
    })

function exportedFunctions(file: SourceFile): readonly { name: string; line: number }[] {
  const exported = statements(file).filter(({ type }) => type === 'ExportNamedDeclaration')
  return exported.flatMap(children).flatMap((declaration) => {
    const declarators = declaration.type === 'VariableDeclaration' ? children(declaration) : [declaration]
    return declarators.filter(isFunction).map((one) => ({ name: textOf(one.id) ?? '', line: startLine(one) }))
  })
}

function isFunction(node: Node): boolean {
  return node.type === 'FunctionDeclaration' || (node.init as Node | undefined)?.type === 'ArrowFunctionExpression'
}

const ways = ['accepted:', 'refused:', 'other organisation:']

/** Each operation has `describe('<its name>')` in its feature, with a test for each way it can go. */
export const operationsAreTested: Check = (files) =>
  files
    .filter(({ path }) => /^src\/\w+\/\w+\/contract\.ts$/.test(path))
    .filter(({ path }) => files.some((file) => file.path === path.replace('contract.ts', 'handlers.ts')))
    .flatMap((file) => {
      const tests = files.filter(isIn(file.path.replace('/contract.ts', ''))).filter(({ path }) => isTest(path))
      const described = tests.flatMap((test) => nodes(test)).filter((node) => isCall(node, /^describe/))
      return operationNames(file).flatMap(({ name, line }) => {
        const titles = described.filter((node) => firstArgument(node) === name).flatMap(testTitles)
        const missing = ways.filter((way) => !titles.some((title) => title.startsWith(way)))
        const message = `describe('${name}') lacks: ${missing.map((way) => `it('${way} …')`).join(', ')}`
        return missing.length === 0 ? [] : [{ path: file.path, line, message }]
      })
    })

function operationNames(file: SourceFile): readonly { name: string; line: number }[] {
  return nodes(file)
    .filter((node) => isCall(node, /^(command|query)$/))
    .map((node) => ({ name: firstArgument(node) ?? '', line: startLine(node) }))
}

/** The testable rules of assessment that tests must hold, by their numbers; R16, R18 and R20 are held where they fall. */
const assessmentRules = [...Array.from({ length: 15 }, (_, index) => `R${index + 1}`), 'R17', 'R19']

/** Each rule of assessment has a test that bears its number in the title. */
export const assessmentRulesAreTested: Check = (files) => {
  const tests = files.filter(({ path }) => isTest(path) && isCode(path))
  const titles = tests.flatMap((file) => nodes(file).flatMap(titleOf))
  const named = new Set(titles.flatMap((title) => title.match(/\bR\d+\b/g) ?? []))
  const missing = assessmentRules.filter((rule) => !named.has(rule))
  return missing.map((rule) => ({ path: 'src/centre', message: `no test bears the number of the rule ${rule}` }))
}

function titleOf(node: Node): readonly string[] {
  const title = isCall(node, /^(it|test)\b/) ? firstArgument(node) : undefined
  return title === undefined ? [] : [title]
}

function testTitles(node: Node): readonly string[] {
  const below = children(node).flatMap(testTitles)
  const title = isCall(node, /^(it|test)\b/) ? firstArgument(node) : undefined
  return title === undefined ? below : [title, ...below]
}

/** Also `it.each(…)('title')` and `describe.each(…)('title')`. */
function isCall(node: Node, name: RegExp): boolean {
  return node.type === 'CallExpression' && name.test(calleeName(node.callee as Node))
}

function calleeName(callee: Node): string {
  if (callee.type === 'MemberExpression') return calleeName(callee.object as Node)
  if (callee.type === 'CallExpression') return calleeName(callee.callee as Node)
  return textOf(callee) ?? ''
}

function firstArgument(node: Node): string | undefined {
  const [first] = node.arguments as readonly Node[]
  if (first?.type !== 'TemplateLiteral') return textOf(first)
  const [head] = first.quasis as readonly { value: { cooked: string } }[]
  return head?.value.cooked
}
