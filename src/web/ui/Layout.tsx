// Two ways to lay parts out, so that a page needs few styles of its own.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Layout.module.css'

/** Parts beneath each other. `form` leaves the room that fields need. */
export function Stack({
  gap = 'medium',
  children,
}: {
  readonly gap?: 'small' | 'medium' | 'form' | 'large'
  readonly children: ReactNode
}) {
  return <div className={classes(styles.stack, styles[gap])}>{children}</div>
}

/** Parts beside each other, going to a new line where they must. */
export function Row({ isSpread = false, children }: { readonly isSpread?: boolean; readonly children: ReactNode }) {
  return <div className={classes(styles.row, isSpread && styles.spread)}>{children}</div>
}

/** A wide column and a narrow one; beneath each other on a phone. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>
}
