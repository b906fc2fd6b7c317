// The line above the ladder: the question, or, after a tap, what was kept and Undo, in the same place and height.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './KeptBar.module.css'
import { Tap } from './Tap.tsx'

interface KeptBarProps {
  /** "Callum and Maisie: how much help?" */
  readonly question: ReactNode
  /** Lets go of everyone who is picked; shown while someone is. */
  readonly onClear?: (() => void) | undefined
  /** "Kept: Ewa and Theo, prompt": set it only once it is kept on the device, until the next act. */
  readonly kept?: ReactNode
  readonly onUndo?: (() => void) | undefined
}

export function KeptBar({ question, onClear, kept, onUndo }: KeptBarProps) {
  const isKept = kept !== undefined && kept !== null
  return (
    <div className={styles.bar}>
      {!isKept && (
        <div className={styles.question}>
          <p>{question}</p>
          {onClear !== undefined && (
            <Tap onPress={onClear} className={classes(styles.clear)}>
              <Trans>Clear</Trans>
            </Tap>
          )}
        </div>
      )}
      <div className={classes(isKept && styles.kept)}>
        <output>{kept}</output>
        {isKept && onUndo !== undefined && (
          <Tap onPress={onUndo} className={classes(styles.undo)}>
            <Trans>Undo</Trans>
          </Tap>
        )}
      </div>
    </div>
  )
}
