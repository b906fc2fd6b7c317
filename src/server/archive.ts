// The archive of a backup: what lies in it under which name, how it is written, and how it is proved whole before it is used.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as z from 'zod/mini'
import { Id } from '../core/ids.ts'
import { Moment } from '../core/time.ts'
import { SettingError } from './setting-error.ts'
import { readTar, TarFault, tarBytes, tarEnd } from './tar.ts'

/** The first entry, `evident.json`. */
export const ArchiveHead = z.object({
  format: z.literal('evident-archive-1'),
  /** Of the program that wrote it. */
  version: z.string(),
  madeAt: Moment,
  postgres: z.string(),
  /** Sections of migrations that had been applied, in their order. */
  migrations: z.array(z.string()),
  /** Tells whether a secret is the one that opens these keys; it can't be turned back into it. */
  secretMark: z.string(),
  hasSecret: z.boolean(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type ArchiveHead = z.infer<typeof ArchiveHead>

/** The last entry but one, `summary.json`: known only when everything was read. */
export const ArchiveSummary = z.object({
  rows: z.record(z.string(), z.int()),
  files: z.int(),
  /** Files that rows name and that were not in the folder any more, or not as they were kept. */
  missing: z.array(z.object({ organisationId: Id, hash: z.string() })),
})
export type ArchiveSummary = z.infer<typeof ArchiveSummary>

export type ArchiveEntry =
  /** Rows of one table, each an array of the columns' texts. */
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly string[]; readonly end: number }
  /** A file, or, of one that is too large for memory, its parts one after the other: the first is number 1. */
  | {
      readonly kind: 'file'
      readonly organisationId: Id
      readonly hash: string
      readonly part: number | undefined
      readonly bytes: Buffer
      readonly end: number
    }
  | { readonly kind: 'secret'; readonly text: string; readonly end: number }

const headName = 'evident.json'
const summaryName = 'summary.json'
const sumsName = 'SHA256SUMS'
const secretName = 'secret.key'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Writes an archive beside its place; it bears its name only when it is whole. */
export interface ArchiveWriter {
  rows(table: string, rows: readonly string[]): Promise<void>
  file(organisationId: Id, hash: string, bytes: Buffer, part?: number): Promise<void>
  secret(text: string): Promise<void>
  /** Ends the archive and gives it its name. Returns its size in bytes. */
  finish(summary: ArchiveSummary): Promise<number>
  /** Takes away what was written. */
  abandon(): Promise<void>
}

/** @throws SettingError when there is a file of this name, or none can be written */
export async function createArchive(path: string, head: ArchiveHead): Promise<ArchiveWriter> {
  if (existsSync(path)) throw new SettingError('FILE', `${path} is there already.`, 'Give another name: a backup never replaces one.')
  const beside = `${path}.part`
  const file = await open(beside, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new SettingError('FILE', `${path} can’t be written (${error.code}).`, 'Give a name in a folder that this user may write.')
  })
  const sums: string[] = []
  const parts = new Map<string, number>()
  let size = 0
  const put = async (bytes: Buffer) => {
    await file.writeFile(bytes)
    size += bytes.length
  }
  const add = async (name: string, bytes: Buffer) => {
    sums.push(sumLine(name, bytes))
    await put(tarBytes({ name, bytes }))
  }
  await add(headName, json(head))
  return {
    rows: async (table, rows) => {
      const part = (parts.get(table) ?? 0) + 1
      parts.set(table, part)
      await add(`rows/${table}/${numbered(part)}.ndjson.gz`, await zip(`${rows.join('\n')}\n`, { level: 4 }))
    },
    file: (organisationId, hash, bytes, part) =>
      add(`files/${organisationId}/${hash}${part === undefined ? '' : `/${numbered(part)}`}`, bytes),
    secret: (text) => add(secretName, Buffer.from(text)),
    finish: async (summary) => {
      await add(summaryName, json(summary))
      await put(tarBytes({ name: sumsName, bytes: Buffer.from(sums.join('')) }))
      await put(tarEnd)
      await file.sync()
      await file.close()
      await rename(beside, path)
      return size
    },
    abandon: async () => {
      await file.close()
      await rm(beside, { force: true })
    },
  }
}

function numbered(part: number): string {
  return String(part).padStart(6, '0')
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

/** As `sha256sum` writes them, so that `sha256sum -c SHA256SUMS` checks an unpacked archive. */
function sumLine(name: string, bytes: Buffer): string {
  return `${sha256(bytes)}  ${name}\n`
}

/** An archive that was read once from its first to its last byte and is whole. */
export interface CheckedArchive {
  readonly head: ArchiveHead
  readonly summary: ArchiveSummary
  readonly size: number
  /** Rows, files and secret in their order; one is held at a time. */
  entries(): AsyncGenerator<ArchiveEntry>
}

/** Proves the archive whole. @throws SettingError when a byte is missing or changed, or it is no archive of this kind */
export async function checkArchive(path: string, progress: (done: number, total: number) => void): Promise<CheckedArchive> {
  const file = await openToRead(path)
  try {
    const { size } = await file.stat()
    const { head, summary } = await readWhole(file, (done) => progress(done, size))
    return { head, summary, size, entries: () => readEntries(path) }
  } catch (error) {
    if (!(error instanceof TarFault)) throw error
    throw new SettingError(
      'FILE',
      `${path} is not a whole archive: ${error.message}.`,
      'Nothing was changed. Take another copy of the backup.',
    )
  } finally {
    await file.close()
  }
}

function openToRead(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new SettingError('FILE', `${path} can’t be read (${error.code}).`, 'Give the name of a backup.')
  })
}

async function readWhole(file: FileHandle, progress: (done: number) => void): Promise<{ head: ArchiveHead; summary: ArchiveSummary }> {
  const sums: string[] = []
  let head: ArchiveHead | undefined
  let summary: ArchiveSummary | undefined
  let isSummed = false
  for await (const { name, bytes, end } of readTar(file)) {
    if (isSummed) throw new TarFault(`${name} comes after the sums`)
    if (sums.length === 0 && name !== headName) throw new TarFault('it does not begin as one')
    if (name === headName) head = parse(ArchiveHead, bytes)
    if (name === summaryName) summary = parse(ArchiveSummary, bytes)
    if (name === sumsName) isSummed = sameSums(sums, bytes.toString())
    else sums.push(sumLine(name, bytes))
    progress(end)
  }
  if (head === undefined || summary === undefined || !isSummed) throw new TarFault('its end is missing')
  return { head, summary }
}

function sameSums(found: readonly string[], written: string): true {
  if (found.join('') === written) return true
  const lines = new Set(found)
  const [gone] = written.split('\n').filter((line) => line !== '' && !lines.has(`${line}\n`))
  throw new TarFault(gone === undefined ? 'it holds more than was written' : `${gone.slice(66)} is missing or was changed`)
}

function parse<S extends typeof ArchiveHead | typeof ArchiveSummary>(shape: S, bytes: Buffer): z.infer<S> {
  const said = parseJson(bytes.toString())
  const parsed = z.safeParse(shape, said)
  if (parsed.success) return parsed.data as z.infer<S>
  throw new TarFault('it is of a kind that this version does not know')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TarFault('a part of it is no JSON')
  }
}

async function* readEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const file = await openToRead(path)
  try {
    for await (const { name, bytes, end } of readTar(file)) {
      const [folder, of = '', hash = '', number] = name.split('/')
      if (folder === 'rows') yield { kind: 'rows', table: of, rows: (await unzip(bytes)).toString().trimEnd().split('\n'), end }
      const part = number === undefined ? undefined : Number(number)
      if (folder === 'files') yield { kind: 'file', organisationId: z.parse(Id, of), hash, part, bytes, end }
      if (name === secretName) yield { kind: 'secret', text: bytes.toString(), end }
    }
  } finally {
    await file.close()
  }
}
