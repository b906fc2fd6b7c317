// The mark that a browser keeps once a candidate or a witness has acted in it, so that it can be told when both used one device.
import { randomBytes } from 'node:crypto'

const name = 'evident_device'

/** A mark, and the header that makes the browser keep it; nothing when it keeps it already. */
interface DeviceMark {
  readonly mark: string
  readonly cookie: (isSecure: boolean) => { 'set-cookie'?: string }
}

/** The mark that came with a request. */
export function markOf(cookies: string | undefined): DeviceMark | undefined {
  const [, mark] = new RegExp(`(?:^|; )${name}=([\\w-]{22})(?:;|$)`).exec(cookies ?? '') ?? []
  return mark === undefined ? undefined : { mark, cookie: () => ({}) }
}

/** A new one, kept for a year, readable by no script. */
export function newMark(): DeviceMark {
  const mark = randomBytes(16).toString('base64url')
  const kept = `${name}=${mark}; Path=/api; Max-Age=31536000; HttpOnly; SameSite=Strict`
  return { mark, cookie: (isSecure) => ({ 'set-cookie': isSecure ? `${kept}; Secure` : kept }) }
}
