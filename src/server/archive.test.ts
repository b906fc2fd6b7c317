// The archive itself: read back as it was written, readable by tar, and refused for any byte that is changed, missing or added.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { type ArchiveHead, checkArchive, createArchive } from './archive.ts'
import { tarBytes, tarEnd } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-archive-'))
const path = join(folder, 'small.tar')
const organisationId = newId()
const head: ArchiveHead = {
  format: 'evident-archive-1',
  version: '0.1.0',
  madeAt: '2026-11-24T10:40:00.000Z',
  postgres: '18.4',
  migrations: ['0001_foundation.sql'],
  secretMark: 'ab'.repeat(32),
  hasSecret: false,
  tables: [{ name: 'public.learners', columns: ['given_name', 'id'] }],
}
const rows = ['["Zoë","1"]', '["a\\nb",null]']

async function write(to: string): Promise<void> {
  const archive = await createArchive(to, head)
  await archive.rows('public.learners', rows)
  await archive.rows('public.learners', rows.slice(1))
  await archive.file(organisationId, 'cd'.repeat(32), Buffer.from('a picture'))
  await archive.finish({ rows: { 'public.learners': 3 }, files: 1, missing: [] })
}

const check = (file: string) => checkArchive(file, () => undefined)
/** The sentence with which these bytes are refused; undefined when they are taken. */
async function refusal(bytes: Uint8Array): Promise<string | undefined> {
  const file = join(folder, 'broken.tar')
  writeFileSync(file, bytes)
  return check(file).then(
    () => undefined,
    (error: Error) => error.message,
  )
}

let whole: Buffer
beforeAll(async () => {
  await write(path)
  whole = readFileSync(path)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('an archive', () => {
  it('gives back what was written', async () => {
    const archive = await check(path)
    expect(archive.head).toEqual(head)
    const entries = []
    for await (const { end, ...entry } of archive.entries()) entries.push(entry)
    expect(entries).toEqual([
      { kind: 'rows', table: 'public.learners', rows },
      { kind: 'rows', table: 'public.learners', rows: rows.slice(1) },
      { kind: 'file', organisationId, hash: 'cd'.repeat(32), bytes: Buffer.from('a picture') },
    ])
  })
  it('is a tar that others can read, with its sums', () => {
    const unpacked = mkdtempSync(join(folder, 'unpacked-'))
    expect(spawnSync('tar', ['-xf', path, '-C', unpacked]).status).toBe(0)
    expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: unpacked, encoding: 'utf8' }).stdout).toMatch(/^(\S+: OK\n){5}$/)
  })
  it('never replaces a file, and leaves none behind that is not whole', async () => {
    await expect(write(path)).rejects.toThrow(/is there already/)
    const archive = await createArchive(join(folder, 'half.tar'), head)
    await archive.abandon()
    await expect(check(join(folder, 'half.tar'))).rejects.toThrow(/can’t be read \(ENOENT\)/)
  })
})

describe('a broken archive', () => {
  it('is refused wherever a byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(await refusal(changed)).toMatch(/not a whole archive/)
      }),
      { numRuns: 400 },
    )
  })
  it('is refused wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (at) => {
        expect(await refusal(whole.subarray(0, at))).toMatch(/not a whole archive/)
      }),
    )
  })
  it('is refused with something added', async () => {
    expect(await refusal(Buffer.concat([whole, Buffer.from([0])]))).toMatch(/something follows its end/)
  })
  it('is refused with an entry gone or added, by name', async () => {
    const name = `files/${organisationId}/${'cd'.repeat(32)}`
    const picture = tarBytes({ name, bytes: Buffer.from('a picture') })
    const at = whole.indexOf(picture)
    expect(await refusal(Buffer.concat([whole.subarray(0, at), whole.subarray(at + picture.length)]))).toContain(`${name} is missing`)
    expect(await refusal(Buffer.concat([whole.subarray(0, at), picture, whole.subarray(at)]))).toMatch(/holds more than was written/)
  })
  it('is refused when it is something else', async () => {
    expect(await refusal(Buffer.from('PK'))).toMatch(/cut short/)
    expect(await refusal(tarEnd)).toMatch(/its end is missing/)
    expect(await refusal(Buffer.concat([tarBytes({ name: 'letter.txt', bytes: Buffer.from('Dear all') }), tarEnd]))).toMatch(
      /does not begin/,
    )
  })
  it('is refused when it is of a later kind', async () => {
    const later = join(folder, 'later.tar')
    const archive = await createArchive(later, { ...head, format: 'evident-archive-2' } as unknown as ArchiveHead)
    await archive.finish({ rows: {}, files: 0, missing: [] })
    await expect(check(later)).rejects.toThrow(/a kind that this version does not know/)
  })
})
