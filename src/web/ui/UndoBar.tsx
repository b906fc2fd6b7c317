// What was just done, and Undo, in its own line: read out when it appears, there until the next act.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './UndoBar.module.css'

interface UndoBarProps {
  /** "Marked as met: Callum, Explain". Nothing: the line is empty. */
  readonly said: ReactNode
  /** Without one there is nothing to undo: a plain word of what was done. */
  readonly onUndo?: (() => void) | undefined
}

export function UndoBar({ said, onUndo }: UndoBarProps) {
  const isSaid = said !== undefined && said !== null && said !== false
  return (
    <div className={styles.bar} role="status">
      {isSaid && <span>{said}</span>}
      {isSaid && onUndo !== undefined && (
        <Button kind="quiet" onPress={onUndo}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </div>
  )
}
