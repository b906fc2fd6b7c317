// Sound, film and pictures without the place where they were made: small files built by hand, and everything else of them byte for byte.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { clearPicture } from './picture-place.ts'
import { clearWhereabouts } from './whereabouts.ts'

const folder = mkdtempSync(join(tmpdir(), 'evident-places-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = '+51.5074-000.1278/'
const text = (words: string) => Buffer.from(words, 'latin1')
const u32 = (number: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}
const box = (name: string, ...inside: readonly Buffer[]) => {
  const content = Buffer.concat(inside)
  return Buffer.concat([u32(content.length + 8), text(name), content])
}

async function cleared(bytes: Buffer, type: string) {
  const path = join(folder, `${Math.random()}`)
  writeFileSync(path, bytes)
  const answer = await clearWhereabouts(path, type)
  const after = readFileSync(path)
  await clearWhereabouts(path, type)
  expect(readFileSync(path).equals(after)).toBe(true)
  expect(after.length).toBe(bytes.length)
  return { answer, after }
}

/** Bytes that are other than they were. */
const changed = (before: Buffer, after: Buffer) => before.reduce((count, byte, at) => count + (byte === after[at] ? 0 : 1), 0)

const track = (handler: string, samples: { at: number; size: number }, more: readonly Buffer[] = []) =>
  box(
    'trak',
    box(
      'mdia',
      box('hdlr', u32(0), u32(0), text(handler), Buffer.alloc(12)),
      box(
        'minf',
        box(
          'stbl',
          box('stsz', u32(0), u32(0), u32(1), u32(samples.size)),
          box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)),
          box('stco', u32(0), u32(1), u32(samples.at)),
        ),
      ),
    ),
    ...more,
  )

function film() {
  const start = box('ftyp', text('qt  '), u32(0))
  const [picture, position] = [text('the picture'), text(place)]
  const media = box('mdat', picture, position)
  const at = start.length + 8
  const moov = box(
    'moov',
    box('mvhd', Buffer.alloc(100)),
    track('vide', { at, size: picture.length }, [box('udta', box('\xa9xyz', text(place)))]),
    track('meta', { at: at + picture.length, size: position.length }),
    box('udta', box('loci', text(place)), box('meta', u32(0), box('ilst', text(place)))),
    box('meta', box('keys', text('com.apple.quicktime.location.ISO6709')), box('ilst', text(place))),
    box('uuid', Buffer.alloc(16), text(`<x:xmpmeta exif:GPSLatitude="${place}"/>`)),
  )
  return Buffer.concat([start, media, moov])
}

describe('a film', () => {
  it('says no place any more: in no box of words, in no track of positions; and shows what it showed', async () => {
    const before = film()
    const { answer, after } = await cleared(before, 'video/mp4')
    expect(answer).toBe('cleared')
    expect(before.toString('latin1').split(place).length - 1).toBe(6)
    expect(after.includes(place)).toBe(false)
    expect(after.includes('ISO6709')).toBe(false)
    expect(after.includes('the picture')).toBe(true)
    expect(after.includes('vide')).toBe(true)
  })
  it('stays byte for byte when it says none', async () => {
    const plain = Buffer.concat([
      box('ftyp', text('isom'), u32(0)),
      box('moov', box('mvhd', Buffer.alloc(100)), track('soun', { at: 0, size: 4 })),
    ])
    for (const type of ['video/quicktime', 'audio/mp4', 'audio/x-m4a']) expect((await cleared(plain, type)).after.equals(plain)).toBe(true)
  })
  it('is read with lengths of eight bytes, and with a last box that goes to the end', async () => {
    const long = Buffer.concat([u32(1), text('udta'), u32(0), u32(16 + place.length), text(place)])
    const open = Buffer.concat([u32(0), text('mdat'), text('to the end')])
    const before = Buffer.concat([box('ftyp', text('isom')), box('moov', long), open])
    const { after } = await cleared(before, 'video/mp4')
    expect(after.includes(place)).toBe(false)
    expect(after.includes('to the end')).toBe(true)
  })
  it('that is not built like one is said to be unread', async () => {
    const before = Buffer.concat([box('ftyp', text('isom')), u32(4000), text('moov')])
    expect((await cleared(before, 'video/mp4')).answer).toBe('unread')
  })
  it('in a container that nothing is known of is said to be one', async () => {
    expect((await cleared(text('OggS'), 'video/ogg')).answer).toBe('other')
  })
  it('ends, whatever the bytes are', async () => {
    const types = fc.constantFrom('video/mp4', 'video/webm', 'audio/wav', 'audio/flac', 'audio/mpeg')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), types, async (bytes, type) => {
        const path = join(folder, 'any')
        writeFileSync(path, bytes)
        expect(['cleared', 'unread']).toContain(await clearWhereabouts(path, type))
        expect(readFileSync(path).length).toBe(bytes.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('WebM', () => {
  const element = (id: string, content: Buffer) => Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x40, content.length]), content])
  const unknown = Buffer.from('01ffffffffffffff', 'hex')
  it('has empty elements where its tags and attachments were, also in one that a browser recorded without lengths', async () => {
    const before = Buffer.concat([
      element('1a45dfa3', text('webm')),
      Buffer.concat([Buffer.from('18538067', 'hex'), unknown]),
      element('1254c367', text(`LOCATION ${place}`)),
      Buffer.concat([Buffer.from('1f43b675', 'hex'), unknown]),
      element('a3', text('the sound')),
      element('1941a469', text(place)),
    ])
    const { answer, after } = await cleared(before, 'video/webm')
    expect(answer).toBe('cleared')
    expect(after.includes(place)).toBe(false)
    expect(after.includes('the sound')).toBe(true)
    expect(after.includes(Buffer.from('ec01', 'hex'))).toBe(true)
  })
})

describe('a sound', () => {
  it('of MP3 keeps its frames and loses the tags before and after them', async () => {
    const tag = Buffer.concat([text('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 40]), text(`GEOB${place}`.padEnd(40, ' '))])
    const ape = Buffer.concat([
      text(place.padEnd(40)),
      text('APETAGEX'),
      Buffer.from('d007000048000000010000000000000000000000'.padEnd(48, '0'), 'hex'),
    ])
    const before = Buffer.concat([tag, text('frames of sound'), ape, text(`TAG${place}`.padEnd(128, ' '))])
    const { after } = await cleared(before, 'audio/mpeg')
    expect(after.includes(place)).toBe(false)
    expect(after.includes('frames of sound')).toBe(true)
  })
  it('of WAV and FLAC loses what is not sound', async () => {
    const chunk = (name: string, content: Buffer) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(content.length)
      return Buffer.concat([text(name), size, content, Buffer.alloc(content.length % 2)])
    }
    const wav = Buffer.concat([
      text('RIFF'),
      u32(0),
      text('WAVE'),
      chunk('fmt ', Buffer.alloc(16)),
      chunk('LIST', text(place)),
      chunk('data', text('waves')),
    ])
    const ofWav = await cleared(wav, 'audio/wav')
    expect([ofWav.after.includes(place), ofWav.after.includes('waves')]).toEqual([false, true])
    const block = (kind: number, content: Buffer) => Buffer.concat([Buffer.from([kind, 0, 0, content.length]), content])
    const flac = Buffer.concat([text('fLaC'), block(0, Buffer.alloc(34)), block(128 + 4, text(`LOCATION=${place}`)), text('frames')])
    const ofFlac = await cleared(flac, 'audio/flac')
    expect([ofFlac.after.includes(place), ofFlac.after.includes('frames')]).toEqual([false, true])
  })
})

describe('a picture’s own file', () => {
  const red = () => sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
  const said = { IFD0: { Model: 'Phone of Oakmere', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1' } }

  it.each(['jpeg', 'png', 'webp'] as const)('of %s says neither device nor place, and is the same picture', async (format) => {
    const before = await red().withExif(said).toFormat(format).toBuffer()
    expect(before.includes('Phone of Oakmere')).toBe(true)
    const after = Buffer.from(before)
    expect(clearPicture(after, `image/${format}`, 6)).toBe(true)
    expect(after.includes('Phone of Oakmere')).toBe(false)
    expect(after.length).toBe(before.length)
    const pixels = async (bytes: Buffer) => sharp(bytes).raw().toBuffer()
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
  })
  it('of JPEG stays the right way up', async () => {
    const bytes = await red().withExif(said).jpeg().toBuffer()
    expect(clearPicture(bytes, 'image/jpeg', 6)).toBe(true)
    expect((await sharp(bytes).metadata()).orientation).toBe(6)
  })
  it('may have bytes that fill, before a marker', async () => {
    const picture = await red().withExif(said).jpeg().toBuffer()
    const bytes = Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xff]), picture.subarray(2)])
    expect(clearPicture(bytes, 'image/jpeg', 6)).toBe(true)
    expect(bytes.includes('Phone of Oakmere')).toBe(false)
    expect((await sharp(bytes).metadata()).width).toBe(40)
  })
  it('loses the film that a phone hides behind it', async () => {
    const picture = await red().jpeg().toBuffer()
    const bytes = Buffer.concat([picture, film()])
    expect(clearPicture(bytes, 'image/jpeg', 1)).toBe(true)
    expect(bytes.includes(place)).toBe(false)
    expect(changed(picture, bytes.subarray(0, picture.length))).toBe(0)
  })
  it('is not touched further when it is broken, and never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('image/jpeg', 'image/png', 'image/webp'), (bytes, type) =>
        [true, false].includes(clearPicture(Buffer.from(bytes), type, 6)),
      ),
    )
  })
})
