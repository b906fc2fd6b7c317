// Counts five or ten seconds, silent and big, so that an adult waits; a tap anywhere closes it. Nothing of it is recorded here.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { FullScreen } from '../../web/ui/FullScreen.tsx'
import styles from './WaitCounter.module.css'

interface WaitCounterProps {
  readonly seconds: number
  /** Closed early or at the end; `isDone` when it was counted to the end. */
  readonly onClose: (isDone: boolean) => void
}

export function WaitCounter({ seconds, onClose }: WaitCounterProps) {
  const { t } = useLingui()
  const [count, setCount] = useState(1)
  const isDone = count > seconds
  useEffect(() => {
    if (isDone) return
    const timer = setTimeout(() => setCount(count + 1), 1000)
    return () => clearTimeout(timer)
  }, [count, isDone])
  return (
    <FullScreen label={t`Counting while you wait`}>
      <button type="button" className={styles.counter} onClick={() => onClose(isDone)}>
        {isDone ? (
          <span className={styles.done} role="status">
            <Trans>You waited {seconds} seconds.</Trans>
          </span>
        ) : (
          <span className={styles.number}>{count}</span>
        )}
        <span className={styles.hint}>{isDone ? <Trans>Tap to go on</Trans> : <Trans>Wait. Tap to stop.</Trans>}</span>
      </button>
    </FullScreen>
  )
}
