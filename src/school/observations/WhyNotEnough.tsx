// What is still needed before a success criterion says more than "not enough yet".
import { Trans } from '@lingui/react/macro'
import type { CriterionState } from './contract.ts'
import styles from './WhyNotEnough.module.css'

export function WhyNotEnough({ state }: Pick<CriterionState, 'state'>) {
  if (state !== 'not_enough_yet') return null
  return (
    <p className={styles.why}>
      <Trans>
        It takes two kinds of moment, each with how near it was and how much help: what you saw, the child’s words, or a photo of the work.
      </Trans>
    </p>
  )
}
