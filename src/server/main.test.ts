// The program as it is really started: killed and started again, refused in clear sentences, stopped without a rest.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { get } from 'node:https'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'

const root = join(import.meta.dirname, '../..')
const folders: string[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) {
    spawnSync('pkill', ['-9', '-f', `postgres -D ${folder}`])
    rmSync(folder, { recursive: true, force: true })
  }
})

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'evident-main-'))
  folders.push(folder)
  return folder
}
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly code: Promise<number | null>
}

function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, EVIDENT_LOG: 'error', ...environment },
  })
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => void (text += chunk.toString()))
  return { child, said: () => text, code: new Promise((resolve) => child.once('exit', resolve)) }
}

async function answered(port: number): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(`http://localhost:${port}/healthz`)
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Asks over HTTPS until somebody answers. */
async function secureHeaders(port: number, ca: Buffer): Promise<IncomingHttpHeaders> {
  for (let tries = 0; ; tries++) {
    try {
      return await new Promise<IncomingHttpHeaders>((resolve, reject) => {
        get({ port, host: 'localhost', path: '/healthz', ca }, (answer) => resolve(answer.headers)).once('error', reject)
      })
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const codeIn = (text: string) => /Set-up code: (\S+)/.exec(text)?.[1]

async function setUp(port: number, code: string | undefined): Promise<number> {
  const input = {
    code,
    kind: 'school',
    name: 'Hillside',
    administrator: { personId: newId(), name: 'Asha Rao', email: 'asha@example.org', password: 'three warm words' },
  }
  const body = JSON.stringify({ id: newId(), version: 1, input })
  const headers = { origin: `http://localhost:${port}`, 'content-type': 'application/json', 'evident-organisation': newId() }
  return (await fetch(`http://localhost:${port}/api/organisation.setUp`, { method: 'POST', body, headers })).status
}

const post = async (port: number, path: string, body: unknown) => {
  const headers = { origin: `http://localhost:${port}`, 'content-type': 'application/json' }
  return (await fetch(`http://localhost:${port}${path}`, { method: 'POST', body: JSON.stringify(body), headers })).status
}

const signIn = (port: number, email = 'asha@example.org', password = 'three warm words') =>
  post(port, '/api/auth/sign-in/email', { email, password })

describe('npm start', () => {
  it('keeps what it acknowledged when everything is killed, starts again, and refuses a second start meanwhile', async () => {
    const port = await freePort()
    const environment = { PORT: String(port), EVIDENT_DATA: newFolder() }
    const first = run(environment)
    expect((await answered(port)).status).toBe(200)
    expect(await setUp(port, codeIn(first.said()))).toBe(200)

    const second = run({ ...environment, PORT: String(await freePort()) })
    expect(await second.code).toBe(1)
    expect(second.said()).toMatch(/^EVIDENT_DATA: Evident already runs on the folder .*\n.*folder of its own/)

    const verified = spawnSync(process.execPath, ['src/server/command-line.ts', 'seal', 'verify'], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
    })
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Hillside: \d+ events under \d+ seals, unchanged/) })

    first.child.kill('SIGKILL')
    await first.code
    const again = run(environment)
    await answered(port)
    expect(await signIn(port)).toBe(200)
    expect(codeIn(again.said())).toBeUndefined()

    const postgres = Number(readFileSync(join(environment.EVIDENT_DATA, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    again.child.kill('SIGTERM')
    expect(await again.code).toBe(0)
    expect(spawnSync('ps', ['-p', String(postgres)]).status).not.toBe(0)
  })

  it('makes the sample for the first visit that has the code, finishes it after a kill, and lets nobody else in', async () => {
    const port = await freePort()
    const environment = { PORT: String(port), EVIDENT_DATA: newFolder() }
    const first = run(environment)
    await answered(port)
    const code = codeIn(first.said())
    expect(await post(port, '/api/sample', { code: 'ZZZZ-2222' })).toBe(422)
    const cutShort = post(port, '/api/sample', { code }).catch(() => 'cut short')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    first.child.kill('SIGKILL')
    expect(await cutShort).toBe('cut short')

    const again = run(environment)
    await answered(port)
    expect(again.said()).toMatch(/had been cut short. Now it is finished/)
    expect(await signIn(port, 'dawn@example.org', 'sample school')).toBe(200)
    expect(await setUp(port, code)).toBe(422)
    again.child.kill('SIGTERM')
    expect(await again.code).toBe(0)
  })

  it('serves HTTPS with the certificate of the settings, to which cookies and caches may stick', async () => {
    const folder = newFolder()
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate, ...subject])
    const port = await freePort()
    const { child, code } = run({
      PORT: String(port),
      EVIDENT_DATA: newFolder(),
      EVIDENT_TLS_KEY: key,
      EVIDENT_TLS_CERT: certificate,
    })
    const headers = await secureHeaders(port, readFileSync(certificate))
    expect(headers['strict-transport-security']).toContain('max-age')
    child.kill('SIGTERM')
    expect(await code).toBe(0)
  })

  it('says that a port is taken, which setting it is and what to do', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { code, said } = run({ PORT: String(port), EVIDENT_DATA: newFolder() })
    expect(await code).toBe(1)
    expect(said()).toMatch(/PORT: the port \d+ is taken.*\n.*PORT=4041/)
    taken.close()
  })

  it.each([
    [
      'DATABASE_URL',
      { DATABASE_URL: 'postgres://evident:secret-word@127.0.0.1:1/evident' },
      /DATABASE_URL: the database can’t be reached \(ECONNREFUSED\)/,
    ],
    ['EVIDENT_DATA', { EVIDENT_DATA: '/proc/evident/data' }, /EVIDENT_DATA: the folder \/proc\/evident\/data can’t be written/],
    ['EVIDENT_DATA', { EVIDENT_DATA: '/dev/null/evident' }, /EVIDENT_DATA: the folder \/dev\/null\/evident can’t be written/],
    ['PORT', { PORT: 'http' }, /PORT: “http” is not a port/],
  ])('says what is wrong with %s, without a stack trace or a password', async (_, environment, sentence) => {
    const { code, said } = run({ PORT: String(await freePort()), EVIDENT_DATA: newFolder(), ...environment })
    expect(await code).toBe(1)
    expect(said()).toMatch(sentence)
    expect(said()).not.toMatch(/\n\s+at |secret-word/)
  })
})
