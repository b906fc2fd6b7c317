// What both HTML entries begin with: words, this device, then the door and what lies behind it.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { type ReactNode, StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { attendUpdates } from './app-update.ts'
import { startDevice, useAccess } from './device.ts'
import './ui/base.css'
import { part } from './ui/part.tsx'
import { sourceLanguage, speak } from './words.ts'

// Most starts find somebody here: the door is fetched when it is needed, from the device's own copy of the build.
const LockScreen = part(async () => (await import('./pages/door/LockScreen.tsx')).LockScreen)

export type Page =
  | {
      /** What somebody who is here sees. */
      readonly open: ReactNode
      /** What the door offers to those who can't sign in yet. */
      readonly atTheDoor?: ReactNode
    }
  | {
      /** Rendered whoever is here: some of its pages are for visitors, and it brings the door for all others itself. */
      readonly always: ReactNode
      /** Done once the device has started, before the first render. */
      readonly begin: () => Promise<void>
    }

/** Renders a page once the device knows who is here. */
export async function startPage(page: Page): Promise<void> {
  const [hasStore] = await Promise.all([startDevice().then(yes, no), speak(sourceLanguage)])
  if (hasStore && 'begin' in page) await page.begin()
  if ('serviceWorker' in navigator) attendUpdates(navigator.serviceWorker)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  const all = (
    <StrictMode>
      <I18nProvider i18n={i18n}>{hasStore ? <Contents page={page} /> : <NoStore />}</I18nProvider>
    </StrictMode>
  )
  // In small pieces, between which the browser paints and hears taps.
  startTransition(() => createRoot(root).render(all))
}

const yes = () => true
const no = () => false

function Contents({ page }: { readonly page: Page }) {
  return 'always' in page ? page.always : <Door atTheDoor={page.atTheDoor}>{page.open}</Door>
}

/** Said instead of everything else: without a store nothing could be kept, and nobody be let in. */
function NoStore() {
  return (
    <main>
      <h1>
        <Trans>This browser keeps nothing</Trans>
      </h1>
      <p>
        <Trans>Evident needs a place for what is not sent yet. Use another browser, or leave the private window.</Trans>
      </p>
    </main>
  )
}

/** While nobody is here, nothing behind the door is rendered, and so nothing of it is in the page. */
export function Door({ atTheDoor, children }: { readonly atTheDoor?: ReactNode; readonly children: ReactNode }) {
  const access = useAccess()
  if (access.state === 'open') return children
  return <LockScreen>{atTheDoor}</LockScreen>
}
