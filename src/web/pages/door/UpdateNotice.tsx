// A new version of the program waits: it is taken when somebody says so, and not in the middle of a capture.
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { update } from '../../app-update.ts'

// There is seldom one.
const NewVersion = lazy(async () => ({ default: (await import('./NewVersion.tsx')).NewVersion }))

export function UpdateNotice() {
  const state = useSyncExternalStore(update.subscribe, update.get)
  return (
    state === 'ready' && (
      <Suspense>
        <NewVersion />
      </Suspense>
    )
  )
}
