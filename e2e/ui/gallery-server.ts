// Builds the page of all components and serves it under the product's own content policy.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'vite'
import { securityHeaders } from '../../src/server/security-headers.ts'
import { serveWeb } from '../../src/server/web-files.ts'
import { webPlugins } from '../../vite.config.ts'

export interface Gallery {
  readonly address: string
  close(): Promise<void>
}

export async function startGallery(): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'evident-gallery-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'gallery'),
    plugins: [webPlugins()],
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  })
  const app = new Hono()
  app.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders(false))) context.res.headers.set(name, value)
  })
  serveWeb(app, folder)
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
