// Part of the installation (`npm ci` runs it): builds the pages and compiles the server's sources, so that the first start has neither left to do.
import { rmSync } from 'node:fs'
import { codeCacheFolder, keepCompiledCode } from '../src/server/code-cache.ts'

// What an earlier version left.
rmSync(codeCacheFolder, { recursive: true, force: true })
keepCompiledCode()
await import('../src/server/start.ts')
const { builtWeb } = await import('../src/server/web-build.ts')
await builtWeb(console.log)
