// A group as an exercise book: its cover's colour, and a white label with the name; the whole cover opens it.
import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { TextLink } from '../../web/ui/Button.tsx'
import type { Group } from './contract.ts'
import styles from './GroupCover.module.css'

interface GroupCoverProps {
  readonly group: Pick<Group, 'name' | 'subject' | 'cover' | 'learnerCount' | 'kind'>
  readonly href: string
  /** Made on this device, and not sent yet. */
  readonly isWaiting?: boolean
  /** Small links beneath: to the class page. */
  readonly acts?: ReactNode
}

export function GroupCover({ group, href, isWaiting = false, acts }: GroupCoverProps) {
  return (
    <article className={styles.cover} data-cover={group.cover}>
      <div className={styles.label}>
        <h2 className={styles.name}>
          <TextLink href={href}>{group.name}</TextLink>
        </h2>
        <p className={styles.about}>
          {group.subject}
          {', '}
          {isWaiting ? <Trans>not sent yet</Trans> : <Plural value={group.learnerCount} one="# learner" other="# learners" />}
        </p>
      </div>
      {acts !== undefined && <div className={styles.acts}>{acts}</div>}
    </article>
  )
}

/** Books on a desk. */
export function GroupCovers({ children }: { readonly children: ReactNode }) {
  return <div className={styles.covers}>{children}</div>
}
