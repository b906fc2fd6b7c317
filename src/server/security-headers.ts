// What every answer tells the browser: nothing from elsewhere, nothing inline, nobody's frame.

/**
 * The two `<style>` elements that React Aria puts into the page, by their hashes: one for whatever can be pressed, one that holds
 * the page still behind a dialog on iOS. The component tests fail when a new version writes another text.
 */
export const allowedStyleHashes: readonly string[] = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
]

/** The policy for pages. Pictures from `blob:` are photos that the page fetched with the person's own rights. */
export function contentSecurityPolicy(): string {
  const styles = allowedStyleHashes.map((hash) => ` '${hash}'`).join('')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styles}`,
    "img-src 'self' blob: data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer; `isSecure` when it goes out by TLS. */
export function securityHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
