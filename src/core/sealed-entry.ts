// How a queued entry is encrypted on a device, sealed to its organisation and signed by its author: one code for both ends.
// The formats and what they are meant to withstand: docs/decisions/0030-device-threat-model.md.
import { type Bytes, joined, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Id } from './ids.ts'
import type { Moment } from './time.ts'

/** A WebCrypto key. Node's types know no global name for it. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** What of an entry lies open on the device. Its content is bound to exactly this. */
export interface EntryHeader {
  /** The command's id. */
  readonly id: Id
  readonly version: number
  readonly command: string
  readonly organisationId: Id
  readonly personId: Id
  readonly deviceId: Id
  readonly addedAt: Moment
}

/** An entry's content is up to two parts, each encrypted by itself: a list of entries need not read their photos. */
export type EntryPart = 'input' | 'attachment'

const ivBytes = 12
const pointBytes = 65
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signature = { name: 'ECDSA', hash: 'SHA-256' } as const

function bound(header: EntryHeader, purpose: string): Bytes {
  const { id, version, command, organisationId, personId, deviceId, addedAt } = header
  return utf8(canonical({ format: 1, purpose, id, version, command, organisationId, personId, deviceId, addedAt }))
}

/** A fresh key for one entry's content, as its 32 bytes. */
export function newContentKey(): Bytes {
  return crypto.getRandomValues(new Uint8Array(32))
}

async function aes(key: Bytes): Promise<Key> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** AES-256-GCM under any AES key: a random start value, then what was encrypted; bound to `about`. */
export async function encrypt(key: Key, plain: Bytes, about: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about }, key, plain)))
}

/** The inverse of {@link encrypt}. @throws when the key, the bytes or what they are about is another */
export async function decrypt(key: Key, bytes: Bytes, about: Bytes): Promise<Bytes> {
  const iv = bytes.slice(0, ivBytes)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: about }, key, bytes.slice(ivBytes)))
}

/** Encrypts one part of an entry's content. @example encryptPart(newContentKey(), header, 'input', utf8('{}')) */
export async function encryptPart(contentKey: Bytes, header: EntryHeader, part: EntryPart, plain: Bytes): Promise<Bytes> {
  return encrypt(await aes(contentKey), plain, bound(header, part))
}

/** The inverse of {@link encryptPart}. @throws when anything was changed */
export async function decryptPart(contentKey: Bytes, header: EntryHeader, part: EntryPart, bytes: Bytes): Promise<Bytes> {
  return decrypt(await aes(contentKey), bytes, bound(header, part))
}

/**
 * Wraps a content key for its author under the author's data key on this device.
 * @throws when the key is not one for AES-GCM
 */
export function wrapContentKey(dataKey: Key, header: EntryHeader, contentKey: Bytes): Promise<Bytes> {
  return encrypt(dataKey, contentKey, bound(header, 'author'))
}

/** The inverse of {@link wrapContentKey}. @throws under another person's data key, or one from before a forgotten PIN */
export function unwrapContentKey(dataKey: Key, header: EntryHeader, wrapped: Bytes): Promise<Bytes> {
  return decrypt(dataKey, wrapped, bound(header, 'author'))
}

async function sharedKey(own: Key, other: Key, salt: Bytes): Promise<Key> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('evident sealed entry 1') }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/**
 * Seals a content key to the organisation: an ephemeral P-256 point, then the key encrypted under what ECDH and HKDF give.
 * @param organisationKey the organisation's public sealing key (P-256, SPKI)
 */
export async function sealContentKey(organisationKey: Bytes, header: EntryHeader, contentKey: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('spki', organisationKey, curve, false, [])
  const once = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
  const key = await sharedKey(once.privateKey, other, point)
  return joined(point, await encrypt(key, contentKey, bound(header, 'organisation')))
}

/**
 * The inverse of {@link sealContentKey}, on the server.
 * @param organisationKey the organisation's private sealing key (P-256, PKCS 8)
 * @throws when it was sealed to another organisation, or belongs to another entry
 */
export async function openContentKey(organisationKey: Bytes, header: EntryHeader, sealed: Bytes): Promise<Bytes> {
  const own = await crypto.subtle.importKey('pkcs8', organisationKey, curve, false, ['deriveBits'])
  const point = sealed.slice(0, pointBytes)
  const other = await crypto.subtle.importKey('raw', point, curve, false, [])
  return decrypt(await sharedKey(own, other, point), sealed.slice(pointBytes), bound(header, 'organisation'))
}

/** A pair with which a person signs on one device. Extractable, so that it can be kept wrapped; import it again to use it. */
export async function newSigningPair(): Promise<{ readonly publicKey: Bytes; readonly privateKey: Bytes }> {
  const pair = await crypto.subtle.generateKey(signing, true, ['sign', 'verify'])
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

/** Makes a signing key that can be used and not read. */
export function importSigningKey(privateKey: Bytes): Promise<Key> {
  return crypto.subtle.importKey('pkcs8', privateKey, signing, false, ['sign'])
}

/** Signs bytes as a person on a device (ECDSA P-256, SHA-256). */
export async function sign(privateKey: Key, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(signature, privateKey, bytes))
}

/** Whether the bytes were signed by the owner of this public key (SPKI). A key that can't be read has signed nothing. */
export async function isSignedBy(publicKey: Bytes, bytes: Bytes, signed: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', publicKey, signing, false, ['verify'])
    return await crypto.subtle.verify(signature, key, signed, bytes)
  } catch {
    return false
  }
}

/** The parts of an entry as they lie on the device; a signature covers all of them with the header. */
export interface SealedParts {
  readonly sealedKey: Bytes
  readonly input: Bytes
  readonly attachment?: Bytes | undefined
}

/** What an author signs of a sealed entry: the header and a hash of each part, so that none can be swapped or left out. */
export async function signedBytes(header: EntryHeader, parts: SealedParts): Promise<Bytes> {
  const hash = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const attachment = parts.attachment === undefined ? utf8('none') : await hash(parts.attachment)
  return joined(bound(header, 'signature'), await hash(parts.sealedKey), await hash(parts.input), attachment)
}

/** What a device signs to open a session for a person whose PIN was right: the server's challenge, and who is where. */
export function presenceBytes(about: { organisationId: Id; personId: Id; deviceId: Id; challenge: string }): Bytes {
  const { organisationId, personId, deviceId, challenge } = about
  return utf8(canonical({ format: 1, purpose: 'presence', organisationId, personId, deviceId, challenge }))
}
