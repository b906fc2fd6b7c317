// A candidate says who she is, as far as she wants it known.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { candidateReasons, useWriteProfile } from './client.ts'
import { candidateWriteProfile, type Introduction } from './contract.ts'

const shape = candidateWriteProfile.input.shape

export function ProfileForm({ start, onClose }: { readonly start: Introduction['profile']; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const write = useWriteProfile()
  const words = useRefusalWords(candidateReasons)
  const form = useForm({
    experience: { shape: shape.experience, wanted: t`Write less`, initial: start?.experience ?? '' },
    job: { shape: shape.job, wanted: t`Write less`, initial: start?.job ?? '' },
    setting: { shape: shape.setting, wanted: t`Write less`, initial: start?.setting ?? '' },
    needs: { shape: shape.needs, wanted: t`Write less`, initial: start?.needs ?? '' },
  })
  const send = form.submit(async (values) => {
    const reply = await write({ ...values, id })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Say who you are</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField {...form.field('experience')} label={<Trans>Your experience</Trans>} isOptional maxLength={1000} width="full" />
          <Field {...form.field('job')} label={<Trans>Your job</Trans>} isOptional maxLength={160} />
          <Field
            {...form.field('setting')}
            label={<Trans>Your setting</Trans>}
            hint={<Trans>A primary school, a nursery. No child’s name.</Trans>}
            isOptional
            maxLength={160}
          />
          <TextAreaField
            {...form.field('needs')}
            label={<Trans>Adjustments or needs that you want known</Trans>}
            hint={<Trans>Whoever assesses, teaches or verifies you reads it. You need not say why.</Trans>}
            isOptional
            maxLength={1000}
            width="full"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Keep</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
