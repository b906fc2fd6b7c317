// Tests beside what they test; one database server for the run, two workers.
import { defineConfig } from 'vitest/config'
import { webPlugins } from './vite.config.ts'

export default defineConfig({
  plugins: [webPlugins()],
  test: {
    css: true,
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    globalSetup: ['src/testing/database-server.ts'],
    maxWorkers: 2,
    // One worker for many files: a new one for each read everything that the server imports anew, and took as long as the tests.
    isolate: false,
    // Generous: a slow machine is no fault. What must be fast is measured by the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
