// Bytes and the texts that carry them: UTF-8, base64url, and joining.

/** Bytes over a buffer of their own, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]))

/** @example utf8('é') // bytes c3 a9 */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** @throws TypeError when the bytes are not UTF-8 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** Base64 with `-` and `_` and without padding (RFC 4648, section 5). @example toBase64url(utf8('Evident')) // 'RXZpZGVudA' */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let sextet = 0; sextet <= Math.min(left, 3); sextet++) text += alphabet[(three >> (18 - 6 * sextet)) & 63]
  }
  return text
}

/** @throws TypeError when the text is not base64url @example textOf(fromBase64url('RXZpZGVudA')) // 'Evident' */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new TypeError('base64url: a letter is missing')
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) throw new TypeError('base64url: a letter that does not belong')
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}

/** @example joined(utf8('a'), utf8('b')) // the bytes of 'ab' */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
