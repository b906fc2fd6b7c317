// Parts of the web build that no package brings: source words compiled into the code, and one language of hidden strings.
import { createCompiledCatalog } from '@lingui/cli/api'
import type { Plugin } from 'vite'

interface Literal {
  readonly type: string
  readonly value?: unknown
}

/** What the two visitors below need to know of Babel's nodes; Babel ships no types of its own. */
interface Property {
  readonly node: { readonly key?: { name?: string; value?: unknown }; readonly name?: { name?: string }; value: Literal | null }
  readonly parent: { readonly properties?: readonly Named[]; readonly attributes?: readonly Named[] }
}

interface Named {
  readonly key?: { name?: string; value?: unknown }
  readonly name?: { name?: unknown }
}

interface BabelTypes {
  valueToNode(value: unknown): Literal
  jsxExpressionContainer(expression: Literal): Literal
}

/**
 * A Babel plugin that runs after Lingui's: the source text of a message becomes the compiled form that Lingui's runtime reads.
 * So words in the source language travel with the page that shows them, need no catalogue and no compiler in the browser,
 * and a catalogue that lags behind can never leave a bare key on the screen (decision 0023).
 */
export function compileSourceMessages({ types }: { types: BabelTypes }) {
  return {
    name: 'compile-source-messages',
    visitor: {
      ObjectProperty({ node, parent }: Property) {
        if (nameOf(node) !== 'message' || !hasId(parent.properties)) return
        if (node.value?.type === 'StringLiteral') node.value = types.valueToNode(compileMessage(String(node.value.value)))
      },
      JSXAttribute({ node, parent }: Property) {
        if (node.name?.name !== 'message' || !hasId(parent.attributes) || node.value === null) return
        const text =
          node.value.type === 'JSXExpressionContainer' ? (node.value as unknown as { expression: Literal }).expression : node.value
        if (text.type === 'StringLiteral') node.value = types.jsxExpressionContainer(types.valueToNode(compileMessage(String(text.value))))
      },
    },
  }
}

function nameOf(node: Named): unknown {
  return node.key?.name ?? node.key?.value
}

function hasId(siblings: readonly Named[] | undefined): boolean {
  return siblings?.some((sibling) => nameOf(sibling) === 'id' || sibling.name?.name === 'id') ?? false
}

/** @example compileMessage('{count} kept') // [['count'], ' kept'] */
export function compileMessage(text: string): unknown {
  const { source, errors } = createCompiledCatalog('en-GB', { message: text }, { namespace: 'json' })
  const [error] = errors
  if (error !== undefined) throw error.error
  return (JSON.parse(source) as { messages: { message: unknown } }).messages.message
}

/**
 * React Aria brings its few hidden strings in thirty-four languages; it needs `en-US` always (a locale that it does not know
 * falls back to it), and the others only once Evident speaks them.
 */
export function onlyEnglishHiddenStrings(): Plugin {
  return {
    name: 'only-english-hidden-strings',
    enforce: 'pre',
    load: {
      filter: {
        id: /\/(?:react-aria|react-stately|react-aria-components)\/dist\/private\/intl\/(?:\w+\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
      },
      handler: () => 'export default {}',
    },
  }
}
