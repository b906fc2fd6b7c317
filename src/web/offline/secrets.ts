// A person's secrets on one device: made at random, wrapped under PIN and device key, used only as keys that can't be read.
// Why these steps and numbers: docs/decisions/0030-device-threat-model.md.
import { type Bytes, joined, utf8 } from '../../core/bytes.ts'
import { decrypt, encrypt, importSigningKey, newSigningPair } from '../../core/sealed-entry.ts'
import type { Keys } from './local-database.ts'

/** What a PIN unlocks. Held in memory only as long as it takes to make keys of it. */
export interface Secrets {
  readonly data: Bytes
  readonly signing: Bytes
}

/** Secrets under a PIN, without the count of misses. */
export interface WrappedSecrets {
  readonly salt: Bytes
  readonly iterations: number
  readonly wrapped: Bytes
}

const dataBytes = 32
const wrappedFor = utf8('evident secrets 1')

/** Enough that a guess costs a tenth of a second and more on a tablet (OWASP 2023 for PBKDF2 with SHA-256). */
export const pinIterations = 600_000

/** Fresh secrets, and the public key by which the server will know what they sign. */
export async function newSecrets(): Promise<{ readonly secrets: Secrets; readonly publicKey: Bytes }> {
  const pair = await newSigningPair()
  return { secrets: { data: crypto.getRandomValues(new Uint8Array(dataBytes)), signing: pair.privateKey }, publicKey: pair.publicKey }
}

/** Makes usable keys of secrets: one encrypts, one hashes names of cached answers, one signs. */
export async function keysOf({ data, signing }: Secrets): Promise<Keys> {
  const base = await crypto.subtle.importKey('raw', data, 'HKDF', false, ['deriveKey'])
  const derive = (info: string, type: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) }, base, type, false, usages)
  return {
    data: await derive('evident data 1', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    names: await derive('evident names 1', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
    signing: await importSigningKey(signing),
  }
}

async function wrappingKey(pin: string, salt: Bytes, iterations: number, pinKey: CryptoKey): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits'])
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  const mixed = await crypto.subtle.sign('HMAC', pinKey, stretched)
  const base = await crypto.subtle.importKey('raw', mixed, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('evident PIN 1') }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Wraps secrets under a PIN and this device's key. @param iterations fewer only in tests */
export async function wrapSecrets(secrets: Secrets, pin: string, pinKey: CryptoKey, iterations = pinIterations): Promise<WrappedSecrets> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await wrappingKey(pin, salt, iterations, pinKey)
  return { salt, iterations, wrapped: await encrypt(key, joined(secrets.data, secrets.signing), wrappedFor) }
}

/** Unwraps secrets. @returns undefined for a wrong PIN, or another device's key */
export async function unwrapSecrets(
  { salt, iterations, wrapped }: WrappedSecrets,
  pin: string,
  pinKey: CryptoKey,
): Promise<Secrets | undefined> {
  const key = await wrappingKey(pin, salt, iterations, pinKey)
  try {
    const both = await decrypt(key, wrapped, wrappedFor)
    return { data: both.slice(0, dataBytes), signing: both.slice(dataBytes) }
  } catch {
    return undefined
  }
}
