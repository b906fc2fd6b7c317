// Builds the browser's half into build/web: two HTML entries, hashed assets, nothing inline (the content policy forbids it).
import { join } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig, type PluginOption } from 'vite'
import { precache } from './scripts/precache.ts'
import {
  compileSourceMessages,
  contractsWithoutSummaries,
  iconsByFile,
  importsAlone,
  onlyEnglishHiddenStrings,
  scriptGroups,
} from './scripts/web-build.ts'
import { entriesApart, filesInOrder } from './scripts/web-guards.ts'

const source = (name: string) => join(import.meta.dirname, 'src/web', name)

/** What any bundle or test of our components needs. */
export function webPlugins(): PluginOption[] {
  return [
    react(),
    babel({
      presets: [
        {
          preset: { plugins: [['@lingui/babel-plugin-lingui-macro', { descriptorFields: 'message' }], compileSourceMessages] },
          rolldown: { filter: { code: /from '@lingui\/(?:core|react)\/macro'/ } },
        },
      ],
    }),
    lingui({ failOnCompileError: true }),
    onlyEnglishHiddenStrings(),
    iconsByFile(),
  ]
}

export default defineConfig({
  root: 'src/web',
  // React has had this hook since 18: libraries' copies of it for older ones are weight without use.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' }] },
  plugins: [
    webPlugins(),
    contractsWithoutSummaries(),
    importsAlone(),
    entriesApart([source('main.tsx'), source('capture.tsx')]),
    filesInOrder(),
    precache('service-worker.ts'),
  ],
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined asset would be a `data:` address, which fonts and styles may not have here.
    assetsInlineLimit: 0,
    modulePreload: false,
    // One sheet of styles, and few files of script for a first page: each request costs a school's network more than its bytes do.
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: 'src/web/index.html', capture: 'src/web/capture.html' },
      output: {
        // The bundler would write the name of every page that shares a file.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: scriptGroups({
            application: source('main.tsx'),
            capture: source('capture.tsx'),
            door: source('pages/door/LockScreen.tsx'),
            welcome: source('pages/welcome/FirstVisit.tsx'),
          }),
        },
      },
    },
  },
})
