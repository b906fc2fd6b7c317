// What is generated follows from the code: a stale document is noticed, and each writer says what it is given.

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { command, query } from '../../src/core/contract.ts'
import { writeApi } from './api.ts'
import type { Table } from './catalogue.ts'
import { writeGlossary } from './glossary.ts'
import { writeSchema } from './schema.ts'
import { stalePaths } from './stale.ts'
import { writeTables } from './tables.ts'

const column = { name: 'organisation_id', type: 'uuid', shortType: 'uuid', isNullable: false, fallback: null }
const table: Table = {
  schema: 'public',
  name: 'spare_parts',
  comment: 'Parts.',
  isProtected: true,
  isForced: false,
  columns: [column, { ...column, name: 'seen_at', type: 'timestamp with time zone', shortType: 'timestamptz', isNullable: true }],
  constraints: ['PRIMARY KEY (organisation_id)'],
  indexes: [],
  policies: [{ name: 'own_select', command: 'select', role: 'evident_app', using: 'true', check: null }],
  grants: [{ role: 'evident_app', verb: 'update', columns: ['seen_at'] }],
}

describe('a stale document', () => {
  it('is noticed when a letter differs and when the file is not there', () => {
    const documents = { same: 'a', changed: 'b', gone: 'c' }
    expect(stalePaths(documents, (path) => ({ same: 'a', changed: 'B' })[path])).toEqual(['changed', 'gone'])
  })
})

describe('a table', () => {
  it('becomes a type of its rows', () => {
    expect(writeTables([table])).toContain('export interface SparePartsTable {\n  organisationId: string\n  seenAt: Date | null\n}')
    expect(writeTables([{ ...table, schema: 'auth' }])).toContain("'auth.spareParts': AuthSparePartsTable")
  })
  it('of an unknown type is refused', () => {
    expect(() => writeTables([{ ...table, columns: [{ ...column, shortType: 'money' }] }])).toThrow('money')
  })
  it('is written to be read, with what protects it', () => {
    const schema = writeSchema([table], [])
    expect(schema).toContain('-- Parts.\ncreate table public.spare_parts (\n  organisation_id uuid not null,\n')
    expect(schema).toContain('alter table public.spare_parts enable row level security;\ncreate policy own_select')
    expect(schema).toContain('grant update (seen_at) on public.spare_parts to evident_app;')
  })
})

describe('an operation', () => {
  const output = z.object({ isDone: z.boolean() })
  it('becomes a path with its input, its output and what it may answer instead', () => {
    const make = command('part.make', { where: 'school', summary: 'Make one.', input: z.object({ name: z.string() }), output, version: 3 })
    const find = query('part.find', { where: 'both', summary: 'Find one.', input: z.object({}), output })
    const { paths } = JSON.parse(writeApi([make, find])) as { paths: Record<string, Record<string, object>> }
    expect(Object.keys(paths)).toEqual(['/api/part.find', '/api/part.make'])
    expect(JSON.stringify(paths['/api/part.make']?.post)).toContain('"version":{"const":3},"input":{"type":"object","properties":{"name"')
    expect(paths['/api/part.find']?.get).toMatchObject({ security: [{ session: [] }], responses: { default: {} } })
  })
})

describe('the glossary', () => {
  it('has no word twice', () => {
    const words = writeGlossary()
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| on screen') && !line.startsWith('| ---'))
    const screen = words.map((line) => line.split(' | ')[0])
    expect(new Set(screen).size).toBe(screen.length)
  })
})
