// What a page has to say: a notice in its own words and colour, an empty place with a next act, a wait.
import { Trans } from '@lingui/react/macro'
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Notice.module.css'

type Kind = 'info' | 'ok' | 'warn' | 'bad'

const icons: Readonly<Record<Kind, LucideIcon>> = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

interface NoticeProps {
  readonly kind?: Kind
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Read out when it appears; for what happens while one looks elsewhere. */
  readonly isLive?: boolean
}

export function Notice({ kind = 'info', title, children, action, isLive = false }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={classes(styles.notice, styles[kind])} {...(isLive ? { role: kind === 'bad' ? 'alert' : 'status' } : {})}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}

interface EmptyStateProps {
  /** What is not there, as a fact: "No goals yet". */
  readonly title: ReactNode
  /** Why, or what would put something here. */
  readonly children?: ReactNode
  /** The act that fills it. */
  readonly action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.soft}>{children}</div>}
      {action}
    </div>
  )
}

/** A wait. It shows after a moment only, so that a quick answer flickers nothing. */
export function Loading({ children }: { readonly children?: ReactNode }) {
  return (
    <output className={styles.loading} aria-busy="true">
      {children ?? <Trans>Getting this ready …</Trans>}
    </output>
  )
}
