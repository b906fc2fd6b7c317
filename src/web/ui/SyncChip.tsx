// What has not left the device yet, in words; opens the list of what waits and what needs attention.
import { Plural, Trans } from '@lingui/react/macro'
import { CircleAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react'
import { classes } from './classes.ts'
import styles from './SyncChip.module.css'
import { Tap } from './Tap.tsx'

interface SyncChipProps {
  /** Entries that are kept and not sent. */
  readonly waiting: number
  /** Entries that a person must look at. */
  readonly held: number
  readonly isOnline: boolean
  readonly onPress: () => void
}

export function SyncChip({ waiting, held, isOnline, onPress }: SyncChipProps) {
  return (
    <Tap onPress={onPress} className={classes(styles.chip, held > 0 && styles.held)}>
      <State waiting={waiting} held={held} isOnline={isOnline} />
    </Tap>
  )
}

function State({ waiting, held, isOnline }: Omit<SyncChipProps, 'onPress'>) {
  if (held > 0) {
    return (
      <>
        <CircleAlert aria-hidden="true" />
        <span>
          <Plural value={held} one="# needs attention" other="# need attention" />
        </span>
      </>
    )
  }
  if (waiting === 0) {
    return (
      <>
        <CloudCheck aria-hidden="true" />
        <span>
          <Trans>Sent</Trans>
        </span>
      </>
    )
  }
  const Icon = isOnline ? CloudUpload : CloudOff
  return (
    <>
      <Icon aria-hidden="true" />
      <span className={styles.short}>
        <Trans>{waiting} kept</Trans>
      </span>
      <span className={styles.long}>
        {isOnline ? <Trans>{waiting} kept on this device, sending</Trans> : <Trans>{waiting} kept on this device, sends later</Trans>}
      </span>
    </>
  )
}
