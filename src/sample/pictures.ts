// Photos of work for the sample: fraction strips drawn on squared paper, a little crooked, as a child would. Nobody is on them.
import sharp from 'sharp'

/** Two strips, one under the other: parts and shaded parts of each. */
const strips = {
  'half and third': [
    [2, 1],
    [3, 1],
  ],
  'half and two quarters': [
    [2, 1],
    [4, 2],
  ],
  'third and two sixths': [
    [3, 1],
    [6, 2],
  ],
  'half and four eighths': [
    [2, 1],
    [8, 4],
  ],
} as const

export type StripPicture = keyof typeof strips

const width = 640
const height = 400

/** The picture as WebP, some 10 kB. The seed is what makes one drawing differ from the next. */
export async function drawStrips(picture: StripPicture, seed: number): Promise<Uint8Array> {
  const wobble = wobbling(seed)
  const rows = strips[picture].map(([parts, shaded], row) => drawStrip({ parts, shaded, top: 90 + row * 140, wobble }))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paper()}${rows.join('')}</svg>`
  return sharp(Buffer.from(svg)).webp({ quality: 70 }).toBuffer()
}

function paper(): string {
  const lines = Array.from({ length: 33 }, (_, i) => `M${i * 20} 0V${height}M0 ${i * 20}H${width}`).join('')
  return `<rect width="100%" height="100%" fill="#fbf8ee"/><path d="${lines}" stroke="#bcd3e6" stroke-width="1" fill="none"/>`
}

interface Strip {
  readonly parts: number
  readonly shaded: number
  readonly top: number
  readonly wobble: () => number
}

function drawStrip({ parts, shaded, top, wobble }: Strip): string {
  const left = 60
  const step = 520 / parts
  const fill = Array.from({ length: shaded }, (_, part) => {
    const hatch = Array.from({ length: Math.floor(step / 9) }, (_, line) => {
      const x = left + part * step + line * 9
      return `M${x + wobble()} ${top + 74 + wobble()}L${x + 12 + wobble()} ${top + 6 + wobble()}`
    })
    return `<path d="${hatch.join('')}" stroke="#3f6fb5" stroke-width="3" fill="none" stroke-linecap="round"/>`
  })
  const edges = Array.from({ length: parts + 1 }, (_, edge) => {
    const x = left + edge * step
    return `M${x + wobble()} ${top - 3 + wobble()}L${x + wobble()} ${top + 82 + wobble()}`
  })
  const frame = `M${left - 4} ${top + wobble()}L${left + 526} ${top + wobble()}M${left - 3} ${top + 80 + wobble()}L${left + 524} ${top + 80 + wobble()}`
  return `${fill.join('')}<path d="${edges.join('')}${frame}" stroke="#444" stroke-width="4" fill="none" stroke-linecap="round"/>`
}

/** A small shake of the hand, the same for the same seed. */
function wobbling(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.round((state / 4294967296 - 0.5) * 60) / 10
  }
}
