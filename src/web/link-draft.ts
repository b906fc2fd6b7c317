// What somebody without an account is writing behind a link, kept on their own device: sealed with the link's token, so the device alone tells nothing.
import { fromBase64url, toBase64url } from '../core/bytes.ts'

const place = 'evident draft behind a link'

async function keyOf(token: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`draft ${token}`))
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Keeps a draft in the place of the last one; a device holds the one that was written last. */
export async function keepLinkDraft(token: string, draft: unknown): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await keyOf(token), text))
  localStorage.setItem(place, `${toBase64url(nonce)}.${toBase64url(sealed)}`)
}

/** The draft behind this link, if it is the one that this device holds. */
export async function findLinkDraft(token: string): Promise<unknown> {
  const [nonce, sealed] = (localStorage.getItem(place) ?? '').split('.')
  if (nonce === undefined || sealed === undefined) return undefined
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64url(nonce) }, await keyOf(token), fromBase64url(sealed))
    return JSON.parse(new TextDecoder().decode(text))
  } catch {
    return undefined
  }
}

export function forgetLinkDraft(): void {
  localStorage.removeItem(place)
}
