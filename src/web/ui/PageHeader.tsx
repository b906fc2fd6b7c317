// The head of a page: the cover's spine, the page's name, what it is about, and its few acts.
import type { ReactNode } from 'react'
import { useArrival } from './arrival.ts'
import { classes } from './classes.ts'
import styles from './PageHeader.module.css'

/** The covers that a group or subject may have. */
export const covers = ['bottle', 'brick', 'plum', 'sky', 'mustard', 'slate'] as const
export type Cover = (typeof covers)[number]

interface PageHeaderProps {
  readonly title: ReactNode
  /** A line beneath: "Fractions, autumn 2. Last noticed today, 11:44". */
  readonly about?: ReactNode
  /** Whose or which subject. */
  readonly cover?: Cover
  /** Before the words: a learner's symbol. */
  readonly leading?: ReactNode
  readonly actions?: ReactNode
}

/** Takes the focus when one arrives at the page (its `h1` has tabindex -1). */
export function PageHeader({ title, about, cover, leading, actions }: PageHeaderProps) {
  const heading = useArrival()
  return (
    <header className={styles.header}>
      {cover !== undefined && <span className={styles.spine} data-cover={cover} aria-hidden="true" />}
      {leading}
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}

/** A white sheet on the desk. Never a card in a card. */
export function Card({
  id,
  title,
  children,
  actions,
  isLong = false,
}: {
  /** What links within the page lead to. */
  readonly id?: string
  readonly title?: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** It may be longer than a page: in print it begins where it stands and goes on overleaf, instead of leaving a page empty. */
  readonly isLong?: boolean
}) {
  return (
    <section id={id} className={classes(styles.card, isLong && styles.long)}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles.cardHead}>
          {title !== undefined && <h2>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
