// HTTP: cookies, origins, headers and limits, through the whole program.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { createApp } from './http.ts'
import { printSetupCode } from './installation.ts'
import { markedCommands, operationNames, visitorCommands } from './operations.ts'
import { createProgram, type Program } from './program.ts'
import type { RequestLine } from './request-line.ts'
import { failuresOfAccount, failuresOfAddress } from './sign-in-limit.ts'

const origin = 'http://localhost:4040'
const organisation = newId()
const email = 'asha.rao@example.org'
const password = 'three warm words'
const lines: RequestLine[] = []
let base: TestApp
let program: Program

beforeAll(async () => {
  base = await testApp()
  program = await createProgram({
    connection: base.connection,
    clock: { now: () => new Date() },
    secret: Buffer.alloc(32, 7),
    filesFolder: mkdtempSync(join(tmpdir(), 'evident-http-')),
    origin,
    connections: 4,
    addressOf: () => '192.0.2.1',
    log: (line) => lines.push(line),
  })
  const code = await printSetupCode(program.database)
  const input = { code, kind: 'school', name: 'Hillside', administrator: { personId: newId(), name: 'Asha Rao', email, password } }
  const answer = await command('organisation.setUp', input, { 'evident-organisation': organisation })
  expect(answer.status).toBe(200)
})
afterAll(async () => {
  await program.close()
  await base.close()
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const text = JSON.stringify(body)
  return program.app.request(path, {
    method: 'POST',
    body: text,
    headers: { origin, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), ...headers },
  })
}
const command = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  post(`/api/${name}`, { id: newId(), version: 1, input }, headers)
const parts = () => ({
  identity: program.identity,
  sessions: program.sessions,
  presence: { challenge: () => '', openSession: () => Promise.resolve('') },
  files: program.services.files,
  uploadsFolder: join(tmpdir(), 'evident-arriving'),
  sign: () => Promise.resolve(new Uint8Array()),
  origin,
  operationNames,
  visitorCommands,
  markedCommands,
  installationState: () => Promise.resolve('real' as const),
  isHealthy: () => Promise.resolve(true),
  addressOf: () => '192.0.2.1',
  log: (line: RequestLine) => void lines.push(line),
})
const signIn = async (secret = password) => {
  const answer = await post('/api/auth/sign-in/email', { email, password: secret })
  return { answer, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}
const people = (cookie: string, headers: Record<string, string> = {}) =>
  program.app.request('/api/person.list', { headers: { cookie, 'evident-organisation': organisation, ...headers } })

describe('signing in', () => {
  it('sets one __Host- cookie that scripts can’t read and other sites don’t send', async () => {
    const { answer } = await signIn()
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-evident\.session_token=/)
    for (const attribute of ['HttpOnly', 'Secure', 'Path=/', 'SameSite=Lax']) expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Domain')
  })
  it('fails in the same words for a wrong password and for an address that nobody has', async () => {
    const wrong = await post('/api/auth/sign-in/email', { email, password: 'not the password' })
    const unknown = await post('/api/auth/sign-in/email', { email: 'nobody@example.org', password })
    expect(wrong.status).toBe(unknown.status)
    expect(await wrong.json()).toEqual(await unknown.json())
  })
  it('opens the organisation; signing out shuts it at once', async () => {
    const { cookie } = await signIn()
    expect((await people(cookie)).status).toBe(200)
    await post('/api/auth/sign-out', {}, { cookie })
    expect((await people(cookie)).status).toBe(401)
  })
  it('everywhere ends every session, also one that was used a moment ago', async () => {
    const first = await signIn()
    const second = await signIn()
    expect((await people(first.cookie)).status).toBe(200)
    await post('/api/auth/revoke-sessions', {}, { cookie: second.cookie })
    expect((await people(first.cookie)).status).toBe(401)
  })
  it('by a proof of another kind opens a session too', async () => {
    const user = await program.database.onShared((db) =>
      db.selectFrom('auth.users').select('id').where('email', '=', email).executeTakeFirstOrThrow(),
    )
    const cookie = (await program.identity.openSession(user.id, newId())).split(';')[0] ?? ''
    expect((await people(cookie)).status).toBe(200)
  })
  it('offers no route of the library but ours', async () => {
    expect((await post('/api/auth/sign-up/email', { email: 'x@example.org', password, name: 'X' })).status).toBe(404)
    expect((await post('/api/auth/evident/open-session', { userId: newId() })).status).toBe(404)
    expect((await program.app.request('/api/auth/get-session')).status).toBe(404)
  })
  it('says who is signed in and where they may go', async () => {
    const { cookie } = await signIn()
    const facts = await (await program.app.request('/api/session', { headers: { cookie } })).json()
    expect(facts).toMatchObject({
      user: { email },
      installation: { state: 'real' },
      organisations: [{ id: organisation, name: 'Hillside', kind: 'school', personName: 'Asha Rao', roles: ['administrator'] }],
    })
  })
})

describe('a request', () => {
  it('without a session is told to sign in, and to pause a queue', async () => {
    const answer = await people('')
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ error: { code: 'signed_out' } })
  })
  it('to an organisation that one is not of is not allowed', async () => {
    const { cookie } = await signIn()
    expect((await people(cookie, { 'evident-organisation': base.school.id })).status).toBe(403)
  })
  it('from another site changes nothing', async () => {
    const { cookie } = await signIn()
    for (const from of ['https://elsewhere.example', 'null']) {
      expect(
        (await command('role.end', { id: newId(), untilOn: '2026-11-24' }, { cookie, origin: from, 'evident-organisation': organisation }))
          .status,
      ).toBe(403)
    }
    expect(
      (
        await command(
          'role.end',
          { id: newId(), untilOn: '2026-11-24' },
          { cookie, 'sec-fetch-site': 'same-site', 'evident-organisation': organisation },
        )
      ).status,
    ).toBe(403)
  })
  it('that is no JSON, too long, or of unknown length is refused before it is read', async () => {
    const { cookie } = await signIn()
    const headers = { cookie, 'evident-organisation': organisation }
    expect((await post('/api/role.end', {}, { ...headers, 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post('/api/role.end', { id: 'x'.repeat(300_000) }, headers)).status).toBe(413)
    expect((await post('/api/role.end', {}, { ...headers, 'content-length': '' })).status).toBe(413)
    const broken = await program.app.request('/api/role.end', {
      method: 'POST',
      body: '{',
      headers: { ...headers, origin, 'content-type': 'application/json', 'content-length': '1' },
    })
    expect(await broken.json()).toEqual({ error: { code: 'invalid' } })
  })
  it('may ask a long question in a body, from our own pages alone', async () => {
    const { cookie } = await signIn()
    const headers = { cookie, 'evident-organisation': organisation }
    const answer = await post('/api/person.list/question', { input: {} }, headers)
    expect(await answer.json()).toEqual(await (await people(cookie)).json())
    expect((await post('/api/person.list/question', { input: {} }, { ...headers, origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/api/person.list/question', { input: {} }, { 'evident-organisation': organisation })).status).toBe(401)
    expect((await post('/api/role.end/question', { input: {} }, headers)).status).toBe(404)
  })
  it('names the field that is wrong', async () => {
    const { cookie } = await signIn()
    const answer = await command('role.end', { id: newId(), untilOn: 'tomorrow' }, { cookie, 'evident-organisation': organisation })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid', field: 'untilOn' } })
  })
})

describe('every answer', () => {
  it('allows scripts, styles and pictures from here alone', async () => {
    for (const path of ['/healthz', '/api/session', '/nowhere']) {
      const policy = (await program.app.request(path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/https?:|unsafe|\*/)
    }
  })
  it('leaves a log line without the question or the person', async () => {
    const { cookie } = await signIn()
    lines.length = 0
    await program.app.request(`/api/person.list?input=${encodeURIComponent('{"secret":"Callum"}')}`, {
      headers: { cookie, 'evident-organisation': organisation },
    })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/Callum|Asha|192\.0\.2/)
  })
  it('leaves a log line with the route alone, whatever stands in the address', async () => {
    lines.length = 0
    const paths = ['/api/Callum', '/api/person.list', '/api/files/Callum/secret-token', '/api/auth/reset-password/secret-token']
    for (const path of [...paths, '/witness/secret-token?code=Callum', '/api/photos/Callum', '/api/uploads/Callum'])
      await program.app.request(path)
    const failing = { command: () => Promise.reject(new Error()), query: () => Promise.reject(new Error()) }
    const broken = createApp({ ...parts(), dispatch: failing, isHealthy: () => Promise.reject(new Error('Callum')) })
    await broken.request('/healthz/?secret-token')
    await broken.request('/healthz?secret-token')
    expect(lines.map(({ route }) => route).slice(0, 4)).toEqual([
      ...['/api/:name', '/api/person.list', '/api/files/:organisation/:id', '/api/auth/*'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Callum|secret-token/)
  })
  it('that is a fault of ours has an id and no detail, and the log has its place without its words', async () => {
    const { cookie } = await signIn()
    const broken = createApp({
      ...parts(),
      dispatch: { command: () => Promise.reject(new Error('Callum')), query: () => Promise.reject(new Error('Callum')) },
    })
    lines.length = 0
    const answer = await broken.request('/api/person.list', { headers: { cookie, 'evident-organisation': organisation } })
    expect(answer.status).toBe(500)
    expect(Object.keys(((await answer.json()) as { error: object }).error)).toEqual(['code', 'id'])
    expect(lines.some(({ fault }) => fault !== undefined)).toBe(true)
    expect(JSON.stringify(lines)).not.toContain('Callum')
  })
})

describe('an address that browsers do not trust', () => {
  const visit = async (own: string, host: string) => {
    const dispatch = { command: () => Promise.reject(new Error()), query: () => Promise.reject(new Error()) }
    const answer = await createApp({ ...parts(), dispatch, origin: own }).request('/', { headers: { host } })
    return { status: answer.status, text: await answer.text() }
  }
  it('is explained, with what to do', async () => {
    for (const [own, host] of [
      ['http://evident.example.org', 'evident.example.org'],
      ['https://evident.example.org', '192.0.2.7:4040'],
      ['http://localhost:4040', '192.0.2.7:4040'],
    ] as const)
      expect(await visit(own, host)).toMatchObject({ status: 421, text: expect.stringContaining('EVIDENT_TLS_CERT') })
  })
  it('is neither this machine nor one with HTTPS', async () => {
    for (const own of ['https://evident.example.org', 'http://localhost:4040', 'http://127.0.0.1:4040'])
      expect((await visit(own, new URL(own).host)).status).not.toBe(421)
  })
})

describe('signing in often', () => {
  it('is no guessing: a staff room of forty behind one address comes in within a minute', async () => {
    for (let i = 0; i < 40; i++) expect((await signIn()).answer.status).toBe(200)
  })
})

describe('guessing', () => {
  it('at one account is stopped after ten wrong passwords, at the same moment too; other accounts still come in', async () => {
    const guess = (to: string) => post('/api/auth/sign-in/email', { email: to, password: 'not the password' })
    const guesses = await Promise.all(Array.from({ length: 15 }, () => guess('Somebody@Example.org ')))
    expect(guesses.filter(({ status }) => status === 401 || status === 400)).toHaveLength(failuresOfAccount)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(5)
    expect((await guess('somebody@example.org')).status).toBe(429)
    expect((await signIn()).answer.status).toBe(200)
  })
  it('across accounts from one address is stopped as well', async () => {
    let last = 0
    for (let i = 0; i <= failuresOfAddress && last !== 429; i++)
      last = (await post('/api/auth/sign-in/email', { email: `guess${i}@example.org`, password: 'not the password' })).status
    expect(last).toBe(429)
  })
  it('is slowed down: after so many tries in a minute, no more', async () => {
    const tries = []
    for (let i = 0; i < 40; i++)
      tries.push((await command('invitation.accept', { token: 'x'.repeat(43), password }, { 'evident-organisation': organisation })).status)
    expect(tries.at(-1)).toBe(429)
  })
})
