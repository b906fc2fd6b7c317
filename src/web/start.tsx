// What both HTML entries begin with: words, this device, then the door and what lies behind it.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { lazy, type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { attendUpdates } from './app-update.ts'
import { startDevice, useAccess } from './device.ts'
import './ui/base.css'
import { sourceLanguage, speak } from './words.ts'

// Most starts find somebody here: the door is fetched when it is needed, from the device's own copy of the build.
const LockScreen = lazy(async () => ({ default: (await import('./pages/door/LockScreen.tsx')).LockScreen }))

export interface Page {
  /** What somebody who is here sees. */
  readonly open: ReactNode
  /** What the door offers to those who can't sign in yet. */
  readonly atTheDoor?: ReactNode
}

/** Renders a page once the device knows who is here. */
export async function startPage(page: Page): Promise<void> {
  await Promise.all([speak(sourceLanguage), startDevice()])
  if ('serviceWorker' in navigator) attendUpdates(navigator.serviceWorker)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Door {...page} />
      </I18nProvider>
    </StrictMode>,
  )
}

/** While nobody is here, nothing behind the door is rendered, and so nothing of it is in the page. */
function Door({ open, atTheDoor }: Page) {
  const access = useAccess()
  if (access.state === 'open') return open
  return (
    <Suspense>
      <LockScreen>{atTheDoor}</LockScreen>
    </Suspense>
  )
}
