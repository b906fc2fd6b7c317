// For one learner, side by side: what the stage expects, where the learner started, and where they are now.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './SideBySide.module.css'

interface SideBySideProps {
  /** The statement of the ladder that the goal is linked to. */
  readonly expectation: { readonly year: number; readonly strand: string; readonly wording: string } | undefined
  /** Starting points, as they were written. */
  readonly start: ReactNode
  /** Each criterion with its state. */
  readonly now: ReactNode
}

export function SideBySide({ expectation, start, now }: SideBySideProps) {
  return (
    <dl className={styles.side}>
      <div>
        <dt>
          <Trans>What the stage expects</Trans>
        </dt>
        <dd>
          {expectation === undefined ? (
            <span className={styles.soft}>
              <Trans>The goal is not linked to the ladder</Trans>
            </span>
          ) : (
            <>
              <p>{expectation.wording}</p>
              <p className={styles.soft}>
                <Trans>
                  Year {expectation.year}, {expectation.strand}
                </Trans>
              </p>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Where we start</Trans>
        </dt>
        <dd>{start}</dd>
      </div>
      <div>
        <dt>
          <Trans>Now</Trans>
        </dt>
        <dd>{now}</dd>
      </div>
    </dl>
  )
}
