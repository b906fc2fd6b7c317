// A new version of the program waits: it is taken when somebody says so, and not in the middle of a capture.
import { Trans } from '@lingui/react/macro'
import { useState, useSyncExternalStore } from 'react'
import { takeUpdate, update } from '../../app-update.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

export function UpdateNotice() {
  const state = useSyncExternalStore(update.subscribe, update.get)
  const [isCapturing, setIsCapturing] = useState(false)
  if (state === 'none') return null
  const take = async () => setIsCapturing(!(await takeUpdate(navigator.serviceWorker, navigator.locks)))
  return (
    <Notice
      isLive
      title={<Trans>New version</Trans>}
      action={
        <Button size="small" onPress={() => void take()}>
          <Trans>Reload</Trans>
        </Button>
      }
    >
      {isCapturing ? <Trans>A capture is open. Keep or leave it first.</Trans> : <Trans>What is kept here stays.</Trans>}
    </Notice>
  )
}
