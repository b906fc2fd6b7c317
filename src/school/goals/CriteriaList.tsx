// The success criteria of a goal in their order, as the child says them, with who each is for.
import { Trans } from '@lingui/react/macro'
import styles from './CriteriaList.module.css'
import type { SuccessCriterion } from './contract.ts'

export function CriteriaList({ criteria }: { readonly criteria: readonly SuccessCriterion[] }) {
  return (
    <ol className={styles.criteria}>
      {criteria.map(({ id, position, childText, adultText, kind }) => (
        <li key={id} className={styles.criterion}>
          <span className={styles.number} aria-hidden="true">
            {position}
          </span>
          <div>
            <p>
              {childText}{' '}
              {kind !== 'must' && (
                <span className={styles.kind}>({kind === 'next' ? <Trans>comes next</Trans> : <Trans>goes beyond</Trans>})</span>
              )}
            </p>
            {adultText !== null && <p className={styles.adult}>{adultText}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
