// Promise: 500 MB uploaded with three cuts keep the server's memory within 100 MB above idle.
import { request } from 'node:http'
import { newId } from '../src/core/ids.ts'
import { samplePassword } from '../src/sample/cast.ts'
import { memoryOf, watchMemory } from './memory.ts'
import { type Measured, withinLimit } from './promise.ts'
import { discard, newDataFolder, type Running, startProgram } from './running.ts'

const size = 500 * 1024 * 1024
const cuts = [0.2, 0.5, 0.8].map((part) => Math.floor(size * part))
const pieceSize = 4 * 1024 * 1024

export async function measureUpload(): Promise<readonly Measured[]> {
  // Started twice: the first start builds pages and makes the sample, which is no idling.
  const first = await startProgram(newDataFolder(), { EVIDENT_DEMO: '1' })
  await first.stop()
  const running = await startProgram(first.dataFolder, { EVIDENT_DEMO: '1' })
  try {
    const dawn = await signIn(running)
    await upload(running, dawn, 8 * 1024 * 1024, [])
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const idle = memoryOf(running.pid)
    const watched = watchMemory(running.pid)
    await upload(running, dawn, size, cuts)
    const most = watched.stop()
    return [
      withinLimit('upload: 500 MB at three cuts, most memory of the server in MB (floor: idle; limit: 100 more)', most, idle, idle + 100),
    ]
  } finally {
    await discard(running)
  }
}

interface Candidate {
  readonly headers: Readonly<Record<string, string>>
  readonly registrationId: string
}

async function signIn({ origin }: Running): Promise<Candidate> {
  const body = JSON.stringify({ email: 'dawn@example.org', password: samplePassword })
  const json = { origin, 'content-type': 'application/json' }
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, { method: 'POST', headers: json, body })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const session = (await (await fetch(`${origin}/api/session`, { headers: { cookie } })).json()) as {
    organisations: { id: string; kind: string }[]
  }
  const centre = session.organisations.find(({ kind }) => kind === 'centre')
  const headers = { cookie, origin, 'evident-organisation': centre?.id ?? '' }
  const mine = (await (await fetch(`${origin}/api/registration.mine`, { headers })).json()) as { output: { id: string }[] }
  return { headers, registrationId: mine.output[0]?.id ?? '' }
}

/** Begins, sends piece by piece, loses the network at each cut in the middle of a piece, and goes on where the server is. */
async function upload(
  { origin }: Running,
  { headers, registrationId }: Candidate,
  length: number,
  losses: readonly number[],
): Promise<void> {
  const id = newId()
  const input = { id, registrationId, name: 'discussion.mp4', size: length, isNoRecordingOfChild: true }
  const json = { ...headers, 'content-type': 'application/json' }
  const begun = await fetch(`${origin}/api/upload.begin`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ id: newId(), version: 1, input }),
  })
  if (!begun.ok) throw new Error(`upload.begin: ${await begun.text()}`)
  const tus = { ...headers, 'tus-resumable': '1.0.0' }
  const metadata = `id ${Buffer.from(id).toString('base64')}`
  await fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(length), 'upload-metadata': metadata },
  })
  const left = [...losses]
  for (let offset = 0; offset < length; ) {
    const [cut = Number.POSITIVE_INFINITY] = left
    const until = Math.min(length, offset + pieceSize)
    const isCut = until > cut
    if (isCut) left.shift()
    await sendPiece(`${origin}/api/uploads/${id}`, { headers: tus, offset, until, isCut }).catch(() => undefined)
    const head = await fetch(`${origin}/api/uploads/${id}`, { method: 'HEAD', headers: tus })
    offset = Number(head.headers.get('upload-offset'))
  }
  const kept = await fetch(`${origin}/api/uploads/${id}/kept`, { method: 'POST', headers })
  if (!kept.ok) throw new Error(`kept: ${await kept.text()}`)
}

/** The start of a film; what follows need be nothing. */
const start = Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex')

interface Piece {
  readonly headers: Readonly<Record<string, string>>
  readonly offset: number
  readonly until: number
  readonly isCut: boolean
}

function sendPiece(address: string, { headers, offset, until, isCut }: Piece): Promise<void> {
  const bytes = Buffer.alloc(until - offset)
  if (offset === 0) start.copy(bytes)
  return new Promise((resolve, reject) => {
    const sent = request(address, {
      method: 'PATCH',
      headers: {
        ...headers,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        'content-length': bytes.length,
      },
    })
    sent.on('response', (answer) => answer.resume().on('end', resolve))
    sent.on('error', reject)
    if (isCut) sent.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => sent.destroy(new Error('the network is gone')), 50))
    else sent.end(bytes)
  })
}
