// One attempt as it was noted: photo, drawing or words, then when and with what help.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Drawing } from '../../core/drawing.ts'
import { useDays } from '../../web/days.ts'
import { DrawingPicture } from '../../web/ui/Drawing.tsx'
import { helpPhrases } from '../../web/ui/help.ts'
import { WorkPhoto } from '../photos/WorkPhoto.tsx'
import type { ShownNote } from './client.ts'
import type { Attempt } from './contract.ts'
import styles from './FirstAttempt.module.css'

interface ShownAttemptProps {
  readonly title: ReactNode
  readonly attempt: ShownNote<Attempt>
  readonly drawing?: Drawing | null
  readonly learnerName: string
}

/** A figure; two of them stand side by side. */
export function ShownAttempt({ title, attempt, drawing = null, learnerName }: ShownAttemptProps) {
  const { t } = useLingui()
  const days = useDays()
  const { photoId, childWords, whatSeen, helpLevel, observedAt } = attempt
  const when = days.moment(observedAt)
  return (
    <figure className={styles.attempt}>
      {photoId !== null && (
        <WorkPhoto id={photoId} label={t`${learnerName}’s work, ${when}`} size="medium" isWaiting={attempt.isWaiting === true} />
      )}
      {drawing !== null && <DrawingPicture drawing={drawing} label={t`${learnerName}’s drawing, ${when}`} />}
      <figcaption>
        <span className={styles.title}>{title}</span>
        {childWords !== null && <span className={styles.said}>“{childWords}”</span>}
        {whatSeen !== null && <span>{whatSeen}</span>}
        <span className={styles.soft}>
          {when}
          {helpLevel !== null && <>, {t(helpPhrases[helpLevel])}</>}
        </span>
      </figcaption>
    </figure>
  )
}

/** Beside a second attempt while it is noted. */
export function FirstAttempt({ attempt, learnerName }: { readonly attempt: ShownNote<Attempt> | undefined; readonly learnerName: string }) {
  if (attempt === undefined) {
    return (
      <p className={styles.soft}>
        <Trans>Nothing was noted of a first attempt. The second stands alone.</Trans>
      </p>
    )
  }
  return (
    <div className={styles.beside}>
      <ShownAttempt title={<Trans>First attempt</Trans>} attempt={attempt} learnerName={learnerName} />
    </div>
  )
}
