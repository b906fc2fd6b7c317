// Commands of those who have no session: set-up, an invitation, a recovery. The secret in the link or the code decides, not who they are.
import type { Command, Parsed, Schema } from '../core/contract.ts'
import type { Refusal } from '../core/errors.ts'
import { type Id, isId, newId } from '../core/ids.ts'
import { request, sendNow } from './api.ts'
import { device } from './device.ts'

/** What a one-time link holds, after the `#`, which no server and no log ever sees. */
export interface LinkSecret {
  readonly organisationId: Id
  readonly token: string
}

/** What a link is for is its page. */
export type LinkKind = 'invitation' | 'recovery' | 'witness' | 'testimony'

/** @example linkFor('https://evident.example.org', 'invitation', secret) // 'https://evident.example.org/invitation#0193….Zm9v…' */
export function linkFor(origin: string, kind: LinkKind, { organisationId, token }: LinkSecret): string {
  return `${origin}/${kind}#${organisationId}.${token}`
}

/** Reads the fragment of a one-time link; undefined when it was cut short. */
export function secretOf(fragment: string): LinkSecret | undefined {
  const [organisationId, token] = fragment.replace(/^#/, '').split('.')
  return isId(organisationId) && token !== undefined && /^[\w-]{43}$/.test(token) ? { organisationId, token } : undefined
}

/** Sends a visitor's command, then signs in with the password that it set. Returns the refusal of either. */
export async function visitAndSignIn<I extends Schema, O extends Schema>(
  command: Command<string, I, O>,
  {
    organisationId,
    input,
    account,
  }: {
    readonly organisationId: Id
    readonly input: Parsed<I>
    readonly account: (output: Parsed<O>) => { email: string; password: string }
  },
): Promise<Refusal | undefined> {
  const reply = await sendNow({ organisationId }, command, newId(), input)
  if ('refusal' in reply) return reply.refusal
  const { email, password } = account(reply.output)
  const entered = await device().access.signIn(email, password)
  if ('fault' in entered) return { code: entered.fault === 'no_network' ? 'unavailable' : 'signed_out' }
  // Whoever works in several organisations arrives in the one that they came for.
  if (entered.next === 'open') await device().access.switchTo(organisationId)
  return undefined
}

/** Asks for the sample school and college. Making them takes some seconds. */
export async function startSample(code: string): Promise<Refusal | undefined> {
  const reply = await request('/api/sample', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return 'refusal' in reply ? reply.refusal : undefined
}
