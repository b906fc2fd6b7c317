// What has to be known before, or while, something is captured; a warning about storage is read once a day.
import { Trans } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dayOf } from '../../../core/time.ts'
import { device, useAccess } from '../../device.ts'
import { askToKeep, type Keeping } from '../../storage.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LockWarning } from '../door/LockWarning.tsx'
import { UpdateNotice } from '../door/UpdateNotice.tsx'
import { SampleBanner } from '../shell/SampleBanner.tsx'
import { StorageNotice } from './lazy-parts.ts'
import styles from './Notices.module.css'

export function Notices() {
  return (
    <>
      <SampleBanner />
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
        <Button size="small" onPress={() => void device().access.lock()}>
          <Trans>Sign in</Trans>
        </Button>
      }
    />
  )
}

const readOn = 'evident storage warning read on'

/** A warning takes one line, and says more when asked; what makes capture impossible says it all. */
function Storage() {
  const access = useAccess()
  const today = dayOf(new Date())
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const [isRead, setIsRead] = useState(() => localStorage.getItem(readOn) === today)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => void askToKeep(navigator).then(setKeeping), [])
  const canKeep = access.state === 'open' && access.canKeep
  if (!canKeep) return <StorageNotice />
  if (keeping === 'kept' || isRead) return null
  const read = () => {
    localStorage.setItem(readOn, today)
    setIsRead(true)
  }
  const known = (
    <Button size="small" onPress={read}>
      <Trans>I know</Trans>
    </Button>
  )
  if (isOpen) return <StorageNotice action={known} />
  return (
    <p className={styles.warning}>
      <TriangleAlert aria-hidden="true" />
      <Trans>This browser may lose what is not sent.</Trans>
      <Button kind="quiet" size="small" onPress={() => setIsOpen(true)}>
        <Trans>What to do</Trans>
      </Button>
      {known}
    </p>
  )
}
