// Every component on one page, for the component tests alone: it is in no build of the product.
import '../../../src/web/ui/base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createRoot } from 'react-dom/client'
import { sourceLanguage, speak } from '../../../src/web/words.ts'
import { CaptureParts } from './capture-parts.tsx'
import { ClassParts } from './class-parts.tsx'
import { FormParts } from './form-parts.tsx'
import { PageParts } from './page-parts.tsx'

await speak(sourceLanguage)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <main>
      <PageParts />
      <CaptureParts />
      <ClassParts />
      <FormParts />
    </main>
  </I18nProvider>,
)
