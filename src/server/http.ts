// HTTP: cookies and headers to an actor, operations to dispatch, errors to answers, and the files of the web application.
import { type Context, Hono } from 'hono'
import { presencePaths } from '../common/devices/contract.ts'
import { hasRole, type OrganisationKind, visitor } from '../core/actor.ts'
import { errors, notFound, OperationError, type Refusal } from '../core/errors.ts'
import { isId, newId } from '../core/ids.ts'
import type { Dispatch } from './dispatch.ts'
import { faultOf } from './fault.ts'
import type { FileStore } from './files.ts'
import { addressHeader, type Identity, identityRoutes } from './identity.ts'
import { insecurePage } from './insecure-page.ts'
import { createLimiter } from './limiter.ts'
import type { Press } from './portfolio-press.ts'
import { offerPortfolios } from './portfolio-routes.ts'
import type { Presence } from './presence.ts'
import { commandRequest, jsonBody, queryInput } from './request-body.ts'
import { type RequestLine, routeOf } from './request-line.ts'
import { securityHeaders } from './security-headers.ts'
import type { Entry, Sessions } from './session.ts'
import { createSignInLimit, type SignInLimit } from './sign-in-limit.ts'
import { offerUploads } from './uploads.ts'
import { serveWeb } from './web-files.ts'
import { markOf, newMark } from './whence.ts'

export interface AppParts {
  readonly dispatch: Dispatch
  readonly identity: Identity
  readonly sessions: Sessions
  readonly presence: Presence
  readonly files: FileStore
  /** Where uploads lie until they are whole. */
  readonly uploadsFolder: string
  /** An organisation's signature over the files that leave it. */
  readonly sign: Press['sign']
  /** The address that browsers use, `https://evident.example.org`. */
  readonly origin: string
  /** Built pages and scripts; undefined serves the API alone. */
  readonly webFolder?: string
  readonly installationState: () => Promise<'new' | 'demo' | 'real'>
  /** Names of all operations: what the log may say of an address. */
  readonly operationNames: ReadonlySet<string>
  /** Names of commands that need no session. */
  readonly visitorCommands: ReadonlySet<string>
  /** Names of those after which the browser keeps a mark, to be told again (`whence.ts`). */
  readonly markedCommands: ReadonlySet<string>
  /** Makes the sample school and college, when the code is right. */
  readonly startSample?: (code: string) => Promise<void>
  readonly isHealthy: () => Promise<boolean>
  /** The peer's address, from the socket. */
  readonly addressOf: (context: Context) => string
  readonly log: (line: RequestLine) => void
}

/** The whole program as one function from request to answer. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  const limiter = createLimiter(30)
  // A school's tablets come from one address, and a signature can't be guessed.
  const presenceLimiter = createLimiter(600)
  const headers = securityHeaders(parts.origin.startsWith('https:'))

  app.use('*', (context, next) => finish(context, next, headers, parts))
  app.use('*', (context, next) => guardPlace(context, parts.origin, next))
  app.onError((error, context) => answerError(context, error, parts))

  app.get('/healthz', async (context) => {
    const isHealthy = await parts.isHealthy()
    return context.json({ ok: isHealthy }, isHealthy ? 200 : 503)
  })
  app.get('/api/session', async (context) => context.json(await sessionFacts(context, parts), 200, { 'cache-control': 'no-store' }))
  app.post('/api/sample', async (context) => {
    guardOrigin(context, parts.origin)
    guardTries(limiter.allows(parts.addressOf(context)))
    const body = await jsonBody(context)
    if (parts.startSample === undefined || typeof body.code !== 'string') throw new OperationError({ code: 'invalid', field: 'code' })
    await parts.startSample(body.code)
    return context.json({ output: {} })
  })
  const signIns = createSignInLimit()
  app.all('/api/auth/*', (context) => answerIdentity(context, parts, signIns))
  offerPresence(app, parts, (context) => guardTries(presenceLimiter.allows(parts.addressOf(context))))
  offerFiles(app, parts)
  app.get('/api/photos/:id', (context) => answerPhoto(context, parts))
  offerPortfolios(app, {
    ...parts,
    enter: (context, organisationId) => enterIn(context, parts, organisationId),
    guardOrigin: (context) => guardOrigin(context, parts.origin),
  })
  offerOperations(app, parts, (context) => limiter.allows(parts.addressOf(context)))
  if (parts.webFolder !== undefined) serveWeb(app, parts.webFolder)
  return app
}

/** Every command and every query by its name; `mayTry` limits those without a session. */
function offerOperations(app: Hono, parts: AppParts, mayTry: (context: Context) => boolean): void {
  const isSecure = parts.origin.startsWith('https:')
  app.post('/api/:name', async (context) => {
    guardOrigin(context, parts.origin)
    const name = context.req.param('name')
    const request = await commandRequest(context)
    const entry = parts.visitorCommands.has(name)
      ? visitorEntry(context, parts.markedCommands.has(name) ? 'centre' : 'school', mayTry(context))
      : await enter(context, parts)
    const device = markOf(context.req.header('cookie')) ?? newMark()
    const whence = { address: parts.addressOf(context), device: device.mark }
    const output = await parts.dispatch.command(entry.actor, name, { ...request, whence })
    const isMarked = hasRole(entry.actor, 'candidate') || parts.markedCommands.has(name)
    return context.json({ output }, 200, { ...answerHeaders(entry), ...(isMarked ? device.cookie(isSecure) : {}) })
  })
  const answerQuery = async (context: Context, inputOf: () => unknown) => {
    const entry = await enter(context, parts)
    const output = await parts.dispatch.query(entry.actor, context.req.param('name') ?? '', await inputOf())
    return context.json({ output }, 200, answerHeaders(entry))
  }
  app.get('/api/:name', (context) => answerQuery(context, () => queryInput(context)))
  app.post('/api/:name/question', (context) => {
    guardOrigin(context, parts.origin)
    return answerQuery(context, async () => (await jsonBody(context)).input)
  })
}

/** Large files, behind the same session and origin as everything else. */
function offerFiles(app: Hono, parts: AppParts): void {
  offerUploads(app, {
    dispatch: parts.dispatch,
    files: parts.files,
    folder: parts.uploadsFolder,
    enter: (context) => enter(context, parts),
    enterIn: (context, organisationId) => enterIn(context, parts, organisationId),
    guardOrigin: (context) => guardOrigin(context, parts.origin),
  })
}

/** A device that a PIN laid open asks for a challenge, signs it, and has a session. */
function offerPresence(app: Hono, parts: AppParts, guardGuessing: (context: Context) => void): void {
  app.post(presencePaths.challenge, (context) => {
    guardOrigin(context, parts.origin)
    guardGuessing(context)
    return context.json({ output: { challenge: parts.presence.challenge() } }, 200, { 'cache-control': 'no-store' })
  })
  app.post(presencePaths.session, async (context) => {
    guardOrigin(context, parts.origin)
    guardGuessing(context)
    const cookie = await parts.presence.openSession(organisationHeader(context), await jsonBody(context))
    return context.json({ output: {} }, 200, { 'cache-control': 'no-store', 'set-cookie': cookie })
  })
}

/** Adds the headers that every answer bears, and writes its line in the log. */
async function finish(
  context: Context,
  next: () => Promise<void>,
  headers: Readonly<Record<string, string>>,
  { log, operationNames }: Pick<AppParts, 'log' | 'operationNames'>,
): Promise<void> {
  const started = performance.now()
  for (const name in headers) context.header(name, headers[name])
  await next()
  const route = routeOf(context, operationNames)
  const milliseconds = Math.round(performance.now() - started)
  log({ id: newId(), method: context.req.method, route, status: context.res.status, milliseconds })
}

/**
 * Sign-in, camera and offline work only where the browser trusts the connection: under the origin, which is HTTPS or this machine.
 * Another name of this machine is sent there; a plain connection from elsewhere is told what is missing.
 */
async function guardPlace(context: Context, origin: string, next: () => Promise<void>): Promise<Response | undefined> {
  const host = context.req.header('host')
  const { host: ownHost, protocol } = new URL(origin)
  const isTrusted = protocol === 'https:' || isThisMachineName(ownHost)
  if (host === undefined || (host === ownHost && isTrusted) || context.req.path === '/healthz') return void (await next())
  if (isThisMachineName(host) && isThisMachineOrigin(origin) && context.req.method === 'GET')
    return context.redirect(`${origin}${context.req.path}`, 302)
  return context.html(insecurePage(origin, isTrusted), 421)
}

/** Browsers trust these without HTTPS. */
function isThisMachineName(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return ['localhost', '127.0.0.1', '[::1]'].includes(name) || name.endsWith('.localhost')
}

function isThisMachineOrigin(origin: string): boolean {
  return new URL(origin).hostname === 'localhost'
}

function answerHeaders(entry: Entry): Record<string, string> {
  return { 'cache-control': 'no-store', 'evident-erasures': String(entry.erasures) }
}

function enter(context: Context, parts: AppParts): Promise<Entry> {
  return enterIn(context, parts, organisationHeader(context))
}

/** Who asks. A page says its organisation in a header; what a browser loads by an address alone has it in the address. */
async function enterIn(context: Context, parts: AppParts, organisationId: string): Promise<Entry> {
  const user = await parts.sessions.findUser(context.req.raw.headers)
  if (user === undefined) throw new OperationError({ code: 'signed_out' })
  if (!isId(organisationId)) throw new OperationError({ code: 'invalid', field: 'organisationId' })
  const entry = await parts.sessions.enter(user.id, organisationId)
  if (entry === undefined) throw new OperationError({ code: 'not_allowed' })
  const person = context.req.header('evident-person')
  // On a shared tablet the cookie may be the next person's already: then this request is nobody's.
  if (person !== undefined && person !== entry.actor.personId) throw new OperationError({ code: 'signed_out' })
  return user.byDevice === undefined ? entry : { ...entry, actor: { ...entry.actor, byDevice: user.byDevice } }
}

/** A command of centres alone is one of a visitor to a centre: in a school's rows it finds nothing. */
function visitorEntry(context: Context, kind: OrganisationKind, isAllowed: boolean): Entry {
  guardTries(isAllowed)
  return { actor: { ...visitor, kind, organisationId: organisationHeader(context) }, erasures: 0 }
}

function organisationHeader(context: Context): string {
  const id = context.req.header('evident-organisation')
  if (!isId(id)) throw new OperationError({ code: 'invalid', field: 'evident-organisation' })
  return id
}

/** Cross-site requests can't set our headers, but a form could send bytes: a changing request must come from our own pages. */
function guardOrigin(context: Context, origin: string): void {
  const sent = context.req.header('origin')
  const site = context.req.header('sec-fetch-site')
  if (sent !== origin || (site !== undefined && site !== 'same-origin')) throw new OperationError({ code: 'wrong_origin' })
}

function guardTries(isAllowed: boolean): void {
  if (!isAllowed) throw new OperationError({ code: 'too_many' })
}

async function sessionFacts(context: Context, parts: AppParts) {
  const state = await parts.installationState()
  const user = await parts.sessions.findUser(context.req.raw.headers)
  if (user === undefined) return { user: null, installation: { state }, organisations: [] }
  return {
    user: { id: user.id, name: user.name, email: user.email },
    installation: { state },
    organisations: await parts.sessions.memberships(user.id),
  }
}

async function answerIdentity(context: Context, parts: AppParts, signIns: SignInLimit): Promise<Response> {
  if (context.req.method !== 'POST' || !identityRoutes.includes(context.req.path)) throw notFound()
  guardOrigin(context, parts.origin)
  const request = new Request(context.req.raw)
  const address = parts.addressOf(context)
  request.headers.set(addressHeader, address)
  const answer = await signIns.guard(request, address, () => parts.identity.answer(request))
  if (answer.ok) await parts.sessions.accessChanged()
  // Built anew, so that it bears the headers of every answer.
  return context.newResponse(answer.body, answer)
}

async function answerPhoto(context: Context, parts: AppParts): Promise<Response> {
  const entry = await enter(context, parts)
  const { fileHash } = (await parts.dispatch.query(entry.actor, 'photo.find', { id: context.req.param('id') })) as { fileHash: string }
  const bytes = await parts.files.find(entry.actor.organisationId, fileHash)
  if (bytes === undefined) throw notFound('id')
  return context.body(Buffer.from(bytes), 200, {
    'content-type': 'image/webp',
    'content-security-policy': "default-src 'none'; sandbox",
    ...answerHeaders(entry),
  })
}

/** Refusals become answers; anything else is a fault of ours: an id for the person, a line without personal data for the log. */
function answerError(context: Context, error: Error, parts: AppParts): Response {
  if (error instanceof OperationError)
    return context.json({ error: error.refusal }, errors[error.refusal.code].status, { 'cache-control': 'no-store' })
  const id = newId()
  const refusal: Refusal & { id: string } = { code: isUnavailable(error) ? 'unavailable' : 'unexpected', id }
  parts.log({
    id,
    method: context.req.method,
    route: routeOf(context, parts.operationNames),
    status: errors[refusal.code].status,
    milliseconds: 0,
    fault: faultOf(error),
  })
  return context.json({ error: refusal }, errors[refusal.code].status, { 'cache-control': 'no-store' })
}

/** Too many connections, a server going down, a socket that broke: worth another try. */
function isUnavailable(error: Error): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^(08|53|57P|40001|40P01|55P03|ECONN|EPIPE|ENOENT)/.test(code)
}
