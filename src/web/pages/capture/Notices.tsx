// What has to be known before, or while, something is captured; a warning about storage is read once a day.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { dayOf } from '../../../core/time.ts'
import { device, useAccess } from '../../device.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TapButton } from '../../ui/Tap.tsx'
import { LockWarning } from '../door/LockWarning.tsx'
import { StorageNotice } from '../door/StorageNotice.tsx'
import { UpdateNotice } from '../door/UpdateNotice.tsx'

export function Notices() {
  return (
    <>
      <LockWarning />
      <SignInAgain />
      <UpdateNotice />
      <Storage />
    </>
  )
}

function SignInAgain() {
  const access = useAccess()
  if (access.state !== 'open' || !access.needsSignIn) return null
  return (
    <Notice
      kind="warn"
      isLive
      title={<Trans>Sign in again, so that what is kept here can be sent</Trans>}
      action={
        <TapButton size="small" onPress={() => void device().access.lock()}>
          <Trans>Sign in</Trans>
        </TapButton>
      }
    />
  )
}

const readOn = 'evident storage warning read on'

function Storage() {
  const access = useAccess()
  const today = dayOf(new Date())
  const [isRead, setIsRead] = useState(() => localStorage.getItem(readOn) === today)
  const canKeep = access.state === 'open' && access.canKeep
  if (isRead && canKeep) return null
  const read = () => {
    localStorage.setItem(readOn, today)
    setIsRead(true)
  }
  return (
    <StorageNotice
      action={
        <TapButton size="small" onPress={read}>
          <Trans>I know</Trans>
        </TapButton>
      }
    />
  )
}
