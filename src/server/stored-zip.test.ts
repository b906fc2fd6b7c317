// A ZIP as others read it: zip.js, and Info-ZIP's unzip where it is there. Also where the format needs its longer form.
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { serve } from '@hono/node-server'
import { type FileEntry, TextWriter, ZipReader } from '@zip.js/zip.js'
import { Hono } from 'hono'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { FileReader } from './sealed-zip.ts'
import { type StoredEntry, storedZip } from './stored-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-stored-'))
const opened: FileHandle[] = []
afterAll(async () => {
  await Promise.all(opened.map((handle) => handle.close()))
  rmSync(folder, { recursive: true })
})

const zeros = new Uint8Array(2 ** 20)

/** An entry of so many zeros, which are made as they are asked for. */
function empty(path: string, size: number): StoredEntry {
  const read = async function* () {
    for (let left = size; left > 0; left -= zeros.length) yield zeros.subarray(0, Math.min(left, zeros.length))
  }
  return { path, size, read }
}

function text(path: string, words: string, size = Buffer.byteLength(words)): StoredEntry {
  const read = async function* () {
    for (const word of words.match(/\S+|\s+/g) ?? []) yield Buffer.from(word)
  }
  return { path, size, read }
}

/** Saves it; zeros are left as a hole, so that gigabytes take no room. */
async function saved(entries: readonly StoredEntry[], name: string): Promise<string> {
  const path = join(folder, name)
  const zip = storedZip(entries)
  const file = await open(path, 'w')
  let at = 0
  for await (const chunk of zip.bytes()) {
    if (chunk.buffer !== zeros.buffer) await file.write(chunk, 0, chunk.length, at)
    at += chunk.length
  }
  await file.truncate(at)
  await file.close()
  expect(at).toBe(zip.length)
  return path
}

async function entriesOf(path: string): Promise<FileEntry[]> {
  const handle = await open(path)
  opened.push(handle)
  const zip = new ZipReader(new FileReader(handle, statSync(path).size), { checkSignature: true, checkOverlappingEntry: true })
  return (await zip.getEntries()).filter((entry): entry is FileEntry => !entry.directory)
}

const wordsOf = (entry: FileEntry | undefined) => entry?.getData(new TextWriter())

/** What `unzip -t` says of it; zero where there is none, as with a file that is whole. */
function unzipFinds(path: string): number | null {
  const { error, status } = spawnSync('unzip', ['-tqq', path])
  return error === undefined ? status : 0
}

async function bytesOf(entries: readonly StoredEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of storedZip(entries).bytes()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('a stored ZIP', () => {
  it('gives back every byte under every name, to others too', async () => {
    const path = await saved([text('a.txt', 'Four pages.'), empty('empty.bin', 0), text('files/Zoë ő 日本.txt', 'Zoë’s plan')], 'small.zip')
    const entries = await entriesOf(path)
    expect(entries.map(({ filename, uncompressedSize }) => [filename, uncompressedSize])).toEqual([
      ['a.txt', 11],
      ['empty.bin', 0],
      ['files/Zoë ő 日本.txt', 13],
    ])
    expect(await Promise.all(entries.map(wordsOf))).toEqual(['Four pages.', '', 'Zoë’s plan'])
    expect(unzipFinds(path)).toBe(0)
  })

  it('with nothing in it is one all the same', async () => {
    const path = await saved([], 'nothing.zip')
    expect(await entriesOf(path)).toEqual([])
    expect(statSync(path).size).toBe(22)
  })

  it('is the same file whenever it is made', async () => {
    const made = () => bytesOf([text('a.txt', 'Four pages.')])
    vi.useFakeTimers({ now: new Date('2031-05-05'), toFake: ['Date'] })
    const later = await made()
    vi.useRealTimers()
    expect(later.equals(await made())).toBe(true)
  })

  it('holds more entries than 16 bits count', async () => {
    const many = Array.from({ length: 66_000 }, (_, at) => text(`files/${at}`, String(at)))
    const path = await saved(many, 'many.zip')
    const entries = await entriesOf(path)
    expect(entries.length).toBe(66_000)
    expect(await wordsOf(entries.at(-1))).toBe('65999')
    expect(unzipFinds(path)).toBe(0)
  })

  it('holds a file of more bytes than 32 bits count, and others behind it', { timeout: 120_000 }, async () => {
    const path = await saved([text('first.txt', 'first'), empty('film.mp4', 2 ** 32 + 5), text('last.txt', 'last')], 'large.zip')
    const [first, film, last] = await entriesOf(path)
    expect([film?.uncompressedSize, film?.compressedSize, film?.zip64]).toEqual([2 ** 32 + 5, 2 ** 32 + 5, true])
    expect(last?.offset).toBeGreaterThan(2 ** 32)
    expect([await wordsOf(first), await wordsOf(last)]).toEqual(['first', 'last'])
  })

  it('is not finished when an entry is shorter or longer than it was said to be', async () => {
    for (const size of [10, 12]) await expect(bytesOf([text('a.txt', 'Four pages.', size)])).rejects.toThrow('a.txt is not as long')
  })

  it('is not finished when an entry can’t be read', async () => {
    const gone: StoredEntry = {
      path: 'gone.txt',
      size: 4,
      read: () => {
        throw new Error('gone')
      },
    }
    const out = createWriteStream(join(folder, 'gone.zip'))
    await expect(pipeline(storedZip([gone]).bytes(), out)).rejects.toThrow('gone')
  })

  it('refuses a name that the format has no room for', () => {
    expect(() => storedZip([text('x'.repeat(70_000), 'x')])).toThrow('too long')
  })
})

describe('a stored ZIP over HTTP', () => {
  it('waits for a slow reader, and lets go of what it reads when the reader goes away', async () => {
    let [asked, isOpen] = [0, false]
    const read = async function* () {
      isOpen = true
      try {
        for (; asked < 200; asked++) yield zeros
      } finally {
        isOpen = false
      }
    }
    const app = new Hono()
    const zip = storedZip([{ path: 'film.mp4', size: 200 * zeros.length, read }])
    app.get('/', (context) => context.body(ReadableStream.from(zip.bytes()), 200, { 'content-length': String(zip.length) }))
    const server = serve({ fetch: app.fetch, port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    const socket = connect((server.address() as AddressInfo).port, 'localhost').pause()
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
    await vi.waitFor(() => expect(asked).toBeGreaterThan(0), 5000)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([asked < 50, isOpen]).toEqual([true, true])
    socket.destroy()
    await vi.waitFor(() => expect(isOpen).toBe(false), 5000)
    expect(asked).toBeLessThan(50)
    server.close()
  })
})
