// What has not left this device, always in sight; it opens the list of it.
import { useState, useSyncExternalStore } from 'react'
import { sessionStart } from '../../../school/sessions/contract.ts'
import { useOutbox } from '../../device.ts'
import type { OutboxView } from '../../offline/outbox-view.ts'
import { SyncChip } from '../../ui/SyncChip.tsx'
import { WaitingDialog } from './lazy-parts.ts'

export function Sync() {
  const view = useOutbox()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <SyncChip waiting={keptCount(view)} held={view.needingAttention} isOnline={isOnline} onPress={() => setIsOpen(true)} />
      {isOpen && <WaitingDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** As a person counts: what they kept, without the session and the photo that go along; never none while anything waits. */
export function keptCount({ entries, waiting }: Pick<OutboxView, 'entries' | 'waiting'>): number {
  const isAlong = ({ command, hasAttachment }: OutboxView['entries'][number]) => command === sessionStart.name || hasAttachment
  const kept = entries.filter((entry) => entry.state === 'waiting' && !isAlong(entry)).length
  return kept === 0 ? waiting : kept
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
