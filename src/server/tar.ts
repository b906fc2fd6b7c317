// A tar file with nothing left open: every byte of it follows from names and contents, so a changed one is always found.
import type { FileHandle } from 'node:fs/promises'

/** One file inside the tar. Names are ASCII, `folder/…/name`. */
export interface TarEntry {
  readonly name: string
  readonly bytes: Buffer
}

/** The file is not the tar that was written: cut short, changed, or something else altogether. */
export class TarFault extends Error {}

const block = 512
/** No entry is larger: rows come in pieces, photos are small. Keeps a broken length from filling the memory. */
const largest = 256 * 1024 * 1024
/** Two empty blocks, as every tar ends. */
export const tarEnd = Buffer.alloc(2 * block)

/** The entry's bytes in the tar: a ustar header (mode 600, no owner, no time), the content, zeros up to a whole block. */
export function tarBytes({ name, bytes }: TarEntry): Buffer {
  return Buffer.concat([header(name, bytes.length), bytes, Buffer.alloc(padding(bytes.length))])
}

function padding(size: number): number {
  return (block - (size % block)) % block
}

function header(name: string, size: number): Buffer {
  const slash = name.lastIndexOf('/')
  const [folder, last] = slash < 0 ? ['', name] : [name.slice(0, slash), name.slice(slash + 1)]
  if (!/^[\x21-\x7e]+$/.test(name) || last === '' || last.length > 100 || folder.length > 155)
    throw new TarFault(`no name for a tar: ${name}`)
  const bytes = Buffer.alloc(block)
  bytes.write(last, 0)
  bytes.write('0000600\0', 100)
  bytes.write('0000000\0', 108)
  bytes.write('0000000\0', 116)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('00000000000\0', 136)
  bytes.write('        0', 148)
  bytes.write('ustar\x0000', 257)
  bytes.write(folder, 345)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

/** Reads the entries one after the other, holding one at a time. @throws TarFault at the first byte that can't be */
export async function* readTar(file: FileHandle): AsyncGenerator<TarEntry & { readonly end: number }> {
  const { size: total } = await file.stat()
  let at = 0
  const take = async (length: number) => {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = length === 0 ? { bytesRead: 0 } : await file.read(bytes, 0, length, at)
    if (bytesRead !== length) throw new TarFault('it is cut short')
    at += length
    return bytes
  }
  for (;;) {
    const head = await take(block)
    if (head.equals(tarEnd.subarray(block))) break
    const name = readName(head)
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
    if (!(size <= largest) || !header(name, size).equals(head)) throw new TarFault('a header is not as it was written')
    if (at + size > total) throw new TarFault('it is cut short')
    const bytes = await take(size)
    if ((await take(padding(size))).some((byte) => byte !== 0)) throw new TarFault(`something follows ${name}`)
    yield { name, bytes, end: at }
  }
  if (!(await take(block)).equals(tarEnd.subarray(block)) || at !== total) throw new TarFault('something follows its end')
}

function readName(head: Buffer): string {
  const text = (from: number, length: number) => head.toString('latin1', from, from + length).split('\0')[0] ?? ''
  const [folder, last] = [text(345, 155), text(0, 100)]
  return folder === '' ? last : `${folder}/${last}`
}
