// What waits for an assessor, and the candidates whose units one looks into.
import { Trans } from '@lingui/react/macro'
import { useQueue } from '../../../centre/decisions/client.ts'
import { QueueList } from '../../../centre/decisions/QueueList.tsx'
import { useRegistrations } from '../../../centre/registrations/client.ts'
import { isItsAssessor } from '../../../centre/registrations/policy.ts'
import { useActor } from '../../member.ts'
import { useRefusalWords } from '../../messages.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState, Loading, Notice } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import styles from './QueuePage.module.css'

export function QueuePage() {
  const queue = useQueue()
  const words = useRefusalWords({})
  return (
    <>
      <PageHeader title={<Trans>To assess</Trans>} about={<Trans>Oldest first</Trans>} />
      <div className={styles.parts}>
        {queue.state === 'loading' && <Loading />}
        {queue.state === 'failed' && <Notice kind="bad">{words(queue.refusal)}</Notice>}
        {queue.state === 'answered' && queue.answer.length === 0 && <EmptyState title={<Trans>Nothing waits for you</Trans>} />}
        {queue.state === 'answered' && queue.answer.length > 0 && (
          <QueueList
            entries={queue.answer}
            isNamed
            hrefOf={({ registrationId, evidenceId }) => `/assess/${registrationId}/${evidenceId}`}
          />
        )}
        <Candidates />
      </div>
    </>
  )
}

function Candidates() {
  const asked = useRegistrations()
  const actor = useActor()
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  return (
    <Card title={<Trans>My candidates</Trans>}>
      <ul className={styles.candidates}>
        {asked.answer.map((one) => (
          <li key={one.id}>
            <ButtonLink href={isItsAssessor(actor, one) ? `/assess/${one.id}` : paths.unit(one.id)} leadsOn>
              <Trans>
                {one.candidateName}, unit {one.unitNumber}
              </Trans>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
