// For one learner, side by side: what the stage expects, where the learner started, and where they are now.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { StageName } from '../goals/StageName.tsx'
import styles from './SideBySide.module.css'

interface SideBySideProps {
  /** The statement of the ladder that the goal is linked to. */
  readonly expectation: { readonly year: number; readonly strand: string; readonly wording: string } | undefined
  /** The adults' own words for it, where no ladder has a statement. */
  readonly ownExpectation: string | undefined
  /** Starting points, as they were written. */
  readonly start: ReactNode
  /** Each criterion with its state. */
  readonly now: ReactNode
}

export function SideBySide({ expectation, ownExpectation, start, now }: SideBySideProps) {
  return (
    <dl className={styles.side}>
      <div>
        <dt>
          <Trans>What the stage expects</Trans>
        </dt>
        <dd>
          {expectation === undefined && ownExpectation === undefined ? (
            <span className={styles.soft}>
              <Trans>Not said for this goal</Trans>
            </span>
          ) : expectation === undefined ? (
            <p>{ownExpectation}</p>
          ) : (
            <>
              <p>{expectation.wording}</p>
              <p className={styles.soft}>
                <StageName year={expectation.year} strand={expectation.strand} />
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
