// The line above the ladder: the question, or, after a tap, what was kept and Undo, in the same place and height.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './KeptBar.module.css'

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
            <Button onPress={onClear} className={classes(styles.clear)}>
              <Trans>Clear</Trans>
            </Button>
          )}
        </div>
      )}
      <div className={classes(isKept && styles.kept)}>
        <output>{kept}</output>
        {isKept && onUndo !== undefined && (
          <Button onPress={onUndo} className={classes(styles.undo)}>
            <Trans>Undo</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}
