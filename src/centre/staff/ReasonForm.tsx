// One sentence that an act needs: how a certificate was seen, or why a qualification is taken back.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { staffReasons } from './client.ts'
import { qualificationCheck } from './contract.ts'

interface ReasonFormProps {
  readonly title: ReactNode
  readonly label: ReactNode
  readonly act: ReactNode
  readonly onClose: () => void
  readonly send: (words: string) => Promise<{ readonly output: unknown } | { readonly refusal: Refusal }>
}

export function ReasonForm({ title, label, act, onClose, send }: ReasonFormProps) {
  const { t } = useLingui()
  const words = useRefusalWords(staffReasons)
  const form = useForm({ how: { shape: qualificationCheck.input.shape.how, wanted: t`Write a sentence` } })
  const submit = form.submit(async ({ how }) => {
    const reply = await send(how)
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField {...form.field('how')} label={label} rows={2} maxLength={200} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            {act}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
