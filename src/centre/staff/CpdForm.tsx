// Noting how one kept up: when, how long, what, and what one takes from it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { staffReasons, useRecordCpd } from './client.ts'
import { cpdRecord, MinutesText } from './contract.ts'

const { what, learnt } = cpdRecord.input.shape

export function CpdForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const record = useRecordCpd()
  const words = useRefusalWords(staffReasons)
  const form = useForm({
    doneOn: { shape: Day, wanted: t`Enter the day`, initial: today },
    minutes: { shape: MinutesText, wanted: t`Enter minutes, 5 or more` },
    what: { shape: what, wanted: t`Say what it was` },
    learnt: { shape: learnt, wanted: t`Say what you take from it` },
  })
  const send = form.submit(async (values) => {
    const reply = await record({ ...values, id })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Add CPD</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Field {...form.field('doneOn')} type="date" label={<Trans>Day</Trans>} width="short" />
          <Field {...form.field('minutes')} inputMode="numeric" label={<Trans>Minutes</Trans>} width="short" />
          <Field {...form.field('what')} label={<Trans>What it was</Trans>} maxLength={300} width="full" />
          <TextAreaField {...form.field('learnt')} label={<Trans>What you take from it</Trans>} maxLength={1000} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Add</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
