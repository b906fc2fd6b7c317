// What a PDF says, read from its own bytes: unpacked streams, and what is drawn put back into letters by the fonts' own tables.
import { inflateSync } from 'node:zlib'

/** Everything in a PDF that could be words: the file and its unpacked streams as they stand, then what its pages draw. */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1')
  // Some lie in it as they are.
  const packed = [...file.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => unpacked(pdf.subarray(index + word.length)))
  const streams = [...packed, ...file.split('endstream')]
  const drawn = streams.filter((stream) => /\bT[jJ]\b/.test(stream)).map((stream) => glyphsOf(stream))
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(tableOf)
  const said = tables.map((table) => drawn.map((glyphs) => glyphs.map((glyph) => table.get(glyph) ?? '').join('')).join('\n'))
  return [file, ...packed, ...said].join('\n')
}

function unpacked(bytes: Uint8Array): string[] {
  try {
    return [inflateSync(bytes, { finishFlush: 2 }).toString('latin1')]
  } catch {
    return []
  }
}

/** Two-byte numbers of the letters that a stream draws, in order. */
function glyphsOf(stream: string): number[] {
  return [...stream.matchAll(/<([0-9A-Fa-f\s]+)>|\(((?:\\[\s\S]|[^\\()])*)\)/g)].flatMap(([, hex, literal]) => {
    const bytes = hex === undefined ? Buffer.from(unescaped(literal ?? ''), 'latin1') : Buffer.from(hex.replace(/\s/g, ''), 'hex')
    return Array.from({ length: Math.floor(bytes.length / 2) }, (_, place) => bytes.readUInt16BE(place * 2))
  })
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign: string | undefined) =>
    octal === undefined ? (escapes[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(octal, 8) % 256),
  )
}

/** A font's table from its numbers to letters. */
function tableOf(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>()
  const letters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, list = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      table.set(Number.parseInt(from, 16), letters(to))
  }
  for (const [, list = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', until = '', to = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const [first, last, start] = [from, until, to].map((hex) => Number.parseInt(hex, 16)) as [number, number, number]
      for (let code = first; code <= last; code++) table.set(code, String.fromCharCode(start + code - first))
    }
  }
  return table
}
