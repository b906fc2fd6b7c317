// Sends a large file piece by piece (the tus protocol), and goes on where it was after a lost network or a reload.
import type { Refusal } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'
import { type Place, type Reply, readReply } from './api.ts'

/** So much goes out at once: what a lost network costs at most. */
const pieceSize = 4 * 1024 * 1024
const longestWait = 15_000

export interface UploadWish {
  readonly place: Place
  /** Made by the client; known to the server by `upload.begin`. */
  readonly id: Id
  readonly file: Blob
  /** Told how many bytes have arrived, and whether the network is gone at this moment. */
  readonly onProgress: (sent: number, isWaiting: boolean) => void
  /** Ends it: what was sent stays on the server until it is cancelled or forgotten. */
  readonly signal: AbortSignal
}

/** Resolves when the server has kept the whole file, or says why it will not. Without network it waits and tries again until it is ended. */
export async function sendFile(wish: UploadWish): Promise<Reply<unknown>> {
  for (let failures = 0; !wish.signal.aborted; failures++) {
    try {
      const offset = await whereItIs(wish)
      if (typeof offset !== 'number') return { refusal: offset }
      failures = 0
      const refusal = await sendPieces(wish, offset)
      if (refusal !== undefined) return { refusal }
      const reply = await askKept(wish)
      if (!('refusal' in reply) || !isPassing(reply.refusal)) return reply
    } catch {
      wish.onProgress(-1, true)
    }
    await waitFor(Math.min(longestWait, 1000 * 2 ** failures), wish.signal)
  }
  return { refusal: { code: 'unavailable' } }
}

/** Tells the server that nobody wants the file any more. Nothing depends on the answer: what is left is removed there in time. */
export async function cancelUpload(place: Place, id: Id): Promise<void> {
  await fetch(`/api/uploads/${id}`, { method: 'DELETE', headers: headersOf(place) }).catch(() => undefined)
}

/** How many bytes have arrived. A file that the server does not have yet is made known to it. */
async function whereItIs({ place, id, file, signal }: UploadWish): Promise<number | Refusal> {
  const head = await fetch(`/api/uploads/${id}`, { method: 'HEAD', headers: headersOf(place), cache: 'no-store', signal })
  if (head.ok) return Number(head.headers.get('upload-offset'))
  if (head.status !== 404 && head.status !== 410) throw new Error('try again')
  const made = await fetch('/api/uploads', {
    method: 'POST',
    headers: { ...headersOf(place), 'upload-length': String(file.size), 'upload-metadata': `id ${btoa(id)}` },
    signal,
  })
  if (made.ok) return 0
  return refusalOf(made)
}

/** Every piece from an offset on. @returns why the server takes no more, if it does not @throws when the network is gone */
async function sendPieces({ place, id, file, signal, onProgress }: UploadWish, from: number): Promise<Refusal | undefined> {
  let offset = from
  onProgress(offset, false)
  while (offset < file.size) {
    const answer = await fetch(`/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...headersOf(place), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      body: file.slice(offset, offset + pieceSize),
      signal,
    })
    if (!answer.ok && answer.status >= 500) throw new Error('try again')
    if (answer.status === 409 || answer.status === 423) throw new Error('ask where it is')
    if (!answer.ok) return refusalOf(answer)
    offset = Number(answer.headers.get('upload-offset'))
    onProgress(offset, false)
  }
  return undefined
}

async function askKept({ place, id, signal }: UploadWish): Promise<Reply<unknown>> {
  const answer = await fetch(`/api/uploads/${id}/kept`, { method: 'POST', headers: headersOf(place), cache: 'no-store', signal })
  return readReply(answer.ok, await answer.json(), null)
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const reply = readReply(false, await answer.json().catch(() => undefined), null)
  return 'refusal' in reply ? reply.refusal : { code: 'unexpected' }
}

/** Gone by itself after a while: the server is starting, or the network came back half. */
function isPassing({ code }: Refusal): boolean {
  return code === 'unavailable'
}

function headersOf({ organisationId, personId }: Place): Record<string, string> {
  const person = personId === undefined ? {} : { 'evident-person': personId }
  return { 'evident-organisation': organisationId, ...person, 'tus-resumable': '1.0.0' }
}

/** Until the time is over, the network comes back, or it is ended. */
function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    globalThis.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
