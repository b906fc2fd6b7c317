// Before and after on one success criterion: the first and the latest piece of work, side by side, with what the child said.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { helpPhrases } from '../../web/ui/help.ts'
import { WorkPhoto } from '../photos/WorkPhoto.tsx'
import styles from './BeforeAfter.module.css'
import type { ShownMoment } from './Moments.tsx'

interface BeforeAfterProps {
  readonly pairs: readonly { readonly criterionId: Id; readonly beforeId: Id; readonly afterId: Id }[]
  readonly moments: readonly ShownMoment[]
  readonly learnerName: string
  /** The child's sentence of each criterion. */
  readonly criterionTexts: ReadonlyMap<Id, string>
}

export function BeforeAfter({ pairs, moments, learnerName, criterionTexts }: BeforeAfterProps) {
  const momentOf = (id: Id) => moments.find((moment) => moment.id === id)
  return (
    <div className={styles.pairs}>
      {pairs.map(({ criterionId, beforeId, afterId }) => (
        <section key={criterionId} className={styles.pair}>
          <h3>{criterionTexts.get(criterionId)}</h3>
          <div className={styles.two}>
            <Work title={<Trans>Before</Trans>} moment={momentOf(beforeId)} learnerName={learnerName} />
            <Work title={<Trans>After</Trans>} moment={momentOf(afterId)} learnerName={learnerName} />
          </div>
        </section>
      ))}
    </div>
  )
}

interface WorkProps {
  readonly title: ReactNode
  readonly moment: ShownMoment | undefined
  readonly learnerName: string
}

function Work({ title, moment, learnerName }: WorkProps) {
  const { t } = useLingui()
  const days = useDays()
  if (moment === undefined || moment.photoId === null) return null
  const when = days.moment(moment.observedAt)
  return (
    <figure>
      <WorkPhoto id={moment.photoId} label={t`${learnerName}’s work, ${when}`} size="medium" isWaiting={moment.sending !== 'sent'} />
      <figcaption>
        <span className={styles.title}>{title}</span>
        <br />
        {when}
        {moment.helpLevel !== null && <>, {t(helpPhrases[moment.helpLevel])}</>}
        {moment.childWords !== null && (
          <>
            <br />
            <span className={styles.said}>“{moment.childWords}”</span>
          </>
        )}
      </figcaption>
    </figure>
  )
}
