// Words on screen: British English in the source, translators' catalogues beside it (decision 0023).
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en-GB',
  locales: ['en-GB'],
  format: formatter({ lineNumbers: false }),
  catalogs: [{ path: '<rootDir>/src/web/locales/{locale}', include: ['<rootDir>/src'], exclude: ['**/*.test.ts', '**/*.test.tsx'] }],
})
