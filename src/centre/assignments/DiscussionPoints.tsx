// Points that the assessor marked in a submitted text: the passage, what to talk about, and whether it is on an agenda or asked as a question.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { Card } from '../../web/ui/PageHeader.tsx'
import { AgendaList } from '../discussions/AgendaList.tsx'
import type { Registration } from '../registrations/contract.ts'
import type { DiscussionPoint } from './contract.ts'
import styles from './DiscussionPoints.module.css'

interface DiscussionPointsProps {
  readonly registration: Registration
  readonly points: readonly DiscussionPoint[]
}

export function DiscussionPoints({ registration, points }: DiscussionPointsProps) {
  if (points.length === 0) return null
  return (
    <Card title={<Trans>To be discussed</Trans>}>
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point.id} className={styles.point}>
            <Point point={point} />
          </li>
        ))}
      </ul>
      <AgendaList registration={registration} />
      <p className={styles.soft}>
        <Trans>How it was talked through is recorded with the evidence.</Trans>
      </p>
    </Card>
  )
}

function Point({ point: { passage, point, leaves, agenda, version, markedAt } }: { readonly point: DiscussionPoint }) {
  const days = useDays()
  return (
    <>
      <b>{point}</b>
      {passage !== '' && <blockquote className={styles.passage}>{passage}</blockquote>}
      <span className={styles.soft}>
        {leaves.join(', ')}
        {'. '}
        <Trans>
          Version {version}, {days.moment(markedAt)}
        </Trans>
        {'. '}
        {agenda === null && <Trans>To be asked as a question</Trans>}
        {agenda !== null && agenda.agreedAt === null && <Trans>On the agenda, not agreed yet</Trans>}
        {agenda !== null && agenda.agreedAt !== null && <Trans>On the agenda, agreed {days.moment(agenda.agreedAt)}</Trans>}
      </span>
    </>
  )
}
