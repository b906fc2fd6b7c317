// Noting earlier learning as context: what, and from which year.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { candidateReasons, useNotePriorLearning } from './client.ts'
import { priorLearningNote, YearText } from './contract.ts'

export function PriorLearningForm({ registrationId, onClose }: { readonly registrationId: Id; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const note = useNotePriorLearning()
  const words = useRefusalWords(candidateReasons)
  const form = useForm({
    what: { shape: priorLearningNote.input.shape.what, wanted: t`Say what it was` },
    gainedIn: { shape: YearText, wanted: t`Enter a year` },
  })
  const send = form.submit(async (values) => {
    const reply = await note({ ...values, id, registrationId })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Note prior learning</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <p>
            <Trans>It is context. To have it recognised, offer evidence of it like any other.</Trans>
          </p>
          <Field {...form.field('what')} label={<Trans>What it was</Trans>} maxLength={300} width="full" />
          <Field {...form.field('gainedIn')} inputMode="numeric" label={<Trans>Year</Trans>} width="short" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Note it</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
