// The head of a page: the cover's spine, the page's name, what it is about, and its few acts.
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
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
  readonly actions?: ReactNode
}

/** Takes the focus when one arrives at the page (its `h1` has tabindex -1). */
export function PageHeader({ title, about, cover, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {cover !== undefined && <span className={styles.spine} data-cover={cover} aria-hidden="true" />}
      <div className={styles.words}>
        <h1 tabIndex={-1}>{title}</h1>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}

interface CoverBandProps {
  readonly title: ReactNode
  readonly about?: ReactNode
  readonly cover: Cover
  /** Goes back; its label says where to: "Back to my groups". */
  readonly back?: { readonly label: string; readonly onPress: () => void }
  /** At the end: the sync chip. */
  readonly children?: ReactNode
}

/** The band across a capture screen, in the group's cover. */
export function CoverBand({ title, about, cover, back, children }: CoverBandProps) {
  return (
    <header className={styles.band} data-cover={cover}>
      {back !== undefined && <IconButton icon={ChevronLeft} mirrors label={back.label} onPress={back.onPress} />}
      <div className={styles.words}>
        <h1 tabIndex={-1}>{title}</h1>
        {about !== undefined && <p>{about}</p>}
      </div>
      {children}
    </header>
  )
}

/** A white sheet on the desk. Never a card in a card. */
export function Card({
  title,
  children,
  actions,
}: {
  readonly title?: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <section className={styles.card}>
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
