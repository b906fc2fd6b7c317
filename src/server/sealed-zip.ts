// A ZIP that says what is in it and is signed: a manifest of every entry's SHA-256, and the organisation's Ed25519 signature over the manifest.
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { configure, type FileEntry, Reader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import * as z from 'zod/mini'
import { fromBase64url, toBase64url, utf8 } from '../core/bytes.ts'
import { canonical } from '../core/canonical.ts'
import { isSignedBy } from './keys.ts'
import { type StoredEntry, type StoredZip, storedZip } from './stored-zip.ts'

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

/** One entry to be written; its bytes must be what `size` and `sha256` (hexadecimal) say. */
export interface SealedEntry extends StoredEntry {
  readonly sha256: string
}

/** A text as an entry. */
export function textEntry(path: string, text: string): SealedEntry {
  const bytes = Buffer.from(text, 'utf8')
  const read = async function* () {
    yield bytes
  }
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), read }
}

interface Signer {
  readonly name: string
  readonly publicKey: Uint8Array
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** The entries in the order given, behind the manifest. Its bytes end in an error when an entry's are not what it said. */
export async function sealedZip(by: Signer, entries: readonly SealedEntry[]): Promise<StoredZip> {
  const manifest = canonical({
    format: 'evident-sealed-zip-1',
    by: { name: by.name, publicKey: toBase64url(by.publicKey) },
    entries: entries.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  })
  return sealedZipAgain({ manifest, signature: toBase64url(await by.sign(utf8(manifest))) }, entries)
}

/** The same with a manifest that was signed before: a sealed ZIP that is passed on. */
export function sealedZipAgain(
  { manifest, signature }: { readonly manifest: string; readonly signature: string },
  entries: readonly SealedEntry[],
): StoredZip {
  const all = [textEntry(manifestPath, manifest), textEntry(signaturePath, signature), ...entries]
  return storedZip(all.map((entry) => ({ path: entry.path, size: entry.size, read: () => checked(entry) })))
}

/** Passes bytes on, and fails at their end when they were not the ones expected. */
async function* checked({ path, sha256, read }: SealedEntry): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of read()) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error(`sealed-zip: ${path} is not what it was when it was kept`)
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

/** A file of any length; Node's blobs of files count their bytes in 32 bits. */
export class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle

  constructor(handle: FileHandle, size: number) {
    super(handle)
    this.#handle = handle
    this.size = size
  }

  override async readUint8Array(from: number, length: number): Promise<Uint8Array> {
    const room = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - from)))
    const { bytesRead, buffer } = await this.#handle.read(room, 0, undefined, from)
    return buffer.subarray(0, bytesRead)
  }
}

/** Opens a ZIP, and reads every byte of it once to see whether it is what was sealed. */
export async function openSealedZip(file: string, onRead?: (done: number, total: number) => void): Promise<SealedZip> {
  const handle = await open(file)
  const zip = new ZipReader(new FileReader(handle, (await handle.stat()).size), { checkSignature: true, checkOverlappingEntry: true })
  const close = async () => {
    await zip.close().catch(() => undefined)
    await handle.close()
  }
  const listed = await zip.getEntries().catch(() => undefined)
  if (listed === undefined) return nothing(close, [{ what: 'not_a_zip' }])
  const files = listed.filter((entry): entry is FileEntry => !entry.directory)
  const find = (path: string) => files.find(({ filename }) => filename === path)
  const opened = {
    text: async (path: string) => (await bytesOf(find(path), path)).toString('utf8'),
    copy: async (path: string, out: WritableStream<Uint8Array>) => {
      await need(find(path), path).getData(out)
    },
    close,
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

function nothing(close: () => Promise<void>, faults: readonly SealFault[]): SealedZip {
  const fail = () => Promise.reject(new Error('sealed-zip: there is nothing to read'))
  return { faults, manifest: undefined, text: fail, copy: fail, close }
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
