// What has not left this device, always in sight; it opens the list of it.
import { useSyncExternalStore } from 'react'
import { useOutbox } from '../../device.ts'
import { SyncChip } from '../../ui/SyncChip.tsx'

export function Sync() {
  const { waiting, needingAttention } = useOutbox()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <SyncChip waiting={waiting} held={needingAttention} isOnline={isOnline} onPress={() => location.assign('/waiting')} />
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
