// Points to be discussed: the agenda that the candidate agrees to, and what came of each.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { assignmentReasons, useAgreeing } from './client.ts'
import type { DiscussionPoint } from './contract.ts'
import styles from './DiscussionPoints.module.css'
import { RecordDiscussion } from './RecordDiscussion.tsx'

interface DiscussionPointsProps {
  readonly registrationId: string
  readonly points: readonly DiscussionPoint[]
  readonly party: 'candidate' | 'assessor' | 'reader'
}

export function DiscussionPoints({ registrationId, points, party }: DiscussionPointsProps) {
  const [isRecording, setRecording] = useState(false)
  const agreeing = useAgreeing()
  const words = useRefusalWords(assignmentReasons)
  const open = points.filter(({ outcome }) => outcome === null)
  const toAgree = open.filter(({ way, agreedAt }) => way === 'discussion' && agreedAt === null)
  if (points.length === 0) return null
  return (
    <Card title={<Trans>To be discussed</Trans>}>
      {agreeing.refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(agreeing.refusal)}
        </Notice>
      )}
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point.id} className={styles.point}>
            <Point point={point} />
          </li>
        ))}
      </ul>
      {party === 'candidate' && toAgree.length > 0 && (
        <Button
          kind="primary"
          isPending={agreeing.isSending}
          onPress={() => void agreeing.send({ registrationId, pointIds: toAgree.map(({ id }) => id) })}
        >
          <Trans>I agree to this agenda</Trans>
        </Button>
      )}
      {party === 'assessor' && open.length > 0 && (
        <Button onPress={() => setRecording(true)}>
          <Trans>Record how it was talked through</Trans>
        </Button>
      )}
      {isRecording && <RecordDiscussion registrationId={registrationId} points={open} onClose={() => setRecording(false)} />}
    </Card>
  )
}

function Point({ point: { passage, point, leaves, way, agreedAt, outcome, version } }: { readonly point: DiscussionPoint }) {
  const days = useDays()
  return (
    <>
      <b>{point}</b>
      {passage !== '' && <blockquote className={styles.passage}>{passage}</blockquote>}
      <span className={styles.soft}>
        {leaves.join(', ')}
        {'. '}
        <Trans>Version {version}</Trans>
        {'. '}
        {outcome !== null && <Trans>Talked through in {outcome.reference}</Trans>}
        {outcome === null && way === 'questions' && <Trans>To be asked as a question</Trans>}
        {outcome === null && way === 'discussion' && agreedAt === null && <Trans>On the agenda, not agreed yet</Trans>}
        {outcome === null && way === 'discussion' && agreedAt !== null && <Trans>Agenda agreed {days.moment(agreedAt)}</Trans>}
      </span>
    </>
  )
}
