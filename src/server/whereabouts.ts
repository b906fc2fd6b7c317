// Where a sound or a film was taken, overwritten in the file itself: boxes, chunks and tags that can say a place become empty ones of the same length.
// What is heard and seen stays byte for byte, and nothing of a file is ever in memory but its headings.
import { type FileHandle, open } from 'node:fs/promises'

/** `unread`: the file says it is of this kind, and is not built like it. `other`: nothing of the kind is known here. */
export type Cleared = 'cleared' | 'unread' | 'other'

class Unread extends Error {}

type Clear = (file: Bytes) => Promise<void>

const kinds: readonly (readonly [types: RegExp, clear: Clear])[] = [
  [/^(video\/(mp4|quicktime|x-m4v)|audio\/(mp4|x-m4a))$/, (file) => clearBoxes(file, { from: 0, until: file.size })],
  [/^(video|audio)\/webm$|matroska$/, (file) => clearElements(file)],
  [/^audio\/(wav|vnd\.wave)$/, (file) => clearChunks(file)],
  [/^audio\/(flac|x-flac)$/, (file) => clearBlocks(file)],
  [/^audio\/(mpeg|aac)$/, (file) => clearTags(file)],
]

/** Clears a file of this type, by its content. Done again, it changes nothing. */
export async function clearWhereabouts(path: string, type: string): Promise<Cleared> {
  const clear = kinds.find(([types]) => types.test(type))?.[1]
  if (clear === undefined) return 'other'
  const handle = await open(path, 'r+')
  try {
    await clear(bytesOf(handle, (await handle.stat()).size))
    await handle.sync()
    return 'cleared'
  } catch (error) {
    // A number that leads out of what was read is no better.
    if (error instanceof Unread || error instanceof RangeError) return 'unread'
    throw error
  } finally {
    await handle.close()
  }
}

interface Part {
  readonly from: number
  readonly until: number
}

/** A file that is read and written in small pieces. */
interface Bytes {
  readonly size: number
  /** @throws Unread when they are not there */
  read(at: number, length: number): Promise<Buffer>
  write(at: number, bytes: Uint8Array): Promise<void>
  zero(part: Part): Promise<void>
}

const most = 256 * 1024

function bytesOf(handle: FileHandle, size: number): Bytes {
  const write = async (at: number, bytes: Uint8Array) => void (await handle.write(bytes, 0, bytes.length, at))
  return {
    size,
    write,
    read: async (at, length) => {
      if (length > 64 * most || at + length > size) throw new Unread()
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
      if (bytesRead !== length) throw new Unread()
      return buffer
    },
    zero: async ({ from, until }) => {
      if (until > size) throw new Unread()
      const nothing = Buffer.alloc(Math.min(most, Math.max(0, until - from)))
      for (let at = from; at < until; at += nothing.length) await write(at, nothing.subarray(0, Math.min(nothing.length, until - at)))
    },
  }
}

// MP4, QuickTime, M4A: boxes in boxes, each a length of four bytes (eight, when that says 1) and a name of four letters.

interface Box extends Part {
  readonly name: string
  /** Where its content begins. */
  readonly inside: number
}

async function boxesIn(file: Bytes, { from, until }: Part): Promise<Box[]> {
  const boxes: Box[] = []
  let at = from
  // QuickTime ends some lists of boxes with four zero bytes.
  while (until - at >= 8) {
    const head = await file.read(at, 8)
    const said = head.readUInt32BE(0)
    const isLong = said === 1
    const size = isLong ? Number((await file.read(at + 8, 8)).readBigUInt64BE()) : said === 0 ? until - at : said
    const inside = at + (isLong ? 16 : 8)
    if (size < inside - at || at + size > until) throw new Unread()
    boxes.push({ name: head.toString('latin1', 4), from: at, inside, until: at + size })
    at += size
  }
  return boxes
}

/** What people and devices write beside sound and picture: `udta` (©xyz, loci, XMP_), `meta` (location.ISO6709), `uuid` (XMP). */
const besides = ['udta', 'meta', 'uuid', 'XMP_']
const holders = ['moov', 'trak', 'mdia', 'minf']
/** Tracks that are seen, heard or read, and the one that counts the pictures. */
const shown = ['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd']

async function clearBoxes(file: Bytes, part: Part): Promise<void> {
  for (const box of await boxesIn(file, part)) {
    if (besides.includes(box.name) || (box.name === 'trak' && !(await isShown(file, box)))) await clearBox(file, box)
    else if (holders.includes(box.name)) await clearBoxes(file, { from: box.inside, until: box.until })
  }
}

async function clearBox(file: Bytes, box: Box): Promise<void> {
  if (box.name === 'trak') for (const sample of await samplesOf(file, box)) await file.zero(sample)
  await file.zero({ from: box.inside, until: box.until })
  await file.write(box.from + 4, Buffer.from('free', 'latin1'))
}

async function boxAt(file: Bytes, { inside, until }: Box, ...path: readonly string[]): Promise<Box | undefined> {
  const [name, ...rest] = path
  const found = (await boxesIn(file, { from: inside, until })).find((box) => box.name === name)
  return found === undefined || rest.length === 0 ? found : boxAt(file, found, ...rest)
}

/** Cameras write where they are, many times a second, into a track of its own. */
async function isShown(file: Bytes, track: Box): Promise<boolean> {
  const handler = await boxAt(file, track, 'mdia', 'hdlr')
  return handler !== undefined && shown.includes((await file.read(handler.inside + 8, 4)).toString('latin1'))
}

/** Where the samples of a track lie: its chunks, with how many samples of what size are in each. */
async function samplesOf(file: Bytes, track: Box): Promise<Part[]> {
  const table = await boxAt(file, track, 'mdia', 'minf', 'stbl')
  if (table === undefined) return []
  const words = async (name: string) => {
    const box = await boxAt(file, table, name)
    return box === undefined ? undefined : await file.read(box.inside, box.until - box.inside)
  }
  const [sizes, groups, near, far] = [await words('stsz'), await words('stsc'), await words('stco'), await words('co64')]
  const chunks = near ?? far
  if (sizes === undefined || groups === undefined || chunks === undefined) return []
  const one = sizes.readUInt32BE(4)
  const sizeOf = (sample: number) => (one > 0 ? one : sizes.readUInt32BE(12 + 4 * sample))
  const samples = sizes.readUInt32BE(8)
  const parts: Part[] = []
  let sample = 0
  for (let chunk = 0; chunk < chunks.readUInt32BE(4); chunk++) {
    let at = near === undefined ? Number(chunks.readBigUInt64BE(8 + 8 * chunk)) : chunks.readUInt32BE(8 + 4 * chunk)
    for (const last = Math.min(samples, sample + inChunk(groups, chunk + 1)); sample < last; sample++) {
      parts.push({ from: at, until: at + sizeOf(sample) })
      at += sizeOf(sample)
    }
  }
  return parts
}

/** How many samples a chunk has: the last line of the table that begins at it or before. */
function inChunk(groups: Buffer, chunk: number): number {
  let count = 0
  for (let line = 0; line < groups.readUInt32BE(4); line++) {
    if (groups.readUInt32BE(8 + 12 * line) <= chunk) count = groups.readUInt32BE(12 + 12 * line)
  }
  return count
}

// WebM: elements, each a number that names it and a length, both of one to eight bytes. A length of ones alone: until the next of its kind.

const [segment, cluster, tags, attachments, emptiness] = [0x18538067, 0x1f43b675, 0x1254c367, 0x1941a469, 0xec]

async function clearElements(file: Bytes): Promise<void> {
  let at = 0
  while (at < file.size) {
    const head = await file.read(at, Math.min(12, file.size - at))
    const name = numberIn(head, 0, 4)
    const length = numberIn(head, name.width, 8)
    const inside = at + name.width + length.width
    const bare = length.value % 2 ** (7 * length.width)
    const isOpen = bare === 2 ** (7 * length.width) - 1
    const isEntered = name.value === segment || (name.value === cluster && isOpen)
    if (isOpen && !isEntered) throw new Unread()
    const until = isEntered ? inside : inside + bare
    if (until > file.size) throw new Unread()
    if (name.value === tags || name.value === attachments) await makeVoid(file, { from: at, until })
    at = until
  }
}

/** A number whose first byte says by its leading zeros how many bytes it has; its value with that mark. */
function numberIn(head: Buffer, at: number, longest: number): { value: number; width: number } {
  const first = head[at] ?? 0
  const width = Math.clz32(first) - 23
  if (first === 0 || width > longest || at + width > head.length) throw new Unread()
  let value = 0
  for (const byte of head.subarray(at, at + width)) value = value * 256 + byte
  return { value, width }
}

async function makeVoid(file: Bytes, { from, until }: Part): Promise<void> {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(2n ** 56n + BigInt(until - from - 9))
  const isShort = until - from < 9
  const head = isShort ? [emptiness, 0x80 + until - from - 2] : [emptiness, ...length]
  await file.zero({ from, until })
  await file.write(from, Buffer.from(head))
}

// WAV: chunks of a name, a length from its small end, and a byte to make it even. FLAC: blocks of metadata before the sound.

async function clearChunks(file: Bytes): Promise<void> {
  let at = 12
  while (file.size - at >= 8) {
    const head = await file.read(at, 8)
    const size = head.readUInt32LE(4)
    const isSound = ['fmt ', 'data', 'fact', 'ds64', 'cue ', 'JUNK'].includes(head.toString('latin1', 0, 4))
    const until = Math.min(at + 8 + size, isSound ? file.size : Number.POSITIVE_INFINITY)
    if (!isSound) {
      await file.zero({ from: at + 8, until })
      await file.write(at, Buffer.from('JUNK', 'latin1'))
    }
    at = until + (size % 2)
  }
}

async function clearBlocks(file: Bytes): Promise<void> {
  let at = 4
  for (let isLast = false; !isLast; ) {
    const head = await file.read(at, 4)
    isLast = head.readUInt8(0) >= 128
    const kind = head.readUInt8(0) % 128
    const until = at + 4 + head.readUIntBE(1, 3)
    // Streaminfo, padding, seek table and cue sheet say nothing; the others are words, pictures, and what programs like.
    if (![0, 1, 3, 5].includes(kind)) {
      await file.zero({ from: at + 4, until })
      await file.write(at, Buffer.from([(isLast ? 128 : 0) + 1]))
    }
    at = until
  }
}

// MP3 and AAC: an ID3 tag before the sound and one after it, an APE tag before that one.

async function clearTags(file: Bytes): Promise<void> {
  const head = file.size < 10 ? undefined : await file.read(0, 10)
  if (head?.toString('latin1', 0, 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (head.readUInt8(place) % 128), 0)
    const hasFoot = (head.readUInt8(5) & 0x10) !== 0
    await file.zero({ from: 10, until: 10 + size + (hasFoot ? 10 : 0) })
    await file.write(5, Buffer.from([0]))
  }
  const end = file.size >= 128 && (await file.read(file.size - 128, 3)).toString('latin1') === 'TAG' ? file.size - 128 : file.size
  if (end < file.size) await file.zero({ from: end + 3, until: file.size })
  const foot = end < 32 ? undefined : await file.read(end - 32, 32)
  if (foot?.toString('latin1', 0, 8) !== 'APETAGEX') return
  const hasHead = foot.readUInt32LE(20) >= 2 ** 31
  await file.zero({ from: Math.max(0, end - foot.readUInt32LE(12) - (hasHead ? 32 : 0)), until: end })
}
