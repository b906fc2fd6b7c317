// The SHA-256 of a value's canonical bytes, the same in a browser, on the server, and in whoever checks a signature later.
import { utf8 } from './bytes.ts'
import { canonical, type Plain } from './canonical.ts'

/** In hexadecimal, 64 digits. @example await canonicalHash({ b: 1, a: 2 }) === await canonicalHash({ a: 2, b: 1 }) */
export async function canonicalHash(value: Plain): Promise<string> {
  return hashOfText(canonical(value))
}

/** The SHA-256 of a text's UTF-8 bytes in hexadecimal. */
export async function hashOfText(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
