// Parts of the web build that no package brings: source words compiled into the code, and one language of hidden strings.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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

const summaryLine = /^\s*summary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),\n/gm

/** @example withoutSummaries("  where: 'school',\n  summary: 'Begin.',\n") // "  where: 'school',\n" */
export function withoutSummaries(code: string): string {
  return code.replaceAll(summaryLine, '')
}

/** The sentence that an operation has for `docs/api.json` is not for the browser: it would be a twentieth of what capture loads of our own. */
export function contractsWithoutSummaries(): Plugin {
  return {
    name: 'contracts-without-summaries',
    enforce: 'pre',
    transform: { filter: { id: /\/contract\.ts$/ }, handler: (code) => ({ code: withoutSummaries(code), map: null }) },
  }
}

/**
 * A page that is imported when it is needed brings no styles of its own and is fetched by nothing ahead (`cssCodeSplit`, `modulePreload`):
 * what Vite adds to each such import would only look for both.
 */
export function importsAlone(): Plugin {
  return {
    name: 'imports-alone',
    enforce: 'pre',
    load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load()' },
  }
}

/**
 * Imports each icon from its own file. The package's list of all of them is 3,700 files long: reading it made up most of the build's
 * time, and hid from the bundler which page needs which icon.
 */
export function iconsByFile(): Plugin {
  const require = createRequire(import.meta.url)
  let files: ReadonlyMap<string, string> | undefined
  return {
    name: 'icons-by-file',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /from ['"]lucide-react['"]/ },
      handler(code) {
        files ??= iconFiles(dirname(require.resolve('lucide-react/package.json')))
        const found = files
        return code.replace(/import \{([^}]*)\} from ['"]lucide-react['"];?/g, (_, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .map((name) => importOf(name, found))
            .join('\n'),
        )
      },
    },
  }
}

function importOf(name: string, files: ReadonlyMap<string, string>): string {
  const [exported = '', local = exported] = name.split(/\s+as\s+/)
  const file = files.get(exported)
  if (file === undefined) throw new Error(`lucide-react has no icon "${exported}"`)
  return `import ${local} from '${file}'`
}

/** The file of each name, by the package's own list. */
function iconFiles(folder: string): ReadonlyMap<string, string> {
  const list = readFileSync(join(folder, 'dist/esm/lucide-react.mjs'), 'utf8')
  return new Map(
    [...list.matchAll(/export \{([^}]*)\} from '\.\/(icons\/[^']+)'/g)].flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => [name, join(folder, 'dist/esm', file)] as const),
    ),
  )
}

/** What the bundler tells of a module. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null
}

/** The modules where a page begins. */
export interface Entries {
  readonly application: string
  readonly capture: string
  /** What somebody meets who is not in yet, at either entry. */
  readonly door: string
  /** What the first visit of an installation meets. */
  readonly welcome: string
}

/**
 * The scripts of a first page in few files, and what later pages share in some more. Left alone, the bundler makes a file for every set of
 * pages that share something: thirty requests for a first page. Capture never reaches what only the application needs, nor the other way
 * round, so that neither entry can begin the other.
 */
export function scriptGroups(entries: Entries) {
  let reach: Reach | undefined
  const placeOf = (id: string, graph: Graph): string | null => {
    reach ??= reachOf(entries, graph)
    if (reach.applicationFirst.has(id)) return reach.captureEver.has(id) ? 'both' : 'application'
    if (reach.captureFirst.has(id)) return reach.applicationEver.has(id) ? 'capture-shared' : 'capture'
    if (reach.doorFirst.has(id)) return 'door'
    return reach.welcomeFirst.has(id) ? 'welcome' : null
  }
  // What more pages need comes first: a file takes the imports of its modules with it.
  const first = ['both', 'capture-shared', 'application', 'capture', 'door', 'welcome'].map((name, place) => ({
    debugName: name,
    priority: 11 - place,
    name: (id: string, graph: Graph) => (placeOf(id, graph) === name ? name : null),
  }))
  // What several pages want lies with what the same entries may fetch.
  const shared = (name: string, folder: RegExp, wanted: Fetcher, minShareCount = 2) => ({
    debugName: name,
    minShareCount,
    name: (id: string, graph: Graph) => {
      reach ??= reachOf(entries, graph)
      return folder.test(id) && fetcherOf(id, reach) === wanted ? name : null
    },
  })
  // A file for each set of pages that want it. Not merged however small: two merged files came to need each other.
  const apart = { entriesAware: true }
  return [
    ...first,
    // An icon needs nothing but what the first file has.
    { priority: 5, ...shared('icons', icons, 'both') },
    { priority: 5, ...shared('application-icons', icons, 'application') },
    { priority: 5, ...apart, ...shared('library', /\/node_modules\//, 'both') },
    { priority: 4, ...shared('parts', /\/src\//, 'both', many) },
    { priority: 4, ...apart, ...shared('parts', /\/src\//, 'both') },
    { priority: 3, ...apart, ...shared('application-library', /\/node_modules\//, 'application') },
    // In a file for each half, and nothing else in it: merged by who wants them, two files could need each other, and a shape be read before it
    // is there. A school's pages then make no shapes of a centre.
    ...Object.entries(words).map(([half, folder]) => ({ priority: 2, ...shared(`${half}-words`, folder, 'application') })),
    // What many pages want, in one file for each half. It needs only what as many want.
    { priority: 1, ...shared('centre-parts', /\/src\/(?:web\/pages\/)?centre\//, 'application', many) },
    { priority: 1, ...shared('application-parts', /\/src\//, 'application', many) },
    { priority: 1, ...apart, ...shared('application-parts', /\/src\//, 'application') },
  ]
}

const icons = /\/node_modules\/lucide-react\//

/** From so many pages on, one file that each of them fetches: a request costs more than what it may not need (decision 0121). */
const many = 6

/** Files that import nothing but files like themselves, by the half that they belong to: each knows its own and what is common. */
const words = {
  common: /\/src\/(?:core\/|common\/.*\/(?:contract|rules|policy)\.ts$)/,
  school: /\/src\/school\/.*\/(?:contract|rules|policy)\.ts$/,
  centre: /\/src\/centre\/.*\/(?:contract|rules|policy)\.ts$/,
}

/** Which entries may fetch a module, at once or later. What capture alone fetches is little and stays as it is. */
type Fetcher = 'both' | 'application' | 'capture'

function fetcherOf(id: string, { applicationEver, captureEver }: Reach): Fetcher {
  if (!captureEver.has(id)) return 'application'
  return applicationEver.has(id) ? 'both' : 'capture'
}

type Reach = Readonly<
  Record<'applicationFirst' | 'applicationEver' | 'captureFirst' | 'captureEver' | 'doorFirst' | 'welcomeFirst', ReadonlySet<string>>
>

function reachOf({ application, capture, door, welcome }: Entries, graph: Graph): Reach {
  return {
    applicationFirst: reachedFrom(application, graph, 'at once'),
    applicationEver: reachedFrom(application, graph, 'ever'),
    captureFirst: reachedFrom(capture, graph, 'at once'),
    captureEver: reachedFrom(capture, graph, 'ever'),
    doorFirst: reachedFrom(door, graph, 'at once'),
    welcomeFirst: reachedFrom(welcome, graph, 'at once'),
  }
}

/** Everything that a module imports, and what that imports; `at once` is without what is loaded later. */
function reachedFrom(start: string, graph: Graph, when: 'at once' | 'ever'): ReadonlySet<string> {
  const reached = new Set<string>()
  const left = [start]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const module = graph.getModuleInfo(id)
    left.push(...(module?.importedIds ?? []), ...(when === 'ever' ? (module?.dynamicallyImportedIds ?? []) : []))
  }
  return reached
}
