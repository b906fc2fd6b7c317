// Photos of work: asked with our headers and shown from memory; and on their way in: upright, cropped, small, rid of all but their pixels.
import { useEffect, useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { askPhoto } from '../../web/api.ts'
import { device } from '../../web/device.ts'

export type Photo =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly address: string }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** The photo as an address of this page alone. */
export function usePhoto(id: Id): Photo {
  const [photo, setPhoto] = useState<Photo>({ state: 'loading' })
  useEffect(() => {
    let address: string | undefined
    let isOver = false
    void load(id).then((loaded) => {
      if (isOver) return
      if ('refusal' in loaded) return setPhoto({ state: 'failed', refusal: loaded.refusal })
      address = URL.createObjectURL(loaded.blob)
      setPhoto({ state: 'here', address })
    })
    return () => {
      isOver = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [id])
  return photo
}

async function load(id: Id): Promise<{ readonly blob: Blob } | { readonly refusal: Refusal }> {
  const { access, answers } = device()
  const unlocked = await access.person()
  if (unlocked === undefined) return { refusal: { code: 'signed_out' } }
  const { organisationId, personId } = unlocked
  const reply = await answers.noticed({ organisationId, personId }, await askPhoto({ organisationId, personId }, id))
  return 'output' in reply ? { blob: reply.output } : reply
}

/** How much of the picture stays, from 0 to 1 of its width and height. */
export interface Crop {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Edge = keyof Crop

export const wholePicture: Crop = { left: 0, top: 0, right: 1, bottom: 1 }

/** What is left must still be something to look at. */
const least = 0.1

/** Moves one edge, never past its opposite or out of the picture. */
export function withEdge(crop: Crop, edge: Edge, to: number): Crop {
  const limits: Readonly<Record<Edge, readonly [number, number]>> = {
    left: [0, crop.right - least],
    right: [crop.left + least, 1],
    top: [0, crop.bottom - least],
    bottom: [crop.top + least, 1],
  }
  const [from, until] = limits[edge]
  return { ...crop, [edge]: Math.min(until, Math.max(from, to)) }
}

/** The edge that lies nearest to a point of the picture. @example nearestEdge(wholePicture, 0.1, 0.5) // 'left' */
export function nearestEdge(crop: Crop, x: number, y: number): Edge {
  const distances: readonly (readonly [Edge, number])[] = [
    ['left', Math.abs(x - crop.left)],
    ['right', Math.abs(x - crop.right)],
    ['top', Math.abs(y - crop.top)],
    ['bottom', Math.abs(y - crop.bottom)],
  ]
  return distances.reduce((one, other) => (other[1] < one[1] ? other : one))[0]
}

export const longestSide = 1600

/** The size at which a part of a picture is kept: at most {@link longestSide} each way, never enlarged. */
export function keptSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Reads a photo, turned as it was taken. @throws when it is no picture that this browser reads */
export function openPicture(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: 'from-image' })
}

/** Draws a part of a picture onto a canvas, small enough to keep. */
export function drawPart(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const [x, y] = [crop.left * picture.width, crop.top * picture.height]
  const [width, height] = [(crop.right - crop.left) * picture.width, (crop.bottom - crop.top) * picture.height]
  const size = keptSize(width, height)
  canvas.width = size.width
  canvas.height = size.height
  canvas.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, size.width, size.height)
}

/** The part as bytes: WebP, or JPEG where the browser writes none. Drawn anew, it carries no place, time or camera. */
export async function keptPicture(
  picture: ImageBitmap,
  crop: Crop,
): Promise<{ readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const canvas = document.createElement('canvas')
  drawPart(canvas, picture, crop)
  const webp = await encoded(canvas, 'image/webp', 0.8)
  const blob = webp.type === 'image/webp' ? webp : await encoded(canvas, 'image/jpeg', 0.85)
  return { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) }
}

function encoded(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture can’t be written')) : resolve(blob)), type, quality),
  )
}
