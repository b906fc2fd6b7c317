// Large files over HTTP: cut and resumed, told by their content, served in ranges so that they can’t run, and pictures without their place.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadBegin } from '../centre/uploads/contract.ts'
import { errors, OperationError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { type TestRegistration, testRegistration } from '../testing/centre.ts'
import { offerUploads, removeLeftUploads } from './uploads.ts'

let app: TestApp
let ours: TestRegistration
let web: Hono
const folder = mkdtempSync(join(tmpdir(), 'evident-arriving-'))
beforeAll(async () => {
  app = await testApp()
  ours = await testRegistration(app.centre)
  web = new Hono()
  const entry = (header: string | undefined) =>
    Promise.resolve({ actor: header === 'assessor' ? ours.assessor.actor : ours.candidate.actor, erasures: 0 })
  offerUploads(web, {
    dispatch: app.dispatch,
    files: app.services.files,
    folder,
    enter: (context) => entry(context.req.header('who')),
    enterIn: (context) => entry(context.req.header('who')),
    guardOrigin: () => undefined,
  })
  web.onError((error, context) =>
    error instanceof OperationError
      ? context.json({ error: error.refusal }, errors[error.refusal.code].status)
      : context.text(String(error), 500),
  )
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const tus = { 'tus-resumable': '1.0.0' }
async function begin(name: string, size: number): Promise<string> {
  const id = newId()
  await ours.candidate.send(uploadBegin, { id, registrationId: ours.id, name, size, isNoRecordingOfChild: true })
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': `id ${Buffer.from(id).toString('base64')}` }
  expect((await web.request('/api/uploads', { method: 'POST', headers })).status).toBe(201)
  return id
}
const patch = (id: string, offset: number, body: Uint8Array<ArrayBuffer>, who = 'candidate') =>
  web.request(`/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, who, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body,
  })
const keep = async (id: string) => {
  const answer = await web.request(`/api/uploads/${id}/kept`, { method: 'POST' })
  return { status: answer.status, body: (await answer.json()) as { output?: { hash: string; type: string }; error?: { reason: string } } }
}
async function upload(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const id = await begin(name, bytes.length)
  await patch(id, 0, bytes)
  return { id, ...(await keep(id)) }
}
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const get = (id: string, headers = {}, more = '') => web.request(`/api/files/${app.centre.id}/${id}${more}`, { headers })
const pdf = bytesOf(`%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF`)

describe('an upload', () => {
  it('goes on where it was after a cut, and is kept once it is whole', async () => {
    const id = await begin('plan.pdf', pdf.length)
    await patch(id, 0, pdf.slice(0, 1000))
    const head = await web.request(`/api/uploads/${id}`, { method: 'HEAD', headers: tus })
    expect(head.headers.get('upload-offset')).toBe('1000')
    expect((await keep(id)).body.error?.reason).toBe('file_incomplete')
    expect((await patch(id, 500, pdf.slice(500))).status).toBe(409)
    await patch(id, 1000, pdf.slice(1000))
    const { body } = await keep(id)
    expect(body.output?.type).toBe('application/pdf')
    expect((await keep(id)).body).toEqual(body)
    expect(new Uint8Array(await (await get(id)).arrayBuffer())).toEqual(pdf)
  })
  it('is nobody’s but who began it', async () => {
    const id = await begin('plan.pdf', pdf.length)
    expect((await patch(id, 0, pdf, 'assessor')).status).toBe(404)
    expect((await web.request(`/api/uploads/${newId()}`, { method: 'HEAD', headers: tus })).status).toBe(404)
    expect((await web.request('/api/uploads/..%2F..%2Fsecret', { method: 'HEAD', headers: tus })).status).toBe(404)
  })
  it('can be cancelled, and what is left for two days is removed', async () => {
    const id = await begin('plan.pdf', pdf.length)
    expect((await web.request(`/api/uploads/${id}`, { method: 'DELETE', headers: tus })).status).toBe(204)
    const left = await begin('plan.pdf', pdf.length)
    const now = Date.now()
    utimesSync(join(folder, left), now / 1000 - 3 * 86_400, now / 1000 - 3 * 86_400)
    writeFileSync(join(folder, 'something else'), '')
    expect(await removeLeftUploads(folder, new Date(now))).toBe(1)
  })
  it('is refused by its content, whatever it is called', async () => {
    const cases = [
      ['plan.pdf', bytesOf('MZ\u0090\u0000'.padEnd(200, '\u0000')), 'file_is_program'],
      ['plan.txt', bytesOf('<!doctype html><script>1</script>'), 'file_unknown'],
      ['plan.html', bytesOf('Hello'), 'file_is_page'],
      ['board.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0]), 'file_picture_broken'],
    ] as const
    for (const [name, bytes, reason] of cases) expect((await upload(name, bytes)).body.error?.reason).toBe(reason)
  })
})

describe('a file', () => {
  it('is served so that it can’t run, in ranges for players', async () => {
    const { id } = await upload('notes.txt', bytesOf('alert(1) is what I wrote on the board'))
    const answer = await get(id)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'content-disposition': "attachment; filename*=UTF-8''notes.txt",
    })
    const part = await get(id, { range: 'bytes=0-7' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'alert(1)', 'bytes 0-7/37'])
    const end = await get(id, { range: 'bytes=-5' })
    expect(await end.text()).toBe('board')
    expect((await get(id, { range: 'bytes=99-' })).status).toBe(416)
  })
  it('that is a picture is kept and shown without place and device; its original goes back to who brought it alone', async () => {
    const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    const secret = 'TakenInOakmereClassroom'
    const jpeg = new Uint8Array(
      await plain
        .withExif({ IFD0: { Model: secret } })
        .jpeg()
        .toBuffer(),
    )
    const { id } = await upload('board.jpg', jpeg)
    const shown = Buffer.from(await (await get(id)).arrayBuffer())
    expect(Buffer.from(jpeg).includes(secret)).toBe(true)
    expect(shown.includes(secret)).toBe(false)
    expect((await sharp(shown).metadata()).exif).toBeUndefined()
    const original = Buffer.from(await (await get(id, {}, '?original=1')).arrayBuffer())
    expect([original.length, original.includes(secret)]).toEqual([jpeg.length, false])
    const others = Buffer.from(await (await get(id, { who: 'assessor' }, '?original=1')).arrayBuffer())
    expect(others.includes(secret)).toBe(false)
  })
})
