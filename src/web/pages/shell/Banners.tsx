// What every page must say: this is the sample, there is no network, a full sign-in is wanted, a new version waits, the lock is near.
import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useSyncExternalStore } from 'react'
import { device, useAccess, useOutbox } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LockWarning } from '../door/LockWarning.tsx'
import { UpdateNotice } from '../door/UpdateNotice.tsx'
import styles from './Banners.module.css'
import { SampleBanner } from './SampleBanner.tsx'

export function Banners() {
  return (
    <div className={styles.banners}>
      <SampleBanner />
      <LockWarning />
      <NoNetwork />
      <SignInAgain />
      <UpdateNotice />
    </div>
  )
}

function NoNetwork() {
  const isOnline = useSyncExternalStore(hearNetwork, () => navigator.onLine)
  const { waiting } = useOutbox()
  if (isOnline) return null
  return (
    <Notice kind="warn" isLive title={<Trans>No network</Trans>}>
      <Kept waiting={waiting} />
    </Notice>
  )
}

function Kept({ waiting }: { readonly waiting: number }): ReactNode {
  if (waiting === 0) return <Trans>You see what this device has kept. New captures are kept here and sent later.</Trans>
  return <Plural value={waiting} one="# kept on this device, sends later." other="# kept on this device, sends later." />
}

function hearNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
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
