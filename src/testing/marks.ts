// Unmistakable words for every free text of a command, and the search for them in whatever could hold one.
import type { Operation } from '../core/contract.ts'
import { type Shape, shapeOf } from './plausible-input.ts'

const [head, tail] = ['Qzvx', 'jqxk']
const longest = 14

/** A word that nobody writes, another one for each number. @example markOf(26) // 'Qzvxaabajqxk' */
export function markOf(number: number): string {
  const letters = Array.from({ length: 4 }, (_, place) => String.fromCharCode(97 + (Math.floor(number / 26 ** (3 - place)) % 26)))
  return `${head}${letters.join('')}${tail}`
}

/** Words for fields, and which field each was for. */
export interface Marks {
  /** @param field `command path` */
  next(field: string): string
  fieldOf(mark: string): string
}

export function makeMarks(): Marks {
  const fields = new Map<string, string>()
  return {
    next: (field) => {
      const mark = markOf(fields.size)
      fields.set(mark.toLowerCase(), field)
      return mark
    },
    fieldOf: (mark) => fields.get(mark.toLowerCase()) ?? `a mark of nobody’s, ${mark}`,
  }
}

/** Whether any words fit: no id, no day, no word of a list, and room enough for a word that can't be mistaken. */
function isFree({ type, const: fixed, enum: list, pattern, format, maxLength = Number.POSITIVE_INFINITY }: Shape): boolean {
  if (type !== 'string' || fixed !== undefined || list !== undefined || format !== undefined || maxLength < longest) return false
  return pattern === undefined || new RegExp(pattern, 'u').test(markOf(0))
}

/** Every field of free text, as `command path`; `[]` is an item of a list. */
export function textFields(operation: Operation): readonly string[] {
  const found = (shape: Shape, path: string): string[] => [
    ...(isFree(shape) ? [path] : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((option) => found(option, path)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, member]) => found(member, `${path}.${name}`)),
    ...(shape.items === undefined ? [] : found(shape.items, `${path}[]`)),
  ]
  return [...new Set(found(shapeOf(operation), operation.name))]
}

interface Marking {
  readonly marks: Marks
  /** Fields that keep their words. */
  readonly except: ReadonlySet<string>
  /** Whether a text that was left out is said too. */
  readonly isWhole: boolean
}

/** The input with a word of ours for every free text, and the fields that have one now. */
export function withMarks(operation: Operation, input: unknown, marking: Marking): { input: unknown; fields: readonly string[] } {
  const fields: string[] = []
  const word = (value: unknown, path: string): unknown => {
    const isLeftOut = value === null || value === undefined || value === ''
    if (marking.except.has(path) || (isLeftOut && !marking.isWhole)) return value
    fields.push(path)
    return marking.marks.next(path)
  }
  const marked = (given: Shape, value: unknown, path: string): unknown => {
    const shape = chosen(given, value)
    if (isFree(shape)) return word(value, path)
    if (Array.isArray(value)) return value.map((item) => marked(shape.items ?? {}, item, `${path}[]`))
    if (shape.properties === undefined || value === null || typeof value !== 'object') return value
    return membersOf(shape.properties, value, (member, inside, name) => marked(member, inside, `${path}.${name}`))
  }
  return { input: marked(shapeOf(operation), input, operation.name), fields }
}

/** Of a union, the shape that the value has; words, where it has none. */
function chosen(shape: Shape, value: unknown): Shape {
  const options = shape.anyOf ?? shape.oneOf
  if (options === undefined) return shape
  const words = value === null || value === undefined ? options.find(isFree) : undefined
  const found = words ?? options.find((one) => fits(one, value)) ?? {}
  return chosen(found, value)
}

function membersOf(
  properties: Readonly<Record<string, Shape>>,
  value: object,
  mark: (shape: Shape, inside: unknown, name: string) => unknown,
) {
  const given = value as Readonly<Record<string, unknown>>
  const fresh = Object.entries(properties).map(([name, shape]) => [name, mark(shape, given[name], name)] as const)
  return { ...given, ...Object.fromEntries(fresh.filter(([, inside]) => inside !== undefined)) }
}

function fits({ type, const: fixed, enum: list, properties }: Shape, value: unknown): boolean {
  if (fixed !== undefined) return value === fixed
  if (list !== undefined) return list.includes(value)
  if (type === 'object') return value !== null && typeof value === 'object' && !Array.isArray(value) && areFixed(properties ?? {}, value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  if (type === 'integer' || type === 'number') return typeof value === 'number'
  return typeof value === type
}

/** Of a union's shapes, the one whose fixed words the value has. */
function areFixed(properties: Readonly<Record<string, Shape>>, value: object): boolean {
  const given = value as Readonly<Record<string, unknown>>
  return Object.entries(properties).every(([name, shape]) => shape.const === undefined || given[name] === shape.const)
}

const plain = new RegExp(`${head}([a-z]{4})${tail}`, 'gi')
const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex')
const inHex = new RegExp([head, head.toLowerCase(), head.toUpperCase()].map((start) => `${hexOf(start)}([0-9a-f]{8})`).join('|'), 'gi')

/** The word's beginning at each of the three places where Base64 may take it up. */
const inBase64 = new RegExp(
  ['', 'x', 'xx']
    .map((before) =>
      Buffer.from(`${before}${head}`)
        .toString('base64')
        .replace(/=+$/, '')
        .slice(before.length === 0 ? 0 : before.length + 1, -1),
    )
    .join('|'),
  'g',
)

/** Words of ours in a text: as they stand, in hexadecimal, in Base64, and parted by hyphens or line breaks. Each once. */
export function marksIn(text: string): readonly string[] {
  const words = (some: string) => [...some.matchAll(plain)].map(([word]) => word.toLowerCase())
  const hidden = [...text.matchAll(inHex)].map(([hex]) => Buffer.from(hex, 'hex').toString('latin1').toLowerCase() + tail)
  const coded = [...text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)].flatMap(([run]) =>
    run.match(inBase64) === null ? [] : [0, 1, 2, 3].flatMap((from) => words(Buffer.from(run.slice(from), 'base64').toString('latin1'))),
  )
  return [...new Set([...words(text), ...hidden, ...coded, ...words(text.replace(/[-\u00ad\s]+/g, ''))])].sort()
}
