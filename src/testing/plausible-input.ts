// Makes inputs that a contract accepts, with ids of somebody else's rows in every place that takes one.

import * as z from 'zod/mini'
import type { Operation } from '../core/contract.ts'

/** The part of JSON Schema that our contracts use. */
export interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly pattern?: string
  readonly format?: string
}

/** What the operation takes. */
export const shapeOf = (operation: Operation) => z.toJSONSchema(operation.input, { io: 'input' }) as Shape

/** Ids that a field of this name could mean, the likeliest first. */
export type FindIds = (field: string) => readonly string[]

/** Inputs of the operation: with each way a union can go, and with each of the ids that `id` could mean. */
export function plausibleInputs(operation: Operation, findIds: FindIds): readonly unknown[] {
  return values(shapeOf(operation), 'input', findIds).filter((input) => z.safeParse(operation.input, input).success)
}

function values(shape: Shape, field: string, findIds: FindIds): readonly unknown[] {
  if (shape.const !== undefined) return [shape.const]
  if (shape.enum !== undefined) return shape.enum.slice(0, 1)
  const options = shape.anyOf ?? shape.oneOf
  if (options !== undefined) return options.flatMap((option) => values(option, field, findIds))
  switch (shape.type) {
    case 'object':
      return objects(shape.properties ?? {}, findIds)
    case 'array':
      return lists(shape, field, findIds)
    case 'string':
      return strings(shape, field, findIds)
    case 'integer':
    case 'number':
      return [Math.max(shape.minimum ?? 1, 1)]
    case 'boolean':
      return [true]
    default:
      return [null]
  }
}

const mostVariants = 12

/** Every field's first value together, then each further value of one field beside the first ones of the others. */
function objects(properties: Readonly<Record<string, Shape>>, findIds: FindIds): readonly object[] {
  const fields = Object.entries(properties).map(([name, shape]) => [name, values(shape, name, findIds)] as const)
  const first = Object.fromEntries(fields.map(([name, all]) => [name, all[0]]))
  const others = fields.flatMap(([name, all]) => all.slice(1, mostVariants).map((value) => ({ ...first, [name]: value })))
  return [first, ...others]
}

function lists({ items = {}, minItems = 1 }: Shape, field: string, findIds: FindIds): readonly unknown[] {
  const [item] = values(items, field.replace(/s$/, ''), findIds)
  return [Array.from({ length: Math.max(minItems, 1) }, () => item)]
}

function strings({ pattern, minLength = 0, maxLength = 200 }: Shape, field: string, findIds: FindIds): readonly string[] {
  if (pattern?.startsWith('^[0-9a-f]{8}-') === true) return findIds(field)
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text))
  const text = samples.find(fits)
  return text === undefined ? [] : [text]
}

const samples = [
  'Some words of a person',
  'Words',
  'A',
  '10:45',
  '2026-11-24',
  '2026-11-24T10:45:00.000Z',
  'someone@example.org',
  'some-words',
  '2.3',
  'goal.close',
  'Word',
  'ABCD-2345',
  'https://example.org/a-page',
  '493817',
  'a'.repeat(43),
  'a'.repeat(64),
  ...[22, 24, 32, 86, 87, 88, 100, 120, 200].map((length) => 'A'.repeat(length)),
]
