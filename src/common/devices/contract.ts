// Devices: a browser where people keep entries and a PIN; what an administrator may end; and entries sent on for their author.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { type ErrorCode, errors } from '../../core/errors.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

const base64url = (longest: number) => z.string().check(z.regex(/^(?:[A-Za-z0-9_-]{4})*[A-Za-z0-9_-]{2,4}$/), z.maxLength(longest))

/** A P-256 key as SPKI, in base64url. */
export const PublicKey = base64url(200)

/** What of a waiting entry lies open; its content is bound to it (`core/sealed-entry.ts`). */
export const EntryHeader = z.object({
  id: Id,
  version: z.int().check(z.positive()),
  command: z.string().check(z.regex(/^[a-z]+(?:[A-Z][a-z]+)*\.[a-z]+(?:[A-Z][a-z]+)*$/), z.maxLength(80)),
  organisationId: Id,
  personId: Id,
  deviceId: Id,
  addedAt: Moment,
})

/** The server's, marked with its own key: moment, nonce, mark. */
const Challenge = z.string().check(z.regex(/^[0-9a-z]{1,12}\.[0-9a-f]{32}\.[A-Za-z0-9_-]{43}$/))

/** What a device presents in the name of a person whose PIN was typed: a signature over the server's fresh challenge. */
export const Presence = z.object({ personId: Id, deviceId: Id, keyId: Id, challenge: Challenge, signature: base64url(100) })
export type Presence = z.infer<typeof Presence>

/** Where a device asks for a challenge and presents its answer: beside dispatch, as all of sign-in is (decision 0003). */
export const presencePaths = { challenge: '/api/presence/challenge', session: '/api/presence/session' } as const

/**
 * Makes this device known for the person who has just signed in fully on it, with the public key that checks what they sign here.
 * Sent again after each full sign-in: for the rest of that day their PIN opens a session. Refused: `device_revoked`.
 */
export const deviceEnrol = command('device.enrol', {
  where: 'both',
  summary: 'Make a device known for the person who signed in on it; answers with the key that entries are sealed to.',
  input: z.object({
    deviceId: Id,
    /** What the browser says it is, to be recognised in the list. */
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    keyId: Id,
    publicKey: PublicKey,
  }),
  output: z.object({ sealingKey: PublicKey }),
})

/** Ends a device: nobody's PIN opens a session on it any more, and sessions that PINs opened there end. */
export const deviceRevoke = command('device.revoke', {
  where: 'both',
  summary: 'Take a device out of use: its PINs open nothing at the server any more.',
  input: z.object({ deviceId: Id }),
  output: z.object({}),
})

const DevicePerson = z.object({ id: Id, name: z.string(), lastFullSignInAt: Moment })

export const Device = z.object({
  id: Id,
  name: z.string(),
  firstSeenAt: Moment,
  /** When an administrator took it out of use. */
  revokedAt: z.nullable(Moment),
  people: z.array(DevicePerson),
})
export type Device = z.infer<typeof Device>

export const deviceList = query('device.list', {
  where: 'both',
  summary: 'Devices of the organisation with the people who signed in on them, for administrators.',
  input: z.object({}),
  output: z.object({ devices: z.array(Device) }),
})

const ShutEntry = z.object({ header: EntryHeader, sealedKey: base64url(300) })

/** After a forgotten PIN: the author gets the keys of their own entries back. Entries of others are left out of the answer. */
export const outboxContentKeys = query('outbox.contentKeys', {
  where: 'both',
  summary: 'Open the content keys of the asking person’s own waiting entries.',
  input: z.object({ entries: z.array(ShutEntry).check(z.maxLength(10)) }),
  output: z.object({ opened: z.array(z.object({ id: Id, contentKey: base64url(60) })) }),
})

/** `accepted`, or the code with which the author's command was refused. */
export const SendOnResult = z.enum(['accepted', ...(Object.keys(errors) as ErrorCode[])])
export type SendOnResult = z.infer<typeof SendOnResult>

/**
 * Sends one entry on for its author, whom an administrator helps who can't read it: the server checks the author's signature,
 * opens it, and runs it as the author with the roles they held when they made it. The encrypted photo comes as the request's bytes.
 * Refused: `not_authentic`, `not_yours_to_send`. `result` says what became of it; its own answer stays hidden.
 */
export const outboxSendOn = command('outbox.sendOn', {
  where: 'both',
  summary: 'Send another person’s waiting entry on, as that person, without seeing it.',
  input: z.object({
    header: EntryHeader,
    signKeyId: Id,
    sealedKey: base64url(300),
    content: base64url(200_000),
    signature: base64url(100),
  }),
  output: z.object({ result: SendOnResult }),
})
