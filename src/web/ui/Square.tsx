// The square: the state of one learner on one criterion, read by how full it is; its word is always there.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { classes } from './classes.ts'
import styles from './Square.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** `none` is absence, not failure; `not_enough`: seen, but nothing can be said from it yet; `met`: a teacher said so. */
export type SquareState = 'none' | 'not_enough' | 'not_yet' | 'nearly' | 'secure' | 'met'

/** From least to most. */
export const squareStates: readonly SquareState[] = ['none', 'not_enough', 'not_yet', 'nearly', 'secure', 'met']

export const squareWords: Readonly<Record<SquareState, MessageDescriptor>> = {
  none: msg`Not seen yet`,
  not_enough: msg`Not enough yet`,
  not_yet: msg`Not yet`,
  nearly: msg`Nearly`,
  secure: msg`Secure`,
  met: msg`Met`,
}

interface SquareProps {
  readonly state: SquareState
  readonly size?: 'small' | 'medium' | 'large'
  /** `seen`: the word stands beside it; `heard` (default): for screen readers; `elsewhere`: the words around it say the state. */
  readonly word?: 'seen' | 'heard' | 'elsewhere'
}

export function Square({ state, size = 'medium', word = 'heard' }: SquareProps) {
  const { t } = useLingui()
  const square = <span className={classes(styles.square, styles[state], styles[size])} aria-hidden="true" />
  if (word === 'elsewhere') return square
  if (word === 'heard') {
    return (
      <>
        {square}
        <VisuallyHidden>{t(squareWords[state])}</VisuallyHidden>
      </>
    )
  }
  return (
    <span className={styles.pair}>
      {square}
      {t(squareWords[state])}
    </span>
  )
}
