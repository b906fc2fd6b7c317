// Identifiers: UUID version 7, made by the client, so that a record has its name before any network does.
import * as z from 'zod/mini'

/** A UUID in lower case. Every row, command and organisation has one. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
export type Id = z.infer<typeof Id>

/**
 * A new UUID v7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits.
 * Order of ids is only roughly the order of making them: where order matters, use a counter.
 * @param now milliseconds since 1970; the device's clock when left out
 * @example newId() // '0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40'
 */
export function newId(now: number = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const time = BigInt(now)
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text is an id as {@link Id} defines it. @example isId('x') // false */
export function isId(text: unknown): text is Id {
  return Id.safeParse(text).success
}
