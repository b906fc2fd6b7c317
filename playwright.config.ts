// Journeys in a real Chromium, each test file with a program and a database of its own.
import { defineConfig } from '@playwright/test'
import { ensureChromium } from './scripts/browser.ts'
import { builtWeb } from './src/server/web-build.ts'

// Once, before two programs start at the same time and would both build.
await builtWeb(console.log)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  timeout: 120_000,
  forbidOnly: true,
  // A browser on a busy machine may be late once; what fails three times is wrong. The test command names what needed another try.
  retries: 2,
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath: ensureChromium(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
