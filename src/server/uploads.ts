// Large files on their way in and out: the tus protocol behind session and policy, what came in whole into the file store, bytes out in ranges.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore as TusStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { fileTypeFromFile } from 'file-type'
import type { Context, Hono } from 'hono'
import sharp from 'sharp'
import { contentRefusal, showingOf } from '../centre/uploads/rules.ts'
import { accept, notFound, OperationError, refused } from '../core/errors.ts'
import { type Id, isId, newId } from '../core/ids.ts'
import type { Dispatch } from './dispatch.ts'
import type { FileStore, KeptFile } from './files.ts'
import { clearPicture } from './picture-place.ts'
import type { ReceivedFile } from './services.ts'
import type { Entry } from './session.ts'
import { clearWhereabouts } from './whereabouts.ts'

export const uploadPath = '/api/uploads'

interface UploadParts {
  readonly dispatch: Dispatch
  readonly files: FileStore
  /** Where files lie until they are whole. */
  readonly folder: string
  /** Who asks, of the organisation that the header names. */
  readonly enter: (context: Context) => Promise<Entry>
  /** Who asks, of an organisation that the address names: a player sends no header of ours. */
  readonly enterIn: (context: Context, organisationId: Id) => Promise<Entry>
  readonly guardOrigin: (context: Context) => void
}

/** Adds the paths of uploads and of files to the program. */
export function offerUploads(app: Hono, parts: UploadParts): void {
  const tus = createTus(parts.folder)
  const answerTus = async (context: Context): Promise<Response> => {
    const { method } = context.req.raw
    if (method === 'GET') throw notFound()
    if (method !== 'HEAD') parts.guardOrigin(context)
    const { actor } = await parts.enter(context)
    const uploadId = context.req.param('id') ?? createdId(context)
    if (!isId(uploadId)) throw notFound('uploadId')
    const begun = (await parts.dispatch.query(actor, 'upload.begun', { uploadId })) as { size: number }
    if (method === 'POST' && Number(context.req.header('upload-length')) !== begun.size) accept(refused('file_incomplete', 'size'))
    await mkdir(parts.folder, { recursive: true, mode: 0o700 })
    const answer = await tus.handleWeb(context.req.raw)
    return context.newResponse(answer.body, answer)
  }
  app.post(uploadPath, answerTus)
  // The router takes HEAD for GET; nothing that is on its way is ever read.
  app.on(['GET', 'PATCH', 'DELETE'], `${uploadPath}/:id`, answerTus)
  app.post(`${uploadPath}/:id/kept`, (context) => answerKept(context, parts))
  app.get('/api/files/:organisation/:id', (context) => answerFile(context, parts))
}

function createTus(folder: string): Server {
  return new Server({
    path: uploadPath,
    datastore: new TusStore({ directory: folder }),
    relativeLocation: true,
    namingFunction: (_request, metadata) => metadata?.id ?? '',
  })
}

/** The id that the client made, from the metadata of the protocol: `id <base64>`. */
function createdId(context: Context): string {
  const [, text = ''] = /(?:^|,)\s*id ([A-Za-z0-9+/=]+)/.exec(context.req.header('upload-metadata') ?? '') ?? []
  return Buffer.from(text, 'base64').toString('latin1')
}

/** The last step: what came in whole is looked at, kept under its hash, and entered. Asked again, it answers the same. */
async function answerKept(context: Context, parts: UploadParts): Promise<Response> {
  parts.guardOrigin(context)
  const { actor } = await parts.enter(context)
  const uploadId = context.req.param('id') ?? ''
  const begun = (await parts.dispatch.query(actor, 'upload.begun', { uploadId })) as { name: string; size: number; kept: unknown }
  if (begun.kept !== null) return context.json({ output: begun.kept })
  const path = join(parts.folder, uploadId)
  try {
    const received = await receive(parts.files, actor.organisationId, { path, ...begun })
    const request = { id: newId(), version: 1, input: { uploadId }, received }
    const output = await parts.dispatch.command(actor, 'upload.keep', request)
    await forget(path)
    return context.json({ output }, 200, { 'cache-control': 'no-store' })
  } catch (error) {
    // What is refused for its content will be refused again: nothing of it stays.
    if (error instanceof OperationError && error.refusal.reason?.startsWith('file_') === true && error.refusal.reason !== 'file_incomplete')
      await forget(path)
    throw error
  }
}

async function forget(path: string): Promise<void> {
  await rm(path, { force: true })
  await rm(`${path}.json`, { force: true })
}

interface Arrived {
  readonly path: string
  readonly name: string
  readonly size: number
}

async function receive(files: FileStore, organisationId: Id, { path, name, size }: Arrived): Promise<ReceivedFile> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || found.size !== size) throw new OperationError(refused('file_incomplete', 'size'))
  const type = (await fileTypeFromFile(path))?.mime ?? ((await isText(path)) ? 'text/plain' : undefined)
  accept(contentRefusal(name, type))
  const shown = showingOf(type ?? '') === 'picture' ? await shownPicture(path) : undefined
  await clearPlace(path, type ?? '')
  const { hash } = await files.keepStream(organisationId, createReadStream(path))
  return { size, type, hash, shownHash: shown === undefined ? undefined : await files.keep(organisationId, shown) }
}

/** Whether the first bytes are text in UTF-8 that is no page. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: true })
    return !text.includes('\u0000') && !text.includes('\ufffd') && !/<(!doctype|html|script|svg|\?xml)/i.test(text)
  } finally {
    await file.close()
  }
}

/** Upright, of a size for looking, without place, device or anything else that is not picture. */
async function shownPicture(path: string): Promise<Uint8Array> {
  try {
    const image = sharp(path, { limitInputPixels: 64_000_000, failOn: 'error' })
    return await image
      .rotate()
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    throw new OperationError(refused('file_picture_broken', 'name'))
  }
}

/** What is kept says no place: neither the file that goes back to who brought it, nor the one in a portfolio’s ZIP. */
async function clearPlace(path: string, type: string): Promise<void> {
  if (showingOf(type) !== 'picture')
    return accept((await clearWhereabouts(path, type)) === 'unread' ? refused('file_film_broken', 'name') : undefined)
  const bytes = await readFile(path)
  const { orientation = 1 } = await sharp(bytes).metadata()
  if (!clearPicture(bytes, type, orientation)) throw new OperationError(refused('file_picture_broken', 'name'))
  await writeFile(path, bytes)
}

/** On a path of its own, of a type that is no page, and told to run nothing. */
async function answerFile(context: Context, parts: UploadParts): Promise<Response> {
  const organisationId = context.req.param('organisation') ?? ''
  if (!isId(organisationId)) throw notFound('uploadId')
  const { actor } = await parts.enterIn(context, organisationId)
  const input = { uploadId: context.req.param('id'), isOriginal: context.req.query('original') === '1' }
  const found = (await parts.dispatch.query(actor, 'upload.find', input)) as { name: string; type: string; fileHash: string }
  const file = await parts.files.open(organisationId, found.fileHash)
  if (file === undefined) throw notFound('uploadId')
  const headers = fileHeaders(found, context.req.query('download') === '1' || input.isOriginal)
  return bytesOf(context, file, headers)
}

function fileHeaders({ name, type }: { name: string; type: string }, isDownload: boolean): Record<string, string> {
  const showing = showingOf(type)
  const isShown = showing !== 'download' && !isDownload
  const disposition = isShown ? 'inline' : 'attachment'
  return {
    'content-type': isShown ? type : 'application/octet-stream',
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    // Browsers show a PDF in a viewer of its own, apart from our pages, and show none under `sandbox`.
    'content-security-policy':
      showing === 'pdf' ? "default-src 'none'; frame-ancestors 'self'" : "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  }
}

/** One range of bytes, as players ask, or all of them; never all in memory. */
function bytesOf(context: Context, file: KeptFile, headers: Record<string, string>): Response {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(context.req.header('range') ?? '')
  if (asked === null) return context.body(ReadableStream.from(file.read()), 200, { ...headers, 'content-length': String(file.size) })
  const [, first = '', last = ''] = asked
  const from = first === '' ? Math.max(0, file.size - Number(last)) : Number(first)
  const until = first === '' || last === '' ? file.size : Math.min(file.size, Number(last) + 1)
  if (from >= until) return context.body(null, 416, { ...headers, 'content-range': `bytes */${file.size}` })
  const range = { 'content-range': `bytes ${from}-${until - 1}/${file.size}`, 'content-length': String(until - from) }
  return context.body(ReadableStream.from(file.read(from, until)), 206, { ...headers, ...range })
}

/** Removes what was begun, and left for two days: a cancelled upload, a closed laptop. */
export async function removeLeftUploads(folder: string, now: Date): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let removed = 0
  for (const name of names.filter((one) => isId(one))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found === undefined || now.getTime() - found.mtimeMs < 2 * 86_400_000) continue
    await forget(join(folder, name))
    removed++
  }
  return removed
}
