// The sealed ZIP: whole, and refused for any byte that is changed, any entry that is missing, added or exchanged.
import { generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BlobReader, BlobWriter, type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import { openSealedZip, type SealedEntry, type SealFault, sealedZip, textEntry } from './sealed-zip.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const college = {
  name: 'Northgate College',
  publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  sign: async (bytes: Uint8Array) => sign(null, bytes, privateKey),
}
const folder = mkdtempSync(join(tmpdir(), 'evident-zip-'))
const words: Readonly<Record<string, string>> = {
  'index.html': '<p>Dawn</p>',
  'portfolio.json': '{"unit":"307"}',
  'files/A-01-1.txt': 'Four pages.',
}

async function sealed(
  entries: readonly SealedEntry[] = Object.entries(words).map(([path, text]) => textEntry(path, text)),
): Promise<string> {
  const file = join(folder, `${Math.random()}.zip`)
  await pipeline((await sealedZip(college, entries)).bytes(), createWriteStream(file))
  return file
}

async function faultsOf(file: string): Promise<readonly SealFault[]> {
  const zip = await openSealedZip(file)
  await zip.close()
  return zip.faults
}

/** The same ZIP with its entries changed by hand, as somebody would who has no key. */
async function rebuilt(file: string, change: (entries: [string, Uint8Array][]) => [string, Uint8Array][], level = 0): Promise<string> {
  const reader = new ZipReader(new BlobReader(new Blob([readFileSync(file)])))
  const entries: [string, Uint8Array][] = []
  for (const entry of await reader.getEntries()) entries.push([entry.filename, await (entry as FileEntry).getData(new Uint8ArrayWriter())])
  const writer = new ZipWriter(new BlobWriter(), { level })
  for (const [path, bytes] of change(entries)) await writer.add(path, new Uint8ArrayReader(bytes))
  const other = `${file}.changed.zip`
  writeFileSync(other, Buffer.from(await (await writer.close()).arrayBuffer()))
  return other
}

describe('a sealed ZIP', () => {
  it('is whole as it was written, and gives back each text', async () => {
    const zip = await openSealedZip(await sealed())
    expect(zip.faults).toEqual([])
    expect(zip.manifest?.by.name).toBe('Northgate College')
    for (const [path, text] of Object.entries(words)) expect(await zip.text(path)).toBe(text)
    await zip.close()
  })

  it('is refused with any one byte of it changed, or reads the same as before', async () => {
    const file = await sealed()
    const bytes = readFileSync(file)
    let refused = 0
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x11
      const other = join(folder, 'byte.zip')
      writeFileSync(other, changed)
      const zip = await openSealedZip(other)
      if (zip.faults.length > 0) refused++
      else for (const [path, text] of Object.entries(words)) expect(await zip.text(path), `byte ${at}`).toBe(text)
      await zip.close()
    }
    expect(refused).toBeGreaterThan(bytes.length / 2)
  })

  it('names a file that is missing, added, exchanged or there twice', async () => {
    const file = await sealed()
    const without = await rebuilt(file, (all) => all.filter(([path]) => path !== 'files/A-01-1.txt'))
    expect(await faultsOf(without)).toEqual([{ what: 'missing', path: 'files/A-01-1.txt' }])
    const added = await rebuilt(file, (all) => [...all, ['files/B.txt', Buffer.from('more')]])
    expect(await faultsOf(added)).toEqual([{ what: 'added', path: 'files/B.txt' }])
    const exchanged = await rebuilt(file, (all) =>
      all.map(([path, bytes]) => [path, path === 'index.html' ? Buffer.from('<p>Dora</p>') : bytes]),
    )
    expect(await faultsOf(exchanged)).toEqual([{ what: 'changed', path: 'index.html' }])
  })

  it('is refused when its entries are packed: what is packed can grow without end', async () => {
    const packed = await rebuilt(await sealed([textEntry('long.txt', 'x'.repeat(10_000))]), (all) => all, 9)
    expect((await faultsOf(packed)).length).toBeGreaterThan(0)
  })

  it('is refused when its manifest is signed by another key, is not signed, or when it is no ZIP at all', async () => {
    const file = await sealed()
    const forged = await rebuilt(file, (all) =>
      all.map(([path, bytes]) => [path, path === 'manifest.signature' ? Buffer.from('A'.repeat(86)) : bytes]),
    )
    expect(await faultsOf(forged)).toEqual([{ what: 'manifest_not_signed' }])
    const bare = await rebuilt(file, (all) => all.filter(([path]) => !path.startsWith('manifest')))
    expect(await faultsOf(bare)).toEqual([{ what: 'no_manifest' }])
    writeFileSync(join(folder, 'text.zip'), 'not a ZIP')
    expect(await faultsOf(join(folder, 'text.zip'))).toEqual([{ what: 'not_a_zip' }])
  })

  it('is not finished when a file is not what it was when it was kept', async () => {
    const lying = { ...textEntry('files/A-01-1.txt', 'Four pages.'), sha256: '0'.repeat(64) }
    await expect(sealed([lying])).rejects.toThrow('files/A-01-1.txt is not what it was')
  })
})
