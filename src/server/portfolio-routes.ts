// A unit's portfolio over HTTP: out as PDF and as a sealed ZIP, in as a sealed ZIP. Streams, so an address names its organisation itself.
import { createWriteStream, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Context, Hono } from 'hono'
import { type PortfolioDocument, SealedPortfolio } from '../centre/portfolios/contract.ts'
import { canHandIn } from '../centre/portfolios/policy.ts'
import type { Plain } from '../core/canonical.ts'
import { OperationError, refused } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import type { Dispatch } from './dispatch.ts'
import { makePdf } from './documents.ts'
import type { FileStore } from './files.ts'
import { portfolioPaths } from './portfolio-check.ts'
import { portfolioPage } from './portfolio-page.ts'
import { bringPortfolio } from './portfolio-porter.ts'
import { type Press, zipOf, zipOfBrought } from './portfolio-press.ts'
import type { Entry } from './session.ts'
import type { StoredZip } from './stored-zip.ts'

interface RouteParts {
  readonly dispatch: Dispatch
  readonly files: FileStore
  readonly sign: Press['sign']
  /** Who asks, in the organisation that the address names. */
  readonly enter: (context: Context, organisationId: string) => Promise<Entry>
  readonly guardOrigin: (context: Context) => void
}

/** A portfolio has 200 items and a gigabyte at most; this is the end of what is taken in. */
const largestFile = 4_000_000_000

export function offerPortfolios(app: Hono, parts: RouteParts): void {
  app.get('/api/portfolios/:organisationId/:registrationId/pdf', async (context) => {
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    const input = { registrationId: context.req.param('registrationId') }
    const document = (await parts.dispatch.query(actor, 'portfolio.document', input)) as PortfolioDocument
    const pdf = await makePdf('portfolio', document as unknown as Plain)
    return context.body(
      Buffer.from(pdf),
      200,
      fileHeaders('application/pdf', nameOf(document.unit.number, document.candidate.number, 'pdf')),
    )
  })
  app.get('/api/portfolios/:organisationId/:registrationId/zip', async (context) => {
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    const input = { registrationId: context.req.param('registrationId') }
    const portfolio = (await parts.dispatch.query(actor, 'portfolio.file', input)) as SealedPortfolio
    const { unit, candidate } = portfolio.document
    return streamed(context, nameOf(unit.number, candidate.number, 'zip'), await zipOf(portfolio, parts))
  })
  app.get('/api/brought-portfolios/:organisationId/:id/zip', async (context) => {
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    const brought = (await parts.dispatch.query(actor, 'portfolio.broughtFile', { id: context.req.param('id') })) as BroughtFile
    const name = nameOf(brought.unitNumber, brought.candidateNumber, 'zip')
    return streamed(context, name, zipOfBrought(actor.organisationId, brought, parts.files))
  })
  offerReading(app, parts)
  app.post('/api/portfolios/:organisationId', async (context) => {
    parts.guardOrigin(context)
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    if (!canHandIn(actor)) throw new OperationError({ code: 'not_allowed' })
    const candidateId = context.req.query('candidate') ?? null
    if (candidateId !== null && !isId(candidateId)) throw new OperationError({ code: 'invalid', field: 'candidateId' })
    const brought = await withUpload(context, (file) =>
      bringPortfolio(parts, { file, actor: { ...actor, service: 'porter' }, candidateId }),
    )
    if ('faults' in brought) return context.json({ output: { faults: brought.faults } }, 200, { 'cache-control': 'no-store' })
    return context.json({ output: brought }, 200, { 'cache-control': 'no-store' })
  })
}

/** A brought portfolio on screen: the same page as in its file, and its files to load. */
function offerReading(app: Hono, parts: RouteParts): void {
  app.get('/api/brought-portfolios/:organisationId/:id/read/', async (context) => {
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    const brought = (await parts.dispatch.query(actor, 'portfolio.broughtFile', { id: context.req.param('id') })) as BroughtFile
    const data = await parts.files.find(actor.organisationId, entryOf(brought, portfolioPaths.data).fileHash)
    if (data === undefined) throw new OperationError({ code: 'not_found' })
    // The page is ours, made anew of the other centre's words: nothing that came in a file is ever shown as a page.
    const { document } = SealedPortfolio.parse(JSON.parse(new TextDecoder().decode(data)))
    return context.html(portfolioPage(document), 200, { 'content-security-policy': pagePolicy, 'cache-control': 'no-store' })
  })
  app.get('/api/brought-portfolios/:organisationId/:id/read/files/:name', async (context) => {
    const { actor } = await parts.enter(context, context.req.param('organisationId'))
    const brought = (await parts.dispatch.query(actor, 'portfolio.broughtFile', { id: context.req.param('id') })) as BroughtFile
    const entry = entryOf(brought, `files/${context.req.param('name')}`)
    const kept = await parts.files.open(actor.organisationId, entry.fileHash)
    if (kept === undefined) throw new OperationError({ code: 'not_found' })
    return context.body(
      ReadableStream.from(kept.read()),
      200,
      fileHeaders('application/octet-stream', basename(entry.path).replace(/[^\w.-]+/g, '-')),
    )
  })
}

interface BroughtFile {
  readonly manifest: string
  readonly manifestSignature: string
  readonly unitNumber: string
  readonly candidateNumber: string
  readonly entries: readonly { readonly path: string; readonly size: number; readonly fileHash: string }[]
}

/** @throws OperationError `not_found`, when no such file came with it */
function entryOf({ entries }: BroughtFile, path: string): BroughtFile['entries'][number] {
  const entry = entries.find((one) => one.path === path)
  if (entry === undefined) throw new OperationError({ code: 'not_found' })
  return entry
}

/** For a page of words and links: nothing runs in it and nothing is fetched for it; its links open files beside it. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; sandbox allow-downloads allow-same-origin"

/** A name that says which unit and which candidate's number, and nobody's name. */
function nameOf(unitNumber: string, candidateNumber: string, extension: string): string {
  return `unit-${unitNumber}-candidate-${candidateNumber}.${extension}`.replace(/[^\w.-]+/g, '-')
}

function fileHeaders(type: string, name: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  }
}

/** The answer begins before the ZIP ends. When it can't be finished, the connection breaks off: half a file looks like none. */
function streamed(context: Context, name: string, zip: StoredZip): Response {
  const headers = { ...fileHeaders('application/zip', name), 'content-length': String(zip.length) }
  return context.body(ReadableStream.from(zip.bytes()), 200, headers)
}

async function withUpload<T>(context: Context, work: (file: string) => Promise<T>): Promise<T> {
  const length = Number(context.req.header('content-length') ?? '0')
  const { body } = context.req.raw
  if (body === null) throw new OperationError({ code: 'invalid', field: 'file' })
  if (length > largestFile) throw new OperationError(refused('file_too_large', 'file'))
  const folder = mkdtempSync(join(tmpdir(), 'evident-portfolio-'))
  const file = join(folder, 'portfolio.zip')
  try {
    await pipeline(limited(body, largestFile), createWriteStream(file, { mode: 0o600 }))
    return await work(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* limited(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > limit) throw new OperationError({ code: 'too_large', field: 'file' })
    yield chunk
  }
}
