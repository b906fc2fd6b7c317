// A session by PIN, through the whole program: the device's signature, its day, its end.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presencePaths } from '../common/devices/contract.ts'
import { toBase64url } from '../core/bytes.ts'
import { type Id, newId } from '../core/ids.ts'
import { importSigningKey, type Key, newSigningPair, presenceBytes, sign } from '../core/sealed-entry.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { setClock } from '../testing/clock.ts'
import { printSetupCode } from './installation.ts'
import { createProgram, type Program } from './program.ts'

const origin = 'http://localhost:4040'
const organisation = newId()
const personId = newId()
const email = 'asha.rao@example.org'
const password = 'three warm words'
const clock = setClock()
let base: TestApp
let program: Program
let cookie: string

interface Tablet {
  readonly deviceId: Id
  readonly keyId: Id
  readonly signingKey: Key
}
let tablet: Tablet

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const text = JSON.stringify(body)
  return program.app.request(path, {
    method: 'POST',
    body: text,
    headers: {
      origin,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      'evident-organisation': organisation,
      ...headers,
    },
  })
}
const command = (name: string, input: unknown, by = cookie) => post(`/api/${name}`, { id: newId(), version: 1, input }, { cookie: by })
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const devices = (by: string) => program.app.request('/api/device.list', { headers: { cookie: by, 'evident-organisation': organisation } })

async function enrol(deviceId = newId()): Promise<Tablet> {
  const pair = await newSigningPair()
  const keyId = newId()
  const answer = await command('device.enrol', { deviceId, name: 'Chrome on Android', keyId, publicKey: toBase64url(pair.publicKey) })
  expect(answer.status).toBe(200)
  return { deviceId, keyId, signingKey: await importSigningKey(pair.privateKey) }
}

async function challenge(): Promise<string> {
  const answer = (await (await post(presencePaths.challenge, {})).json()) as { output: { challenge: string } }
  return answer.output.challenge
}

async function present({ deviceId, keyId, signingKey }: Tablet, given?: string): Promise<Response> {
  const asked = given ?? (await challenge())
  const signature = toBase64url(
    await sign(signingKey, presenceBytes({ organisationId: organisation, personId, deviceId, challenge: asked })),
  )
  return post(presencePaths.session, { personId, deviceId, keyId, challenge: asked, signature })
}

beforeAll(async () => {
  base = await testApp()
  program = await createProgram({
    connection: base.connection,
    clock,
    secret: Buffer.alloc(32, 7),
    filesFolder: mkdtempSync(join(tmpdir(), 'evident-presence-')),
    origin,
    connections: 4,
    addressOf: () => newId(),
    log: () => {},
  })
  const code = await printSetupCode(program.database)
  const administrator = { personId, name: 'Asha Rao', email, password }
  await command('organisation.setUp', { code, kind: 'school', name: 'Hillside', administrator }, '')
  cookie = cookieOf(await post('/api/auth/sign-in/email', { email, password }))
  tablet = await enrol()
})
afterAll(async () => {
  await program.close()
  await base.close()
})

describe('a session by PIN', () => {
  it('opens on the day of a full sign-in, and is the person’s', async () => {
    const answer = await present(tablet)
    expect(answer.status).toBe(200)
    expect((await devices(cookieOf(answer))).status).toBe(200)
  })

  it('can’t lengthen itself: enrolling needs the password', async () => {
    const byPin = cookieOf(await present(tablet))
    const pair = await newSigningPair()
    const input = { deviceId: tablet.deviceId, name: 'X', keyId: newId(), publicKey: toBase64url(pair.publicKey) }
    expect((await command('device.enrol', input, byPin)).status).toBe(403)
  })

  it('opens to no other key, for no other challenge, and not for an old one', async () => {
    const pair = await newSigningPair()
    const thief = { ...tablet, signingKey: await importSigningKey(pair.privateKey) }
    const old = await challenge()
    const changed = `${old.slice(0, -1)}${old.endsWith('A') ? 'B' : 'A'}`
    clock.set('2026-11-24T10:48:00.000Z')
    for (const answer of [
      await present(thief),
      await present(tablet, old),
      await present(tablet, changed),
      await present({ ...tablet, keyId: newId() }),
    ]) {
      expect(answer.status).toBe(422)
      expect(await answer.json()).toEqual({ error: { code: 'refused', reason: 'sign_in_fully' } })
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    clock.set('2026-11-24T10:45:00.000Z')
  })

  it('asks for the password on the next day, until there was a full sign-in', async () => {
    clock.set('2026-11-25T08:00:00.000Z')
    expect((await present(tablet)).status).toBe(422)
    await enrol(tablet.deviceId)
    expect((await present(tablet)).status).toBe(200)
    clock.set('2026-11-24T10:45:00.000Z')
  })

  it('ends with the device, and the password’s own session does not', async () => {
    const lost = await enrol()
    const byPin = cookieOf(await present(lost))
    expect((await command('device.revoke', { deviceId: lost.deviceId })).status).toBe(200)
    expect((await devices(byPin)).status).toBe(401)
    expect((await present(lost)).status).toBe(422)
    expect((await devices(cookie)).status).toBe(200)
  })
})
