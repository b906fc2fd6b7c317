// Reads what a request brings: a question in the address, a command as JSON or with bytes. Limits hold before anything is read.
import type { Context } from 'hono'
import { OperationError } from '../core/errors.ts'
import type { CommandRequest } from './services.ts'

const jsonLimit = 256 * 1024
const bytesLimit = 10 * 1024 * 1024

export function queryInput(context: Context): unknown {
  const text = context.req.query('input')
  return text === undefined ? {} : parseJson(text, 'input')
}

export async function commandRequest(context: Context): Promise<CommandRequest> {
  const type = context.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const { id, version, input } = await jsonBody(context)
    return { id, version, input }
  }
  guardLength(context, bytesLimit)
  const form = await context.req.formData()
  const command = form.get('command')
  const bytes = form.get('bytes')
  if (typeof command !== 'string' || !(bytes instanceof Blob)) throw new OperationError({ code: 'invalid', field: 'bytes' })
  if (bytes.size > bytesLimit) throw new OperationError({ code: 'too_large', field: 'bytes' })
  const { id, version, input } = parseRecord(command)
  return { id, version, input, bytes: new Uint8Array(await bytes.arrayBuffer()) }
}

export async function jsonBody(context: Context): Promise<Record<string, unknown>> {
  if (!(context.req.header('content-type') ?? '').startsWith('application/json')) throw new OperationError({ code: 'wrong_type' })
  guardLength(context, jsonLimit)
  const text = await context.req.text()
  if (text.length > jsonLimit) throw new OperationError({ code: 'too_large' })
  return parseRecord(text)
}

/** A body without a stated length is refused, so that the limit holds before anything is read. */
function guardLength(context: Context, limit: number): void {
  const length = context.req.header('content-length') ?? ''
  if (!/^\d+$/.test(length) || Number(length) > limit) throw new OperationError({ code: 'too_large' })
}

function parseRecord(text: string): Record<string, unknown> {
  const value = parseJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new OperationError({ code: 'invalid' })
  return value as Record<string, unknown>
}

function parseJson(text: string, field?: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new OperationError(field === undefined ? { code: 'invalid' } : { code: 'invalid', field })
  }
}
