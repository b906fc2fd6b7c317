// The browser's only way to the server: commands and queries by contract, answers as values. It never throws for a bad network.
import * as z from 'zod/mini'
import type { Bytes } from '../core/bytes.ts'
import type { Command, Parsed, Query, Schema } from '../core/contract.ts'
import { type ErrorCode, errors, type Refusal } from '../core/errors.ts'
import type { Id } from '../core/ids.ts'

/** In which organisation a request is made, and as whom: the server refuses as signed out when the session is somebody else's. */
export interface Place {
  readonly organisationId: Id
  readonly personId?: Id
}

/** What the server said. No network, a time-out and an answer that is not the server's are the refusal `unavailable`. */
export type Reply<T> = { readonly output: T; readonly erasures: number | undefined } | { readonly refusal: Refusal }

/** One command on its way. */
export interface CommandParcel {
  readonly id: Id
  readonly name: string
  readonly version: number
  readonly input: unknown
  readonly attachment?: { readonly type: string; readonly bytes: Bytes } | undefined
}

const patience = 30_000
/** What stands between a school and its server may cut off longer ones. */
const longestAddress = 2000

const ErrorBody = z.object({
  error: z.object({ code: z.string(), reason: z.optional(z.string()), field: z.optional(z.string()) }),
})
const OutputBody = z.object({ output: z.unknown() })

/** Sends a command. @example postCommand(place, { id: newId(), name: 'goal.close', version: 1, input: { id } }) */
export function postCommand(place: Place, { id, name, version, input, attachment }: CommandParcel): Promise<Reply<unknown>> {
  const parcel = JSON.stringify({ id, version, input })
  if (attachment === undefined) {
    return request(`/api/${name}`, { method: 'POST', headers: { ...headersOf(place), 'content-type': 'application/json' }, body: parcel })
  }
  const form = new FormData()
  form.set('command', parcel)
  form.set('bytes', new Blob([attachment.bytes], { type: attachment.type }))
  return request(`/api/${name}`, { method: 'POST', headers: headersOf(place), body: form })
}

/** Sends a command at once, past the outbox: for what makes no sense later (signing in, inviting). */
export async function sendNow<I extends Schema, O extends Schema>(
  place: Place,
  command: Command<string, I, O>,
  id: Id,
  input: Parsed<I>,
): Promise<Reply<Parsed<O>>> {
  return shaped(await postCommand(place, { id, name: command.name, version: command.version, input }), command.output)
}

/** Asks a query. An answer of another shape than the contract's is `unavailable`: the program here and there differ in age. */
export async function askQuery<I extends Schema, O extends Schema>(
  place: Place,
  query: Query<string, I, O>,
  input: Parsed<I>,
): Promise<Reply<Parsed<O>>> {
  const address = `/api/${query.name}?input=${encodeURIComponent(JSON.stringify(input))}`
  if (address.length <= longestAddress) return shaped(await request(address, { headers: headersOf(place) }), query.output)
  const headers = { ...headersOf(place), 'content-type': 'application/json' }
  return shaped(await request(`/api/${query.name}/question`, { method: 'POST', headers, body: JSON.stringify({ input }) }), query.output)
}

/** The bytes of a photo of work: they need our headers, so an address alone shows nothing. */
export async function askPhoto(place: Place, id: Id): Promise<Reply<Blob>> {
  try {
    const init = { headers: headersOf(place), redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(patience) } as const
    const response = await fetch(`/api/photos/${id}`, init)
    const erasures = response.headers.get('evident-erasures')
    if (!response.ok) return readReply(false, await response.json(), erasures) as Reply<Blob>
    return { output: await response.blob(), erasures: erasures === null ? undefined : Number(erasures) }
  } catch {
    return { refusal: { code: 'unavailable' } }
  }
}

function headersOf({ organisationId, personId }: Place): Record<string, string> {
  return { 'evident-organisation': organisationId, ...(personId === undefined ? {} : { 'evident-person': personId }) }
}

function shaped<O extends Schema>(reply: Reply<unknown>, schema: O): Reply<Parsed<O>> {
  if ('refusal' in reply) return reply
  const parsed = z.safeParse(schema, reply.output)
  return parsed.success ? { ...reply, output: parsed.data as Parsed<O> } : { refusal: { code: 'unavailable' } }
}

/** A request to a path of ours that is no operation (sign-in and what belongs to it), answered in the same shapes. */
export async function request(path: string, init: RequestInit): Promise<Reply<unknown>> {
  try {
    const response = await fetch(path, { ...init, redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(patience) })
    return readReply(response.ok, await response.json(), response.headers.get('evident-erasures'))
  } catch {
    return { refusal: { code: 'unavailable' } }
  }
}

/** Reads the server's body. Anything else than the agreed shapes (a sign-in page of the school's Wi-Fi) is `unavailable`. */
export function readReply(ok: boolean, body: unknown, erasures: string | null): Reply<unknown> {
  const output = z.safeParse(OutputBody, body)
  if (ok && output.success && typeof body === 'object' && body !== null && 'output' in body) {
    return { output: output.data.output, erasures: erasures === null ? undefined : Number(erasures) }
  }
  const refused = z.safeParse(ErrorBody, body)
  if (ok || !refused.success) return { refusal: { code: 'unavailable' } }
  const { code, reason, field } = refused.data.error
  const known: ErrorCode = code in errors ? (code as ErrorCode) : 'unexpected'
  return { refusal: { code: known, ...(reason === undefined ? {} : { reason }), ...(field === undefined ? {} : { field }) } }
}
