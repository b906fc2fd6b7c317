// What waits for the assessor, what waits longest first: each item leads to the page where it is decided.
import { Plural, Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import type { QueueEntry } from './contract.ts'
import styles from './QueueList.module.css'

interface QueueListProps {
  readonly entries: readonly QueueEntry[]
  readonly hrefOf: (entry: QueueEntry) => string
  /** The item that is open beside the list. */
  readonly current?: string
  /** Whether candidate and unit are said, where the list holds several: one item may wait in two units. */
  readonly isNamed?: boolean
}

export function QueueList({ entries, hrefOf, current, isNamed = false }: QueueListProps) {
  return (
    <ul className={styles.list}>
      {entries.map((entry) => (
        <li key={`${entry.registrationId} ${entry.evidenceId}`} className={styles.entry} data-current={entry.evidenceId === current}>
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
  const { candidateName, unitNumber, title } = entry
  const leaves = entry.waiting.join(', ')
  return (
    <>
      <span className={styles.title}>
        <TextLink href={href} {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
          {isNamed ? (
            <Trans>
              {candidateName}, unit {unitNumber}: {title}
            </Trans>
          ) : (
            title
          )}
        </TextLink>
      </span>
      <span className={styles.tag}>{entry.reference}</span>
      <span className={styles.soft}>
        <Age entry={entry} />
        {'. '}
        {entry.waiting.length > 0 ? <Trans>To decide: {leaves}</Trans> : <Trans>To be seen in place</Trans>}
        {entry.waiting.length > 0 && entry.isUnseen && entry.retractedOn === null && (
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
        {entry.sentBack !== null && (
          <>
            {'. '}
            <Trans>Sent back by the countersigner: {entry.sentBack}</Trans>
          </>
        )}
        {entry.takenBack !== null && (
          <>
            {'. '}
            <Trans>Taken back by the witness: {entry.takenBack}</Trans>
          </>
        )}
      </span>
    </>
  )
}

/** Since when it waits, and where the centre has a target, by when it should be answered. */
function Age({ entry: { waitsSince, workingDays, dueOn, isLate } }: { readonly entry: QueueEntry }) {
  const days = useDays()
  return (
    <>
      <Trans>Since {days.moment(waitsSince)}</Trans>,{' '}
      <Plural value={workingDays} _0="no working day yet" one="# working day" other="# working days" />
      {dueOn !== null && (
        <>
          {', '}
          {isLate ? (
            <b className={styles.late}>
              <Trans>was due {days.day(dueOn)}</Trans>
            </b>
          ) : (
            <Trans>due {days.day(dueOn)}</Trans>
          )}
        </>
      )}
    </>
  )
}
