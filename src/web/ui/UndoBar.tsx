// What was just done, and Undo: at the foot of the window, where it moves nothing; read out when it appears, there until the next act.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useSyncExternalStore } from 'react'
import { createStore } from '../offline/watched.ts'
import { Button } from './Button.tsx'
import { useRootMark } from './root-mark.ts'
import styles from './UndoBar.module.css'

interface UndoBarProps {
  /** The act itself: a new one is said anew, none leaves the bar away. */
  readonly act: object | undefined
  /** "Marked as met: Callum, Explain" */
  readonly said: ReactNode
  readonly onUndo: () => void
}

/** A page may have several kinds of acts: the latest alone is shown. */
const latest = createStore<string | undefined>(undefined)

export function UndoBar({ act, said, onUndo }: UndoBarProps) {
  const id = useId()
  const shown = useSyncExternalStore(latest.subscribe, latest.get)
  useEffect(() => {
    if (act !== undefined) latest.set(id)
  }, [act, id])
  const isShown = act !== undefined && shown === id
  useRootMark('undo', isShown)
  // The button goes with the bar: the focus must not go with it.
  const undo = () => {
    onUndo()
    document.querySelector('main')?.focus()
  }
  return (
    <div className={styles.bar} role="status">
      {isShown && (
        <>
          <span>{said}</span>
          <Button kind="quiet" onPress={undo}>
            <Trans>Undo</Trans>
          </Button>
        </>
      )}
    </div>
  )
}
