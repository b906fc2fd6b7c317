// More evidence needed: why, what to do next, by when. All three, and never a bare no.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Ref } from 'react'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { decisionReasons } from './client.ts'
import { GivenWords } from './contract.ts'

interface MoreNeededFormProps {
  readonly onSend: (more: { reason: string; action: string; actionBy: string }) => Promise<void>
  readonly onCancel: () => void
  /** Sent by keys from anywhere on the page. */
  readonly ref: Ref<HTMLFormElement>
}

export function MoreNeededForm({ onSend, onCancel, ref }: MoreNeededFormProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const words = useRefusalWords(decisionReasons)
  const form = useForm({
    reason: { shape: GivenWords, wanted: t`Say why` },
    action: { shape: GivenWords, wanted: t`Say what to do next` },
    actionBy: { shape: Day, wanted: t`Enter the day by which` },
  })
  const send = form.submit(async (values) => {
    if (values.actionBy < today) return [{ name: 'actionBy', message: words({ code: 'refused', reason: 'in_the_past' }) }]
    await onSend(values)
    return undefined
  })
  return (
    <form ref={ref} onSubmit={send} noValidate>
      <Stack gap="form">
        <h4>
          <Trans>More evidence needed</Trans>
        </h4>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextAreaField
          {...form.field('reason')}
          label={<Trans>Not yet, because</Trans>}
          hint={<Trans>What you saw, and what is not there yet</Trans>}
          maxLength={1000}
          width="full"
          autoFocus
        />
        <TextAreaField {...form.field('action')} label={<Trans>What to do next</Trans>} maxLength={1000} rows={2} width="full" />
        <Field {...form.field('actionBy')} type="date" label={<Trans>By</Trans>} width="short" min={today} />
        <Row>
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Send to the candidate</Trans>
          </Button>
          <Button onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
