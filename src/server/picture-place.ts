// What cameras and programs write beside a picture (place, device, names), overwritten in its own bytes; the picture itself stays byte for byte.
import { crc32 } from 'node:zlib'

/** Clears JPEG, PNG and WebP in place. `orientation`: which way up a JPEG is to be shown, 1 to 8, which stays. `false`: it is not built like one. */
export function clearPicture(bytes: Buffer, type: string, orientation: number): boolean {
  try {
    if (type === 'image/jpeg') clearJpeg(bytes, orientation)
    else if (type === 'image/png') clearPng(bytes)
    else if (type === 'image/webp') clearWebp(bytes)
    return true
  } catch (error) {
    // A length that leads out of the file.
    if (error instanceof RangeError) return false
    throw error
  }
}

const [startOfScan, endOfImage, comment] = [0xda, 0xd9, 0xfe]
/** JFIF, colour profile and Adobe’s colours: without them a picture looks otherwise. */
const colours = [0xe0, 0xe2, 0xee]

function clearJpeg(bytes: Buffer, orientation: number): void {
  let at = withoutFill(bytes, 2)
  let isTurned = orientation === 1
  while (at < bytes.length && markerAt(bytes, at) !== endOfImage) {
    const marker = markerAt(bytes, at)
    const segment = segmentAt(bytes, at)
    if (isBeside(marker, segment)) {
      segment.fill(0)
      if (marker === 0xe1 && !isTurned) isTurned = writeOrientation(segment, orientation)
    }
    const until = at + 4 + segment.length
    at = withoutFill(bytes, marker === startOfScan ? afterScan(bytes, until) : until)
  }
  // A film or a second picture behind the end: motion photos have one, with a place of its own.
  bytes.fill(0, Math.min(bytes.length, at + 2))
}

/** Any number of 0xFF may stand before a marker. */
function withoutFill(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
  return at
}

function markerAt(bytes: Buffer, at: number): number {
  if (bytes.readUInt8(at) !== 0xff) throw new RangeError('no marker')
  return bytes.readUInt8(at + 1)
}

function segmentAt(bytes: Buffer, at: number): Buffer {
  const until = at + 2 + bytes.readUInt16BE(at + 2)
  if (until < at + 4 || until > bytes.length) throw new RangeError('a segment leads out')
  return bytes.subarray(at + 4, until)
}

/** Words, places and previews; not the picture, and not what says its colours. */
function isBeside(marker: number, segment: Buffer): boolean {
  if (marker === comment) return true
  const isColour = colours.includes(marker) && ['JFIF\0', 'ICC_P', 'Adobe'].includes(segment.toString('latin1', 0, 5))
  return marker >= 0xe0 && marker <= 0xef && !isColour
}

/** The place of the next marker after a scan: 0xFF before a zero or a restart number belongs to the scan. */
function afterScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/** The least that says it: one line of a TIFF’s table. */
function writeOrientation(segment: Buffer, orientation: number): boolean {
  const said = Buffer.from('457869660000' + '4d4d002a00000008' + '0001' + '01120003000000010000' + '0000' + '00000000', 'hex')
  said.writeUInt16BE(orientation, 24)
  if (segment.length < said.length) return false
  said.copy(segment)
  return true
}

const words = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']

function clearPng(bytes: Buffer): void {
  let at = 8
  while (at + 12 <= bytes.length) {
    const size = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const until = at + 12 + size
    if (until > bytes.length) throw new RangeError('a chunk leads out')
    const isKnown = /^[A-Z]/.test(name) || /^[a-z]{2}[A-Z]/.test(name) === false
    if (words.includes(name) || !isKnown) {
      // A name that no program knows, and may copy.
      bytes.write('frEe', at + 4, 'latin1')
      bytes.fill(0, at + 8, until - 4)
      bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, until - 4)), until - 4)
    }
    at = until
    if (name === 'IEND') break
  }
  bytes.fill(0, Math.min(bytes.length, at))
}

const pictureChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']

function clearWebp(bytes: Buffer): void {
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    const name = bytes.toString('latin1', at, at + 4)
    const until = at + 8 + size
    if (until > bytes.length) throw new RangeError('a chunk leads out')
    if (!pictureChunks.includes(name)) {
      bytes.write('JUNK', at, 'latin1')
      bytes.fill(0, at + 8, until)
    }
    // The flags that say that there are EXIF and XMP.
    if (name === 'VP8X') bytes.writeUInt8(bytes.readUInt8(at + 8) & 0xf3, at + 8)
    at = until + (size % 2)
  }
}
