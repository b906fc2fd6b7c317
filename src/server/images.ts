// Pictures that people send: told by their content, turned upright, made small, and freed of everything that is not picture.
import sharp from 'sharp'
import { OperationError } from '../core/errors.ts'

export interface Picture {
  /** WebP without metadata. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What is taken in, in bytes; and the longest side of what is kept, in pixels. */
export const pictureLimits = { bytes: 8 * 1024 * 1024, side: 1600 } as const

/** A small file can hold a picture that fills the memory: more pixels than any tablet's camera are refused. */
const mostPixels = 64_000_000

/**
 * Reads JPEG, PNG or WebP and writes it anew, so that neither a place, a device's name nor a hidden payload is kept.
 * @throws OperationError wrong_type for anything else, whatever its name says; too_large
 */
export async function readPicture(given: Uint8Array): Promise<Picture> {
  if (given.length > pictureLimits.bytes) throw new OperationError({ code: 'too_large', field: 'bytes' })
  if (!isKnownPicture(Buffer.from(given.subarray(0, 12)))) throw new OperationError({ code: 'wrong_type', field: 'bytes' })
  try {
    const image = sharp(given, { limitInputPixels: mostPixels, failOn: 'error' })
    const small = image.rotate().resize({ width: pictureLimits.side, height: pictureLimits.side, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await small.webp({ quality: 80 }).toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    throw new OperationError({ code: 'wrong_type', field: 'bytes' })
  }
}

/** By its first bytes, so that no other decoder (SVG, PDF …) ever sees what was sent. */
function isKnownPicture(start: Buffer): boolean {
  const isJpeg = start.toString('latin1', 0, 3) === '\xff\xd8\xff'
  const isPng = start.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'
  const isWebp = start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP'
  return isJpeg || isPng || isWebp
}
