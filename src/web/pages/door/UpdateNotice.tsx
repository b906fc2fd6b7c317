// A new version of the program waits: it is taken when somebody says so, and not in the middle of a capture.
import { useSyncExternalStore } from 'react'
import { update } from '../../app-update.ts'
import { part } from '../../ui/part.tsx'

// There is seldom one.
const NewVersion = part(async () => (await import('./NewVersion.tsx')).NewVersion)

export function UpdateNotice() {
  const state = useSyncExternalStore(update.subscribe, update.get)
  return state === 'ready' && <NewVersion />
}
