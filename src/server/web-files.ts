// Serves the built web application: hashed files for ever, pages and the service worker anew each time.
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
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

const packed: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest'])

interface WebFile {
  readonly path: string
  readonly bytes: Buffer
  readonly gzip?: Buffer
}

/** `/capture…` is an entry of its own; every other path without a file belongs to the application's router. */
export function serveWeb(app: Hono, folder: string): void {
  const remembered = new Map<string, WebFile>()
  const read = (path: string): WebFile | undefined => {
    const known = remembered.get(path)
    if (known !== undefined) return known
    if (!path.startsWith(folder + sep) || extname(path) === '' || !existsSync(path)) return undefined
    const bytes = readFileSync(path)
    const file = { path, bytes, ...(packed.has(extname(path)) ? { gzip: gzipSync(bytes, { level: 9 }) } : {}) }
    remembered.set(path, file)
    return file
  }
  app.get('*', (context) => {
    const file = read(normalize(join(folder, context.req.path)))
    if (file !== undefined) return send(context, file)
    if (extname(context.req.path) !== '') return context.notFound()
    const page = read(join(folder, /^\/capture(\/|$)/.test(context.req.path) ? 'capture.html' : 'index.html'))
    return page === undefined ? context.notFound() : send(context, page)
  })
}

function send(context: Context, { path, bytes, gzip }: WebFile): Response {
  const isPacked = gzip !== undefined && (context.req.header('accept-encoding') ?? '').includes('gzip')
  const isHashed = path.includes(`${sep}assets${sep}`)
  return context.body(new Uint8Array(isPacked ? gzip : bytes), 200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  })
}
