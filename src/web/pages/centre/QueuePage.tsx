// What waits for an assessor or a countersigner, and the candidates whose units one looks into.
import { Plural, Trans } from '@lingui/react/macro'
import { CountersignList } from '../../../centre/decisions/CountersignList.tsx'
import { useQueue, useTarget } from '../../../centre/decisions/client.ts'
import { QueueList } from '../../../centre/decisions/QueueList.tsx'
import { AgendasToAgree } from '../../../centre/discussions/AgendasToAgree.tsx'
import { useRegistrations } from '../../../centre/registrations/client.ts'
import { isAssessor, isItsAssessor, isItsCountersigner } from '../../../centre/registrations/policy.ts'
import { ActionsOwed } from '../../../centre/sampling/ActionsOwed.tsx'
import { SignOffTasks } from '../../../centre/signoff/SignOffTasks.tsx'
import { WaitingActs } from '../../../centre/visits/WaitingActs.tsx'
import { useActor } from '../../member.ts'
import { useRefusalWords } from '../../messages.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState, Loading, Notice } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import styles from './QueuePage.module.css'

export function QueuePage() {
  return isAssessor(useActor()) ? <Queue /> : <NotFoundPage />
}

function Queue() {
  const queue = useQueue()
  const words = useRefusalWords({})
  return (
    <>
      <PageHeader title={<Trans>To assess</Trans>} about={<About />} />
      <div className={styles.parts}>
        <SignOffTasks hrefOf={(registrationId) => paths.unit(registrationId, 'signoff')} />
        <WaitingActs kinds={['sign_plan', 'write_up', 'sign_visit']} hrefOf={(registrationId) => paths.unit(registrationId, 'plan')} />
        {queue.state === 'loading' && <Loading />}
        {queue.state === 'failed' && <Notice kind="bad">{words(queue.refusal)}</Notice>}
        {queue.state === 'answered' && queue.answer.length === 0 && <EmptyState title={<Trans>No evidence waits for you</Trans>} />}
        {queue.state === 'answered' && queue.answer.length > 0 && (
          <QueueList
            entries={queue.answer}
            isNamed
            hrefOf={({ registrationId, evidenceId }) => `/assess/${registrationId}/${evidenceId}`}
          />
        )}
        <AgendasToAgree hrefOf={(registrationId) => paths.unit(registrationId, 'evidence')} />
        <ActionsOwed hrefOf={(registrationId) => paths.unit(registrationId, 'signoff')} />
        <Countersigning />
        <Candidates />
      </div>
    </>
  )
}

/** What waits longest comes first; with the target that the centre publishes. */
function About() {
  const target = useTarget()
  const workingDays = target.state === 'answered' ? target.answer.workingDays : null
  if (workingDays === null) return <Trans>What waits longest comes first</Trans>
  return (
    <Plural
      value={workingDays}
      one="What waits longest comes first. The centre’s target: # working day"
      other="What waits longest comes first. The centre’s target: # working days"
    />
  )
}

function Countersigning() {
  const asked = useRegistrations()
  const actor = useActor()
  const isCountersigner = asked.state === 'answered' && asked.answer.some((one) => isItsCountersigner(actor, one))
  return <CountersignList isCountersigner={isCountersigner} hrefOf={(registrationId) => paths.unit(registrationId, 'evidence')} />
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
