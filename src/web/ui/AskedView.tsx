// One answer on a page: the wait, why there is none and a second try, or what was answered; a kept one says of when it is.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type Asked, isFinal } from '../asking.ts'
import { useDays } from '../days.ts'
import { type Reasons, useRefusalWords } from '../messages.ts'
import styles from './AskedView.module.css'
import { Button } from './Button.tsx'
import { Loading, Notice } from './Notice.tsx'

interface AskedViewProps<T> {
  readonly asked: Asked<T>
  /** Words for reasons of the feature's own. */
  readonly reasons?: Reasons
  /** The page says already of when its answers are. */
  readonly isAgeSaid?: boolean
  /** Stands there for a no that a second try doesn't change; left out, the reason does. */
  readonly whenRefused?: ReactNode
  readonly children: (answer: T) => ReactNode
}

const noReasons: Reasons = {}

export function AskedView<T>({ asked, reasons = noReasons, isAgeSaid = false, whenRefused, children }: AskedViewProps<T>) {
  const days = useDays()
  const words = useRefusalWords(reasons)
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') {
    const { refusal, again } = asked
    if (whenRefused !== undefined && isFinal(refusal)) return whenRefused
    const isOffline = refusal.code === 'unavailable'
    return (
      <Notice
        kind={isOffline ? 'warn' : 'bad'}
        isLive
        title={isOffline ? <Trans>There is no network, and this device has not kept this page</Trans> : words(refusal)}
        action={
          <Button size="small" onPress={again}>
            <Trans>Try again</Trans>
          </Button>
        }
      />
    )
  }
  const when = days.moment(new Date(asked.answeredAt).toISOString())
  return (
    <>
      {asked.isKept && !isAgeSaid && (
        <p className={styles.kept} role="status">
          <Trans>No network. This is as it was {when}.</Trans>
        </p>
      )}
      {children(asked.answer)}
    </>
  )
}
