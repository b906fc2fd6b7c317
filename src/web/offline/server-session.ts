// This device before the server: made known, let in by a PIN's signature, signed out, and given old content keys back.
import * as z from 'zod/mini'
import { deviceEnrol, outboxContentKeys, type Presence, presencePaths } from '../../common/devices/contract.ts'
import { OrganisationKind, Role } from '../../core/actor.ts'
import { fromBase64url, toBase64url } from '../../core/bytes.ts'
import { Id, newId } from '../../core/ids.ts'
import { presenceBytes, sign } from '../../core/sealed-entry.ts'
import { askQuery, request, sendNow } from '../api.ts'
import type { StoredEntry } from './entry-format.ts'
import type { Local, Unlocked } from './local-database.ts'
import { settle } from './outbox-store.ts'
import { type Arrival, noteEnrolment, noteSessionEnded, renewDevice, thisDevice } from './profiles.ts'
import { shutEntries, takeContentKeys } from './reopening.ts'
import type { Rest } from './sender.ts'

/** What the server tells of the session: nobody, or an account and where it may go. */
const SessionFacts = z.object({
  user: z.nullable(z.object({ id: Id, name: z.string(), email: z.string() })),
  organisations: z.array(z.object({ id: Id, name: z.string(), kind: OrganisationKind, personId: Id, roles: z.array(Role) })),
})

export type SignInFault = 'wrong' | 'too_many' | 'no_organisation' | 'no_network'

/** Signs in with a password. */
export async function signIn(local: Local, email: string, password: string): Promise<Arrival | SignInFault> {
  const answer = await post('/api/auth/sign-in/email', JSON.stringify({ email, password }))
  if (answer === undefined || answer.status >= 500) return 'no_network'
  if (answer.status === 429) return 'too_many'
  if (!answer.ok) return 'wrong'
  const arrival = await whoIsSignedIn(local)
  return arrival === 'nobody' ? 'no_organisation' : (arrival ?? 'no_network')
}

/** The account of the session that the browser holds, as an arrival in the organisation it was in last; undefined without an answer. */
export async function whoIsSignedIn(local: Local): Promise<Arrival | 'nobody' | undefined> {
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => undefined)
  const facts = z.safeParse(SessionFacts, await answer?.json().catch(() => undefined))
  if (!facts.success) return undefined
  const { user, organisations } = facts.data
  const memberships = organisations.map(({ id, name, ...rest }) => ({ organisationId: id, organisationName: name, ...rest }))
  const [first] = memberships
  if (user === null || first === undefined) return 'nobody'
  const known = await local.get('profiles', user.id)
  const last = memberships.find(({ organisationId }) => organisationId === known?.organisationId) ?? first
  return { userId: user.id, name: user.name, memberships, organisationId: last.organisationId }
}

async function post(path: string, body: string): Promise<Response | undefined> {
  // Kept alive: the page may be on its way out.
  return fetch(path, { method: 'POST', headers: json, body, keepalive: true }).catch(() => undefined)
}

const json = { 'content-type': 'application/json' }

/**
 * Makes the device known to the organisation that the person is in, after a full sign-in.
 * A device that was taken out of use begins again as another one, once.
 */
export async function enrol(local: Local, unlocked: Unlocked, name: string, isAgain = false): Promise<'enrolled' | 'not_now'> {
  const profile = await local.get('profiles', unlocked.userId)
  if (profile === undefined) return 'not_now'
  const { organisationId, personId } = unlocked
  const device = await thisDevice(local)
  const input = { deviceId: device.id, name, keyId: profile.keyId, publicKey: toBase64url(profile.publicKey) }
  const reply = await sendNow({ organisationId, personId }, deviceEnrol, newId(), input)
  if ('output' in reply) {
    await noteEnrolment(local, unlocked.userId, organisationId, fromBase64url(reply.output.sealingKey))
    return 'enrolled'
  }
  if (isAgain || reply.refusal.reason !== 'device_revoked') return 'not_now'
  await renewDevice(local)
  return enrol(local, unlocked, name, true)
}

/** Opens a session by the signature that the right PIN made possible. */
export async function openSession(local: Local, unlocked: Unlocked): Promise<'open' | 'sign_in' | 'no_network'> {
  const { organisationId, personId, keyId, keys } = unlocked
  const headers = { ...json, 'evident-organisation': organisationId }
  const asked = await request(presencePaths.challenge, { method: 'POST', headers, body: '{}' })
  if ('refusal' in asked) return 'no_network'
  const { challenge } = asked.output as { challenge: string }
  const deviceId = (await thisDevice(local)).id
  const signature = toBase64url(await sign(keys.signing, presenceBytes({ organisationId, personId, deviceId, challenge })))
  const presence: Presence = { personId, deviceId, keyId, challenge, signature }
  const answered = await request(presencePaths.session, { method: 'POST', headers, body: JSON.stringify(presence) })
  if ('output' in answered) return 'open'
  // Anything but this one answer is worth another try later.
  return answered.refusal.reason === 'sign_in_fully' ? 'sign_in' : 'no_network'
}

/** Ends the session of somebody who left this device while there was no network. */
export async function endOwedSession(local: Local): Promise<void> {
  if (!(await thisDevice(local)).owesSignOut) return
  const answer = await post('/api/auth/sign-out', '{}')
  // Without an answer it is owed still, and asked for again at the next contact.
  if (answer?.ok === true || answer?.status === 401) await noteSessionEnded(local)
}

// The question travels in an address, which proxies cut at eight thousand letters.
const atOnce = 5

/**
 * Asks the server for the content keys of some of a person's own entries from before a forgotten PIN.
 * What the server can't open is held as unreadable, so that each call gets further. Returns why sending stops, if it does.
 */
export async function reopen(local: Local, own: readonly StoredEntry[], unlocked: Unlocked): Promise<Rest | undefined> {
  const [first, ...others] = shutEntries(own, unlocked)
  if (first === undefined) return undefined
  const { organisationId, personId } = first
  const entries = [first, ...others.filter((entry) => entry.organisationId === organisationId)].slice(0, atOnce)
  const asked = entries.map((entry) => ({ header: headerOf(entry), sealedKey: toBase64url(entry.sealedKey) }))
  const reply = await askQuery({ organisationId, personId }, outboxContentKeys, { entries: asked })
  if ('refusal' in reply) return reply.refusal.code === 'signed_out' ? 'pause' : 'retry'
  const keys = new Map(reply.output.opened.map(({ id, contentKey }) => [id, contentKey]))
  const opened = entries.flatMap((entry) => {
    const contentKey = keys.get(entry.id)
    return contentKey === undefined ? [] : [{ entry, contentKey: fromBase64url(contentKey) }]
  })
  await takeContentKeys(local, unlocked, opened)
  for (const { id } of entries) if (!keys.has(id)) await settle(local, id, { to: 'held', reason: { code: 'unreadable' } }, new Date())
  return undefined
}

/** The part of an entry that lies open, as contracts and signatures take it. */
export function headerOf({ id, version, command, organisationId, personId, deviceId, addedAt }: StoredEntry) {
  return { id, version, command, organisationId, personId, deviceId, addedAt }
}
