// Sampling a unit: at which stage, and why this one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { samplingReasons, stageWords, useDraw } from './client.ts'
import { Stage, sampleDraw } from './contract.ts'

export function DrawForm({ registrationId, onClose }: { readonly registrationId: Id; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const draw = useDraw()
  const words = useRefusalWords(samplingReasons)
  const form = useForm({
    stage: { shape: Stage, wanted: t`Choose the stage`, initial: 'interim' },
    rationale: { shape: sampleDraw.input.shape.rationale, wanted: t`Say why this unit` },
  })
  const send = form.submit(async (values) => {
    const reply = await draw({ ...values, id, registrationId })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Sample this unit</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <SelectField
            {...form.field('stage')}
            label={<Trans>Stage</Trans>}
            options={Stage.options.map((stage) => ({ id: stage, label: t(stageWords[stage]) }))}
          />
          <TextAreaField
            {...form.field('rationale')}
            label={<Trans>Why this unit?</Trans>}
            hint={<Trans>A new assessor, a first countersigned decision, a method or site not seen yet, a doubt.</Trans>}
            maxLength={600}
            width="full"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Sample it</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
