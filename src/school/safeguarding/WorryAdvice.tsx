// What to do with what a child said, in five lines.
import { Trans } from '@lingui/react/macro'
import styles from './WorryAdvice.module.css'

export function WorryAdvice() {
  return (
    <ul className={styles.advice}>
      <li>
        <Trans>Listen. Write their words exactly, with the time and the place.</Trans>
      </li>
      <li>
        <Trans>Ask no question that leads. Finding out is not your part.</Trans>
      </li>
      <li>
        <Trans>Never promise to keep a secret. Say that you will tell somebody who can help.</Trans>
      </li>
      <li>
        <Trans>Tell the first person on the list today, before you go home.</Trans>
      </li>
    </ul>
  )
}
