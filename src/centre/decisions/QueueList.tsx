// What waits for the assessor, oldest first: each item leads to the page where it is decided.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import type { QueueEntry } from './contract.ts'
import styles from './QueueList.module.css'

interface QueueListProps {
  readonly entries: readonly QueueEntry[]
  readonly hrefOf: (entry: QueueEntry) => string
  /** The item that is open beside the list. */
  readonly current?: string
  /** Whether the candidate's name is said, where the list holds several candidates. */
  readonly isNamed?: boolean
}

export function QueueList({ entries, hrefOf, current, isNamed = false }: QueueListProps) {
  return (
    <ul className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.evidenceId} className={styles.entry} data-current={entry.evidenceId === current}>
          <Entry entry={entry} href={hrefOf(entry)} isCurrent={entry.evidenceId === current} isNamed={isNamed} />
        </li>
      ))}
    </ul>
  )
}

function Entry({
  entry,
  href,
  isCurrent,
  isNamed,
}: {
  readonly entry: QueueEntry
  readonly href: string
  readonly isCurrent: boolean
  readonly isNamed: boolean
}) {
  const days = useDays()
  const leaves = entry.waiting.join(', ')
  return (
    <>
      <span className={styles.title}>
        <TextLink href={href} {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
          {isNamed ? `${entry.candidateName}, ` : ''}
          {entry.title}
        </TextLink>
      </span>
      <span className={styles.tag}>{entry.reference}</span>
      <span className={styles.soft}>
        {days.moment(entry.addedAt)}
        {'. '}
        <Trans>To decide: {leaves}</Trans>
        {entry.isUnseen && entry.retractedOn === null && (
          <>
            {'. '}
            <Trans>Not seen in place yet</Trans>
          </>
        )}
        {entry.retractedOn !== null && (
          <>
            {'. '}
            <Trans>Record erased {days.day(entry.retractedOn)}</Trans>
          </>
        )}
      </span>
    </>
  )
}
