// The entry for capture: no router, no query client.

import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/base.css'
import { sourceLanguage, speak } from './words.ts'

await speak(sourceLanguage)
const root = document.getElementById('root')
if (root === null) throw new Error('capture.html has no #root')
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <h1>
        <Trans>Capture</Trans>
      </h1>
    </I18nProvider>
  </StrictMode>,
)
