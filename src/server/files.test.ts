// Large files: from a stream, in parts, and nothing left of what broke.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { createFileStore } from './files.ts'

const college = newId()
const school = newId()

function store() {
  const folder = mkdtempSync(join(tmpdir(), 'evident-files-'))
  return { folder, files: createFileStore(folder) }
}

async function read(bytes: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('files that are too large for memory', () => {
  it('keeps what a stream brings under the hash of its bytes, and reads it back, whole or in part', async () => {
    const { files } = store()
    const bytes = randomBytes(700_000)
    const kept = await files.keepStream(college, new Blob([bytes]).stream())
    expect(kept).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
    const file = await files.open(college, kept.hash)
    expect(file?.size).toBe(bytes.length)
    expect((await read(file?.read())).equals(bytes)).toBe(true)
    expect((await read(file?.read(300_000, 300_010))).equals(bytes.subarray(300_000, 300_010))).toBe(true)
  })

  it('keeps an empty file too', async () => {
    const { files } = store()
    const kept = await files.keepStream(college, new Blob([]).stream())
    const file = await files.open(college, kept.hash)
    expect((await read(file?.read())).length).toBe(0)
  })

  it('does not find the file of another organisation', async () => {
    const { files } = store()
    const { hash } = await files.keepStream(college, new Blob(['Four pages.']).stream())
    expect(await files.open(school, hash)).toBeUndefined()
  })

  it('leaves nothing behind when the stream breaks', async () => {
    const { files, folder } = store()
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from('half'))
      },
      pull: (controller) => controller.error(new Error('lost')),
    })
    await expect(files.keepStream(college, broken)).rejects.toThrow('lost')
    expect(existsSync(join(folder, college)) ? readdirSync(join(folder, college)) : []).toEqual([])
  })

  it('holds no file open that nobody reads on', async () => {
    const { files } = store()
    const { hash } = await files.keepStream(college, new Blob([randomBytes(2_500_000)]).stream())
    const file = await files.open(college, hash)
    const before = readdirSync('/dev/fd').length
    for (let time = 0; time < 40; time++) {
      for await (const chunk of file?.read() ?? []) if (chunk.length > 0) break
      await ReadableStream.from(file?.read() ?? []).cancel()
      const begun = ReadableStream.from(file?.read() ?? []).getReader()
      // Gone before the file was open.
      await Promise.all([begun.read(), begun.cancel()])
    }
    expect(readdirSync('/dev/fd').length).toBeLessThan(before + 20)
  })
})
