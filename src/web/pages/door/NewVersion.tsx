// The word that takes a new version over.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { takeUpdate } from '../../app-update.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

export function NewVersion() {
  const [isCapturing, setIsCapturing] = useState(false)
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
