// Serves the built web application: hashed files for ever, pages and the service worker anew each time.
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { Context, Hono } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** `/capture…` is an entry of its own; every other path without a file belongs to the application's router. */
export function serveWeb(app: Hono, folder: string): void {
  const remembered = new Map<string, Buffer>()
  const read = (path: string): Buffer | undefined => {
    const known = remembered.get(path)
    if (known !== undefined) return known
    if (!path.startsWith(folder + sep) || extname(path) === '' || !existsSync(path)) return undefined
    const bytes = readFileSync(path)
    remembered.set(path, bytes)
    return bytes
  }
  app.get('*', (context) => {
    const path = normalize(join(folder, context.req.path))
    const bytes = read(path)
    if (bytes !== undefined) return send(context, path, bytes)
    if (extname(context.req.path) !== '') return context.notFound()
    const page = join(folder, /^\/capture(\/|$)/.test(context.req.path) ? 'capture.html' : 'index.html')
    const html = read(page)
    return html === undefined ? context.notFound() : send(context, page, html)
  })
}

function send(context: Context, path: string, bytes: Buffer): Response {
  const isHashed = path.includes(`${sep}assets${sep}`)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}
