// Checks on where a file lies and on what it imports from where.
import { posix } from 'node:path'
import { type Check, isCode, isTest, type SourceFile, type Violation } from './source.ts'
import { type Import, importsOf } from './syntax.ts'
import { composition, exceptions, type FileKind, features, fileKind, permissions } from './vocabulary.ts'

interface Place {
  readonly half: string
  readonly feature: string
  readonly name: string
}

/** @example placeOf('src/school/goals/rules.ts') // { half: 'school', feature: 'goals', name: 'rules.ts' } */
function placeOf(path: string): Place | undefined {
  const [, half, feature, name] = /^src\/(common|school|centre)\/([^/]+)\/(.+)$/.exec(path) ?? []
  return half === undefined || feature === undefined || name === undefined ? undefined : { half, feature, name }
}

export const fileNames: Check = (files) =>
  files.flatMap(({ path }) => {
    if (/^src\/(common|school|centre)\/[^/]+$/.test(path)) return [{ path, message: 'lies beside the features: put it into one' }]
    const place = placeOf(path)
    if (place === undefined) return []
    if (!(features[place.half] ?? []).includes(place.feature))
      return [
        { path, message: `belongs to the feature ${place.feature}, which has no place in the order: src/testing/structure/vocabulary.ts` },
      ]
    return fileKind(place.name) === undefined
      ? [{ path, message: 'has a name that says nothing about what it may do: CONTRIBUTING.md' }]
      : []
  })

export const importDirections: Check = (files) =>
  files
    .filter(({ path }) => isCode(path))
    .flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const message = exceptions[`${file.path} ← ${one.from}`] === undefined ? importFault(file, one) : undefined
        return message === undefined ? [] : [{ path: file.path, line: one.line, message }]
      }),
    )

function importFault(file: SourceFile, { from }: Import): string | undefined {
  const place = placeOf(file.path)
  if (place !== undefined) return featureFault(file, place, from)
  const target = resolve(file.path, from)
  if (file.path.startsWith('src/server/') && !isTest(file.path)) return serverFault(file.path, target)
  return undefined
}

/** The server knows features only where it puts their operations together. */
function serverFault(path: string, target: string | undefined): string | undefined {
  const to = target === undefined ? undefined : placeOf(target)
  if (to === undefined || composition[path] !== undefined || composition[`${path} ← ${to.feature}`] !== undefined) return undefined
  return `imports the feature ${to.feature}: only these may: ${Object.keys(composition).join(', ')}`
}

function featureFault(file: SourceFile, place: Place, from: string): string | undefined {
  const target = resolve(file.path, from)
  const to = target === undefined ? undefined : placeOf(target)
  if (to !== undefined) {
    const fault = orderFault(place, to, isTest(file.path))
    if (fault !== undefined) return fault
  }
  const kind = fileKind(place.name)
  if (kind === undefined || kind === 'test' || kind === 'style') return undefined
  if (isPermitted(kind, place, from, target, to)) return undefined
  return `a ${kind === 'component' ? 'component' : `${kind}.ts`} may not import ${from}`
}

/** A test may play with what comes later in its half. */
function orderFault(place: Place, to: Place, isFree: boolean): string | undefined {
  const order = features[to.half] ?? []
  if (to.half !== place.half && to.half !== 'common') return `${place.half} imports from ${to.half}: they never meet`
  if (isFree || to.half !== place.half || to.feature === place.feature) return undefined
  const isEarlier = order.indexOf(to.feature) < order.indexOf(place.feature)
  return isEarlier ? undefined : `${place.feature} imports from ${to.feature}, which stands to its right`
}

function isPermitted(kind: FileKind, place: Place, from: string, target: string | undefined, to: Place | undefined): boolean {
  const { packages, program, own, earlier } = permissions[kind]
  if (target === undefined) return packages.some((name) => from === name || from.startsWith(`${name}/`))
  if (to === undefined) return program.some((path) => target === `src/${path}` || target.startsWith(`src/${path}/`))
  const targetKind = fileKind(to.name)
  if (targetKind === 'style') return kind === 'component' && to.name.replace('.module.css', '.tsx') === place.name
  const isOwn = to.half === place.half && to.feature === place.feature
  return (isOwn ? own : earlier).includes(targetKind as FileKind)
}

/** From the project's root; undefined for a package. */
function resolve(path: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
}

const erasing: readonly string[] = ['src/school/erasure/', 'src/centre/witnesserasure/']

/** The role that may delete and empty belongs to one feature of each half. */
export const eraser: Check = (files) =>
  files
    .filter(
      ({ path }) =>
        isCode(path) && !isTest(path) && !erasing.some((folder) => path.startsWith(folder)) && path !== 'src/server/database.ts',
    )
    .flatMap((file) =>
      importsOf(file)
        .filter(({ names }) => names.includes('becomeEraser'))
        .map(({ line }): Violation => ({ path: file.path, line, message: `becomes the eraser: only ${erasing.join(' and ')} may` })),
    )
