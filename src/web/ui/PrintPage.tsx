// Prints one thing alone on one side of A4: everything else of the page stays off the paper.
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './PrintPage.module.css'
import { usePrintedAlone } from './root-mark.ts'

interface PrintPageProps {
  /** It is there until printing is over. */
  readonly onPrinted: () => void
  readonly children: ReactNode
}

/** What is too long for one side is printed smaller, down to letters that can still be read. Render it when *Print* was pressed. */
export function PrintPage({ onPrinted, children }: PrintPageProps) {
  const sheet = useRef<HTMLDivElement>(null)
  usePrintedAlone(sheet)
  useEffect(() => {
    if (sheet.current !== null) makeFit(sheet.current)
    addEventListener('afterprint', onPrinted)
    print()
    return () => removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  return createPortal(
    <div ref={sheet} className={styles.page}>
      {children}
    </div>,
    document.body,
  )
}

const largest = 11
const smallest = 7
/** A4 without the margins of the style beside it, at 96 dots an inch. */
const room = (297 - 2 * 12) * (96 / 25.4)

/** The page is laid out off the screen in the paper's width, and its letters made smaller until it fits. */
function makeFit(page: HTMLElement): void {
  for (let points = largest; points >= smallest; points -= 0.5) {
    page.style.setProperty('--print-size', `${points}pt`)
    if (page.scrollHeight <= room) return
  }
}
