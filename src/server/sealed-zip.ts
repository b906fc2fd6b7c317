// A ZIP that says what is in it and is signed: a manifest of every entry's SHA-256, and the organisation's Ed25519 signature over the manifest.
import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { BlobReader, configure, type FileEntry, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import * as z from 'zod/mini'
import { fromBase64url, toBase64url, utf8 } from '../core/bytes.ts'
import { canonical } from '../core/canonical.ts'
import { isSignedBy } from './keys.ts'

// Work is done in this thread: entries are stored as they are, so there is nothing to spread.
configure({ useWebWorkers: false })

const Manifest = z.object({
  format: z.literal('evident-sealed-zip-1'),
  /** Who made and signed the file: the name it gave itself, and its public key (SPKI, base64url). */
  by: z.object({ name: z.string(), publicKey: z.string() }),
  entries: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

const manifestPath = 'manifest.json'
const signaturePath = 'manifest.signature'
const largestText = 64_000_000

/** One entry to be written: its bytes are read when its turn comes, and must be what `size` and `sha256` (hexadecimal) say. */
export interface SealedEntry {
  readonly path: string
  readonly size: number
  readonly sha256: string
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>
}

/** A text as an entry. */
export function textEntry(path: string, text: string): SealedEntry {
  const bytes = Buffer.from(text, 'utf8')
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), open: () => new Blob([bytes]).stream() }
}

interface Signer {
  readonly name: string
  readonly publicKey: Uint8Array
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/**
 * Streams the ZIP out, in the order given, the manifest first.
 * @throws Error when an entry's bytes are not what it said: what was written until then is of no use
 */
export async function writeSealedZip(out: WritableStream<Uint8Array>, by: Signer, entries: readonly SealedEntry[]): Promise<void> {
  const manifest = canonical({
    format: 'evident-sealed-zip-1',
    by: { name: by.name, publicKey: toBase64url(by.publicKey) },
    entries: entries.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  })
  await writeSealedZipAgain(out, { manifest, signature: toBase64url(await by.sign(utf8(manifest))) }, entries)
}

/** The same with a manifest that was signed before: a sealed ZIP that is passed on. */
export async function writeSealedZipAgain(
  out: WritableStream<Uint8Array>,
  { manifest, signature }: { readonly manifest: string; readonly signature: string },
  entries: readonly SealedEntry[],
): Promise<void> {
  const zip = new ZipWriter(out, { level: 0, extendedTimestamp: false, lastModDate: new Date(2026, 0, 1) })
  try {
    for (const entry of [textEntry(manifestPath, manifest), textEntry(signaturePath, signature), ...entries])
      await zip.add(entry.path, (await entry.open()).pipeThrough(checked(entry)))
    await zip.close()
  } catch (error) {
    await out.abort(error).catch(() => undefined)
    throw error
  }
}

/** Passes bytes on, and fails at their end when they were not the ones expected. */
function checked({ path, size, sha256 }: SealedEntry): TransformStream<Uint8Array, Uint8Array> {
  const hash = createHash('sha256')
  let length = 0
  return new TransformStream({
    transform: (chunk, controller) => {
      hash.update(chunk)
      length += chunk.length
      controller.enqueue(chunk)
    },
    flush: () => {
      if (length !== size || hash.digest('hex') !== sha256) throw new Error(`sealed-zip: ${path} is not what it was when it was kept`)
    },
  })
}

/** What is wrong with a file, and where. */
export interface SealFault {
  readonly what: 'not_a_zip' | 'no_manifest' | 'manifest_unreadable' | 'manifest_not_signed' | 'missing' | 'added' | 'changed' | 'twice'
  readonly path?: string
}

/** A ZIP that was opened; nothing of it is trusted before `faults` is empty. */
export interface SealedZip {
  readonly faults: readonly SealFault[]
  readonly manifest: Manifest | undefined
  /** @throws Error when there is no such entry, or it is longer than a text should be */
  text(path: string): Promise<string>
  /** Writes an entry's bytes on. */
  copy(path: string, out: WritableStream<Uint8Array>): Promise<void>
  close(): Promise<void>
}

/** Opens a ZIP, and reads every byte of it once to see whether it is what was sealed. */
export async function openSealedZip(file: string, onRead?: (done: number, total: number) => void): Promise<SealedZip> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(file)), { checkSignature: true, checkOverlappingEntry: true })
  const listed = await zip.getEntries().catch(() => undefined)
  if (listed === undefined) return nothing(zip, [{ what: 'not_a_zip' }])
  const files = listed.filter((entry): entry is FileEntry => !entry.directory)
  const find = (path: string) => files.find(({ filename }) => filename === path)
  const opened = {
    text: async (path: string) => (await bytesOf(find(path), path)).toString('utf8'),
    copy: async (path: string, out: WritableStream<Uint8Array>) => {
      await need(find(path), path).getData(out)
    },
    close: () => zip.close(),
  }
  const manifest = await readManifest(find(manifestPath), find(signaturePath))
  if ('what' in manifest) return { ...opened, faults: [manifest], manifest: undefined }
  return {
    ...opened,
    faults: await compare(
      manifest,
      listed.map(({ filename }) => filename),
      find,
      onRead,
    ),
    manifest,
  }
}

function nothing(zip: ZipReader<Blob>, faults: readonly SealFault[]): SealedZip {
  const fail = () => Promise.reject(new Error('sealed-zip: there is nothing to read'))
  return { faults, manifest: undefined, text: fail, copy: fail, close: () => zip.close().catch(() => undefined) }
}

async function readManifest(manifest: FileEntry | undefined, signature: FileEntry | undefined): Promise<Manifest | SealFault> {
  if (manifest === undefined || signature === undefined) return { what: 'no_manifest' }
  try {
    const bytes = await bytesOf(manifest, manifestPath)
    const read = Manifest.parse(JSON.parse(bytes.toString('utf8')))
    const text = (await bytesOf(signature, signaturePath)).toString('utf8')
    const signed = fromBase64url(text)
    const isSigned = toBase64url(signed) === text && isSignedBy(fromBase64url(read.by.publicKey), bytes, signed)
    return isSigned ? read : { what: 'manifest_not_signed' }
  } catch {
    return { what: 'manifest_unreadable' }
  }
}

async function compare(
  { entries }: Manifest,
  names: readonly string[],
  find: (path: string) => FileEntry | undefined,
  onRead: (done: number, total: number) => void = () => undefined,
): Promise<SealFault[]> {
  const expected = new Set([manifestPath, signaturePath, ...entries.map(({ path }) => path)])
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const faults: SealFault[] = [
    ...[...new Set(twice)].map((path) => ({ what: 'twice' as const, path })),
    ...names.filter((name) => !expected.has(name)).map((path) => ({ what: 'added' as const, path })),
  ]
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const { path, size, sha256 } of entries) {
    const entry = find(path)
    if (entry === undefined) faults.push({ what: 'missing', path })
    else if (!(await isUnchanged(entry, size, sha256))) faults.push({ what: 'changed', path })
    done += size
    onRead(done, total)
  }
  return faults
}

async function isUnchanged(entry: FileEntry, size: number, sha256: string): Promise<boolean> {
  if (!isStored(entry)) return false
  const hash = createHash('sha256')
  let length = 0
  try {
    await entry.getData(
      new WritableStream<Uint8Array>({
        write: (chunk) => {
          hash.update(chunk)
          length += chunk.length
        },
      }),
    )
  } catch {
    return false
  }
  return length === size && hash.digest('hex') === sha256
}

/** We only ever store. What is packed could grow without end while it is read. */
function isStored(entry: FileEntry): boolean {
  return entry.compressionMethod === 0
}

function need(entry: FileEntry | undefined, path: string): FileEntry {
  if (entry === undefined) throw new Error(`sealed-zip: there is no ${path}`)
  return entry
}

async function bytesOf(entry: FileEntry | undefined, path: string): Promise<Buffer> {
  const found = need(entry, path)
  if (!isStored(found) || found.uncompressedSize > largestText) throw new Error(`sealed-zip: ${path} is too long`)
  return Buffer.from(await found.getData(new Uint8ArrayWriter()))
}
