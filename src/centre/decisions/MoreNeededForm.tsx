// More evidence needed: why, what to do next, by when. All three, and never a bare no.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { decisionReasons } from './client.ts'
import styles from './MoreNeededForm.module.css'

interface MoreNeededFormProps {
  readonly isSending: boolean
  readonly onSend: (more: { reason: string; action: string; actionBy: string }) => Promise<void>
  readonly onCancel: () => void
}

export function MoreNeededForm({ isSending, onSend, onCancel }: MoreNeededFormProps) {
  const { today } = useDays()
  const words = useRefusalWords(decisionReasons)
  const [reason, setReason] = useState('')
  const [action, setAction] = useState('')
  const [actionBy, setActionBy] = useState('')
  const [tries, setTries] = useState(0)
  const wrong = [
    ...(reason.trim() === '' ? [['reason', 'reason_missing'] as const] : []),
    ...(action.trim() === '' ? [['action', 'action_missing'] as const] : []),
    ...(actionBy === '' ? [['actionBy', 'action_by_missing'] as const] : actionBy < today ? [['actionBy', 'in_the_past'] as const] : []),
  ]
  const problems: Problem[] = tries === 0 ? [] : wrong.map(([name, why]) => ({ name, message: words({ code: 'refused', reason: why }) }))
  const error = (name: string) => problems.find((problem) => problem.name === name)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (wrong.length === 0) void onSend({ reason, action, actionBy })
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <h4>
        <Trans>More evidence needed</Trans>
      </h4>
      <ErrorSummary problems={problems} attempt={tries} />
      <TextAreaField
        name="reason"
        label={<Trans>Not yet, because</Trans>}
        hint={<Trans>What you saw, and what is not there yet</Trans>}
        value={reason}
        onChange={setReason}
        error={error('reason')}
        maxLength={1000}
        width="full"
        autoFocus
      />
      <TextAreaField
        name="action"
        label={<Trans>What to do next</Trans>}
        value={action}
        onChange={setAction}
        error={error('action')}
        maxLength={1000}
        rows={2}
        width="full"
      />
      <Field
        name="actionBy"
        type="date"
        label={<Trans>By</Trans>}
        width="short"
        value={actionBy}
        onChange={setActionBy}
        error={error('actionBy')}
        min={today}
      />
      <div className={styles.acts}>
        <Button kind="primary" type="submit" isPending={isSending}>
          <Trans>Send to the candidate</Trans>
        </Button>
        <Button onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}
