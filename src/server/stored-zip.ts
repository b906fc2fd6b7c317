// Writes a ZIP whose entries are stored as they are: its length is known before its first byte, and it streams out without a copy of what it holds.
import { crc32 } from 'node:zlib'

/** One entry: its bytes are asked for when its turn comes, and must be as many as `size` says. */
export interface StoredEntry {
  readonly path: string
  readonly size: number
  read(): AsyncIterable<Uint8Array>
}

/** A ZIP that is not written yet. */
export interface StoredZip {
  readonly length: number
  /**
   * All its bytes, made as they are asked for. Who stops asking lets go of what is open.
   * @throws Error when an entry is not as long as it said: what was written until then is of no use
   */
  bytes(): AsyncGenerator<Uint8Array>
}

/** Where an entry lies. The format has 32 bits for a number unless a longer form (ZIP64) says it in 64. */
interface Placed {
  readonly name: Buffer
  readonly size: number
  readonly at: number
  readonly check: number
}

const [most16, most32] = [0xffff, 0xffffffff]
/** The check sum follows the bytes (bit 3), names are in UTF-8 (bit 11). */
const flags = 0x0808
/** 1 January 2026, 00:00: when a file was taken out is no part of what it holds. */
const when: readonly Field[] = [
  [2, 0],
  [2, (46 << 9) | (1 << 5) | 1],
]

export function storedZip(entries: readonly StoredEntry[]): StoredZip {
  const placed: Placed[] = []
  let at = 0
  for (const { path, size } of entries) {
    const name = Buffer.from(path, 'utf8')
    if (name.length > most16) throw new Error('stored-zip: a name is too long')
    const next = { name, size, at, check: 0 }
    placed.push(next)
    at += localHeader(next).length + size + descriptor(next).length
  }
  return { length: at + directory(placed, at).length, bytes: () => write(entries, placed, at) }
}

async function* write(entries: readonly StoredEntry[], placed: readonly Placed[], end: number): AsyncGenerator<Uint8Array> {
  const written: Placed[] = []
  for (const [position, place] of placed.entries()) {
    yield localHeader(place)
    let [length, check] = [0, 0]
    for await (const chunk of entries[position]?.read() ?? []) {
      length += chunk.length
      if (length > place.size) break
      check = crc32(chunk, check)
      yield chunk
    }
    if (length !== place.size) throw new Error(`stored-zip: ${place.name} is not as long as it was said to be`)
    written.push({ ...place, check })
    yield descriptor({ ...place, check })
  }
  yield directory(written, end)
}

/** What comes before an entry's bytes; how long they are is said behind them, as the check sum is. */
function localHeader({ name, size }: Placed): Buffer {
  const isLong = size >= most32
  const length: Field = [4, isLong ? most32 : 0]
  const extra = isLong ? long([0, 0]) : Buffer.alloc(0)
  const head = record([4, 0x04034b50], [2, isLong ? 45 : 20], [2, flags], [2, 0], ...when, [4, 0], length, length, [2, name.length])
  return Buffer.concat([head, record([2, extra.length]), name, extra])
}

function descriptor({ size, check }: Placed): Buffer {
  const length: Field = [size >= most32 ? 8 : 4, size]
  return record([4, 0x08074b50], [4, check], length, length)
}

/** The list of all entries, and the end of the file. */
function directory(placed: readonly Placed[], at: number): Buffer {
  const list = Buffer.concat(placed.map(listed))
  const [count, isLong] = [placed.length, placed.length >= most16 || at >= most32 || list.length >= most32]
  const longEnd = record([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, list.length], [8, at])
  const longEndAt = record([4, 0x07064b50], [4, 0], [8, at + list.length], [4, 1])
  const counted: Field = [2, Math.min(count, most16)]
  const where: readonly Field[] = [
    [4, Math.min(list.length, most32)],
    [4, Math.min(at, most32)],
  ]
  const end = record([4, 0x06054b50], [2, 0], [2, 0], counted, counted, ...where, [2, 0])
  return Buffer.concat([list, ...(isLong ? [longEnd, longEndAt] : []), end])
}

function listed({ name, size, at, check }: Placed): Buffer {
  const tooLong = [...(size >= most32 ? [size, size] : []), ...(at >= most32 ? [at] : [])]
  const extra = tooLong.length > 0 ? long(tooLong) : Buffer.alloc(0)
  const version: Field = [2, tooLong.length > 0 ? 45 : 20]
  const length: Field = [4, Math.min(size, most32)]
  const head = record([4, 0x02014b50], version, version, [2, flags], [2, 0], ...when, [4, check], length, length, [2, name.length])
  const rest = record([2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(at, most32)])
  return Buffer.concat([head, rest, name, extra])
}

/** The extra field with numbers that are too large for their own place. */
function long(numbers: readonly number[]): Buffer {
  return record([2, 1], [2, 8 * numbers.length], ...numbers.map((number): Field => [8, number]))
}

type Field = readonly [bytes: 2 | 4 | 8, value: number]

/** Numbers one after the other, each with its lowest byte first. */
function record(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of fields) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUIntLE(value, at, length)
    at += length
  }
  return bytes
}
