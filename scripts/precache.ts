// A Vite plugin: builds the service worker beside the pages and tells it the names of all files of the build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const worker = 'service-worker.js'

/** Files that few need: they are kept on a device once somebody asks for them. */
const leftOut = /\/opendyslexic[^/]*$|\.map$/

/** @param source the service worker's source, from the build's root */
export function precache(source: string): Plugin {
  let publicFolder = ''
  return {
    name: 'precache',
    apply: 'build',
    configResolved: (config) => {
      publicFolder = config.publicDir
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: join(this.environment.config.root, source), fileName: worker })
    },
    generateBundle: {
      // After the HTML pages have become part of the bundle.
      order: 'post',
      handler(_options, bundle) {
        const script = bundle[worker]
        if (script?.type !== 'chunk') this.error(`${worker} was not built`)
        if (script.imports.length > 0) this.error(`${worker} must stand alone`)
        const built = Object.values(bundle).filter((file) => file !== script)
        const hash = createHash('sha256').update(script.code)
        for (const file of built) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
        const kept = readdirSync(publicFolder)
        for (const name of kept) hash.update(name).update(readFileSync(join(publicFolder, name)))
        const files = [...built.map((file) => file.fileName), ...kept].map((name) => `/${name}`).filter((path) => !leftOut.test(path))
        script.code = script.code
          .replaceAll('__FILES__', () => JSON.stringify(files.sort()))
          .replaceAll('__VERSION__', () => JSON.stringify(hash.digest('hex').slice(0, 16)))
      },
    },
  }
}
