// Prints one thing alone, on paper of its own size: everything else of the page stays off the paper.
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './PrintSheet.module.css'
import { usePrintedAlone } from './root-mark.ts'

interface PrintSheetProps {
  /** Asks the browser to print; it is there until that is over. */
  readonly onPrinted: () => void
  readonly children: ReactNode
}

/** A6, as it fits into a pocket or an exercise book. Render it when *Print* was pressed. */
export function PrintSheet({ onPrinted, children }: PrintSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  usePrintedAlone(sheet)
  useEffect(() => {
    addEventListener('afterprint', onPrinted)
    print()
    return () => removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  return createPortal(
    <div ref={sheet} className={styles.sheet}>
      {children}
    </div>,
    document.body,
  )
}
