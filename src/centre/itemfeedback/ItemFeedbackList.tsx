// Feedback on one item: what was good, one thing to develop, what the candidate answered; each party can add their part.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { claimedReasons } from '../registrations/client.ts'
import { useAnsweringFeedback, useGivingFeedback, useItemFeedback } from './client.ts'
import { FeedbackWords, type ItemFeedback } from './contract.ts'
import styles from './ItemFeedbackList.module.css'

interface ItemFeedbackListProps {
  readonly registrationId: Id
  readonly evidenceId: Id
  /** As whom one looks: the assessor gives, the candidate answers, others read. */
  readonly party: 'assessor' | 'candidate' | 'reader'
}

export function ItemFeedbackList({ registrationId, evidenceId, party }: ItemFeedbackListProps) {
  const asked = useItemFeedback(registrationId)
  const [isOpen, setIsOpen] = useState(false)
  const all = asked.state === 'answered' ? asked.answer.filter((one) => one.evidenceId === evidenceId) : []
  if (all.length === 0 && party !== 'assessor') return null
  return (
    <div className={styles.feedback}>
      {all.length > 0 && (
        <h3>
          <Trans>Feedback</Trans>
        </h3>
      )}
      {all.map((one) => (
        <One key={one.id} feedback={one} registrationId={registrationId} canAnswer={party === 'candidate'} />
      ))}
      {party === 'assessor' &&
        (isOpen ? (
          <GiveForm registrationId={registrationId} evidenceId={evidenceId} onClose={() => setIsOpen(false)} />
        ) : (
          <Button kind="quiet" size="small" onPress={() => setIsOpen(true)}>
            <Trans>Give feedback on this item</Trans>
          </Button>
        ))}
    </div>
  )
}

interface OneProps {
  readonly feedback: ItemFeedback
  readonly registrationId: Id
  readonly canAnswer: boolean
}

function One({ feedback: { id, good, develop, givenByName, givenAt, answers }, registrationId, canAnswer }: OneProps) {
  const days = useDays()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={styles.one}>
      <p>
        <b>
          <Trans>Good:</Trans>
        </b>{' '}
        {good}
      </p>
      <p>
        <b>
          <Trans>To develop:</Trans>
        </b>{' '}
        {develop}
      </p>
      <p className={styles.soft}>
        {givenByName}, {days.moment(givenAt)}
      </p>
      {answers.map((answer) => (
        <MarginNote key={answer.id}>
          <p>{answer.words}</p>
          <p className={styles.soft}>
            <Trans>The candidate, {days.moment(answer.answeredAt)}</Trans>
          </p>
        </MarginNote>
      ))}
      {canAnswer &&
        (isOpen ? (
          <AnswerForm registrationId={registrationId} feedbackId={id} onClose={() => setIsOpen(false)} />
        ) : (
          <Button kind="quiet" size="small" onPress={() => setIsOpen(true)}>
            <Trans>Answer</Trans>
          </Button>
        ))}
    </div>
  )
}

function GiveForm({
  registrationId,
  evidenceId,
  onClose,
}: {
  readonly registrationId: Id
  readonly evidenceId: Id
  readonly onClose: () => void
}) {
  const { t } = useLingui()
  const act = useGivingFeedback()
  const words = useRefusalWords(claimedReasons)
  const form = useForm({
    good: { shape: FeedbackWords, wanted: t`Say what was good` },
    develop: { shape: FeedbackWords, wanted: t`Say one thing to develop` },
  })
  const send = form.submit(async (values) => {
    const reply = await act({ id: newId(), registrationId, evidenceId, ...values })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextAreaField {...form.field('good')} label={<Trans>What was good</Trans>} maxLength={1000} rows={2} width="full" autoFocus />
        <TextAreaField {...form.field('develop')} label={<Trans>One thing to develop</Trans>} maxLength={1000} rows={2} width="full" />
        <Acts onClose={onClose} isSending={form.isSending} />
      </Stack>
    </form>
  )
}

function AnswerForm({
  registrationId,
  feedbackId,
  onClose,
}: {
  readonly registrationId: Id
  readonly feedbackId: Id
  readonly onClose: () => void
}) {
  const { t } = useLingui()
  const act = useAnsweringFeedback()
  const words = useRefusalWords(claimedReasons)
  const form = useForm({ words: { shape: FeedbackWords, wanted: t`Write your answer` } })
  const send = form.submit(async (values) => {
    const reply = await act({ id: newId(), registrationId, feedbackId, ...values })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextAreaField {...form.field('words')} label={<Trans>Your answer</Trans>} maxLength={1000} rows={2} width="full" autoFocus />
        <Acts onClose={onClose} isSending={form.isSending} />
      </Stack>
    </form>
  )
}

function Acts({ onClose, isSending }: { readonly onClose: () => void; readonly isSending: boolean }) {
  return (
    <Row>
      <Button kind="primary" type="submit" isPending={isSending}>
        <Trans>Send</Trans>
      </Button>
      <Button onPress={onClose}>
        <Trans>Cancel</Trans>
      </Button>
    </Row>
  )
}
