// The house in data: which features there are, in which order; which files a feature may have, and what each may import.

/** A feature imports only from its left in its own half, and from `common`. A new feature adds its name here. */
export const features: Readonly<Record<string, readonly string[]>> = {
  common: ['organisations', 'people', 'devices', 'media', 'frameworks', 'letters'],
  school: [
    'safeguarding',
    'groups',
    'learners',
    'consent',
    'timetable',
    'sessions',
    'agreements',
    'profiles',
    'results',
    'tasks',
    'goals',
    'goaltalks',
    'misconceptions',
    'techniques',
    'photos',
    'observations',
    'findings',
    'advice',
    'briefs',
    'feedback',
    'improvements',
    'achievements',
    'drafts',
    'handovers',
    'nextactions',
    'reviews',
    'today',
    'classmap',
    'descriptors',
    'erasure',
    'worries',
  ],
  centre: [
    'standards',
    'staff',
    'registrations',
    'unitpages',
    'candidates',
    'witnesses',
    'discussions',
    'uploads',
    'evidence',
    'arrivals',
    'planner',
    'plans',
    'visits',
    'testimonies',
    'witnesserasure',
    'assignments',
    'itemfeedback',
    'decisions',
    'matrix',
    'signoff',
    'sampling',
    'verifiers',
    'sections',
    'portfolios',
  ],
}

export type FileKind = 'contract' | 'rules' | 'policy' | 'store' | 'views' | 'handlers' | 'client' | 'component'

interface Permissions {
  /** Packages, each with the subpaths below it. */
  readonly packages: readonly string[]
  /** Folders or files of the program outside features, from `src/`. */
  readonly program: readonly string[]
  /** Other files of the same feature. */
  readonly own: readonly FileKind[]
  /** Files of earlier features. */
  readonly earlier: readonly FileKind[]
}

const words: readonly FileKind[] = ['contract', 'rules']
const screen = ['react', '@tanstack/react-query', '@lingui/core', '@lingui/react']

/** What each kind of file may import: house rules that decision 0040 gives the reasons of. */
export const permissions: Readonly<Record<FileKind, Permissions>> = {
  contract: { packages: ['zod/mini'], program: ['core'], own: [], earlier: ['contract'] },
  rules: { packages: ['zod/mini'], program: ['core'], own: ['contract'], earlier: words },
  policy: { packages: [], program: ['core'], own: ['contract'], earlier: ['contract', 'rules', 'policy'] },
  store: {
    packages: ['kysely', 'node:crypto'],
    program: ['core', 'server/database.ts', 'server/keys.ts', 'server/tables.ts'],
    own: ['contract', 'rules', 'views'],
    earlier: words,
  },
  views: {
    packages: ['kysely'],
    program: ['core', 'server/database.ts', 'server/keys.ts', 'server/tables.ts'],
    own: ['contract', 'rules'],
    earlier: ['contract', 'rules', 'views'],
  },
  handlers: {
    packages: ['node:buffer', 'node:crypto'],
    program: [
      'core',
      'server/accounts.ts',
      'server/database.ts',
      'server/events.ts',
      'server/files.ts',
      'server/images.ts',
      'server/keys.ts',
      'server/operation.ts',
      'server/services.ts',
    ],
    own: ['contract', 'rules', 'policy', 'store', 'views'],
    earlier: ['contract', 'rules', 'policy', 'store', 'views'],
  },
  client: {
    packages: screen,
    program: ['core', 'web'],
    own: ['contract', 'rules', 'policy'],
    earlier: ['contract', 'rules', 'client'],
  },
  component: {
    packages: [...screen, 'lucide-react', '@tanstack/react-router'],
    program: ['core', 'web'],
    own: ['contract', 'rules', 'policy', 'client', 'component'],
    earlier: ['contract', 'rules', 'client', 'component'],
  },
}

/** The few files of the server that know features (all of them, or the one named), and why. */
export const composition: Readonly<Record<string, string>> = {
  'src/server/operations.ts': 'the one list of all operations',
  'src/server/uploads.ts ← uploads': 'what a file is by its content is asked before its bytes are kept',
  'src/server/jobs.ts': 'brings letters from a school’s register to a centre’s, as a command',
  'src/server/presence.ts ← devices': 'a session by a device’s signature: asked before anybody is signed in, so it is no command',
  'src/server/http.ts ← devices': 'the paths of that presence',
  'src/server/erasure-list.ts ← erasure': 'a restore repeats erasures by the product’s own command',
  'src/server/erasure-list.ts ← worries': 'and removals of notes that were worries',
  'src/server/erasure-file.ts ← witnesserasure': 'the list says why in the words of the command',
  'src/server/erasure-list.ts ← witnesserasure': 'and erasures of witnesses',
  'src/server/erasure-list.ts ← people': 'a restore enters who erased, when they came after the backup',
  'src/server/portfolio-page.ts ← portfolios': 'the page in a portfolio’s file is made of its document',
  'src/server/portfolio-page.ts ← sections': 'and of the document’s sections',
  'src/server/portfolio-press.ts ← portfolios': 'writes a portfolio’s file in the shape that the feature publishes',
  'src/server/portfolio-check.ts ← portfolios': 'checks a portfolio’s file without a database',
  'src/server/portfolio-check.ts ← signoff': 'and the signatures in it',
  'src/server/portfolio-routes.ts ← portfolios': 'streams out what the feature’s queries answer',
  'src/server/portfolio-commands.ts ← portfolios': 'takes a portfolio out at the terminal, where nobody is signed in',
  'src/server/portfolio-commands.ts ← registrations': 'and finds whose it is',
  'src/server/installation.ts ← organisations': 'the first organisation and its set-up code, before there is anybody to send a command',
}

/** What a file of a feature imports although the table above says no, and why. */
export const exceptions: Readonly<Record<string, string>> = {}

/** @example fileKind('rules.ts') // 'rules' */
export function fileKind(name: string): FileKind | 'style' | 'test' | undefined {
  if (/\.test\.tsx?$/.test(name)) return 'test'
  if (/^[A-Z]\w*\.tsx$/.test(name)) return 'component'
  if (/^[A-Z]\w*\.module\.css$/.test(name)) return 'style'
  const [, kind] = /^(contract|rules|policy|store|views|handlers|client)\.ts$/.exec(name) ?? []
  return kind as FileKind | undefined
}
